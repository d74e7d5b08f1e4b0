#include "translit/pronounced.h"

#include <string.h>

#include "translit/loanword.h"

enum { LEAST_PART = 3, GUESSES = 40 };

/* The letters without marks, hyphens and spaces; `from[i]` is the letter that letter i was. */
static size_t plain_letters(const uint8_t *letters, size_t count, uint8_t *plain, uint8_t *from) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t letter = kti_english_letter(letters[i]);
        if (letter == KTI_ENGLISH_LETTERS) continue;
        from[kept] = (uint8_t)i;
        plain[kept++] = letter;
    }
    return kept;
}

static bool same_sound(kti_english_chunk a, kti_english_chunk b) {
    return kti_english_plain(a & 0xFF) == kti_english_plain(b & 0xFF) &&
           kti_english_plain(a >> 8) == kti_english_plain(b >> 8);
}

static bool same_sounds(const kti_english_chunk *a, const kti_english_chunk *b, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!same_sound(a[i], b[i])) return false;
    return true;
}

/* Two words that make up the letters (3.1.10.1); of several ways the most even. With `known`, they
 * must sound as the whole does. */
static size_t find_parts(const kti_english *sounds, const uint8_t *plain, size_t count,
                         const kti_english_chunk *known, kti_english_chunk *chunks) {
    size_t best = 0, best_part = 0;
    kti_english_chunk made[KTI_ENGLISH_WORD];
    for (size_t at = LEAST_PART; at + LEAST_PART <= count; at++) {
        size_t part = at < count - at ? at : count - at;
        if (part <= best_part || !kti_english_find(sounds, plain, at, made)) continue;
        if (!kti_english_find(sounds, plain + at, count - at, made + at)) continue;
        if (known != NULL && !same_sounds(known, made, count)) continue;
        memcpy(chunks, made, count * sizeof *made);
        best = at;
        best_part = part;
    }
    return best;
}

/* The plain letters before a hyphen, when what stands on either side is a word; 0 otherwise. */
static size_t hyphen_part(const kti_english *sounds, const uint8_t *letters, const uint8_t *plain,
                          const uint8_t *from, size_t count, kti_english_chunk *chunks) {
    for (size_t at = 1; at < count; at++) {
        if (letters[from[at] - 1] != KTI_LATIN_HYPHEN) continue;
        bool both = kti_english_find(sounds, plain, at, chunks) &&
                    kti_english_find(sounds, plain + at, count - at, chunks + at);
        return both ? at : 0;
    }
    return 0;
}

/* Letter by letter the likeliest sounds, given those before. */
static bool guess_sounds(const kti_translit *t, const uint8_t *plain, size_t count,
                         kti_english_chunk *chunks) {
    uint8_t letters[KTI_ENGLISH_WORD];
    uint32_t past[3] = {UINT32_MAX, UINT32_MAX, UINT32_MAX};
    if (t->guess.weights == NULL || t->sounds.head == NULL) return false;
    for (size_t i = 0; i < count; i++)
        letters[i] = plain[i] < 26 ? plain[i] : KTI_LATIN_APOSTROPHE;
    kti_tagged_word word = {letters, NULL, NULL, count};
    for (size_t i = 0; i < count; i++) {
        uint32_t features[KTI_TAGGER_WINDOWS + KTI_TAGGER_PASTS];
        size_t windows = kti_tagger_windows(&word, i, features);
        kti_tagger_pasts(&word, i, past, features + windows);
        const uint32_t *first = &t->sounds.head->first[plain[i]];
        uint32_t end = first[1] - first[0] > GUESSES ? first[0] + GUESSES : first[1];
        float best = -1e30F;
        chunks[i] = 0;
        for (uint32_t c = first[0]; c < end; c++) {
            float score =
                kti_tagger_score(&t->guess, features, windows + KTI_TAGGER_PASTS, c - first[0]);
            if (score <= best) continue;
            best = score;
            chunks[i] = t->sounds.chunks[c];
        }
        past[2] = past[1];
        past[1] = past[0];
        past[0] = chunks[i];
    }
    return true;
}

static void apply_rules(const uint8_t *plain, size_t count, kti_english_chunk *chunks, size_t part,
                        uint32_t *tags) {
    if (part > 0) kti_loanword_tags(plain, chunks, part, tags);
    kti_loanword_tags(plain + part, chunks + part, count - part, tags + part);
}

void kti_pronounced_find(const kti_translit *t, const uint8_t *letters, size_t count, bool guess,
                         kti_pronounced *out) {
    uint8_t plain[KTI_ENGLISH_WORD], from[KTI_ENGLISH_WORD];
    kti_english_chunk chunks[KTI_ENGLISH_WORD], made[KTI_ENGLISH_WORD];
    uint32_t tags[KTI_ENGLISH_WORD];
    *out = (kti_pronounced){.source = KTI_PRONOUNCED_UNKNOWN};
    size_t kept = count <= KTI_ENGLISH_WORD ? plain_letters(letters, count, plain, from) : 0;
    if (kept == 0) return;
    size_t part = hyphen_part(&t->sounds, letters, plain, from, kept, made);
    bool listed = part == 0 && kti_english_find(&t->sounds, plain, kept, chunks);
    if (part == 0) part = find_parts(&t->sounds, plain, kept, listed ? chunks : NULL, made);
    if (listed)
        out->source = KTI_PRONOUNCED_LISTED;
    else if (part > 0)
        out->source = KTI_PRONOUNCED_COMPOUND;
    else if (guess && guess_sounds(t, plain, kept, chunks))
        out->source = KTI_PRONOUNCED_GUESSED;
    else
        return;
    apply_rules(plain, kept, part > 0 ? made : chunks, part, tags);
    out->parts[0] = part > 0 ? from[part] : count;
    out->parts[1] = count - out->parts[0];
    for (size_t i = 0; i < kept; i++) {
        out->sounds[from[i]] = part > 0 ? made[i] : chunks[i];
        out->rules[from[i]] = tags[i];
    }
}
