/* The evidence. A full stop decides by itself (the rules of quotes and abbreviations apart); with
 * dots and tildes, which also hesitate, the ending before them decides; without any mark only the
 * endings do that have no other use, and what stands behind has a say. */
#include "segment/weights.h"

#include "segment/possible.h"

enum { NEVER = -40 };

/* clang-format off */
static const int16_t closings[KTI_CLOSINGS][KTI_MARKS] = {
    /*                          none   stop  dots  tilde laugh joy   closer */
    [KTI_CLOSING_NONE]      = {   -9,    9,    2,   -1,    1,    1,   -8},
    [KTI_CLOSING_NOUN]      = {   -9,    9,    1,   -1,    1,    1,   -8},
    [KTI_CLOSING_BOUND]     = {NEVER,    9,   -6,   -9,   -6,   -6,   -8},
    [KTI_CLOSING_ADVERB]    = {NEVER,    9,   -6,   -4,   -2,   -2,   -8},
    [KTI_CLOSING_LINK]      = {NEVER,    9,   -5,   -6,   -4,   -3,   -8},
    [KTI_CLOSING_TRAIL]     = {   -9,    9,    0,   -2,    1,    1,   -8},
    [KTI_CLOSING_NAMED]     = {   -6,    9,    2,    2,    3,    3,   -8},
    [KTI_CLOSING_NOTE]      = {    1,    9,    5,    5,    6,    6,   -8},
    [KTI_CLOSING_INTIMATE]  = {   -3,    9,    4,    4,    5,    5,   -8},
    [KTI_CLOSING_PLAIN]     = {    2,    9,    6,    6,    7,    7,   -8},
    [KTI_CLOSING_SURE]      = {    4,    9,    8,    8,    9,    9,   -8},
};

static const int16_t glued[KTI_MARKS] = {
    [KTI_MARK_NONE] = NEVER, [KTI_MARK_STOP] = 0,   [KTI_MARK_DOTS] = -2, [KTI_MARK_TILDE] = -4,
    [KTI_MARK_LAUGH] = -4,   [KTI_MARK_JOY] = -1,   [KTI_MARK_CLOSER] = -9,
};

static const int16_t openings[KTI_OPENINGS] = {
    [KTI_OPENING_NONE]      = 0,
    [KTI_OPENING_TAKES_UP]  = NEVER,
    [KTI_OPENING_BOUND]     = -10,
    [KTI_OPENING_PREDICATE] = -3,
    [KTI_OPENING_TOPIC]     = 1,
    [KTI_OPENING_CONNECTOR] = 4,
    [KTI_OPENING_QUOTE]     = 1,
    [KTI_OPENING_BRACKET]   = 0,
    [KTI_OPENING_ASIDE]     = 3,
    [KTI_OPENING_ITEM]      = 5,
    [KTI_OPENING_SPEAKER]   = KTI_WEIGHT_BEST_OPENING,
};
/* clang-format on */

int kti_weight_closing(kti_closing closing, kti_mark mark) {
    return closings[closing][mark];
}

int kti_weight_best(unsigned may, kti_mark mark) {
    int best = NEVER;
    for (unsigned c = KTI_CLOSING_NONE; c < KTI_CLOSINGS; c++) {
        bool is_possible = c < KTI_CLOSING_NAMED || (may & kti_may(c)) != 0;
        if (is_possible && closings[c][mark] > best) best = closings[c][mark];
    }
    return best;
}

int kti_weight_glued(kti_mark mark) {
    return glued[mark];
}

int kti_weight_opening(kti_opening opening) {
    return openings[opening];
}
