/* kotext - names and text between Korean and English. */
#include <kotext/kotext.h>

#include <stdio.h>
#include <string.h>

#include "options.h"

static int print_version(const char *data_path) {
    kt_config config = KT_CONFIG_INIT;
    kt_engine *engine = NULL;
    kt_error err;
    config.data_path = data_path;
    printf("kotext %s (%s)\n", kt_version(), kt_build_info());
    if (kt_engine_open(&config, &engine, &err) != KT_OK) {
        fprintf(stderr, "kotext: %s\n", err.message);
        return EXIT_USAGE;
    }
    printf("data: %s\n", kt_engine_data_info(engine));
    kt_engine_close(engine);
    return EXIT_DONE;
}

static int unknown_command(const char *name) {
    const char *close = command_suggest(name);
    if (close != NULL)
        fprintf(stderr, "kotext: no command '%s'; did you mean '%s'?\n", name, close);
    else
        fprintf(stderr, "kotext: no command '%s'; see 'kotext --help'\n", name);
    return EXIT_USAGE;
}

static int run(int argc, char **argv, const command *c) {
    arguments args;
    int status = EXIT_USAGE;
    if (arguments_parse(argc, argv, c, &args)) {
        if (arguments_has(&args, OPT_HELP)) {
            print_help(c);
            status = EXIT_DONE;
        } else if (arguments_has(&args, OPT_VERSION)) {
            status = print_version(arguments_value(&args, OPT_DATA, NULL));
        } else {
            status = c->run(&args);
        }
    }
    arguments_free(&args);
    return status;
}

/* What comes before a command: help, version, and the hidden --generate of the build. */
static int run_without_command(int argc, char **argv) {
    const char *what = argv[1];
    if (strcmp(what, "--help") == 0 || strcmp(what, "-h") == 0 || strcmp(what, "help") == 0) {
        const command *c = argc > 2 ? command_find(argv[2]) : NULL;
        if (argc > 2 && c == NULL) return unknown_command(argv[2]);
        print_help(c);
        return EXIT_DONE;
    }
    if (strcmp(what, "--version") == 0 || strcmp(what, "-V") == 0) return print_version(NULL);
    size_t len = strlen(what); /* a plugin of Subtitle Edit is started with its request alone */
    if (argc == 2 && len > 5 && strcmp(what + len - 5, ".json") == 0) return plugin_run(what);
    if (strcmp(what, "--generate") == 0 && argc == 3 && print_generated(argv[2])) return EXIT_DONE;
    return unknown_command(what);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("kotext: which command? See 'kotext --help'.\n", stderr);
        return EXIT_USAGE;
    }
    const command *c = command_find(argv[1]);
    int status = c != NULL ? run(argc - 2, argv + 2, c) : run_without_command(argc, argv);
    if (status != EXIT_IO && (fflush(stdout) != 0 || ferror(stdout))) {
        fputs("kotext: cannot write to standard output\n", stderr);
        return EXIT_IO;
    }
    return status;
}
