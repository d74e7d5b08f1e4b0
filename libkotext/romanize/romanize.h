/* romanize.h - one driver for all schemes, and what a scheme is: letters, sound changes, names. */
#ifndef KTI_ROMANIZE_ROMANIZE_H
#define KTI_ROMANIZE_ROMANIZE_H

#include "core/rule.h"
#include "kotext/analyze.h"
#include "kotext/romanize.h"
#include "lexicon/lexicon.h"
#include "phono/phono.h"

/* What a scheme does to a syllable beside its sound changes; each cites an article of its own. */
typedef enum kti_what {
    KTI_BY_LETTERS,   /* each vowel and consonant has its letters */
    KTI_BY_SOUND,     /* which sound changes are written */
    KTI_BY_AMBIGUOUS, /* a mark where syllables could be divided in another way */
    KTI_BY_CAPITAL,   /* a proper noun begins with a capital */
    KTI_BY_PERSON,    /* surname and given name */
    KTI_BY_UNIT,      /* the suffix of a division */
    KTI_BY_NUMBER,    /* numbers */
    KTI_BY_JAMO,      /* a letter that stands alone */
    KTI_BY_VOICED,    /* a consonant between voiced sounds */
    KTI_BY_DIVISION,  /* where words begin */
    KTI_BY_ESCAPED,   /* a character that reading back would mistake */
    KTI_WHATS
} kti_what;

/* The number of a scheme's rule. */
static inline uint32_t kti_scheme_rule(kt_scheme scheme, kti_what what) {
    return KTI_RULES_ROMANIZE + 1 + (uint32_t)scheme * KTI_WHATS + (uint32_t)what;
}

/* ---- letters -------------------------------------------------------------------------------- */

/* The letters of one syllable. */
typedef struct kti_letters {
    char text[64];
    size_t len;
} kti_letters;

void kti_letters_add(kti_letters *to, const char *text);

/* A syllable and the neighbours that it is joined to. */
typedef struct kti_place {
    const kti_syl *before, *after; /* NULL: none, or no sound passes */
    const kti_syl *it;
    bool mark_before, mark_after; /* a hyphen or space stands there */
    bool narrow;
} kti_place;

/* What is written for a person's name and for a division. */
typedef struct kti_name_style {
    bool frozen;       /* no sound passes within a given name nor before a suffix */
    bool given_hyphen; /* Chŏng-il */
    bool given_words;  /* Tong Gu */
    bool yi;           /* the surname 이 is Yi */
    bool law;          /* ㄹ does not begin a surname: 류성룡 Yu Sŏng-nyong */
    bool units;        /* a hyphen before the suffix of a division */
    bool long_units;   /* P’yŏngan-namdo; else Pyeongannam-do */
    bool counted;      /* a hyphen between digits and what they count: 12-p’an */
    bool plain;        /* a person's name without diacritics */
    bool number_read;  /* Bongcheon 1(il)-dong */
    bool roads;        /* Hakdong-ro 3-gil; else roads are joined as natural features are */
} kti_name_style;

/* A word whose spelling is fixed but for its last syllable, which particles may follow: letters up
 * to each vowel (NULL: as any other's) and of each final. */
typedef struct kti_fixed_part {
    const char *opening, *coda;
} kti_fixed_part;

typedef struct kti_fixed {
    const char *word;
    kti_fixed_part parts[2];
} kti_fixed;

typedef struct kti_scheme kti_scheme;

/* A scheme: one file each. */
struct kti_scheme {
    kt_scheme number;
    const char *id;
    const char *title;
    const char *choseong[19];
    const char *voiced[19]; /* between voiced sounds; NULL: as choseong */
    const char *merged[3];  /* ㄱ ㄷ ㅂ that ㅎ has joined; NULL: as ㅋ ㅌ ㅍ */
    const char *jungseong[21];
    const char *jongseong[28]; /* by letters: all; else after neutralisation */
    const char *liquid;        /* choseong ㄹ after jongseong ㄹ */
    kti_phono_options phono;
    kti_name_style names;
    bool by_letters;   /* as written, no sound changes */
    bool by_syllable;  /* a hyphen between any two, sounds behind it */
    bool exact;        /* can be read back: required marks, escapes */
    bool capital_pair; /* a capital is both letters of a tense consonant (JJokgol) */
    bool old_spelling; /* spelling before 1933 is read as it has come to be pronounced */
    bool divided;      /* particles stand apart */
    bool titles;       /* running text is a title: capital at its start, cataloguers' marks */
    bool hears_tense;  /* settle() looks for tensing that phono does not write */
    bool asks_words;   /* settle() asks the lexicon about ㄴ before ㄹ */
    bool of_places;    /* for geographical names: a line of one word is one */
    const char *mark;  /* the mark of an ambiguous junction */
    /* Whether a reader could divide before + after at another place. NULL: never. */
    bool (*ambiguous)(const kti_syl *before, const kti_syl *after);
    /* The letters of each part; NULL: from the tables. */
    const char *(*onset)(const kti_scheme *scheme, const kti_place *place);
    const char *(*vowel)(const kti_scheme *scheme, const kti_place *place);
    const char *(*coda)(const kti_scheme *scheme, const kti_place *place);
    /* Changes after phono's, at the place before syllable `at` > 0. NULL: none. */
    void (*settle)(const kti_lexicon *lexicon, kti_phono *phono, size_t at, const uint8_t *marks);
    const kti_fixed *fixed; /* ends with an empty word; NULL: none */
    const char *articles[KTI_WHATS];
};

extern const kti_scheme kti_scheme_rr, kti_scheme_rr_letter, kti_scheme_mr, kti_scheme_bgn_dprk,
    kti_scheme_ic, kti_scheme_ala_lc, kti_scheme_dprk, kti_scheme_yale, kti_scheme_iso11941_1,
    kti_scheme_iso11941_2, kti_scheme_ipa, kti_scheme_hangul, kti_scheme_kontsevich,
    kti_scheme_dprk_2002, kti_scheme_respell;

/* NULL for an unknown number. */
const kti_scheme *kti_scheme_of(kt_scheme number);

/* ---- spelling (spell.c, voicing.c) ---------------------------------------------------------- */

/* Whether the onset is written tense, not only heard so. `before` may be NULL. */
bool kti_is_written_tense(const kti_syl *before, const kti_syl *s);
bool kti_is_voiced(const kti_place *place);

/* The onset of the schemes that tell voiced from voiceless by position. */
const char *kti_voicing_onset(const kti_scheme *scheme, const kti_place *place);
/* The same, and sh before wi (mr.c). */
const char *kti_mr_onset(const kti_scheme *scheme, const kti_place *place);
/* The coda of McCune-Reischauer and what came of it: r before h, n’ before g, no t before ss. */
const char *kti_mr_coda(const kti_scheme *scheme, const kti_place *place);

/* The fixed letters of a syllable; NULL: it is spelt as any other. */
const kti_fixed_part *kti_fixed_at(const kti_scheme *scheme, const kti_phono *phono, size_t at);

/* The onset and the vowel. */
void kti_spell_opening(const kti_scheme *scheme, const kti_place *place, kti_letters *to);
const char *kti_spell_onset(const kti_scheme *scheme, const kti_place *place);
void kti_spell_place(const kti_scheme *scheme, const kti_place *place, const char *between,
                     kti_letters *to);

/* Writes words in the spelling before 1933 (뎐긔, 락뎨) as those of today. */
kt_status kti_modernise(const kti_lexicon *lexicon, kt_str text, kt_text *out);

/* ---- the driver (romanize.c) ---------------------------------------------------------------- */

/* Romanizes NFC text. `tokens` say what is a name; see kotext/romanize.h. `reading` (may be NULL)
 * is the text's analysis, which the sounds follow. */
kt_status kti_romanize(const kti_lexicon *lexicon, kt_str text, const kt_romanize_options *options,
                       const kt_token *tokens, size_t token_count, const kt_analysis *reading,
                       kti_arena *arena, kt_text *out);

/* What names do to one syllable. */
typedef struct kti_syl_mark {
    uint8_t marks; /* kti_mark */
    uint8_t kind;  /* kt_token_kind of the token it belongs to */
    uint8_t gap;   /* kti_gap before it; of a word's first syllable nothing */
    uint8_t l;     /* choseong */
} kti_syl_mark;

/* Romanizes one word of NFC text, perhaps with what stands before it, in a scheme that
 * kti_words_may write by words. `marks`, one for each syllable, say what names do to them; NULL:
 * nothing. KT_ERR_NOMEM. */
kt_status kti_romanize_word(const kti_lexicon *lexicon, kt_str text,
                            const kt_romanize_options *options, const kti_syl_mark *marks,
                            const kt_analysis *reading, kti_arena *arena, kt_text *out);

/* Whether particles stand apart in the scheme: tokens then say where they begin. */
bool kti_is_divided(kt_scheme number);
/* Whether the scheme is one for geographical names. */
bool kti_is_of_places(kt_scheme number);
/* Whether words in old spelling go through kti_modernise first. */
bool kti_reads_old_spelling(kt_scheme number);

/* Writes numbers and their units as they are read, in Hangul, and Latin capitals if `letters`
 * (aloud.c). */
kt_status kti_numbers_read(kt_str text, bool letters, kti_arena *arena, kt_text *out);

kt_rule kti_romanize_rule(uint32_t index);

/* ---- names (names.c) ------------------------------------------------------------------------ */

/* What a syllable or digit needs beside its letters. */
typedef enum kti_mark {
    KTI_MARK_NONE,
    KTI_MARK_CAPITAL = 1,  /* begins a name or one of its words */
    KTI_MARK_HYPHEN = 2,   /* a hyphen stands before it */
    KTI_MARK_SPACE = 4,    /* a space stands before it */
    KTI_MARK_READ = 8,     /* a number whose reading follows in brackets */
    KTI_MARK_YI = 16,      /* the surname 이, written Yi */
    KTI_MARK_PLAIN = 32,   /* without diacritics */
    KTI_MARK_DIVIDED = 64, /* with SPACE: by word division, not a name */
    KTI_MARK_NAMED = 128   /* in a name that was found with a space in it */
} kti_mark;

/* Sets the marks (one for each byte of the text, at the first byte of what they concern) and
 * freezes the places that no sound change may cross. */
void kti_mark_names(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks);

/* Marks the words of running text as ALA-LC divides them (division.c). */
void kti_mark_words(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks);

#endif
