/* ktdict - makes, shows and checks the data of kotext. */
#include "ktdict.h"

#include <stdio.h>
#include <string.h>

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *arguments;
    const char *summary;
} commands[] = {
    {"compile", compile_command,
     "--dicts DIR [--lexicon FILE] [--hanja FILE] [--readings FILE]\n      [--sounds FILE] [--models DIR] [--cldr FILE] -o FILE.ktd",
     "compile the tables, an imported word list and the models into one data file"},
    {"import", import_command, "mecab DIR [--profile full|small] -o FILE",
     "read a compiled mecab-ko-dic into a word list with readings and costs"},
    {"import", import_command, "cmudict index.js -o FILE",
     "read the English pronunciations of npm's cmu-pronouncing-dictionary"},
    {"import", import_command, "sino HANJA.TXT [--lexicon FILE] -o FILE",
     "read libhangul's hanja.txt into the Hanja spellings of words"},
    {"import", import_command,
     "hanja HANJA.TXT [--lexicon FILE] [--names TSV] [--surnames TSV] -o FILE",
     "read it into a list of how Hanja are read"},
    {"import", import_command, "cldr [--lexicon FILE] -o FILE.tsv",
     "write the names of territories, languages and cities that CLDR has into a table"},
    {"pairs", pairs_command, "-o FILE", "make the tables that romanize without a word list"},
    {"dump", dump_command, "FILE.ktd [--section NAME]", "print a data file as text"},
    {"verify", verify_command, "FILE.ktd", "check every checksum of a data file"},
    {"lint", lint_command, "DIR", "check the tables against the rules of dicts/README.md"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static int print_help(void) {
    puts("ktdict makes, shows and checks the data that kotext reads names and words from.\n");
    puts("usage:");
    for (int i = 0; i < COMMANDS; i++)
        printf("  ktdict %s %s\n      %s\n", commands[i].name, commands[i].arguments,
               commands[i].summary);
    puts("\nExit status: 0 done; 1 findings; 2 usage or bad input; 3 input/output error.");
    return EXIT_DONE;
}

int import_command(int argc, char **argv) {
    if (argc > 0 && strcmp(argv[0], "mecab") == 0) return import_mecab(argc - 1, argv + 1);
    if (argc > 0 && strcmp(argv[0], "cmudict") == 0) return import_cmudict(argc - 1, argv + 1);
    if (argc > 0 && strcmp(argv[0], "hanja") == 0) return import_hanja(argc - 1, argv + 1);
    if (argc > 0 && strcmp(argv[0], "cldr") == 0) return import_cldr(argc, argv);
    if (argc > 0 && strcmp(argv[0], "sino") == 0) return import_sino_command(argc, argv);
    return usage_error("import", "want: mecab DIR, cmudict FILE, sino FILE, hanja FILE or cldr");
}

int usage_error(const char *command, const char *message) {
    fprintf(stderr, "ktdict %s: %s; see ktdict --help\n", command, message);
    return EXIT_USAGE;
}

const char *option_value(int argc, char **argv, const char *option) {
    for (int i = 0; i + 1 < argc; i++)
        if (strcmp(argv[i], option) == 0) return argv[i + 1];
    return NULL;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        print_help();
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) return print_help();
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(argv[1], commands[i].name) == 0) return commands[i].run(argc - 2, argv + 2);
    return usage_error(argv[1], "no such command");
}
