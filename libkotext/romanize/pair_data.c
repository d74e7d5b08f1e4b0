#include "romanize/pair_data.h"

/* Set by pair_data.S. */
extern const char kti_pair_data_begin[] __attribute__((visibility("hidden")));
extern const char kti_pair_data_end[] __attribute__((visibility("hidden")));

kt_str kti_pair_data(void) {
    return (kt_str){kti_pair_data_begin, (size_t)(kti_pair_data_end - kti_pair_data_begin)};
}
