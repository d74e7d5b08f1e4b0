/* options.h - the one table of commands and options. Parsing, help, the man page and the shell
 * completions are all made from it. */
#ifndef KOTEXT_TOOL_OPTIONS_H
#define KOTEXT_TOOL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <kotext/romanize.h>
#include <kotext/translit.h>

/* Exit statuses of the contract. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_IO = 3 };

typedef enum command_id {
    CMD_ROMANIZE,
    CMD_PRONOUNCE,
    CMD_GLOSS,
    CMD_HANJA,
    CMD_HANGULIZE,
    CMD_SLUG,
    CMD_NORMALIZE,
    CMD_SEGMENT,
    CMD_ANALYZE,
    CMD_JOSA,
    CMD_SPACE,
    CMD_NAMES,
    CMD_MATCH,
    CMD_ALIGN,
    CMD_CATALOG,
    CMD_GLOSSARY,
    CMD_ANNOTATE,
    CMD_CHECK,
    CMD_APPLY,
    CMD_DETECT,
    CMD_SUBTITLE,
    CMD_NOTES,
    CMD_CARDS,
    CMD_SHEET,
    CMD_TIME,
    CMD_LSP,
    COMMANDS
} command_id;

typedef enum option_id {
    OPT_SCHEME,
    OPT_KIND,
    OPT_BY_LETTERS,
    OPT_HYPHEN,
    OPT_GIVEN_HYPHEN,
    OPT_CASE,
    OPT_ASCII,
    OPT_KEEP_LATIN,
    OPT_FOREIGN,
    OPT_NUMBERS,
    OPT_REVERSE,
    OPT_RUBY,
    OPT_PAREN,
    OPT_CANDIDATES,
    OPT_SEPARATOR,
    OPT_MAX_LENGTH,
    OPT_NARROW,
    OPT_NUMBERED,
    OPT_FROM_FORMAT,
    OPT_LAYOUT,
    OPT_TO_FORMAT,
    OPT_TRACK,
    OPT_OFFSET,
    OPT_FPS,
    OPT_CUES,
    OPT_PROFILE,
    OPT_FIX,
    OPT_SPACING,
    OPT_DEROLL,
    OPT_JOIN,
    OPT_ANEW,
    OPT_SHOW,
    OPT_TO,
    OPT_NORM,
    OPT_PHRASING,
    OPT_FORM,
    OPT_KOREAN,
    OPT_STRICT,
    OPT_UNIT,
    OPT_WIDTH,
    OPT_FILL,
    OPT_BREAKS,
    OPT_STRIP,
    OPT_LEVEL,
    OPT_ONLY,
    OPT_STYLE,
    OPT_NBEST,
    OPT_FROM,
    OPT_OFFICIAL,
    OPT_FIND,
    OPT_PARALLEL,
    OPT_LINKS,
    OPT_THRESHOLD,
    OPT_TOLERATE,
    OPT_HTML,
    OPT_AS,
    OPT_READ_AS,
    OPT_CACHE,
    OPT_JOBS,
    OPT_GLOSSARY,
    OPT_EVERY,
    OPT_PLACE,
    OPT_AFFECTED,
    OPT_DRY_RUN,
    OPT_EXPLAIN,
    OPT_JSON,
    OPT_JSONL,
    OPT_OUTPUT,
    OPT_IN_PLACE,
    OPT_ENCODING,
    OPT_OUTPUT_ENCODING,
    OPT_ON_INVALID,
    OPT_NO_DICT,
    OPT_USER_DICT,
    OPT_DATA,
    OPT_QUIET,
    OPT_HELP,
    OPT_VERSION,
    OPTIONS
} option_id;

typedef enum option_group {
    GROUP_COMMAND,
    GROUP_OUTPUT,
    GROUP_TEXT,
    GROUP_DATA,
    GROUP_OTHER
} option_group;

typedef struct option {
    const char *name;     /* without "--" */
    char letter;          /* 0 = none */
    const char *argument; /* NULL = a switch; "[=X]" = optional */
    const char *choices;  /* '|' list of allowed values; NULL = free */
    unsigned commands;    /* bit for each command_id */
    option_group group;
    const char *help;
} option;

typedef struct arguments arguments;

typedef struct command {
    const char *name;
    const char *operands; /* "[FILE...]" */
    const char *summary;  /* one line */
    const char *about;    /* a paragraph */
    const char *example;
    int (*run)(const arguments *args);
} command;

struct arguments {
    const command *command;
    const char *values[OPTIONS]; /* NULL = not given; "" = a switch */
    const char **operands;
    size_t operand_count;
};

extern const option option_table[OPTIONS];
extern const command command_table[COMMANDS];

/* Fills `out`; false after printing what is wrong. Frees nothing: argv lives on. */
bool arguments_parse(int argc, char **argv, const command *command, arguments *out);
void arguments_free(arguments *args);

bool arguments_has(const arguments *args, option_id id);
/* The value, or `other` when the option was not given. */
const char *arguments_value(const arguments *args, option_id id, const char *other);
/* The index of the value among the option's choices; `other` when it was not given. */
int arguments_choice(const arguments *args, option_id id, int other);
/* A number within [low, high]; false after printing an error. */
bool arguments_number(const arguments *args, option_id id, long low, long high, long *out);

const command *command_find(const char *name);
/* The closest command name, for "did you mean"; NULL when none is close. */
const char *command_suggest(const char *name);

/* generate.c */
void print_help(const command *command); /* NULL: of the whole program */
bool print_generated(const char *what);  /* man, bash, zsh, fish */

/* Reads lines of a scheme back: hangulize, and romanize --reverse. */
int hangulize_lines(const arguments *args, kt_scheme from, long nbest);

/* hangulize --from en, names --from en: cmd_transliterate.c. */
int transliterate_lines(const arguments *args, kt_source_language from, long nbest);
/* hangulize --reverse: Hangul back to English. */
int write_back_lines(const arguments *args, long nbest);

/* The commands, one cmd_*.c each. */
int romanize_command(const arguments *args);
int pronounce_command(const arguments *args);
int gloss_command(const arguments *args);
int hanja_command(const arguments *args);
int hangulize_command(const arguments *args);
int slug_command(const arguments *args);
int normalize_command(const arguments *args);
int segment_command(const arguments *args);
int analyze_command(const arguments *args);
int josa_command(const arguments *args);
int space_command(const arguments *args);
int names_command(const arguments *args);
int match_command(const arguments *args);
int align_command(const arguments *args);
int catalog_command(const arguments *args);
int glossary_command(const arguments *args);
int annotate_command(const arguments *args);
int check_command(const arguments *args);
int apply_command(const arguments *args);
int detect_command(const arguments *args);
int subtitle_command(const arguments *args);
int notes_command(const arguments *args);
int cards_command(const arguments *args);
int sheet_command(const arguments *args);
int time_command(const arguments *args);

/* tools/lsp: what reads JSON. */
int lsp_command(const arguments *args);
/* Does what a request of Subtitle Edit asks for; returns the exit status. */
int plugin_run(const char *request);

#endif
