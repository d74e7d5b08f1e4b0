/* lexicon.h - what the dictionaries know about a string. Read-only, shared, mapped in place.
 *
 * Keys are matched folded: Korean as NFC without spaces; Latin as base letters in lower case
 * without hyphens, apostrophes, dots and spaces ("Cho Myoung-gyon" -> "chomyounggyon").
 */
#ifndef KTI_LEXICON_LEXICON_H
#define KTI_LEXICON_LEXICON_H

#include <stdbool.h>

#include "core/alloc.h"

typedef enum kti_entry_kind {
    KTI_ENTRY_PERSON,
    KTI_ENTRY_PLACE,
    KTI_ENTRY_ORG,
    KTI_ENTRY_TITLE,
    KTI_ENTRY_HEADLINE, /* a Hanja of headlines: korean = what it stands for */
    KTI_ENTRY_TERM,     /* a common term that has a set translation, no name */
    KTI_ENTRY_USER,     /* from the user's own dictionary */
    KTI_ENTRY_KINDS
} kti_entry_kind;

/* Whether rows of a kind name something: titles and terms do not. */
static inline bool kti_names_something(kti_entry_kind kind) {
    return kind != KTI_ENTRY_TITLE && kind != KTI_ENTRY_TERM;
}

/* One row of a dictionary. Lists hold their values one after another, each ended by '|' except
 * the last; walk them with kti_str_next_field(&list, '|'). "" = none. Texts live as long as the
 * lexicon. */
typedef struct kti_entry {
    uint32_t id; /* the same row has the same id, whichever key found it */
    kti_entry_kind kind;
    kt_str korean;
    kt_str english;
    kt_str also_korean;
    kt_str also_english;
    kt_str hanja;
    kt_str detail;    /* the table's `kind` column: president, city, ministry, after, ... */
    kt_str region;    /* ISO 3166, lower case */
    kt_str adjective; /* places only */
    kt_str metonym;   /* places only */
} kti_entry;

/* Whether it is of either Korea, or of no country that is told. */
bool kti_is_korean_entry(const kti_entry *entry);

typedef struct kti_lexicon kti_lexicon;

/* `data` is a whole .ktd and must outlive the lexicon. `with_names` false leaves people, places
 * and organisations out. KT_ERR_DATA (with the reason), KT_ERR_NOMEM, KT_ERR_SYNTAX (user_dict). */
kt_status kti_lexicon_open(const kt_alloc *alloc, kt_str data, bool with_names, kt_str user_dict,
                           kti_lexicon **out, kt_error *err);
void kti_lexicon_close(kti_lexicon *lexicon);
bool kti_lexicon_with_names(const kti_lexicon *lexicon);
const char *kti_lexicon_info(const kti_lexicon *lexicon);

/* ---- the name tables ------------------------------------------------------------------------ */

/* One hit of a search: an entry, and how much of the searched text its key covered. */
typedef struct kti_hit {
    uint32_t entry;
    uint32_t len; /* bytes of the text, spaces inside the name included */
    bool also;    /* the key was one of the entry's also_ forms, adjective or metonym */
} kti_hit;

kti_entry kti_lexicon_entry(const kti_lexicon *lexicon, uint32_t id);
/* What kind of row it is, without reading the rest; the user's own are all KTI_ENTRY_USER. */
kti_entry_kind kti_lexicon_kind(const kti_lexicon *lexicon, uint32_t id);
size_t kti_lexicon_entries(const kti_lexicon *lexicon);

/* All entries with a Korean key that is a prefix of `text` (at most `room` hits, longest first);
 * returns their number. Spaces in `text` between syllables are skipped over. Linear. */
size_t kti_lexicon_korean_prefixes(const kti_lexicon *lexicon, kt_str text, kti_hit *hits,
                                   size_t room);
/* Those of them that are all of `text`. */
size_t kti_lexicon_korean_whole(const kti_lexicon *lexicon, kt_str text, kti_hit *hits,
                                size_t room);
/* The rows of some kinds, a bit 1 << kind each, whose name all of `text` is; the first `room` of
 * them. Returns their number. */
size_t kti_lexicon_rows(const kti_lexicon *lexicon, kt_str text, unsigned kinds, kti_entry *rows,
                        size_t room);
/* Whether kti_lexicon_korean_words may find anything where these syllables begin: false is certain.
 * No more than the first KTI_STARTS_LOOKED_AT are looked at. */
bool kti_lexicon_may_begin_word(const kti_lexicon *lexicon, const uint32_t *syllables,
                                size_t count);
/* The same; keys of one code point that are not the user's may be left out, which is much faster.
 */
size_t kti_lexicon_korean_words(const kti_lexicon *lexicon, kt_str text, kti_hit *hits,
                                size_t room);
/* The same for English keys (english, also_english, adjective, metonym); a hit ends at the end of a
 * Latin word. */
size_t kti_lexicon_english_prefixes(const kti_lexicon *lexicon, kt_str text, kti_hit *hits,
                                    size_t room);
/* As kti_lexicon_korean_prefixes(); `*goes_on` tells whether a Korean key is longer than the text
 * and begins with it. */
size_t kti_lexicon_korean_rows(const kti_lexicon *lexicon, kt_str text, kti_hit *hits, size_t room,
                               bool *goes_on);
/* Whether a Korean key begins with `text`. */
bool kti_lexicon_begins_korean(const kti_lexicon *lexicon, kt_str text);

/* Keys from `low` to before `high`, which begin alike. */
typedef struct kti_key_range {
    uint32_t low, high;
    uint32_t next; /* small letters that some go on with, a bit each, and one for other bytes; all
                      bits when that was not asked for */
} kti_key_range;

/* The English keys that begin with a word: for who meets the word again. */
typedef struct kti_word_keys {
    kti_key_range built_in, user;
} kti_word_keys;

enum { KTI_WORD_MOST = 32 };

/* Of a word of ASCII letters, KTI_WORD_MOST of them at most. */
kti_word_keys kti_lexicon_english_word(const kti_lexicon *lexicon, kt_str word);
/* As kti_lexicon_english_prefixes() of a text that begins with that word, of `word` bytes, with
 * no letter or digit behind it. */
size_t kti_lexicon_english_behind(const kti_lexicon *lexicon, const kti_word_keys *keys,
                                  kt_str text, size_t word, kti_hit *hits, size_t room);

/* ---- surnames ------------------------------------------------------------------------------- */

typedef struct kti_surname_spelling {
    kt_str latin; /* "Kim" */
    float share;  /* 0..1 among bearers */
} kti_surname_spelling;

/* Bytes of the surname that `name` starts with (a two-syllable one first); 0 when none. */
size_t kti_lexicon_surname(const kti_lexicon *lexicon, kt_str name);
/* The spellings of a Hangul surname, largest share first. */
size_t kti_lexicon_surname_spellings(const kti_lexicon *lexicon, kt_str surname,
                                     kti_surname_spelling *list, size_t room);

/* ---- words ---------------------------------------------------------------------------------- */

/* Word classes of the imported Korean word list, or-ed; 0 = unknown word. */
enum {
    KTI_WORD_NOUN = 1 << 0,      /* NNG */
    KTI_WORD_PERSON = 1 << 1,    /* NNP with class 인명 */
    KTI_WORD_PLACE = 1 << 2,     /* NNP with class 지명 */
    KTI_WORD_PROPER = 1 << 3,    /* other NNP */
    KTI_WORD_BOUND = 1 << 4,     /* NNB, NNBC, NR, NP */
    KTI_WORD_MODIFIER = 1 << 5,  /* MM, MAG, MAJ, IC */
    KTI_WORD_PREDICATE = 1 << 6, /* VV, VA, VX, VCP, VCN stems and inflected forms */
    KTI_WORD_AFFIX = 1 << 7,     /* XPN, XSN, XSV, XSA, XR */
    KTI_WORD_JOSA = 1 << 8,      /* J* */
    KTI_WORD_EOMI = 1 << 9,      /* E* */
    KTI_WORD_COMPOUND = 1 << 10  /* the list gives its parts */
};

typedef struct kti_word {
    uint16_t classes;
    int16_t cost; /* of the cheapest reading; lower is commoner */
} kti_word;

/* Looks a whole word up. All zero when there is no word list in the data or the word is unknown. */
kti_word kti_lexicon_word(const kti_lexicon *lexicon, kt_str word);
bool kti_lexicon_has_words(const kti_lexicon *lexicon);

/* 민준, 서연: a given name that stands alone, which the word list has behind most of the surnames
 * that are met most. 고은 and 이준 are whole names. */
bool kti_lexicon_given_alone(const kti_lexicon *lexicon, kt_str name);

/* Whether that is the long list. Who works with a short one is short of memory. */
bool kti_lexicon_is_long(const kti_lexicon *lexicon);

/* The word list with all readings (lexicon/morphs.h); empty when the data has none. */
const struct kti_morphs *kti_lexicon_morphs(const kti_lexicon *lexicon);

/* The Hanja spellings of words (lexicon/sino.h); empty when the data has none. */
const struct kti_sino *kti_lexicon_sino(const kti_lexicon *lexicon);

/* The listed pronunciations (lexicon/sounds.h); empty when the data has none. */
const struct kti_sounds *kti_lexicon_sounds(const kti_lexicon *lexicon);

/* ---- other sections -------------------------------------------------------------------------- */

/* A section that a later layer reads itself ("hanja.trie"); empty when the data has none. */
kt_str kti_lexicon_section(const kti_lexicon *lexicon, kt_str name);

/* ---- models --------------------------------------------------------------------------------- */

typedef enum kti_model {
    KTI_MODEL_GIVEN,   /* how the syllables of persons are spelt */
    KTI_MODEL_SHAPE,   /* what the names of persons look like */
    KTI_MODEL_FOREIGN, /* letters and the Hangul they are written with */
    KTI_MODEL_KOREAN,  /* Hangul and the letters it is written with */
    KTI_MODEL_JOINT,   /* letters and Hangul together */
    KTI_MODEL_HANGUL,  /* letters to Hangul */
    KTI_MODEL_SOUNDS,  /* letters to sounds */
    KTI_MODELS
} kti_model;

/* Trained parameters, 8-aligned; empty when the data has none. */
kt_str kti_lexicon_model(const kti_lexicon *lexicon, kti_model model);

#endif
