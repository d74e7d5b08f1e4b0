/* ktdict.h - the subcommands of the host tool, one file each. */
#ifndef KTDICT_KTDICT_H
#define KTDICT_KTDICT_H

enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_IO = 3 };

/* Each gets the arguments behind its name and returns an exit status. */
int compile_command(int argc, char **argv);
int import_command(int argc, char **argv); /* one of the following */
int import_cldr(int argc, char **argv);
int import_mecab(int argc, char **argv);
int import_cmudict(int argc, char **argv);
int import_hanja(int argc, char **argv);
int import_sino_command(int argc, char **argv);
int dump_command(int argc, char **argv);
int verify_command(int argc, char **argv);
int lint_command(int argc, char **argv);
int pairs_command(int argc, char **argv);

/* Prints a usage error and returns EXIT_USAGE. */
int usage_error(const char *command, const char *message);

/* The value after `option` in argv; NULL when it is not there. */
const char *option_value(int argc, char **argv, const char *option);

#endif
