/* parse.c - the command line against the table of options. */
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool allowed(const command *c, const option *o) {
    return (o->commands >> (c - command_table) & 1) != 0;
}

/* ---- suggestions ---------------------------------------------------------------------------- */

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Edit distance of short words; long ones are never close. */
static size_t distance(const char *a, const char *b) {
    enum { LONGEST = 24 };
    size_t row[LONGEST + 1];
    size_t as = strlen(a), bs = strlen(b);
    if (as > LONGEST || bs > LONGEST) return LONGEST;
    for (size_t j = 0; j <= bs; j++)
        row[j] = j;
    for (size_t i = 1; i <= as; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= bs; j++) {
            size_t above = row[j];
            row[j] = smaller(smaller(above, row[j - 1]) + 1, corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    return row[bs];
}

const char *command_suggest(const char *name) {
    const char *best = NULL;
    size_t least = 3;
    for (int i = 0; i < COMMANDS; i++) {
        size_t d = distance(name, command_table[i].name);
        if (d < least) {
            least = d;
            best = command_table[i].name;
        }
    }
    return best;
}

static const char *option_suggest(const command *c, const char *name) {
    const char *best = NULL;
    size_t least = 3;
    for (int i = 0; i < OPTIONS; i++) {
        size_t d = distance(name, option_table[i].name);
        if (!allowed(c, &option_table[i]) || d >= least) continue;
        least = d;
        best = option_table[i].name;
    }
    return best;
}

const command *command_find(const char *name) {
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(command_table[i].name, name) == 0) return &command_table[i];
    return NULL;
}

/* ---- options -------------------------------------------------------------------------------- */

/* `dashes` are those of the option: "--", "-". */
static bool complain(const command *c, const char *what, const char *dashes, const char *name) {
    fprintf(stderr, "kotext: %s: %s %s%s; see 'kotext %s --help'\n", c->name, what, dashes, name,
            c->name);
    return false;
}

static bool unknown(const command *c, const char *name) {
    const char *close = option_suggest(c, name);
    if (close == NULL) return complain(c, "no such option", "--", name);
    fprintf(stderr, "kotext: %s: no such option --%s; did you mean --%s?\n", c->name, name, close);
    return false;
}

static int choice_of(const char *choices, const char *value) {
    size_t len = strlen(value);
    for (int index = 0;; index++) {
        const char *end = strchr(choices, '|');
        size_t width = end == NULL ? strlen(choices) : (size_t)(end - choices);
        if (width == len && memcmp(choices, value, len) == 0) return index;
        if (end == NULL) return -1;
        choices = end + 1;
    }
}

static bool set(arguments *out, int id, const char *value) {
    const option *o = &option_table[id];
    if (o->choices != NULL && value != NULL && choice_of(o->choices, value) < 0) {
        fprintf(stderr, "kotext: %s: --%s cannot be '%s'; it is one of %s\n", out->command->name,
                o->name, value, o->choices);
        return false;
    }
    out->values[id] = value == NULL ? "" : value;
    return true;
}

/* --name, --name=value or --name value; `*next` is the argument behind. */
static bool parse_long(arguments *out, const char *text, char **argv, int argc, int *at) {
    const char *equals = strchr(text, '=');
    size_t len = equals == NULL ? strlen(text) : (size_t)(equals - text);
    for (int id = 0; id < OPTIONS; id++) {
        const option *o = &option_table[id];
        if (strlen(o->name) != len || memcmp(o->name, text, len) != 0) continue;
        if (!allowed(out->command, o)) break;
        bool optional = o->argument != NULL && o->argument[0] == '[';
        if (o->argument == NULL && equals != NULL)
            return complain(out->command, "no value goes with", "--", o->name);
        if (o->argument == NULL || (optional && equals == NULL)) return set(out, id, NULL);
        if (equals != NULL) return set(out, id, equals + 1);
        if (*at + 1 >= argc)
            return complain(out->command, "a value is missing after", "--", o->name);
        return set(out, id, argv[++*at]);
    }
    return unknown(out->command, text);
}

static int by_letter(const command *c, char letter) {
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].letter == letter && allowed(c, &option_table[id])) return id;
    return -1;
}

/* -abc, -o FILE, -oFILE. */
static bool parse_short(arguments *out, const char *text, char **argv, int argc, int *at) {
    for (; *text != '\0'; text++) {
        char name[2] = {*text, '\0'};
        int id = by_letter(out->command, *text);
        if (id < 0) return complain(out->command, "no such option", "-", name);
        const char *argument = option_table[id].argument;
        if (argument == NULL || argument[0] == '[') {
            if (!set(out, id, NULL)) return false;
            continue;
        }
        if (text[1] != '\0') return set(out, id, text + 1);
        if (*at + 1 >= argc) return complain(out->command, "a value is missing after", "-", name);
        return set(out, id, argv[++*at]);
    }
    return true;
}

bool arguments_parse(int argc, char **argv, const command *c, arguments *out) {
    *out = (arguments){.command = c};
    out->operands = calloc((size_t)argc + 1, sizeof *out->operands);
    if (out->operands == NULL) {
        fputs("kotext: out of memory\n", stderr);
        return false;
    }
    bool only_operands = false;
    for (int i = 0; i < argc; i++) {
        const char *text = argv[i];
        bool fine = true;
        if (only_operands || text[0] != '-' || text[1] == '\0')
            out->operands[out->operand_count++] = text;
        else if (strcmp(text, "--") == 0)
            only_operands = true;
        else if (text[1] == '-')
            fine = parse_long(out, text + 2, argv, argc, &i);
        else
            fine = parse_short(out, text + 1, argv, argc, &i);
        if (!fine) return false;
    }
    return true;
}

void arguments_free(arguments *args) {
    free((void *)args->operands);
}

/* ---- values --------------------------------------------------------------------------------- */

bool arguments_has(const arguments *args, option_id id) {
    return args->values[id] != NULL;
}

const char *arguments_value(const arguments *args, option_id id, const char *other) {
    return args->values[id] != NULL ? args->values[id] : other;
}

int arguments_choice(const arguments *args, option_id id, int other) {
    return args->values[id] == NULL ? other : choice_of(option_table[id].choices, args->values[id]);
}

bool arguments_number(const arguments *args, option_id id, long low, long high, long *out) {
    const char *text = args->values[id];
    char *end = NULL;
    if (text == NULL) return true;
    long value = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || value < low || value > high) {
        fprintf(stderr, "kotext: %s: --%s is a number from %ld to %ld, not '%s'\n",
                args->command->name, option_table[id].name, low, high, text);
        return false;
    }
    *out = value;
    return true;
}
