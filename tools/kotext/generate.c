/* generate.c - help, man page and shell completions, all from the table of options. */
#include <kotext/kotext.h>

#include <stdio.h>
#include <string.h>

#include "options.h"

static bool allowed(int which, int id) {
    return (option_table[id].commands >> which & 1) != 0;
}

/* ---- help ----------------------------------------------------------------------------------- */

enum { WIDTH = 80, INDENT = 26 };

/* Prints `text` wrapped, continuation lines indented; the cursor is at `column`. */
static void print_wrapped(const char *text, int indent, int column) {
    while (*text != '\0') {
        size_t word = strcspn(text, " ");
        if (column > indent && column + (int)word + 1 > WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            putchar(' ');
            column++;
        }
        printf("%.*s", (int)word, text);
        column += (int)word;
        text += word;
        while (*text == ' ')
            text++;
    }
    putchar('\n');
}

static void print_option(const option *o) {
    char head[64];
    const char *joint = o->argument == NULL || o->argument[0] == '[' ? "" : " ";
    const char *argument = o->argument == NULL ? "" : o->argument;
    int len =
        o->letter != 0
            ? snprintf(head, sizeof head, "  -%c, --%s%s%s", o->letter, o->name, joint, argument)
            : snprintf(head, sizeof head, "      --%s%s%s", o->name, joint, argument);
    printf("%s", head);
    if (len >= INDENT)
        printf("\n%*s", INDENT, "");
    else
        printf("%*s", INDENT - len, "");
    print_wrapped(o->help, INDENT, INDENT);
}

static void print_group(const command *c, option_group group, const char *title) {
    bool any = false;
    for (int id = 0; id < OPTIONS; id++) {
        if (option_table[id].group != group || !allowed((int)(c - command_table), id)) continue;
        if (!any) printf("\n%s\n", title);
        any = true;
        print_option(&option_table[id]);
    }
}

static void print_statuses(void) {
    puts(
        "\nExit status: 0 done; 1 findings, or no match; 2 usage or bad input; 3 input/output error.");
}

static void print_program_help(void) {
    puts("kotext - names and text between Korean and English\n");
    puts("usage: kotext COMMAND [OPTION...] [FILE...]\n");
    puts("Commands");
    for (int i = 0; i < COMMANDS; i++)
        printf("  %-12s %s\n", command_table[i].name, command_table[i].summary);
    puts("\nWithout a FILE, or with -, a command reads standard input. Files keep their encoding,");
    puts("byte order mark and line ends. 'kotext COMMAND --help' tells more of each.\n");
    puts("Examples");
    puts("  $ kotext align article.ko.txt article.en.txt     which name is which");
    puts("  $ echo 독립문 | kotext romanize --explain         why it is dongnimmun");
    puts("  $ kotext names --nbest 5 < names.txt             how people spell them");
    print_statuses();
}

void print_help(const command *c) {
    if (c == NULL) {
        print_program_help();
        return;
    }
    printf("kotext %s - %s\n\nusage: kotext %s [OPTION...] %s\n\n", c->name, c->summary, c->name,
           c->operands);
    print_wrapped(c->about, 0, 0);
    print_group(c, GROUP_COMMAND, "Options");
    print_group(c, GROUP_OUTPUT, "Output");
    print_group(c, GROUP_TEXT, "Text");
    print_group(c, GROUP_DATA, "Data");
    print_group(c, GROUP_OTHER, "Other");
    printf("\nExample\n");
    for (const char *line = c->example; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        printf("  %.*s\n", (int)len, line);
        line += len + (line[len] == '\n');
    }
    print_statuses();
}

/* ---- man page ------------------------------------------------------------------------------- */

/* Text for roff: a leading period or quote and backslashes would be requests. */
static void print_roff(const char *text, const char *end) {
    for (bool first = true; *text != '\0'; text++) {
        if (first && (*text == '.' || *text == '\'')) fputs("\\&", stdout);
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
        first = *text == '\n';
    }
    fputs(end, stdout);
}

static void print_man_option(const option *o) {
    puts(".TP");
    fputs("\\fB", stdout);
    if (o->letter != 0) printf("\\-%c\\fR, \\fB", o->letter);
    fputs("\\-\\-", stdout);
    print_roff(o->name, "\\fR");
    if (o->argument != NULL) printf("%s\\fI%s\\fR", o->argument[0] == '[' ? "" : " ", o->argument);
    putchar('\n');
    print_roff(o->help, "\n");
}

static void print_man(void) {
    printf(".TH KOTEXT 1 \"\" \"kotext %s\" \"User Commands\"\n", kt_version());
    puts(".SH NAME\nkotext \\- names and text between Korean and English");
    puts(".SH SYNOPSIS\n.B kotext\n.I command\n[option ...]\n[file ...]");
    puts(
        ".SH DESCRIPTION\nWithout a file, or with \\-, a command reads standard input. Files keep their encoding,\n"
        "byte order mark and line ends.");
    for (int c = 0; c < COMMANDS; c++) {
        printf(".SH kotext %s\n", command_table[c].name);
        print_roff(command_table[c].about, "\n");
        for (int id = 0; id < OPTIONS; id++)
            if (option_table[id].group == GROUP_COMMAND && allowed(c, id))
                print_man_option(&option_table[id]);
        puts(".PP\n.nf");
        print_roff(command_table[c].example, "\n.fi\n");
    }
    puts(".SH OPTIONS OF SEVERAL COMMANDS");
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].group != GROUP_COMMAND) print_man_option(&option_table[id]);
    puts(
        ".SH EXIT STATUS\n0 done; 1 findings, or no match; 2 usage or bad input; 3 input/output error.");
}

/* ---- completions ---------------------------------------------------------------------------- */

/* A '|' list as words. */
static void print_choices(const char *list, size_t len) {
    for (size_t i = 0; i < len; i++)
        putchar(list[i] == '|' ? ' ' : list[i]);
}

/* How many bytes at the head of the operands are a list of what the command can do
 * (info|convert|...); 0 for none. */
static size_t actions(const command *c) {
    size_t len = strcspn(c->operands, " ");
    return memchr(c->operands, '|', len) == NULL ? 0 : len;
}

/* bash gives --scheme=rr as three words. */
static const char bash_head[] =
    "# bash completion for kotext\n"
    "_kotext() {\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    if [[ $cur == = ]]; then cur=\n"
    "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
    "    case $prev in";

static void print_bash_actions(void) {
    puts("    if ((COMP_CWORD == 2)) && [[ $cur != -* ]]; then\n        case ${COMP_WORDS[1]} in");
    for (int c = 0; c < COMMANDS; c++) {
        if (actions(&command_table[c]) == 0) continue;
        printf("        %s) COMPREPLY=($(compgen -W '", command_table[c].name);
        print_choices(command_table[c].operands, actions(&command_table[c]));
        puts("' -- \"$cur\")); return ;;");
    }
    puts("        esac\n    fi");
}

static void print_bash(void) {
    puts(bash_head);
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].choices != NULL) {
            printf("    --%s) COMPREPLY=($(compgen -W '", option_table[id].name);
            print_choices(option_table[id].choices, strlen(option_table[id].choices));
            puts("' -- \"$cur\")); return ;;");
        }
    puts("    esac\n    if ((COMP_CWORD == 1)); then");
    fputs("        COMPREPLY=($(compgen -W '", stdout);
    for (int c = 0; c < COMMANDS; c++)
        printf("%s%s", c > 0 ? " " : "", command_table[c].name);
    puts("' -- \"$cur\")); return\n    fi");
    print_bash_actions();
    puts("    local options=\n    case ${COMP_WORDS[1]} in");
    for (int c = 0; c < COMMANDS; c++) {
        printf("    %s) options='", command_table[c].name);
        for (int id = 0; id < OPTIONS; id++)
            if (allowed(c, id)) printf(" --%s", option_table[id].name);
        puts("' ;;");
    }
    puts(
        "    esac\n    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))\n"
        "    else COMPREPLY=($(compgen -f -- \"$cur\")); fi\n}\ncomplete -o filenames -F _kotext kotext");
}

static void print_quoted(const char *text) {
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (*text == '[' || *text == ']' || *text == ':')
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void print_zsh(void) {
    puts("#compdef kotext\n_kotext() {\n    if ((CURRENT == 2)); then\n        _values command \\");
    for (int c = 0; c < COMMANDS; c++) {
        printf("            '%s[", command_table[c].name);
        print_quoted(command_table[c].summary);
        printf("]'%s\n", c + 1 < COMMANDS ? " \\" : "");
    }
    puts("        return\n    fi\n    case $words[2] in");
    for (int c = 0; c < COMMANDS; c++) {
        printf("    %s) _arguments", command_table[c].name);
        for (int id = 0; id < OPTIONS; id++) {
            if (!allowed(c, id)) continue;
            printf(" \\\n        '--%s%s[", option_table[id].name,
                   option_table[id].argument != NULL ? "=" : "");
            print_quoted(option_table[id].help);
            putchar(']');
            if (option_table[id].choices != NULL) {
                printf(":value:(");
                print_choices(option_table[id].choices, strlen(option_table[id].choices));
                putchar(')');
            } else if (option_table[id].argument != NULL) {
                printf(":value:_files");
            }
            putchar('\'');
        }
        if (actions(&command_table[c]) > 0) {
            printf(" \\\n        '2:action:(");
            print_choices(command_table[c].operands, actions(&command_table[c]));
            printf(")'");
        }
        puts(" \\\n        '*:file:_files' ;;");
    }
    puts("    esac\n}\n_kotext \"$@\"");
}

static void print_fish(void) {
    puts("# fish completion for kotext");
    for (int c = 0; c < COMMANDS; c++) {
        printf("complete -c kotext -n __fish_use_subcommand -a %s -d '", command_table[c].name);
        print_quoted(command_table[c].summary);
        puts("'");
        if (actions(&command_table[c]) > 0) {
            printf(
                "complete -c kotext -n 'test (count (commandline -opc)) = 2; and __fish_seen_subcommand_from %s' -a '",
                command_table[c].name);
            print_choices(command_table[c].operands, actions(&command_table[c]));
            puts("'");
        }
        for (int id = 0; id < OPTIONS; id++) {
            if (!allowed(c, id)) continue;
            printf("complete -c kotext -n '__fish_seen_subcommand_from %s' -l %s",
                   command_table[c].name, option_table[id].name);
            if (option_table[id].letter != 0) printf(" -s %c", option_table[id].letter);
            if (option_table[id].choices != NULL) {
                printf(" -x -a '");
                print_choices(option_table[id].choices, strlen(option_table[id].choices));
                putchar('\'');
            } else if (option_table[id].argument != NULL) {
                printf(" -r");
            }
            puts("");
        }
    }
}

bool print_generated(const char *what) {
    static const struct {
        const char *name;
        void (*print)(void);
    } makers[] = {
        {"man", print_man}, {"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        if (strcmp(makers[i].name, what) != 0) continue;
        makers[i].print();
        return true;
    }
    return false;
}
