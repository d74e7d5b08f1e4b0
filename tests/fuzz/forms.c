/* Any bytes in any form: by vectors or without, whole or piece by piece, and as utf8proc has it. */
#include "fuzz.h"

#include <utf8proc.h>

#include "core/buf.h"
#include "core/text.h"
#include "unicode/nfc_quick.h"

static const kti_form forms[] = {KTI_NFC, KTI_NFD, KTI_NFKC};

/* utf8proc before 2.11.2 drops U+11A7 (tests/conformance/icu_utf8proc.c), and takes no ill-formed
 * text; on long runs of marks it is slow. */
static bool is_for_utf8proc(kt_str in) {
    return kti_utf8_check(in, 0) == in.len && in.len < 4096 &&
           kti_str_find(in, KTI_STR("\xE1\x86\xA7"), 0) >= in.len;
}

static void check_utf8proc(kt_str in, kti_form form, const kt_text *text) {
    static const utf8proc_option_t options[] = {UTF8PROC_COMPOSE, UTF8PROC_DECOMPOSE,
                                                UTF8PROC_COMPOSE | UTF8PROC_COMPAT};
    utf8proc_uint8_t *bytes = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)in.ptr, (utf8proc_ssize_t)in.len,
                                        &bytes, UTF8PROC_STABLE | options[form]);
    MUST(len >= 0);
    MUST(kti_str_eq(kt_text_str(text), (kt_str){(const char *)bytes, (size_t)len}));
    free(bytes);
}

static void add_edits(kti_buf *all, const kt_text *text, bool *copied) {
    const kt_edit *edits;
    size_t count = kt_text_edits(text, &edits);
    for (size_t i = 0; i < count; i++) {
        bool copy = edits[i].rule == 0;
        if (copy && *copied) {
            uint32_t *last = (uint32_t *)(void *)(all->ptr + all->len) - 3;
            last[0] += edits[i].src_len;
            last[1] += edits[i].dst_len;
        } else {
            uint32_t row[] = {edits[i].src_len, edits[i].dst_len, edits[i].rule};
            kti_buf_add(all, row, sizeof row);
        }
        *copied = copy;
    }
}

/* The map of the whole is those of its pieces in a row. */
static void check_map(kt_str in, kti_form form, const kt_text *text, kti_arena *arena) {
    kti_buf whole, parts;
    kt_text part;
    bool copied = false;
    kti_buf_init(&whole, NULL);
    kti_buf_init(&parts, NULL);
    kti_text_init(&part, NULL);
    add_edits(&whole, text, &copied);
    copied = false;
    for (size_t at = 0, end; at < in.len; at = end) {
        end = at + kti_utf8_at(in, at).len;
        for (kti_cp next; end < in.len; end += next.len) {
            next = kti_utf8_at(in, end);
            if (!next.valid || kti_nf_begins_piece(next.cp, form)) break;
            if (!kti_utf8_at(in, at).valid) break;
        }
        MUST(kti_nf(form, kti_str_cut(in, at, end), 1, arena, &part) == KT_OK);
        add_edits(&parts, &part, &copied);
    }
    MUST(kti_buf_status(&whole) == KT_OK && kti_buf_status(&parts) == KT_OK);
    MUST(kti_str_eq(kti_buf_str(&whole), kti_buf_str(&parts)));
    kti_text_free_fields(&part);
    kti_buf_free(&whole);
    kti_buf_free(&parts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input input = {data, size};
    kti_form form = forms[fuzz_choice(&input, 3)];
    kt_str in = fuzz_text(&input);
    kti_arena arena;
    kt_text text;
    kti_arena_init(&arena, NULL);
    kti_text_init(&text, NULL);
    for (size_t at = 0; at < in.len && at < 64; at += kti_utf8_at(in, at).len)
        MUST(kti_nf_settled(in, at, form) == kti_nf_settled_slowly(in, at, form));
    MUST(kti_nf(form, in, 1, &arena, &text) == KT_OK);
    MUST(kti_span_law(&text, in));
    MUST(!kti_nf_is(form, in) || kti_str_eq(kt_text_str(&text), in));
    if (is_for_utf8proc(in)) check_utf8proc(in, form, &text);
    if (in.len < 65536) check_map(in, form, &text, &arena);
    kti_text_free_fields(&text);
    kti_arena_free(&arena);
    return 0;
}
