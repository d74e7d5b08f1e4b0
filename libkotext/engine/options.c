#include "engine/options.h"

/* Whether a choice, one of those from 0 to `last`, is one. */
#define IS(choice, last) ((unsigned)(choice) <= (unsigned)(last))

static bool are_tokens(const kt_token *tokens, size_t count) {
    return tokens != NULL || count == 0;
}

bool kti_known_align(const kt_align_options *o) {
    return o->size == sizeof *o && IS(o->pairing, KT_PAIRING_TIMED) && o->threshold >= 0 &&
           o->threshold <= 1;
}

bool kti_known_annotate(const kt_annotate_options *o) {
    return o->size == sizeof *o && IS(o->place, KT_ANNOTATE_INSTEAD);
}

bool kti_known_config(const kt_config *c) {
    return c->size == sizeof *c && IS(c->dictionaries, KT_DICTIONARIES_NONE);
}

bool kti_known_gloss(const kt_gloss_options *o) {
    return o->size == sizeof *o && IS(o->scheme, KT_SCHEMES - 1);
}

bool kti_known_hangulize(const kt_hangulize_options *o) {
    return o->size == sizeof *o && IS(o->from, KT_SCHEMES - 1);
}

bool kti_known_hanja(const kt_hanja_options *o) {
    return o->size == sizeof *o && IS(o->kind, KT_KIND_PLACE) && IS(o->layout, KT_HANJA_PAREN) &&
           IS(o->norm, KT_NORM_KP);
}

bool kti_known_join(const kt_join_options *o) {
    return o->size == sizeof *o && IS(o->by, KT_JOIN_TURN);
}

bool kti_known_normalize(const kt_normalize_options *o) {
    return o->size == sizeof *o && IS(o->form, KT_FORM_NONE) && o->korean < KT_KOREAN_SPACES << 1;
}

bool kti_known_pronounce(const kt_pronounce_options *o) {
    return o->size == sizeof *o && are_tokens(o->tokens, o->token_count) &&
           IS(o->norm, KT_NORM_KP) && IS(o->phrasing, KT_PHRASING_APART) &&
           o->permitted <= KT_PERMIT_ALL && IS(o->numbers, KT_NUMBERS_READ);
}

bool kti_known_romanize(const kt_romanize_options *o) {
    return o->size == sizeof *o && IS(o->scheme, KT_SCHEMES - 1) && IS(o->kind, KT_KIND_PLACE) &&
           IS(o->hyphen, KT_HYPHEN_SYLLABLE) && IS(o->given_hyphen, KT_HYPHEN_SYLLABLE) &&
           IS(o->numbered, KT_NUMBERED_BARE) && IS(o->letter_case, KT_CASE_TITLE) &&
           IS(o->numbers, KT_NUMBERS_READ) && are_tokens(o->tokens, o->token_count);
}

bool kti_known_segment(const kt_segment_options *o) {
    return o->size == sizeof *o && IS(o->unit, KT_UNIT_MORPHEME) && IS(o->fill, KT_FILL_PHRASE) &&
           IS(o->breaks, KT_BREAKS_ANY) && are_tokens(o->tokens, o->token_count);
}

bool kti_known_space(const kt_space_options *o) {
    return o->size == sizeof *o && IS(o->level, KT_SPACE_FULL) && IS(o->changes, KT_SPACE_REMOVE);
}

bool kti_known_spell(const kt_spell_options *o) {
    return o->size == sizeof *o && IS(o->kind, KT_KIND_PLACE) && IS(o->style, KT_NAME_STYLE_ALA_LC);
}

bool kti_known_transliterate(const kt_transliterate_options *o) {
    return o->size == sizeof *o && IS(o->from, KT_SOURCES - 1);
}
