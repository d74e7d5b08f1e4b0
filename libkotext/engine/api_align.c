#include "align/align.h"
#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "unicode/nfc.h"

const char *kt_evidence_id(kt_evidence evidence) {
    switch (evidence) {
    case KT_EVIDENCE_NONE:
        return "none";
    case KT_EVIDENCE_DICTIONARY:
        return "dictionary";
    case KT_EVIDENCE_SPELLING:
        return "spelling";
    case KT_EVIDENCE_ADJECTIVE:
        return "adjective";
    case KT_EVIDENCE_METONYM:
        return "metonym";
    case KT_EVIDENCE_SURNAME:
        return "surname";
    case KT_EVIDENCE_PART:
        return "part";
    case KT_EVIDENCE_TOGETHER:
        return "together";
    case KT_EVIDENCE_TRANSLATED:
        return "translated";
    case KT_EVIDENCE_SAME:
        return "same";
    }
    return "unknown";
}

/* Units in NFC, with the maps back to the caller's bytes. */
typedef struct nfc_units {
    kt_align_unit *units;
    kt_text *maps; /* alloc set only where the unit was changed */
    size_t count;
    bool *changed;
} nfc_units;

static kt_status to_nfc(kt_ctx *ctx, const kt_align_unit *in, size_t count, nfc_units *out) {
    out->count = count;
    out->units = kti_arena_zeroed(&ctx->scratch, count + 1, sizeof *out->units);
    out->maps = kti_arena_zeroed(&ctx->scratch, count + 1, sizeof *out->maps);
    out->changed = kti_arena_zeroed(&ctx->scratch, count + 1, sizeof *out->changed);
    if (out->units == NULL || out->maps == NULL || out->changed == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        if (in[i].text.len > INT32_MAX) return KT_ERR_TOO_LARGE;
        out->units[i] = in[i];
        if (kti_nf_is(KTI_NFC, in[i].text)) continue;
        kti_text_init(&out->maps[i], &ctx->alloc);
        out->changed[i] = true;
        KTI_TRY(kti_nf(KTI_NFC, in[i].text, 1, &ctx->scratch, &out->maps[i]));
        out->units[i].text = kt_text_str(&out->maps[i]);
    }
    return KT_OK;
}

static kt_span original(const nfc_units *side, size_t unit, kt_span span) {
    if (unit == SIZE_MAX || !side->changed[unit] || span.end == 0) return span;
    return kt_text_source(&side->maps[unit], span);
}

static void free_maps(nfc_units *side) {
    for (size_t i = 0; side->changed != NULL && i < side->count; i++)
        if (side->changed[i]) kti_text_free_fields(&side->maps[i]);
}

static kt_status align(kt_ctx *ctx, nfc_units *ko, nfc_units *en, const kt_align_options *opts,
                       kt_link **links, size_t *count) {
    KTI_TRY(kti_align(&ctx->engine->matcher, ctx->uni, ko->units, ko->count, en->units, en->count,
                      opts, &ctx->scratch, links, count));
    for (size_t i = 0; i < *count; i++) {
        kt_link *link = &(*links)[i];
        link->ko = original(ko, link->ko_unit, link->ko);
        link->ko_title = original(ko, link->ko_unit, link->ko_title);
        link->en = original(en, link->en_unit, link->en);
        link->en_title = original(en, link->en_unit, link->en_title);
    }
    return KT_OK;
}

kt_status kt_align(kt_ctx *ctx, const kt_align_unit *ko, size_t ko_count, const kt_align_unit *en,
                   size_t en_count, const kt_align_options *opts, const kt_link **links,
                   size_t *count) {
    static const kt_align_options defaults = KT_ALIGN_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (links == NULL || count == NULL || !kti_known_align(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the links");
    *links = NULL;
    *count = 0;
    if ((ko == NULL && ko_count > 0) || (en == NULL && en_count > 0))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "no units");
    if (opts->pairing == KT_PAIRING_PARALLEL && ko_count != en_count)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "the two sides differ in length");
    if (ko_count > UINT32_MAX / 4 || en_count > UINT32_MAX / 4)
        return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    nfc_units ko_nfc = {.count = 0}, en_nfc = {.count = 0};
    kt_link *found = NULL;
    size_t found_count = 0;
    kt_status status = to_nfc(ctx, ko, ko_count, &ko_nfc);
    if (status == KT_OK) status = to_nfc(ctx, en, en_count, &en_nfc);
    if (status == KT_OK) status = align(ctx, &ko_nfc, &en_nfc, opts, &found, &found_count);
    free_maps(&ko_nfc);
    free_maps(&en_nfc);
    if (status == KT_OK) {
        *links = found;
        *count = found_count;
    }
    return kti_ctx_end(ctx, status);
}

/* ---- forms ---------------------------------------------------------------------------------- */

typedef struct forms {
    kt_english_form *list;
    size_t count, capacity;
    kti_arena *arena;
} forms;

static kt_status add_form(forms *f, kt_str english, kt_evidence evidence) {
    for (size_t i = 0; i < f->count; i++)
        if (kti_str_eq(f->list[i].english, english)) return KT_OK;
    kt_english_form *list = kti_arena_room(f->arena, f->list, f->count, &f->capacity, sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    f->list = list;
    f->list[f->count++] = (kt_english_form){english, evidence};
    return KT_OK;
}

static kt_status add_listed(forms *f, kt_str list, kt_evidence evidence) {
    while (list.len > 0)
        KTI_TRY(add_form(f, kti_str_next_field(&list, '|'), evidence));
    return KT_OK;
}

static kt_status add_names(forms *f, const kti_entry *e) {
    KTI_TRY(add_listed(f, e->english, KT_EVIDENCE_DICTIONARY));
    return add_listed(f, e->also_english, KT_EVIDENCE_DICTIONARY);
}

static kt_status add_others(forms *f, const kti_entry *e) {
    KTI_TRY(add_listed(f, e->adjective, KT_EVIDENCE_ADJECTIVE));
    return add_listed(f, e->metonym, KT_EVIDENCE_METONYM);
}

static kt_status find_forms(const kti_lexicon *lexicon, kt_str korean, forms *f) {
    enum { ROWS = 8 };
    kti_hit hits[ROWS];
    kti_entry rows[ROWS];
    size_t count = kti_lexicon_korean_whole(lexicon, korean, hits, ROWS), kept = 0;
    for (size_t i = 0; i < count; i++) {
        rows[kept] = kti_lexicon_entry(lexicon, hits[i].entry);
        kept += kti_names_something(rows[kept].kind);
    }
    for (int user = 1; user >= 0; user--)
        for (size_t i = 0; i < kept; i++)
            if ((rows[i].kind == KTI_ENTRY_USER) == (user == 1)) KTI_TRY(add_names(f, &rows[i]));
    for (size_t i = 0; i < kept; i++)
        KTI_TRY(add_others(f, &rows[i]));
    return KT_OK;
}

kt_status kt_english_forms(kt_ctx *ctx, kt_str korean, const kt_english_form **list,
                           size_t *count) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (list == NULL || count == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    forms f = {.arena = &ctx->scratch};
    kt_str nfc = kti_nf_short(KTI_NFC, korean, &ctx->scratch);
    kt_status status = nfc.ptr == NULL ? KT_ERR_NOMEM : find_forms(ctx->engine->lexicon, nfc, &f);
    *list = f.list;
    *count = status == KT_OK ? f.count : 0;
    return kti_ctx_end(ctx, status);
}
