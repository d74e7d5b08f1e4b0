/* Any bytes as a user's dictionary: accepted, or refused with the line. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    kt_config config = KT_CONFIG_INIT;
    kt_engine *engine = NULL;
    kt_error err = {KT_OK, 0, 0, NULL};
    config.user_dict = (kt_str){(const char *)data, size};
    kt_status status = kt_engine_open(&config, &engine, &err);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && err.line > 0 && err.message != NULL));
    kt_engine_close(engine);
    return 0;
}
