/* tokens_divide.c - the words of a reading as tokens, beside the names that were found. */
#include "core/status.h"
#include "core/str.h"
#include "engine/tokens.h"
#include "lexicon/tags.h"

typedef struct divider {
    const kt_token *names;
    size_t name_count, next;
    kt_token *out;
    size_t count;
} divider;

/* Parts of compounds this long are words of their own. */
enum { LONG_COMPOUND = 5 * 3, LEAST_PART = 2 * 3 };

static void add(divider *d, uint32_t start, uint32_t stem_end, uint32_t end, kt_token_kind kind) {
    if (start < end) d->out[d->count++] = (kt_token){{start, end}, {start, stem_end}, kind};
}

static bool is_noun(kt_tag tag) {
    return tag == KT_TAG_NNG || tag == KT_TAG_NNP;
}

/* Whether [start, end) is nouns of two syllables or more each; the last may be a suffix (도서 관).
 */
static bool is_long_compound(const kt_analysis *reading, const kt_eojeol *e, uint32_t start,
                             uint32_t end) {
    if (end - start < LONG_COMPOUND) return false;
    for (uint32_t i = 0; i < e->count; i++) {
        const kt_morpheme *m = &reading->morphemes[e->first + i];
        if (m->span.start < start || m->span.start >= end) continue;
        bool last = m->span.end == end && m->span.start > start;
        if (!is_noun(m->tag) && !(last && m->tag == KT_TAG_XSN)) return false;
        if (m->span.end - m->span.start < LEAST_PART && !last) return false;
    }
    return true;
}

/* The nominal [start, stem_end) with its particles up to `end`, a long compound part by part. */
static void add_nominal(divider *d, const kt_analysis *reading, const kt_eojeol *e,
                        kt_token token) {
    uint32_t at = token.span.start, stem = token.stem.end;
    bool parts = is_long_compound(reading, e, at, stem);
    for (uint32_t i = 0; parts && i < e->count; i++) {
        kt_span part = reading->morphemes[e->first + i].span;
        bool before_suffix = part.end + LEAST_PART > stem;
        if (part.start < at || part.end >= stem || before_suffix) continue;
        add(d, at, part.end, part.end, token.kind);
        at = part.end;
    }
    add(d, at, stem, token.span.end, token.kind);
}

/* 고양 is no name in 고양이: it ends within a morpheme. Nor does one end in a verb (배 고프면).
 * `first` is the number of an eojeol before its end. */
static bool ends_badly(const kt_analysis *reading, size_t first, uint32_t end) {
    while (first + 1 < reading->eojeol_count && reading->eojeols[first].span.end < end)
        first++;
    const kt_eojeol *e = &reading->eojeols[first];
    if (e->kind == KT_EOJEOL_PREDICATE) return true;
    for (uint32_t i = 0; i < e->count; i++) {
        kt_span m = reading->morphemes[e->first + i].span;
        if (m.start < end && end < m.end) return true;
    }
    return false;
}

/* 강화, a county, is no place where the reading has it as a common noun. */
static bool is_common_here(const kt_analysis *reading, const kt_eojeol *e, kt_token name) {
    if (name.kind != KT_TOKEN_PLACE) return false;
    for (uint32_t i = 0; i < e->count; i++) {
        const kt_morpheme *m = &reading->morphemes[e->first + i];
        bool whole = m->span.start == name.stem.start && m->span.end == name.stem.end;
        if (whole && m->tag == KT_TAG_NNG) return true;
    }
    return false;
}

/* "사랑"은: a particle behind a mark is an eojeol, of which it is all. */
static void add_lone_josa(divider *d, const kt_analysis *reading, const kt_eojeol *e) {
    bool josa = e->kind == KT_EOJEOL_OTHER && e->count > 0 &&
                kti_tag_is_josa(reading->morphemes[e->first].tag);
    if (josa) add(d, e->span.start, e->span.start, e->span.end, KT_TOKEN_PLAIN);
}

/* The names that begin in the eojeol, and the rest of it behind the last of them. */
static void add_eojeol(divider *d, const kt_analysis *reading, size_t number) {
    const kt_eojeol *e = &reading->eojeols[number];
    bool nominal = e->kind == KT_EOJEOL_NOMINAL;
    uint32_t at = e->span.start, stem = nominal ? e->stem.end : e->span.end;
    while (d->next < d->name_count && d->names[d->next].span.start < e->span.end) {
        kt_token name = d->names[d->next++];
        if (ends_badly(reading, number, name.span.end) || is_common_here(reading, e, name))
            continue;
        if (name.span.start < at) {
            d->out[d->count++] = name;
            continue;
        }
        bool closes = nominal && name.stem.end == stem && name.span.end <= e->span.end;
        if (closes) name.span.end = e->span.end;
        if (closes && name.kind == KT_TOKEN_ORG)
            add_nominal(d, reading, e, name);
        else
            d->out[d->count++] = name;
        at = name.span.end;
    }
    bool whole = at == e->span.start;
    if (whole) add_lone_josa(d, reading, e);
    if (nominal && at < e->span.end && at <= stem) {
        if (whole)
            add_nominal(d, reading, e, (kt_token){e->span, {at, stem}, KT_TOKEN_NOMINAL});
        else
            add(d, at, stem, e->span.end, KT_TOKEN_PLAIN);
    }
}

kt_status kti_tokens_divide(kt_ctx *ctx, const kt_analysis *reading, const kt_token **tokens,
                            size_t *count) {
    size_t most = *count + reading->morpheme_count + reading->eojeol_count + 1;
    divider d = {*tokens, *count, 0, kti_arena_take(&ctx->scratch, most * sizeof *d.out), 0};
    if (d.out == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < reading->eojeol_count; i++)
        add_eojeol(&d, reading, i);
    while (d.next < d.name_count)
        d.out[d.count++] = d.names[d.next++];
    *tokens = d.out;
    *count = d.count;
    return KT_OK;
}

/* A line that is one word of three syllables, known as a person, unknown, or only as three words.
 */
bool kti_tokens_lone_name(const kt_analysis *reading, kt_str text) {
    enum { SYLLABLES = 3, BYTES = 3 };
    if (reading->eojeol_count != 1 || text.len != SYLLABLES * BYTES) return false;
    const kt_eojeol *e = &reading->eojeols[0];
    if (e->span.start != 0 || e->span.end != text.len) return false;
    const kt_morpheme *m = &reading->morphemes[e->first];
    if (e->count == 1) return (m->flags & (KT_MORPHEME_UNKNOWN | KT_MORPHEME_PERSON)) != 0;
    bool known = e->count == 2 && m[0].span.end == BYTES; /* 이율곡 */
    if (known) return (m[1].flags & KT_MORPHEME_PERSON) != 0;
    if (e->count != SYLLABLES) return false;
    for (uint32_t i = 0; i < e->count; i++)
        if (reading->morphemes[e->first + i].span.end != (i + 1) * BYTES) return false;
    return true;
}

bool kti_tokens_lone_noun(const kt_analysis *reading, kt_str text) {
    enum { LONGEST = 16 * 3 };
    if (reading->eojeol_count == 0 || text.len > LONGEST) return false;
    for (size_t i = 0; i < text.len; i++)
        if (kti_is_ascii_space(text.ptr[i])) return false;
    const kt_eojeol *e = &reading->eojeols[reading->eojeol_count - 1];
    if (e->count == 0 || e->span.end != text.len) return false;
    const kt_morpheme *last = &reading->morphemes[e->first + e->count - 1];
    return is_noun(last->tag) || last->tag == KT_TAG_XSN || last->tag == KT_TAG_NNB;
}
