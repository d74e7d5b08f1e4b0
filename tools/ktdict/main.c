#include <stdio.h>

int main(int argc, char **argv) {
    FILE *out = argc > 1 ? fopen(argv[1], "wb") : NULL;
    return out == NULL || fputs("KTD", out) < 0 || fclose(out) != 0;
}
