#include "fields.h"

#include <string.h>

enum { LONGEST_PATH = 200 };

/* Where the reader stands: the path so far, and how long it was at each depth. */
typedef struct walk {
    char path[LONGEST_PATH + 1];
    size_t length; /* over LONGEST_PATH: too long to be asked about */
    size_t lengths[KTI_JSON_DEEPEST + 1];
    size_t depth;
} walk;

static void append(walk *w, const char *text, size_t len) {
    if (w->length + len <= LONGEST_PATH) memcpy(w->path + w->length, text, len);
    w->length += len;
    w->path[w->length <= LONGEST_PATH ? w->length : 0] = '\0';
}

static void back_to(walk *w, size_t length) {
    w->length = length;
    if (length <= LONGEST_PATH) w->path[length] = '\0';
}

static void enter_key(walk *w, kt_str key) {
    back_to(w, w->lengths[w->depth]);
    if (w->length > 0) append(w, ".", 1);
    append(w, key.ptr, key.len);
}

static void enter(walk *w, kti_json_kind kind) {
    if (kind == KTI_JSON_ARRAY) append(w, "[]", 2);
    if (w->depth < KTI_JSON_DEEPEST) w->depth++;
    w->lengths[w->depth] = w->length;
}

static void leave(walk *w) {
    if (w->depth > 0) w->depth--;
    back_to(w, w->lengths[w->depth]);
}

bool fields_visit(kt_str json, visit_field *visit, void *context) {
    kti_json reader = {.text = json};
    walk w = {.length = 0};
    for (;;) {
        kti_json_token t = kti_json_next(&reader);
        switch (t.kind) {
        case KTI_JSON_KEY:
            enter_key(&w, t.text);
            break;
        case KTI_JSON_OBJECT:
        case KTI_JSON_ARRAY:
            enter(&w, t.kind);
            break;
        case KTI_JSON_CLOSE:
            leave(&w);
            break;
        case KTI_JSON_END:
            return true;
        case KTI_JSON_BAD:
            return false;
        default:
            if (w.length <= LONGEST_PATH) visit(context, w.path, t);
        }
    }
}

void field_add_string(buffer *out, kti_json_token value) {
    kti_buf decoded;
    kti_buf_init(&decoded, NULL);
    if (value.kind == KTI_JSON_STRING) kti_json_add_decoded(&decoded, value.text);
    buffer_str(out, kti_buf_str(&decoded));
    if (kti_buf_status(&decoded) != KT_OK) out->failed = true;
    kti_buf_free(&decoded);
}

size_t field_count(kti_json_token value) {
    size_t count = 0;
    if (value.kind != KTI_JSON_NUMBER) return 0;
    for (size_t i = 0; i < value.text.len && value.text.ptr[i] >= '0' && value.text.ptr[i] <= '9' &&
                       count < 1u << 30;
         i++)
        count = count * 10 + (size_t)(value.text.ptr[i] - '0');
    return count;
}
