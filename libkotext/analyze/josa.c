#include "analyze/josa.h"

#include <string.h>

#include "analyze/josa_table.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "unicode/props.h"

enum { SYLLABLE = 3, LONGEST_CHAIN = 3, LONGEST_JOSA = 21 /* bytes: seven syllables */ };

static bool chain_fits(kti_ending end, kt_str rest, unsigned use, int depth);

/* Whether `form` begins `rest` and what is behind it fits on. Behind names a chain may be any. */
static bool form_fits(const kti_josa *row, kt_str form, kt_str rest, unsigned use, int depth) {
    if (!kti_str_starts(rest, form)) return false;
    kt_str behind = kti_str_cut(rest, form.len, rest.len);
    bool closes = use != KTI_JOSA_DETECT && (row->flags & KTI_JOSA_CLOSES) != 0;
    if (behind.len > 0 && closes) return false;
    return chain_fits(kti_ending_of_hangul(form), behind, use, depth + 1);
}

static bool chain_fits(kti_ending end, kt_str rest, unsigned use, int depth) {
    enum { LAST = 2 }; /* the byte in which syllables differ most */
    if (rest.len == 0) return true;
    if (depth == LONGEST_CHAIN || rest.len <= LAST) return false;
    unsigned key = (unsigned char)rest.ptr[LAST] - 0x80u;
    if (key >= KTI_JOSA_KEYS) return false;
    for (size_t i = kti_josa_first[key]; i < kti_josa_first[key + 1]; i++) {
        const kti_josa *row = &kti_josa_table[kti_josa_by_key[i]];
        bool consonant = memcmp(row->consonant.ptr, rest.ptr, SYLLABLE) == 0;
        bool vowel = memcmp(row->vowel.ptr, rest.ptr, SYLLABLE) == 0;
        if ((row->flags & use) == 0 || !(consonant || vowel)) continue;
        if (consonant && kti_josa_consonant_fits(row, end) &&
            form_fits(row, row->consonant, rest, use, depth))
            return true;
        if (vowel && kti_josa_vowel_fits(row, end) && form_fits(row, row->vowel, rest, use, depth))
            return true;
    }
    return false;
}

/* Latin, digits and Hanja are read in ways this does not ask for: any particle fits. */
bool kti_josa_fits(kt_str stem, kt_str rest) {
    return chain_fits(kti_ending_of_hangul(stem), rest, KTI_JOSA_DETECT, 0);
}

size_t kti_josa_stems(kt_str run, kt_str stems[KTI_JOSA_STEMS]) {
    size_t count = 0;
    size_t at = run.len > LONGEST_JOSA ? run.len - LONGEST_JOSA : 3;
    while (at < run.len && !kti_utf8_is_boundary(run, at))
        at++;
    for (; at < run.len && count + 1 < KTI_JOSA_STEMS; at += kti_utf8_at(run, at).len) {
        kt_str stem = kti_str_cut(run, 0, at);
        if (kti_josa_fits(stem, kti_str_cut(run, at, run.len))) stems[count++] = stem;
    }
    stems[count++] = run;
    return count;
}

/* ---- splitting ------------------------------------------------------------------------------ */

/* Where the punctuation at the end of `text` begins. */
static size_t punctuation_at(kt_str text) {
    size_t at = text.len;
    while (at > 0) {
        kti_cp c = kti_utf8_before(text, at);
        if (!kti_cp_is_punct(c.cp) && !kti_cp_is_space(c.cp)) break;
        at -= c.len;
    }
    return at;
}

/* Where the Hangul at the end of `text` begins, at most the longest chain away. */
static size_t hangul_at(kt_str text) {
    size_t at = text.len;
    while (at > 0 && text.len - at < LONGEST_JOSA) {
        kti_cp c = kti_utf8_before(text, at);
        if (!kti_cp_in_hangul_word(c.cp)) break;
        at -= c.len;
    }
    return at;
}

/* How good a stem is, from 0. */
enum { WHOLE, PART, PRONOUN, NOUN, WHOLE_NOUN, NO_HANGUL };

static int known_rank(const kti_lexicon *lexicon, kt_str word) {
    enum { NOUNS = KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER };
    kti_hit hit;
    if (word.len == 0) return PART;
    uint16_t classes = kti_lexicon_word(lexicon, word).classes;
    if ((classes & NOUNS) != 0) return NOUN;
    size_t hits = kti_lexicon_korean_prefixes(lexicon, word, &hit, 1);
    if (hits == 1 && hit.len == word.len) return NOUN;
    return (classes & KTI_WORD_BOUND) != 0 ? PRONOUN : PART;
}

/* Of the stem that ends at `at`. Behind Latin, digits or a quote all Hangul is the particle. */
static int stem_rank(const kti_lexicon *lexicon, kt_str text, size_t at) {
    kt_str before = kti_str_cut(text, 0, at);
    kt_str stem = kti_ending_bare(before);
    if (stem.len == 0) return WHOLE; /* nothing to stand behind */
    if (at < text.len && hangul_at(before) == at) return NO_HANGUL;
    int rank = known_rank(lexicon, kti_str_cut(stem, hangul_at(stem), stem.len));
    if (at < text.len) return rank;
    return rank == NOUN ? WHOLE_NOUN : WHOLE;
}

static kt_status try_stem(const kti_lexicon *lexicon, kt_str text, size_t at, kti_arena *arena,
                          int *rank) {
    kti_ending end = KTI_ENDS_UNKNOWN;
    *rank = -1;
    KTI_TRY(kti_ending_of(kti_str_cut(text, 0, at), arena, &end));
    if (!chain_fits(end, kti_str_cut(text, at, text.len), KTI_JOSA_SPLIT, 0)) return KT_OK;
    *rank = stem_rank(lexicon, text, at);
    return KT_OK;
}

kt_status kti_josa_split(const kti_lexicon *lexicon, kt_str eojeol, kti_arena *arena, kt_span *stem,
                         kt_span *josa) {
    kt_str text = kti_str_cut(eojeol, 0, punctuation_at(eojeol));
    size_t best = text.len;
    int best_rank = stem_rank(lexicon, text, text.len);
    for (size_t at = hangul_at(text); at < text.len; at += kti_utf8_at(text, at).len) {
        int rank;
        KTI_TRY(try_stem(lexicon, text, at, arena, &rank));
        if (rank < best_rank || (rank == best_rank && rank < PRONOUN)) continue;
        best_rank = rank;
        best = at;
    }
    if (text.len == 0) text.len = best = eojeol.len;
    *stem = (kt_span){0, (uint32_t)best};
    *josa = (kt_span){(uint32_t)best, (uint32_t)text.len};
    return KT_OK;
}

/* ---- from a reading ------------------------------------------------------------------------- */

/* Whether a part of the eojeol is particles only, as behind a quote or bracket. */
static bool is_all_josa(const kt_analysis *reading, const kt_eojeol *e) {
    for (uint32_t i = 0; i < e->count; i++)
        if (!kti_tag_is_josa(reading->morphemes[e->first + i].tag)) return false;
    return true;
}

static bool is_mark(const kt_analysis *reading, const kt_eojeol *e) {
    return kti_tag_is_symbol(reading->morphemes[e->first].tag);
}

/* A rare noun that is spelt like a chain of particles (와의, 도만) and stands behind another noun:
 * with a sentence around it, it would have been read as the particles. Where it begins, or the
 * end of the eojeol. */
static uint32_t josa_in_disguise(const kt_analysis *reading, const kt_eojeol *e, kt_str text) {
    const kt_morpheme *last = &reading->morphemes[e->first + e->count - 1];
    if (e->kind != KT_EOJEOL_NOMINAL || e->count < 2 || last->tag > KT_TAG_NNP) return e->span.end;
    kt_str stem = kti_str_cut(text, e->span.start, last->span.start);
    bool fits = stem.len > 0 && kti_josa_fits(stem, kti_str_span(text, last->span));
    return fits ? last->span.start : e->span.end;
}

void kti_josa_read(const kt_analysis *reading, kt_str eojeol, kt_span *stem, kt_span *josa) {
    size_t last = reading->eojeol_count;
    while (last > 0 && is_mark(reading, &reading->eojeols[last - 1]))
        last--;
    if (last == 0) {
        *stem = (kt_span){0, (uint32_t)eojeol.len};
        *josa = (kt_span){stem->end, stem->end};
        return;
    }
    const kt_eojeol *e = &reading->eojeols[last - 1];
    *josa = last > 1 && is_all_josa(reading, e) ? e->span : e->josa;
    if (josa->start == josa->end) josa->start = josa_in_disguise(reading, e, eojeol);
    *stem = (kt_span){0, josa->start};
}
