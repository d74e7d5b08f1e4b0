/* words.c - what the words of an analysis say of the places between syllables. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/morphs.h"
#include "lexicon/sino.h"
#include "lexicon/tags.h"
#include "phono/coda.h"
#include "phono/compound.h"
#include "phono/parts.h"
#include "phono/rules.h"
#include "phono/second.h"

enum { RUN_SYLLABLES = 32 };

typedef struct speech {
    kti_phono *p;
    const kti_lexicon *lexicon;
    kti_piece *pieces;             /* of the whole text, in order; fused morphemes overlap */
    const kt_morpheme **morphemes; /* of each piece */
    size_t count;
} speech;

/* A stretch of content words in one eojeol, cut as finely as known. */
typedef struct run {
    kti_piece pieces[RUN_SYLLABLES];
    size_t count;
    uint16_t units[RUN_SYLLABLES];
    uint32_t first, end; /* syllables */
} run;

/* ---- pieces --------------------------------------------------------------------------------- */

static void add_piece(speech *s, const kt_morpheme *m, uint32_t first, uint32_t end) {
    s->morphemes[s->count] = m;
    s->pieces[s->count++] =
        (kti_piece){first,
                    end,
                    (uint8_t)m->tag,
                    false,
                    (m->flags & KT_MORPHEME_UNKNOWN) != 0,
                    m->tag == KT_TAG_NNP && (m->flags & KT_MORPHEME_PERSON) != 0};
}

static kt_status find_pieces(speech *s, const kt_analysis *reading, kti_arena *arena) {
    s->pieces = kti_arena_take(arena, (reading->morpheme_count + 1) * sizeof *s->pieces);
    s->morphemes = kti_arena_take(arena, (reading->morpheme_count + 1) * sizeof *s->morphemes);
    if (s->pieces == NULL || s->morphemes == NULL) return KT_ERR_NOMEM;
    uint32_t at = 0;
    for (size_t i = 0; i < reading->morpheme_count; i++) {
        const kt_morpheme *m = &reading->morphemes[i];
        while (at < s->p->count && s->p->syls[at].src < m->span.start)
            at++;
        uint32_t end = at;
        while (end < s->p->count && s->p->syls[end].src < m->span.end)
            end++;
        if (end > at) add_piece(s, m, at, end);
    }
    return KT_OK;
}

/* ---- endings (11, 24, 25, 27) --------------------------------------------------------------- */

static void set(kti_syl *b, kti_sound sound, uint32_t because) {
    b->sound = (uint8_t)sound;
    b->permitted = (uint8_t)sound;
    b->because = because;
}

/* -(으)ㄹ at the beginning of an ending: -ㄹ게, -을수록. */
static bool begins_in_r(kt_str form) {
    static const char *const beginnings[] = {"ㄹ", "ᆯ", "을"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (kti_str_starts(form, kti_str(beginnings[i]))) return true;
    return false;
}

static void mark_ending(speech *s, size_t i) {
    const kti_piece *piece = &s->pieces[i];
    kti_syl *syls = s->p->syls;
    bool modifier = begins_in_r(s->morphemes[i]->form) && syls[piece->first].t0 == KTI_T_R;
    if (modifier && piece->end - piece->first >= 2)
        set(&syls[piece->first + 1], KTI_SOUND_TENSE, KTI_STD_27_ENDING);
}

static bool is_stem(uint8_t tag) {
    return kti_tag_is_predicate((kt_tag)tag);
}

static bool is_modified(uint8_t tag) {
    return kti_tag_is_noun((kt_tag)tag) || tag == KT_TAG_VX || tag == KT_TAG_XPN;
}

/* The 기 of 숨기다, which the word list takes for a nominal ending: another ending follows it. */
static bool is_causative(const speech *s, size_t i) {
    const kti_piece *b = &s->pieces[i];
    bool followed = i + 1 < s->count && s->pieces[i + 1].first == b->end &&
                    s->p->syls[b->end].gap == KTI_GAP_NONE;
    return b->tag == KT_TAG_ETN && followed && kti_tag_is_eomi((kt_tag)s->pieces[i + 1].tag);
}

/* What stands before a piece, and may stand behind a blank. */
static void mark_join(speech *s, size_t i) {
    const kti_piece *a = &s->pieces[i - 1], *b = &s->pieces[i];
    if (a->end != b->first) return;
    kti_syl *syl = &s->p->syls[b->first];
    bool tight = syl->gap == KTI_GAP_NONE;
    if (tight && is_stem(a->tag) && kti_tag_is_eomi((kt_tag)b->tag) && !is_causative(s, i))
        syl->at |= KTI_AT_ENDING;
    bool near = tight || syl->gap == KTI_GAP_SPACE;
    bool liquid = tight && (syl - 1)->t0 == KTI_T_N && syl->l0 == KTI_L_R;
    bool last = i + 1 == s->count || s->pieces[i + 1].first != b->end ||
                s->p->syls[b->end].gap != KTI_GAP_NONE;
    if (liquid && last && kti_tag_is_noun((kt_tag)a->tag) && kti_tag_is_josa((kt_tag)b->tag))
        set(syl, KTI_SOUND_NN, KTI_STD_20_NN); /* no particle follows ㄴ so: 란, 로 are nouns */
    if (near && a->tag == KT_TAG_ETM && (syl - 1)->t0 == KTI_T_R && is_modified(b->tag) &&
        kti_tense_of(syl->l0) != syl->l0)
        set(syl, KTI_SOUND_TENSE, KTI_STD_27);
}

static void mark_grammar(speech *s) {
    for (size_t i = 0; i < s->count; i++) {
        s->p->syls[s->pieces[i].first].at |= KTI_AT_MORPHEME;
        if (s->pieces[i].tag == KT_TAG_JKG) s->p->syls[s->pieces[i].first].at |= KTI_AT_GENITIVE;
        if (i > 0) mark_join(s, i);
        if (kti_tag_is_eomi((kt_tag)s->pieces[i].tag)) mark_ending(s, i);
    }
}

/* ---- runs of content words ------------------------------------------------------------------ */

static bool is_content(uint8_t tag) {
    kt_tag t = (kt_tag)tag;
    if (t == KT_TAG_VCP) return false;
    return kti_tag_is_noun(t) || kti_tag_is_predicate(t) || (t >= KT_TAG_MM && t <= KT_TAG_IC) ||
           (t >= KT_TAG_XPN && t <= KT_TAG_XR);
}

/* Spells the pieces from `from` on as one word, as many as are one; returns how many. */
static size_t spell_from(const speech *s, run *r, size_t from) {
    const kti_sino *sino = kti_lexicon_sino(s->lexicon);
    uint32_t first = r->pieces[from].first;
    for (size_t to = r->count; to > from; to--) {
        uint32_t end = r->pieces[to - 1].end;
        if (end - first < 2 || end - first > KTI_SINO_MOST) continue;
        size_t count;
        const uint16_t *units = kti_sino_spelling(sino, kti_phono_text(s->p, first, end), &count);
        if (units == NULL || count != end - first) continue;
        for (size_t i = 0; i < count; i++)
            r->units[first - r->first + i] = units[i];
        return to - from;
    }
    return 0;
}

/* A common noun that has no Hanja is not Sino-Korean. */
static void spell_natively(const speech *s, run *r, const kti_piece *piece) {
    if (s->lexicon == NULL || kti_lexicon_sino(s->lexicon)->words == 0) return;
    if (piece->tag != KT_TAG_NNG || piece->unknown || piece->end - piece->first < 2) return;
    for (uint32_t i = piece->first; i < piece->end; i++) {
        const kti_syl *syl = &s->p->syls[i];
        r->units[i - r->first] = (uint16_t)kti_join((kt_syllable){syl->l0, syl->v0, syl->t0});
    }
}

static void spell_run(const speech *s, run *r) {
    for (size_t i = 0; i < r->count;) {
        bool known = r->units[r->pieces[i].first - r->first] != 0;
        size_t taken = known ? 0 : spell_from(s, r, i);
        i += taken > 0 ? taken : 1;
    }
}

static void spell_rest(const speech *s, run *r) {
    for (size_t i = 0; i < r->count; i++)
        if (r->units[r->pieces[i].first - r->first] == 0) spell_natively(s, r, &r->pieces[i]);
}

/* Whether any rule may have to know the parts and characters before syllable `at`. */
static bool is_telling(const speech *s, uint32_t at) {
    const kti_syl *a = &s->p->syls[at - 1], *b = &s->p->syls[at];
    if (b->l0 == KTI_L_NONE) return a->t0 != KTI_T_NONE;
    if (b->l0 == KTI_L_R) return a->t0 == KTI_T_N;
    if (kti_tense_of(b->l0) == b->l0 || kti_is_obstruent(kti_codas[a->t0].neutral)) return false;
    bool sino = a->t0 == KTI_T_R && b->l0 != KTI_L_G && b->l0 != KTI_L_B;
    bool number = a->l0 == KTI_L_NONE && a->v0 == KTI_V_YEO && a->t0 == KTI_T_R; /* 열 */
    return sino || number || kti_second_begins(kti_phono_text(s->p, at, at + 1));
}

static bool has_telling_place(const speech *s, uint32_t first, uint32_t end) {
    for (uint32_t at = first + 1; at < end; at++)
        if (is_telling(s, at)) return true;
    return false;
}

/* Cuts pieces that the word list has whole into their parts. */
static void cut_run(const speech *s, run *r) {
    run fine = *r;
    fine.count = 0;
    for (size_t i = 0; i < r->count; i++) {
        kti_piece piece = r->pieces[i];
        uint8_t lengths[KTI_PARTS_SYLLABLES];
        uint32_t count = piece.end - piece.first;
        bool whole = count < 3 || piece.name || piece.unknown ||
                     !kti_tag_is_noun((kt_tag)piece.tag) ||
                     !has_telling_place(s, piece.first, piece.end);
        size_t parts = whole
                           ? 1
                           : kti_parts_of(s->lexicon, kti_phono_text(s->p, piece.first, piece.end),
                                          count, r->units + (piece.first - r->first), lengths);
        uint32_t at = piece.first;
        for (size_t k = 0; k < parts; k++) {
            kti_piece part = piece;
            part.first = at;
            if (parts > 1) part.end = at + lengths[k];
            part.inner = k > 0;
            fine.pieces[fine.count++] = part;
            at = part.end;
        }
    }
    *r = fine;
}

/* ---- linking ㅅ (30) ------------------------------------------------------------------------- */

static bool is_noun(const speech *s, kt_str word) {
    return (kti_lexicon_word(s->lexicon, word).classes & KTI_WORD_NOUN) != 0;
}

/* 냇가: 내 is a noun, 냇 is none. */
static bool is_link(const speech *s, uint32_t first, uint32_t at) {
    const kti_syl *a = &s->p->syls[at - 1];
    char without[RUN_SYLLABLES * KTI_SYL_BYTES + 4];
    kt_str with = kti_phono_text(s->p, first, at);
    if (is_noun(s, with)) return false;
    size_t len = with.len - KTI_SYL_BYTES;
    memcpy(without, with.ptr, len);
    len += kti_utf8_encode(kti_join((kt_syllable){a->l0, a->v0, KTI_T_NONE}), without + len);
    return is_noun(s, (kt_str){without, len});
}

static void mark_links(speech *s, const run *r) {
    for (size_t i = 0; i < r->count; i++) {
        const kti_piece *piece = &r->pieces[i];
        if (!kti_tag_is_noun((kt_tag)piece->tag) || piece->name) continue;
        for (uint32_t at = piece->first + 1; at <= piece->end && at < r->end; at++) {
            kti_syl *b = &s->p->syls[at];
            bool plain = kti_tense_of(b->l0) != b->l0;
            if ((b - 1)->t0 == KTI_T_S && plain && is_link(s, piece->first, at))
                b->at |= KTI_AT_LINK;
        }
    }
}

/* ---- listed words --------------------------------------------------------------------------- */

/* As far as the eojeol goes, particles included: they may be misread nouns (의견란). */
static kt_str text_from(const kti_phono *p, uint32_t first) {
    uint32_t end = first + 1;
    while (end < p->count && end - first < RUN_SYLLABLES && p->syls[end].gap == KTI_GAP_NONE)
        end++;
    return kti_phono_text(p, first, end);
}

/* Nouns are not looked for in verbs: 숨기다. Adverbs may be listed as nouns. */
static bool is_of_kind(const kti_sound_word *word, uint8_t tag) {
    return !kti_tag_is_predicate((kt_tag)tag) || word->predicate;
}

static bool ends_a_piece(const run *r, size_t from, uint32_t end) {
    for (size_t i = from; i < r->count && r->pieces[i].first < end; i++)
        if (r->pieces[i].end == end) return true;
    return false;
}

static uint32_t rule_of(kti_sound sound, uint8_t article) {
    switch (sound) {
    case KTI_SOUND_INSERT:
        return KTI_STD_29;
    case KTI_SOUND_OWN_WORD:
        return KTI_STD_15;
    case KTI_SOUND_NN:
        return KTI_STD_20_NN;
    default:
        return article == 26 ? KTI_STD_26 : KTI_STD_28;
    }
}

static void set_marks(speech *s, const kti_sound_word *word, uint32_t first) {
    for (uint32_t i = 0; i < word->places; i++) {
        kti_syl *b = &s->p->syls[first + 1 + i];
        kti_sound sound = (kti_sound)(word->marks[i] & 15);
        if (b->gap != KTI_GAP_NONE) return;
        set(b, sound, rule_of(sound, word->article));
        b->permitted = word->marks[i] >> 4;
    }
}

/* Marks the longest listed word at piece `from`; returns the syllable behind it, 0 for none. */
static uint32_t mark_listed(speech *s, const run *r, size_t from) {
    enum { LONG = 3 }; /* a listed word that may end inside a piece */
    kti_sound_word hits[KTI_SOUND_HITS];
    uint32_t first = r->pieces[from].first;
    size_t count =
        kti_sounds_prefixes(kti_lexicon_sounds(s->lexicon), text_from(s->p, first), hits);
    for (size_t i = 0; i < count; i++) {
        uint32_t end = first + hits[i].len / KTI_SYL_BYTES;
        if (!is_of_kind(&hits[i], r->pieces[from].tag)) continue;
        if (end - first < LONG && !ends_a_piece(r, from, end)) continue;
        set_marks(s, &hits[i], first);
        return end;
    }
    return 0;
}

/* ---- the rest by rule ----------------------------------------------------------------------- */

static void judge(speech *s, uint32_t at, kti_verdict v) {
    kti_syl *b = &s->p->syls[at];
    if (b->sound == KTI_SOUND_OPEN && v.sound != KTI_SOUND_OPEN) set(b, v.sound, v.rule);
}

static void judge_run(speech *s, const run *r) {
    kti_noun noun = {s->p, s->lexicon, r->pieces, r->count, r->units};
    for (size_t i = 0; i < r->count; i++) {
        const kti_piece *piece = &r->pieces[i];
        if (i > 0 && r->pieces[i - 1].end == piece->first)
            judge(s, piece->first, kti_compound_meets(&noun, i));
        for (uint32_t at = piece->first + 1; at < piece->end; at++)
            judge(s, at, kti_compound_inside(&noun, piece, at));
    }
}

static void mark_run(speech *s, run *r) {
    bool telling = has_telling_place(s, r->first, r->end);
    size_t count = r->count;
    if (telling) {
        spell_run(s, r);
        cut_run(s, r);
        if (r->count > count) spell_run(s, r);
        spell_rest(s, r);
    }
    uint32_t behind = 0;
    for (size_t i = 0; i < r->count; i++)
        if (r->pieces[i].first >= behind) {
            uint32_t end = mark_listed(s, r, i);
            if (end > 0) behind = end;
        }
    if (telling) judge_run(s, r);
    mark_links(s, r);
}

/* Whether piece `i` goes on with the run that piece `i - 1` is in. */
static bool goes_on(const speech *s, size_t i, uint32_t first) {
    const kti_piece *a = &s->pieces[i - 1], *b = &s->pieces[i];
    return a->end == b->first && s->p->syls[b->first].gap == KTI_GAP_NONE && is_content(b->tag) &&
           b->end - first <= RUN_SYLLABLES;
}

static size_t take_run(speech *s, size_t from) {
    run r = {.count = 0};
    size_t to = from;
    r.first = s->pieces[from].first;
    do {
        r.pieces[r.count++] = s->pieces[to];
        r.end = s->pieces[to++].end;
    } while (to < s->count && goes_on(s, to, r.first));
    mark_run(s, &r);
    return to;
}

/* ---- numbers and counters across a blank ---------------------------------------------------- */

static void mark_counter(speech *s, size_t i) {
    const kti_piece *a = &s->pieces[i - 1], *b = &s->pieces[i];
    kti_syl *syl = &s->p->syls[b->first];
    if (a->end != b->first || syl->gap != KTI_GAP_SPACE || b->tag != KT_TAG_NNBC) return;
    const kti_piece pair[2] = {*a, *b};
    const uint16_t units[RUN_SYLLABLES] = {0};
    kti_noun noun = {s->p, s->lexicon, pair, 2, units};
    if (b->end - a->first > RUN_SYLLABLES) return;
    kti_verdict v = kti_compound_meets(&noun, 1);
    if (v.rule == KTI_STD_28_NUMBER) judge(s, b->first, v);
}

kt_status kti_phono_inform(kti_phono *p, const kti_lexicon *lexicon, const kt_analysis *reading,
                           kti_arena *arena) {
    if (reading == NULL) return KT_OK;
    speech s = {.p = p, .lexicon = lexicon};
    KTI_TRY(find_pieces(&s, reading, arena));
    p->informed = true;
    mark_grammar(&s);
    for (size_t i = 0; i < s.count;) {
        if (i > 0) mark_counter(&s, i);
        bool content =
            is_content(s.pieces[i].tag) && s.pieces[i].end - s.pieces[i].first <= RUN_SYLLABLES;
        i = content ? take_run(&s, i) : i + 1;
    }
    return KT_OK;
}
