/* marker.h - what the files that mark names share. */
#ifndef KTI_ROMANIZE_MARKER_H
#define KTI_ROMANIZE_MARKER_H

#include "romanize/romanize.h"

typedef struct kti_marker {
    const kti_lexicon *lexicon;
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    kti_phono *phono;
    uint8_t *marks;
    size_t next; /* first syllable not yet passed */
} kti_marker;

/* The syllable that starts at byte `at`; NULL when none does. Calls come in order. */
kti_syl *kti_marker_syllable(kti_marker *m, size_t at);

/* No sound passes before `at`, by the schemes that say so. */
void kti_marker_freeze(kti_marker *m, size_t at);

/* A new word begins at `at` though nothing stands before it, in all schemes. */
void kti_marker_part(kti_marker *m, size_t at);

/* Whether a name of several words begins with no surname: 윌리엄 앨런. */
bool kti_is_foreign_person(const kti_marker *m, kt_str name);

/* Marks a person: surname, given name (persons.c). */
void kti_mark_person(kti_marker *m, kt_span name);

/* Marks the suffix and the number of a road (roads.c); false when the word is none. */
bool kti_mark_road(kti_marker *m, kt_span word);

/* 일본군: a country and 군, which is an army and no county (names.c). */
bool kti_is_army(const kti_lexicon *lexicon, kt_str name);

/* The Hangul word that starts at byte `at`. */
kt_span kti_word_at(kt_str text, size_t at);
/* Bytes of one blank at `at`, the wide one of East Asian typesetting too; 0: none. */
size_t kti_blank_at(kt_str text, size_t at);
/* Marks a term of address behind the name that ends at `end`: Ch’oe Paksa (address.c). */
void kti_mark_address(kti_marker *m, size_t end);

/* Particles, and the copula with what follows it, where text has them apart. */
bool kti_is_josa(kt_str word);

/* Whether "surname given" is one person, who is written with a space. */
bool kti_is_spaced_name(const kti_marker *m, kt_str surname, kt_str given);

/* What a name that was found in running text is to a romanizer. */
typedef enum kti_found {
    KTI_FOUND_NOTHING, /* a word like others */
    KTI_FOUND_WORDS,   /* a name whose words begin with capitals */
    KTI_FOUND_PERSON,  /* a surname and a given name */
    KTI_FOUND_PLACE
} kti_found;

kti_found kti_found_person(const kti_marker *m, kt_str name);
kti_found kti_found_place(const kti_marker *m, kt_str name);

#endif
