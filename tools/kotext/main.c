#include <kotext/kotext.h>

int main(void) {
    return 0;
}
