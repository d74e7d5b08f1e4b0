/* The host tools make the data, so they are linked without it. */
#include "lexicon/builtin.h"
#include "romanize/pair_data.h"

kt_str kti_builtin_data(void) {
    return (kt_str){NULL, 0};
}

kt_str kti_pair_data(void) {
    return (kt_str){NULL, 0};
}
