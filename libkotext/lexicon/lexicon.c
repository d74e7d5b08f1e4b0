#include "lexicon/lexicon.h"

struct kti_lexicon {
    kt_alloc alloc;
};

kt_status kti_lexicon_open(const kt_alloc *alloc, kt_str data, bool with_names, kt_str user_dict,
                           kti_lexicon **out, kt_error *err) {
    (void)data;
    (void)with_names;
    (void)user_dict;
    (void)err;
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    (*out)->alloc = *alloc;
    return KT_OK;
}

void kti_lexicon_close(kti_lexicon *lexicon) {
    if (lexicon == NULL) return;
    kt_alloc alloc = lexicon->alloc;
    kti_alloc_free(&alloc, lexicon, sizeof *lexicon);
}

const char *kti_lexicon_info(const kti_lexicon *lexicon) {
    (void)lexicon;
    return "";
}

size_t kti_lexicon_surname(const kti_lexicon *lexicon, kt_str name) {
    (void)lexicon;
    (void)name;
    return 0;
}
