#include "options.h"
int annotate_command(const arguments *args) { (void)args; return 2; }
int check_command(const arguments *args) { (void)args; return 2; }
int apply_command(const arguments *args) { (void)args; return 2; }
