/* change.c - the sound changes at each place where two syllables meet, in the standard's order. */
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/sounds.h"
#include "phono/coda.h"
#include "phono/phono.h"
#include "phono/rules.h"
#include "phono/shape.h"

typedef struct state {
    kti_phono *p;
    const kti_phono_options *options;
    kt_text *notes;
} state;

/* The place between two syllables. */
typedef struct place {
    kti_syl *a, *b;
    size_t at; /* of b */
    bool spaced;
} place;

/* ---- explaining ----------------------------------------------------------------------------- */

static size_t write_syllable(const kti_syl *s, char *out) {
    return kti_utf8_encode(kti_join((kt_syllable){s->l, s->v, s->t}), out);
}

static kt_str write_pair(const kti_syl *a, const kti_syl *b, char out[8]) {
    size_t len = write_syllable(a, out);
    if (b != NULL) len += write_syllable(b, out + len);
    return (kt_str){out, len};
}

/* Runs `change` on a place and notes what it did. `b` may be NULL: the end of a word. */
#define APPLY(s, a_, b_, number, change)                                                           \
    do {                                                                                           \
        kti_syl *apply_a = (a_), *apply_b = (b_);                                                  \
        kti_syl before_a = *apply_a, before_b = apply_b == NULL ? *apply_a : *apply_b;             \
        change;                                                                                    \
        note_change((s), apply_a, apply_b, &before_a, &before_b, (number));                        \
    } while (0)

static bool differs(const kti_syl *x, const kti_syl *y) {
    return x->l != y->l || x->v != y->v || x->t != y->t;
}

static void note_change(state *s, kti_syl *a, kti_syl *b, const kti_syl *old_a,
                        const kti_syl *old_b, uint32_t rule) {
    bool a_differs = differs(a, old_a);
    bool b_differs = b != NULL && differs(b, old_b);
    if (a_differs) a->rule = rule;
    if (b_differs) b->rule = rule;
    if (s->notes == NULL || (!a_differs && !b_differs)) return;
    char before[8], after[8];
    kt_span span = {a->src, (b != NULL ? b : a)->src + KTI_SYL_BYTES};
    kti_text_note(s->notes, span, rule, write_pair(old_a, b == NULL ? NULL : old_b, before),
                  write_pair(a, b, after));
}

/* ---- what is known -------------------------------------------------------------------------- */

static kti_sound sound_at(const state *s, const kti_syl *b) {
    bool far = b->sound == KTI_SOUND_INSERT || b->sound == KTI_SOUND_OWN_WORD;
    bool other = (s->options->permitted & KT_PERMIT_LISTED) != 0 || (s->options->nearest && far);
    return (kti_sound)(other ? b->permitted : b->sound);
}

/* Whether `sound` happens at a place: as the words say, or, without them, by the letters alone. */
static bool happens(const state *s, const place *m, kti_sound sound,
                    bool (*by_letters)(const kti_phono *p, size_t at)) {
    kti_sound known = sound_at(s, m->b);
    if (known != KTI_SOUND_OPEN) return known == sound;
    return (m->spaced || !s->p->informed) && by_letters(s->p, m->at);
}

static bool ending_begins(const state *s, const place *m) {
    if (m->spaced) return false;
    return s->p->informed ? (m->b->at & KTI_AT_ENDING) != 0 : kti_shape_ending(s->p, m->at);
}

/* ---- neutralisation (8-11) ------------------------------------------------------------------ */

static uint32_t neutral_rule(uint8_t t) {
    if (t == KTI_T_RG || t == KTI_T_RM || t == KTI_T_RP) return KTI_STD_11;
    return kti_codas[t].cluster ? KTI_STD_10 : KTI_STD_9;
}

/* 밟- before consonants; 넓- in 넓죽하다, 넓적하다, 넓둥글다. */
static bool keeps_b(const kti_syl *a, const kti_syl *b) {
    if (a->t != KTI_T_RB) return false; // NOLINT(clang-analyzer-core.NullDereference): never NULL
    bool balp = a->l0 == KTI_L_B && a->v0 == KTI_V_A;
    bool neolp = a->l0 == KTI_L_N && a->v0 == KTI_V_EO;
    bool juk =
        b != NULL &&
        ((b->l0 == KTI_L_J && (b->v0 == KTI_V_U || (b->v0 == KTI_V_EO && b->t0 == KTI_T_G))) ||
         (b->l0 == KTI_L_D && b->v0 == KTI_V_U));
    return (balp && b != NULL) || (neolp && juk);
}

static void neutralise(state *s, kti_syl *a, kti_syl *b) {
    // NOLINTBEGIN(clang-analyzer-core.NullDereference): `a` is never NULL
    if (keeps_b(a, b)) {
        APPLY(s, a, b, KTI_STD_10_BALP, apply_a->t = KTI_T_B);
        return;
    }
    uint32_t rule = neutral_rule(a->t);
    // NOLINTEND(clang-analyzer-core.NullDereference)
    APPLY(s, a, b, rule, apply_a->t = kti_codas[apply_a->t].neutral);
}

/* ---- ㅎ (12) -------------------------------------------------------------------------------- */

/* What is left of ㅎ ㄶ ㅀ without their ㅎ. */
static uint8_t without_h(uint8_t t) {
    return t == KTI_T_NH ? KTI_T_N : t == KTI_T_RH ? KTI_T_R : KTI_T_NONE;
}

static bool final_h(state *s, const place *m) {
    uint8_t t = m->a->t;
    if (t != KTI_T_H && t != KTI_T_NH && t != KTI_T_RH) return false;
    uint8_t l = m->b->l;
    if (sound_at(s, m->b) == KTI_SOUND_TENSE && s->options->tensing) {
        APPLY(s, m->a, m->b, m->b->because,
              (apply_a->t = without_h(t), apply_b->l = kti_tense_of(l)));
        return true;
    }
    if (l == KTI_L_G || l == KTI_L_D || l == KTI_L_J) {
        APPLY(s, m->a, m->b, KTI_STD_12_1,
              (apply_a->t = without_h(t), apply_b->l = kti_aspirate_of(l)));
        return true;
    }
    if (l == KTI_L_S) {
        APPLY(s, m->a, m->b, KTI_STD_12_2,
              (apply_a->t = without_h(t), apply_b->l = s->options->tensing ? KTI_L_SS : KTI_L_S));
        return true;
    }
    if (l == KTI_L_NONE && !m->spaced && !kti_shape_letter_name(s->p, m->at)) {
        APPLY(s, m->a, m->b, KTI_STD_12_4, apply_a->t = without_h(t));
        return false; /* ㄶ ㅀ: what is left moves on */
    }
    if (l == KTI_L_N) {
        APPLY(s, m->a, m->b, KTI_STD_12_3, apply_a->t = t == KTI_T_H ? KTI_T_N : without_h(t));
        return false; /* ㅀ + ㄴ goes on to article 20 */
    }
    return false;
}

static bool keeps_h(const state *s, const place *m, uint8_t t) {
    bool plain = t == KTI_T_G || t == KTI_T_D || t == KTI_T_B;
    return s->options->keep_h && plain && !kti_shape_verbal_h(s->p, m->at);
}

static bool before_h(state *s, const place *m) {
    if (m->b->l != KTI_L_H) return false;
    if (m->spaced) neutralise(s, m->a, m->b);
    uint8_t t = m->a->t;
    const kti_coda *coda = &kti_codas[t];
    if (coda->before_h == KTI_L_NONE || keeps_h(s, m, t)) return false;
    bool open = m->b->t0 == KTI_T_NONE || m->b->t0 == KTI_T_SS; /* 혀, 혔; not 형 */
    bool suffix = m->b->v == KTI_V_I || (m->b->v == KTI_V_YEO && open);
    if ((t == KTI_T_D || t == KTI_T_T) && suffix && !m->spaced) {
        APPLY(s, m->a, m->b, KTI_STD_17_HI, (apply_a->t = KTI_T_NONE, apply_b->l = KTI_L_CH));
        return true;
    }
    APPLY(s, m->a, m->b, KTI_STD_12_1_ONSET,
          (apply_a->t = coda->left_h, apply_b->l = coda->before_h));
    if (m->a->t != KTI_T_NONE) neutralise(s, m->a, m->b);
    return true;
}

/* ---- liaison (13-17) ------------------------------------------------------------------------ */

static bool palatalizes(const place *m) {
    bool i = m->b->v == KTI_V_I || (m->b->v == KTI_V_YEO && m->a->t == KTI_T_T);
    return i && (m->a->t == KTI_T_D || m->a->t == KTI_T_T || m->a->t == KTI_T_RT);
}

static void move_letter_name(state *s, const place *m) {
    uint8_t l = m->a->t == KTI_T_K ? KTI_L_G : m->a->t == KTI_T_P ? KTI_L_B : KTI_L_S;
    APPLY(s, m->a, m->b, KTI_STD_16, (apply_a->t = KTI_T_NONE, apply_b->l = l));
}

static void move_coda(state *s, const place *m) {
    const kti_coda *coda = &kti_codas[m->a->t];
    if (coda->moves == KTI_L_NONE) return;
    if (palatalizes(m)) {
        uint8_t l = m->a->t == KTI_T_D ? KTI_L_J : KTI_L_CH;
        APPLY(s, m->a, m->b, KTI_STD_17,
              (apply_a->t = apply_a->t == KTI_T_RT ? KTI_T_R : KTI_T_NONE, apply_b->l = l));
        return;
    }
    uint8_t moved = coda->moves;
    if (coda->cluster && moved == KTI_L_SS && !s->options->tensing) moved = KTI_L_S;
    APPLY(s, m->a, m->b, coda->cluster ? KTI_STD_14 : KTI_STD_13,
          (apply_a->t = coda->stays, apply_b->l = moved));
}

static bool before_vowel(state *s, const place *m) {
    if (m->b->l != KTI_L_NONE || m->a->t == KTI_T_NONE) return false;
    bool own_word = happens(s, m, KTI_SOUND_OWN_WORD, kti_shape_own_word);
    if (m->spaced && !(own_word && kti_is_obstruent(kti_codas[m->a->t].neutral))) {
        neutralise(s, m->a, NULL);
        return true;
    }
    if (!m->spaced && kti_shape_letter_name(s->p, m->at)) {
        move_letter_name(s, m);
        return true;
    }
    if (own_word) {
        APPLY(s, m->a, m->b, KTI_STD_15,
              (apply_a->t = kti_codas[apply_a->t].neutral, apply_b->l = kti_choseong_of(apply_a->t),
               apply_a->t = apply_b->l == KTI_L_NONE ? apply_a->t : KTI_T_NONE));
        return true;
    }
    move_coda(s, m);
    return true;
}

/* ---- n-insertion (29) ----------------------------------------------------------------------- */

/* RR writes a station's 역 as a suffix, by itself: Gangnamyeok. */
static bool is_station(const state *s, const kti_syl *b) {
    bool yeok = b->l0 == KTI_L_NONE && b->v0 == KTI_V_YEO && b->t0 == KTI_T_G;
    return s->options->keep_h && b->kind == KT_TOKEN_PLACE && yeok;
}

static void insert_n(state *s, const place *m) {
    if (!happens(s, m, KTI_SOUND_INSERT, kti_shape_inserts_n) || is_station(s, m->b)) return;
    bool after_r = kti_codas[m->a->t].neutral == KTI_T_R;
    APPLY(s, m->a, m->b, after_r ? KTI_STD_29_L : KTI_STD_29,
          apply_b->l = after_r ? KTI_L_R : KTI_L_N);
}

/* ---- tensing (23-27) ------------------------------------------------------------------------ */

static bool tenses_after_stem(const state *s, const place *m, uint32_t *rule) {
    uint8_t t = m->a->t0;
    bool stem = t == KTI_T_RT && !m->spaced; /* no noun ends so */
    if (m->b->l == KTI_L_B || !(stem || ending_begins(s, m))) return false;
    if (t == KTI_T_N || t == KTI_T_M || t == KTI_T_NJ || t == KTI_T_RM)
        *rule = KTI_STD_24;
    else if (t == KTI_T_RB || t == KTI_T_RT || t == KTI_T_RG)
        *rule = KTI_STD_25;
    else
        return false;
    return true;
}

/* Where no word list knows better, by its looks: all text without one, and names. */
static bool sounds_sino(const state *s, const place *m) {
    bool name = kti_is_name(m->b->kind);
    if (m->a->t != KTI_T_R || m->spaced || (s->p->informed && !name)) return false;
    return kti_shape_sino_pair(s->p, m->at);
}

static bool tenses(const state *s, const place *m, uint32_t *rule) {
    uint8_t neutral = kti_codas[m->a->t].neutral;
    *rule = KTI_STD_23;
    if (kti_is_obstruent(neutral) || keeps_b(m->a, m->b))
        return !m->spaced || kti_shape_before(s->p, m->at) == 1;
    if (tenses_after_stem(s, m, rule)) return true;
    *rule = m->b->because;
    kti_sound known = sound_at(s, m->b);
    if (known != KTI_SOUND_OPEN) return known == KTI_SOUND_TENSE;
    *rule = KTI_STD_27;
    if (!s->p->informed && kti_shape_modifier(s->p, m->at)) return true;
    *rule = KTI_STD_26;
    return sounds_sino(s, m);
}

static void tense(state *s, const place *m) {
    uint32_t rule = 0;
    if (kti_tense_of(m->b->l) == m->b->l || !s->options->tensing || !tenses(s, m, &rule)) return;
    APPLY(s, m->a, m->b, rule, apply_b->l = kti_tense_of(apply_b->l));
}

/* Inside a morpheme (붉가시) a ㄺ is a stem's too, unless it is a noun's. */
static bool stem_ends(const state *s, const place *m) {
    bool inside = !m->spaced && (m->b->at & KTI_AT_MORPHEME) == 0;
    return ending_begins(s, m) || (inside && kti_shape_ending(s->p, m->at));
}

/* A stem's ㄺ before ㄱ is ㄹ (맑게); elsewhere article 11 holds (맑다, 닭과). */
static bool stem_rg(state *s, const place *m, uint8_t first_l) {
    if (m->a->t != KTI_T_RG || first_l != KTI_L_G || !stem_ends(s, m)) return false;
    APPLY(s, m->a, m->b, KTI_STD_11_STEM, apply_a->t = KTI_T_R);
    return true;
}

/* ---- nasals and liquids (18-20) ------------------------------------------------------------- */

/* Munhwaŏ: ㄹ is heard as it is, and an obstruent before it is nasal (협력 혐력). */
static void nasalise_north(state *s, const place *m) {
    if (kti_is_obstruent(m->a->t))
        APPLY(s, m->a, m->b, KTI_KP_NASAL, apply_a->t = kti_nasal_of(apply_a->t));
}

static void nasalise(state *s, const place *m) {
    uint8_t l = m->b->l;
    if (l == KTI_L_R && s->options->north) {
        nasalise_north(s, m);
        return;
    }
    if (l == KTI_L_R && (m->a->t == KTI_T_M || m->a->t == KTI_T_NG)) {
        APPLY(s, m->a, m->b, KTI_STD_19, apply_b->l = KTI_L_N);
    } else if (l == KTI_L_R && kti_is_obstruent(m->a->t)) {
        APPLY(s, m->a, m->b, KTI_STD_19_OBSTRUENT,
              (apply_b->l = KTI_L_N, apply_a->t = kti_nasal_of(apply_a->t)));
    } else if ((l == KTI_L_N || l == KTI_L_M) && kti_is_obstruent(m->a->t)) {
        APPLY(s, m->a, m->b, KTI_STD_18, apply_a->t = kti_nasal_of(apply_a->t));
    }
}

static void lateralise(state *s, const place *m) {
    bool near = !m->spaced || kti_shape_before(s->p, m->at) <= 2;
    if (m->a->t == KTI_T_R && m->b->l == KTI_L_N && near) {
        APPLY(s, m->a, m->b, KTI_STD_20, apply_b->l = KTI_L_R);
    } else if (m->a->t == KTI_T_N && m->b->l == KTI_L_R && !m->spaced) {
        bool apart = happens(s, m, KTI_SOUND_NN, kti_shape_sino_suffix);
        if (apart && s->options->north) return; /* 순리익: as it is written */
        if (apart)
            APPLY(s, m->a, m->b, KTI_STD_20_NN, apply_b->l = KTI_L_N);
        else
            APPLY(s, m->a, m->b, KTI_STD_20, apply_a->t = KTI_T_R);
    }
}

/* ---- linking ㅅ (30) ------------------------------------------------------------------------- */

/* 냇가 is 내까, or 낻까: by article 23 already. */
static bool drop_link(state *s, const place *m) {
    if ((m->b->at & KTI_AT_LINK) == 0 || !s->options->tensing) return false;
    if ((s->options->permitted & KT_PERMIT_LINK) == 0) return false;
    APPLY(s, m->a, m->b, KTI_STD_30_1,
          (apply_a->t = KTI_T_NONE, apply_b->l = kti_tense_of(apply_b->l)));
    return true;
}

/* ---- vowels (5, 22) ------------------------------------------------------------------------- */

static bool is_permitted(const state *s, unsigned what) {
    return (s->options->permitted & what) != 0;
}

/* 되어 as 되여, 이오 as 이요. */
static void glide(state *s, const place *m) {
    bool stem = m->a->v == KTI_V_OE || m->a->v == KTI_V_I;
    bool vowel = m->b->v == KTI_V_EO || m->b->v == KTI_V_O;
    if (!is_permitted(s, KT_PERMIT_GLIDE) || !stem || !vowel || !ending_begins(s, m)) return;
    if (m->a->t != KTI_T_NONE || m->b->l != KTI_L_NONE) return;
    APPLY(s, m->a, m->b, KTI_STD_22, apply_b->v = apply_b->v == KTI_V_EO ? KTI_V_YEO : KTI_V_YO);
}

static bool is_ye_simple(const state *s, const kti_syl *a) {
    if (a->v != KTI_V_YE || a->l0 == KTI_L_NONE) return false;
    if (s->options->north) return a->l0 == KTI_L_G || a->l0 == KTI_L_R || a->l0 == KTI_L_H;
    return is_permitted(s, KT_PERMIT_YE) && a->l0 != KTI_L_R;
}

/* 의 that no consonant stands before in writing. */
static void change_ui(state *s, kti_syl *a) {
    size_t index = (size_t)(a - s->p->syls);
    if ((a->at & KTI_AT_GENITIVE) != 0) {
        if (is_permitted(s, KT_PERMIT_UI_JOSA))
            APPLY(s, a, NULL, KTI_STD_5_UI_JOSA, apply_a->v = KTI_V_E);
    } else if (a->eojeol != index && is_permitted(s, KT_PERMIT_UI)) {
        APPLY(s, a, NULL, KTI_STD_5_UI_INNER, apply_a->v = KTI_V_I);
    }
}

static void change_vowel(state *s, kti_syl *a) {
    if (!s->options->vowels) return;
    if (is_ye_simple(s, a))
        APPLY(s, a, NULL, s->options->north ? KTI_KP_YE : KTI_STD_5_YE, apply_a->v = KTI_V_E);
    if (a->v == KTI_V_UI && a->l0 == KTI_L_NONE) change_ui(s, a);
    bool palatal = a->l == KTI_L_J || a->l == KTI_L_JJ || a->l == KTI_L_CH;
    if (palatal && a->v == KTI_V_YEO)
        APPLY(s, a, NULL, KTI_STD_5_JYEO, apply_a->v = KTI_V_EO);
    else if (a->v == KTI_V_UI && a->l0 != KTI_L_NONE)
        APPLY(s, a, NULL, KTI_STD_5_UI, apply_a->v = KTI_V_I);
}

/* ---- in order ------------------------------------------------------------------------------- */

static void meet(state *s, const place *m) {
    uint8_t first_l = m->b->l;
    if (drop_link(s, m)) return;
    glide(s, m);
    insert_n(s, m);
    if (final_h(s, m) || before_h(s, m) || before_vowel(s, m)) return;
    tense(s, m);
    if (!stem_rg(s, m, first_l)) neutralise(s, m->a, m->b);
    nasalise(s, m);
    lateralise(s, m);
}

void kti_phono_change(kti_phono *p, const kti_phono_options *options, kt_text *notes) {
    state s = {p, options, notes};
    for (size_t i = 0; i < p->count; i++) {
        kti_syl *a = &p->syls[i];
        kti_syl *b = i + 1 < p->count ? &p->syls[i + 1] : NULL;
        bool joined = b != NULL && (b->gap == KTI_GAP_NONE ||
                                    (b->gap == KTI_GAP_SPACE && options->across_spaces));
        if (joined)
            meet(&s, &(place){a, b, i + 1, b->gap == KTI_GAP_SPACE});
        else
            neutralise(&s, a, NULL);
        change_vowel(&s, a);
    }
}

void kti_phono_meet(kti_phono *p, size_t at, const kti_phono_options *options) {
    state s = {p, options, NULL};
    kti_syl *a = &p->syls[at - 1], *b = &p->syls[at];
    meet(&s, &(place){a, b, at, b->gap == KTI_GAP_SPACE});
    change_vowel(&s, b);
}
