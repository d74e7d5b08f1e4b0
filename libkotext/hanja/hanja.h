/* hanja.h - how Hanja are read: words and single characters, and the initial-sound law.
 *
 * Sources: hanja.txt of libhangul for words and characters (imported by ktdict); for compatibility
 * ideographs, which KS X 1001 encodes once for each reading, Unihan; for the initial-sound law
 * (두음법칙) articles 10 to 12 of Hangul Orthography (한글 맞춤법).
 */
#ifndef KTI_HANJA_HANJA_H
#define KTI_HANJA_HANJA_H

#include "core/arena.h"
#include "core/rule.h"
#include "core/text.h"
#include "kotext/token.h"
#include "lexicon/bits.h"
#include "lexicon/trie.h"

enum { KTI_HANJA_LONGEST = 24 }; /* code points of a word */

/* One character's readings, as code points of syllables, before the initial-sound law. */
typedef struct kti_hanja_char {
    uint16_t cp;
    uint16_t first; /* where it begins a word */
    uint16_t inner; /* elsewhere */
} kti_hanja_char;

/* One reading of one character, before the initial-sound law. */
typedef struct kti_hanja_sound {
    uint16_t cp;
    uint16_t syllable;
    uint16_t rank;  /* among the characters of that syllable: the list has the commonest first */
    uint16_t uses;  /* of its uses in words, thousandths that are read so */
    uint16_t given; /* given names of the project's persons that have it */
} kti_hanja_sound;

/* A surname of the census. */
typedef struct kti_hanja_surname {
    uint16_t syllables[2], cps[2]; /* the second 0: it has one */
    uint32_t bearers;
} kti_hanja_surname;

/* The sections hanja.chars, hanja.sounds, hanja.surnames, hanja.trie, hanja.words, read in place.
 * All zero: nothing is known. */
typedef struct kti_hanja {
    const kti_hanja_char *chars; /* sorted */
    uint32_t char_count;
    const kti_hanja_sound *sounds; /* sorted by character, its readings in the list's order */
    uint32_t sound_count;
    const kti_hanja_surname *surnames; /* those of most bearers first */
    uint32_t surname_count;
    const struct kti_lexicon *lexicon; /* tells which reading is a word; may be NULL */
    kti_trie words;
    kti_bits own; /* of the trie's words: has a reading that the characters do not give */
    const uint32_t *offsets; /* of own readings; one more at the end */
    const uint16_t *pool;    /* their syllables */
    uint32_t pool_count;
} kti_hanja;

enum {
    KTI_HANJA_WORD = KTI_RULES_HANJA + 1,
    KTI_HANJA_CHARACTER,
    KTI_HANJA_COMPAT,
    KTI_HANJA_LAW_N,
    KTI_HANJA_LAW_R,
    KTI_HANJA_LAW_RR,
    KTI_HANJA_YEOL,
    KTI_HANJA_BU,
    KTI_HANJA_PLACE,
    KTI_HANJA_KNOWN,
    KTI_HANJA_NORTH,
    KTI_HANJA_BOUND,
    KTI_HANJA_BRACKET,
    KTI_HANJA_RULES_END
};

/* KT_ERR_DATA when the sections are damaged; an absent section leaves `out` empty. */
kt_status kti_hanja_open(kt_str chars, kt_str trie, kt_str words, kti_hanja *out);
/* The same with the list of all readings and the Korean word list, from the sections of `lexicon`,
 * which must outlive `out`. */
kt_status kti_hanja_of(const struct kti_lexicon *lexicon, kti_hanja *out);
bool kti_hanja_is_empty(const kti_hanja *hanja);

/* The reading of a word of the list (2 or more code points) as code points of Hangul syllables;
 * their number, 0 when `word` is not in the list. */
size_t kti_hanja_word(const kti_hanja *hanja, kt_str word, uint32_t out[KTI_HANJA_LONGEST]);

/* A character's readings; NULL when there are none. */
const kti_hanja_char *kti_hanja_char_of(const kti_hanja *hanja, uint32_t cp);
/* All of them; NULL when there are none. */
const kti_hanja_sound *kti_hanja_sounds_of(const kti_hanja *hanja, uint32_t cp, size_t *count);

/* Writes the Hanja of `text` (NFC or not) in Hangul, each character one edit; the rest is copied.
 * Runs beside kana are Japanese and are copied. In a token of kind KT_TOKEN_PERSON the first
 * character is a surname and the law holds for the given name too. `north`: in the North's
 * spelling. Linear. */
kt_status kti_hanja_read(const kti_hanja *hanja, kt_str text, const kt_token *tokens,
                         size_t token_count, bool north, kt_text *out);

/* Whether `text` has an ideograph at all. */
bool kti_hanja_any(kt_str text);

kt_rule kti_hanja_rule(uint32_t index);

/* ---- what reading is made of ---------------------------------------------------------------- */

/* A character in its place, as read. */
typedef struct kti_hanja_reading {
    uint32_t syllable;
    uint32_t rule;
} kti_hanja_reading;

/* The initial-sound law: the syllable as it stands at the beginning of a word. */
uint32_t kti_initial_law(uint32_t syllable, uint32_t *rule);

/* Whether `syllable` is 렬 or 률 and, behind `before`, written 열 or 율. */
bool kti_is_yeol(uint32_t syllable, uint32_t before);

/* Whether `cp` is 六 behind a power of ten, where it is 육 (십육) and not 륙 (오륙). */
bool kti_hanja_is_counting_six(uint32_t cp, uint32_t before);

/* ---- numbers -------------------------------------------------------------------------------- */

/* What stands before a character: no number, one in letters, or digits, with one space or none. */
typedef enum kti_hanja_number {
    KTI_HANJA_NO_NUMBER,
    KTI_HANJA_NUMBER,
    KTI_HANJA_DIGITS
} kti_hanja_number;

/* ... behind `cp`, no Hanja, which stands at `at`. */
kti_hanja_number kti_hanja_number_to(kt_str text, size_t at, uint32_t cp, kti_hanja_number before);
/* Whether the characters are a number, or stand for one: 三十, 數, 十餘. */
bool kti_hanja_is_number(const uint32_t *cps, size_t count);

/* How 參 or 拾 is read as a numeral (삼, 십): beside another one, or 參 behind 第; 0 elsewhere,
 * where it is 참 or 습, and for other characters. */
uint32_t kti_hanja_formal_numeral(const uint32_t *cps, size_t count, size_t at);
/* 輪, which begins no word behind a number: 二輪車 이륜차. */
bool kti_hanja_is_wheel(uint32_t cp);
/* Puts a bound noun right that begins the `count` characters behind a number. */
void kti_hanja_read_counted(const uint32_t *cps, size_t count, kti_hanja_number number,
                            kti_hanja_reading *read);

/* ---- surnames ------------------------------------------------------------------------------- */

/* Characters of a surname of two, or of one that is commonly read in another way, and its reading;
 * 0 when none begins. */
size_t kti_hanja_surname_of(const uint32_t *cps, size_t count, kti_hanja_reading *read);
/* Whether it is one of the latter: 金 沈 葉 ... */
bool kti_hanja_is_read_otherwise(uint32_t cp);
bool kti_hanja_is_common_surname(const kti_hanja *hanja, uint32_t cp);
/* Whether a title that may stand behind a surname stands at `at`, or one space behind: 議員, 前
 * 대통령은. */
bool kti_hanja_before_title(const kti_hanja *hanja, kt_str text, size_t at);

/* ---- others --------------------------------------------------------------------------------- */

/* Makes 畫 of a word that is listed with 劃 that character, and others those of the list (畵). */
void kti_hanja_tell_strokes(const kti_hanja *hanja, uint32_t *cps, size_t count);

/* The brackets around the Hanja from `at` to `end` where these are how the Hangul before them is
 * written: 문재인(文在寅). Its end is 0 when they are not. */
kt_span kti_hanja_bracket(const kti_hanja *hanja, kt_str text, size_t at, size_t end);

/* The reading that a compatibility ideograph was encoded for; 0 when `cp` is none. */
uint32_t kti_hanja_compat(uint32_t cp);
/* ... and the unified ideograph that it is; others are themselves. */
uint32_t kti_hanja_unified(uint32_t cp);

/* Reads `count` characters one by one as one word, each from its own readings. False when one has
 * none. `starts` says whether the first begins a word. */
bool kti_hanja_spell(const kti_hanja *hanja, const uint32_t *cps, size_t count, bool starts,
                     kti_hanja_reading *out);

/* Puts the North's spelling in the place of the South's. */
void kti_hanja_keep_sounds(const kti_hanja *hanja, const uint32_t *cps, size_t count,
                           kti_hanja_reading *read);

/* Where what `read` has is no word of the Korean word list, but with the law kept or left at a
 * character, or another of its readings, it is one: reads it so. Runs of a few characters only;
 * `place`: it ends as the name of a place does. */
void kti_hanja_settle(const kti_hanja *hanja, const uint32_t *cps, size_t count, bool place,
                      kti_hanja_reading *read);

#endif
