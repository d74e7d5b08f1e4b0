/* The host tools make the data, so they are linked without it. */
#include "lexicon/builtin.h"

kt_str kti_builtin_data(void) {
    return (kt_str){NULL, 0};
}
