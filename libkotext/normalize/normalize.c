#include "normalize/normalize.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/nfc.h"

static const struct step_name {
    kt_str name;
    uint32_t bits;
} step_names[] = {
    {KTI_STR_INIT("compat-jamo"), KT_KOREAN_COMPAT_JAMO},
    {KTI_STR_INIT("halfwidth"), KT_KOREAN_HALFWIDTH},
    {KTI_STR_INIT("conjoining"), KT_KOREAN_CONJOINING},
    {KTI_STR_INIT("middle-dot"), KT_KOREAN_MIDDLE_DOT},
    {KTI_STR_INIT("quotes"), KT_KOREAN_QUOTES},
    {KTI_STR_INIT("fullwidth"), KT_KOREAN_FULLWIDTH},
    {KTI_STR_INIT("zero-width"), KT_KOREAN_ZERO_WIDTH},
    {KTI_STR_INIT("controls"), KT_KOREAN_CONTROLS},
    {KTI_STR_INIT("hanja"), KT_KOREAN_HANJA},
    {KTI_STR_INIT("spaces"), KT_KOREAN_SPACES},
    {KTI_STR_INIT("default"), KT_KOREAN_DEFAULT},
    {KTI_STR_INIT("all"), 0x3FF},
    {KTI_STR_INIT("none"), 0},
};

kt_status kt_korean_steps(kt_str names, uint32_t *bits) {
    if (bits == NULL) return KT_ERR_ARG;
    *bits = 0;
    while (names.len > 0) {
        kt_str name = kti_str_trim(kti_str_next_field(&names, ','));
        size_t i = 0;
        while (i < sizeof step_names / sizeof *step_names && !kti_str_eq(step_names[i].name, name))
            i++;
        if (i == sizeof step_names / sizeof *step_names) return KT_ERR_ARG;
        *bits |= step_names[i].bits;
    }
    return KT_OK;
}

/* ---- forms ---------------------------------------------------------------------------------- */

/* U+F900..FA0B came from KS X 1001, which gave a Hanja one code point for each of its readings. */
static bool carries_reading(uint32_t cp) {
    return cp >= 0xF900 && cp <= 0xFA0B;
}

/* Where the run from `at` of code points that (do not) carry readings ends. */
static size_t run_end(kt_str in, size_t at, bool carrying) {
    while (at < in.len) {
        kti_cp unit = kti_utf8_at(in, at);
        if (carries_reading(unit.cp) != carrying) break;
        at += unit.len;
    }
    return at;
}

/* Appends the edits of `from`, a map of the next bytes of input, to `out`. */
static void append(kt_text *out, const kt_text *from) {
    const kt_edit *edits;
    size_t count = kt_text_edits(from, &edits);
    kt_str bytes = kt_text_str(from);
    for (size_t i = 0; i < count; i++) {
        kt_str to = kti_str_cut(bytes, edits[i].dst, (size_t)edits[i].dst + edits[i].dst_len);
        if (edits[i].rule == 0)
            kti_text_copy(out, to);
        else
            kti_text_replace(out, edits[i].src_len, to, edits[i].rule);
    }
}

static kt_status form_around_hanja(kti_form form, kt_str in, kti_arena *arena, kt_text *part,
                                   kt_text *out) {
    kti_text_clear(out);
    for (size_t at = 0; at < in.len;) {
        size_t end = run_end(in, at, false);
        if (end > at) {
            KTI_TRY(kti_nf(form, kti_str_cut(in, at, end), KTI_NORM_FORM, arena, part));
            append(out, part);
        }
        at = run_end(in, end, true);
        kti_text_copy(out, kti_str_cut(in, end, at));
    }
    return kti_text_status(out);
}

/* ---- the pipeline --------------------------------------------------------------------------- */

/* Three texts: what has been done, the next step's result, and room to join the two. */
typedef struct pipeline {
    kt_text done, step, joined;
    bool started;
} pipeline;

static void swap(kt_text *a, kt_text *b) {
    kt_text keep = *a;
    *a = *b;
    *b = keep;
}

static kt_status take_step(pipeline *p) {
    if (!p->started) {
        swap(&p->done, &p->step);
        p->started = true;
        return KT_OK;
    }
    KTI_TRY(kti_text_compose(&p->done, &p->step, &p->joined));
    swap(&p->done, &p->joined);
    return KT_OK;
}

/* Whether there is nothing to be done but the form: no step, and nothing that it must spare. */
static bool is_form_only(kt_str in, const kt_normalize_options *o) {
    if (o->form == KT_FORM_NONE || (o->korean & ~(uint32_t)KT_KOREAN_HANJA) != 0) return false;
    if ((o->korean & KT_KOREAN_HANJA) != 0) return true;
    for (size_t at = 0; at < in.len; at++) { /* U+F900..FA0B begin EF A4 to EF A8 */
        const char *lead = memchr(in.ptr + at, 0xEF, in.len - at);
        if (lead == NULL) return true;
        at = (size_t)(lead - in.ptr);
        unsigned char second = at + 1 < in.len ? (unsigned char)lead[1] : 0;
        if (second >= 0xA4 && second <= 0xA8) return false;
    }
    return true;
}

static const kti_form forms[] = {KTI_NFC, KTI_NFD, KTI_NFKC};

static kt_status run(pipeline *p, kt_str in, const kt_normalize_options *o, kti_arena *arena) {
    KTI_TRY(kti_normalize_letters(in, o->korean, &p->step));
    KTI_TRY(take_step(p));
    if (o->korean & KT_KOREAN_COMPAT_JAMO) {
        KTI_TRY(kti_normalize_compose(kt_text_str(&p->done), &p->step));
        KTI_TRY(take_step(p));
    }
    if (o->form == KT_FORM_NONE) return KT_OK;
    kt_str text = kt_text_str(&p->done);
    if (o->korean & KT_KOREAN_HANJA) {
        KTI_TRY(kti_nf(forms[o->form], text, KTI_NORM_FORM, arena, &p->step));
    } else {
        KTI_TRY(form_around_hanja(forms[o->form], text, arena, &p->joined, &p->step));
    }
    return take_step(p);
}

kt_status kti_normalize(kt_str in, const kt_normalize_options *o, kti_arena *arena, kt_text *out) {
    if (is_form_only(in, o))
        return kti_nf_telling(forms[o->form], in, KTI_NORM_FORM, KTI_NORM_INVALID, arena, out);
    pipeline p = {.started = false};
    kti_text_init(&p.done, &out->alloc);
    kti_text_init(&p.step, &out->alloc);
    kti_text_init(&p.joined, &out->alloc);
    kt_status status = run(&p, in, o, arena);
    if (status == KT_OK) swap(&p.done, out);
    kti_text_free_fields(&p.done);
    kti_text_free_fields(&p.step);
    kti_text_free_fields(&p.joined);
    return status;
}
