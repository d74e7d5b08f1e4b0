/* cues_english.c - English lines break before a conjunction or preposition, never behind one. */
#include "core/str.h"
#include "core/utf8.h"
#include "segment/cues.h"
#include "unicode/props.h"

enum { LONGEST = 12 };

/* Words that lean on the word behind them. */
static const char leaning[] = {
    "a an the my your his her its our their this these those every each no some any another such "
    "what which whose of in on at to for from by with into onto about over under "
    "between through during without within against toward towards upon per as than like not very "
    "too so more most less quite rather really and or but nor if because when while where who "
    "whom that until unless although though since after before"};
/* Verbs that help the word behind them. */
static const char helping[] = {
    "am is are was were be been being have has had do does did will would "
    "shall should can could may might must let don't didn't doesn't "
    "isn't wasn't can't won't couldn't wouldn't i'm you're we're they're "
    "he's she's it's i've i'll"};
/* Pronouns that stand before their verb. */
static const char subjects[] = {"i you he she we they it"};
/* Words that open a clause or a phrase. */
static const char clauses[] = {
    "and or but nor because if when while where who which that until unless "
    "although though since so whether why how"};
static const char phrases[] = {"of in on at to for from by with into onto about over under between "
                               "through during without within against toward towards upon as than "
                               "like after before"};

static bool is_upper(kt_str word) {
    return word.len > 0 && kti_cp_is_upper(kti_utf8_at(word, 0).cp);
}

/* Lowers `word` into `room`; empty when it is longer than any word of the lists. */
static kt_str lowered(kt_str word, char room[LONGEST]) {
    if (word.len > LONGEST) return (kt_str){room, 0};
    for (size_t i = 0; i < word.len; i++)
        room[i] = kti_ascii_lower(word.ptr[i]);
    return (kt_str){room, word.len};
}

/* Dr., J., U.S.: a full stop that ends no sentence. */
static bool is_abbreviated(kt_str word, kt_str low) {
    bool initial = is_upper(word) && kti_utf8_at(word, 0).len == word.len;
    return initial || kti_str_find(word, KTI_STR("."), 0) != SIZE_MAX ||
           kti_cue_among(low, "mr mrs ms dr st prof sen rep gov gen");
}

kti_bond kti_cue_english(kt_str left, kt_str right) {
    char left_room[LONGEST], right_room[LONGEST];
    kti_bond marked = kti_cue_mark(left);
    kt_str before = kti_cue_core(left);
    kt_str behind = kti_cue_core(right);
    kt_str l = lowered(before, left_room);
    kt_str r = lowered(behind, right_room);
    if (kti_str_ends(left, KTI_STR(".")) && is_abbreviated(before, l)) return KTI_BOND_MODIFIER;
    if (marked != KTI_BONDS) return marked;
    if (kti_cue_among(l, leaning)) return KTI_BOND_MODIFIER;
    if (kti_cue_among(r, clauses)) return KTI_BOND_CLAUSE;
    if (kti_cue_among(l, subjects) || kti_cue_among(l, helping)) return KTI_BOND_COMPOUND;
    if (kti_cue_among(r, phrases)) return KTI_BOND_PHRASE;
    if (is_upper(before) && is_upper(behind)) return KTI_BOND_MODIFIER;
    return KTI_BOND_CLOSE;
}
