/* candidates.c - the Hanja that a Hangul word or name may stand for.
 *
 * A word is looked for in the trie of Hanja words, character by character among those that sound
 * like its syllables; a name is a surname of the census and characters by their use in given names.
 */
#include "hanja/candidates.h"

#include <math.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/lexicon.h"
#include "lexicon/sino.h"

enum { LONGEST = 8, ROOM = 32, SURNAMES = 6, GIVEN = 8, MOST_BELOW = 256, FERTILE = 2, LISTED = 3 };

typedef struct candidate {
    uint32_t cps[LONGEST];
    float cost;
    const char *source;
} candidate;

typedef struct finder {
    const kti_hanja *hanja;
    uint32_t syllables[LONGEST];
    size_t length;
    candidate listed;      /* the spelling that the Korean word list's word has; cps[0] 0: none */
    candidate found[ROOM]; /* cheapest first */
    size_t count, most;
} finder;

static bool same_hanja(const finder *f, const candidate *a, const candidate *b) {
    for (size_t i = 0; i < f->length; i++)
        if (a->cps[i] != b->cps[i]) return false;
    return true;
}

static void keep(finder *f, const candidate *c) {
    for (size_t i = 0; i < f->count; i++)
        if (same_hanja(f, &f->found[i], c)) return; /* the better came first */
    if (f->count == f->most && c->cost >= f->found[f->count - 1].cost) return;
    size_t at = f->count < f->most ? f->count++ : f->count - 1;
    for (; at > 0 && f->found[at - 1].cost > c->cost; at--)
        f->found[at] = f->found[at - 1];
    f->found[at] = *c;
}

/* The character's reading that is heard as `syllable`, at the beginning of a word or not; NULL. */
static const kti_hanja_sound *heard(const kti_hanja *hanja, uint32_t cp, uint32_t syllable,
                                    bool first) {
    uint32_t rule;
    size_t count;
    const kti_hanja_sound *sounds = kti_hanja_sounds_of(hanja, cp, &count);
    for (size_t i = 0; i < count; i++)
        if (sounds[i].syllable == syllable ||
            (first && kti_initial_law(sounds[i].syllable, &rule) == syllable))
            return &sounds[i];
    return NULL;
}

/* ---- words ---------------------------------------------------------------------------------- */

/* By how common the characters are. */
static float commonness(const kti_hanja_sound *sound) {
    return sound == NULL ? 12 : logf(1.0F + (float)sound->rank);
}

/* Whether the list reads the word so. */
static bool is_read_so(const finder *f, const candidate *c) {
    char bytes[LONGEST * 4];
    uint32_t read[KTI_HANJA_LONGEST];
    kt_str word = {bytes, 0};
    for (size_t i = 0; i < f->length; i++)
        word.len += kti_utf8_encode(c->cps[i], bytes + word.len);
    if (kti_hanja_word(f->hanja, word, read) != f->length) return false;
    for (size_t i = 0; i < f->length; i++)
        if (read[i] != f->syllables[i]) return false;
    return true;
}

/* The likeliest spelling of the Korean word list's word. */
static void find_spelling(finder *f, kt_str hangul) {
    size_t count;
    candidate c = {.source = "word"};
    if (f->hanja->lexicon == NULL) return;
    const uint16_t *units = kti_sino_spelling(kti_lexicon_sino(f->hanja->lexicon), hangul, &count);
    if (units == NULL || count != f->length) return;
    for (size_t i = 0; i < count; i++) {
        if (!kti_is_hanja_unit(units[i])) return;
        c.cps[i] = units[i];
    }
    f->listed = c;
}

/* The words that begin with the one at `node`, itself with them, as far as `most`: common words
 * make many others. */
static uint32_t words_below(const kti_trie *words, uint32_t node, uint32_t most) {
    uint32_t end, child = kti_trie_children(words, node, &end);
    uint32_t count = kti_trie_word(words, node) != KTI_TRIE_NONE;
    for (; child < end && count < most; child++)
        count += words_below(words, child, most - count);
    return count;
}

/* Words that go on from `node` with the syllable at `depth`. The law may be kept or not inside a
 * word, and words have readings of their own, so each child is tried that may sound so. */
static void go_down(finder *f, uint32_t node, size_t depth, candidate *c) {
    const kti_trie *words = &f->hanja->words;
    uint32_t end, child = kti_trie_children(words, node, &end);
    float before = c->cost;
    for (; child < end; child++) {
        uint32_t cp = words->labels[child];
        const kti_hanja_sound *sound = heard(f->hanja, cp, f->syllables[depth], true);
        if (sound == NULL) continue;
        c->cps[depth] = cp;
        c->cost = before + commonness(sound);
        if (depth + 1 < f->length) {
            go_down(f, child, depth + 1, c);
        } else if (kti_trie_word(words, child) != KTI_TRIE_NONE && is_read_so(f, c)) {
            c->cost -= FERTILE * logf((float)words_below(words, child, MOST_BELOW));
            if (same_hanja(f, c, &f->listed)) c->cost -= LISTED;
            keep(f, c);
        }
    }
    c->cost = before;
}

static void find_words(finder *f, kt_str hangul) {
    candidate c = {.source = "word"};
    find_spelling(f, hangul);
    if (f->hanja->words.nodes > 0) go_down(f, KTI_TRIE_ROOT, 0, &c);
    if (f->listed.cps[0] != 0) keep(f, &f->listed);
}

static void find_characters(finder *f) {
    enum { BEHIND = 10 }; /* what the law makes of another sound comes later */
    for (uint32_t i = 0; i < f->hanja->sound_count; i++) {
        const kti_hanja_sound *s = &f->hanja->sounds[i];
        uint32_t rule, law = kti_initial_law(s->syllable, &rule);
        if (s->syllable != f->syllables[0] && law != f->syllables[0]) continue;
        candidate c = {.cps = {s->cp}, .cost = (float)s->rank, .source = "character"};
        if (s->syllable != f->syllables[0]) c.cost += BEHIND;
        keep(f, &c);
    }
}

/* Two words, when there is none: the longest first one whose rest is a word too. */
static void find_two_words(finder *f) {
    enum { PART = 2 };
    for (size_t cut = f->length - PART; cut >= PART; cut--) {
        finder parts[2];
        for (size_t i = 0; i < 2; i++) {
            char bytes[LONGEST * 4];
            kt_str text = {bytes, 0};
            size_t from = i == 0 ? 0 : cut, to = i == 0 ? cut : f->length;
            parts[i] = (finder){.hanja = f->hanja, .length = to - from, .most = 1};
            for (size_t k = from; k < to; k++) {
                parts[i].syllables[k - from] = f->syllables[k];
                text.len += kti_utf8_encode(f->syllables[k], bytes + text.len);
            }
            find_words(&parts[i], text);
        }
        if (parts[0].count == 0 || parts[1].count == 0) continue;
        candidate c = {.source = "words"};
        for (size_t k = 0; k < f->length; k++)
            c.cps[k] = k < cut ? parts[0].found[0].cps[k] : parts[1].found[0].cps[k - cut];
        keep(f, &c);
        return;
    }
}

/* ---- names ---------------------------------------------------------------------------------- */

static void find_listed_names(finder *f, kt_str hangul) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    const kti_lexicon *x = f->hanja->lexicon;
    size_t count = x == NULL ? 0 : kti_lexicon_korean_whole(x, hangul, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(x, hits[i].entry);
        candidate c = {.cost = -2 + 0.1F * (float)i, .source = "name"};
        size_t length = 0;
        if (e.kind != KTI_ENTRY_PERSON && e.kind != KTI_ENTRY_USER) continue;
        for (size_t at = 0; at < e.hanja.len && length <= f->length;) {
            kti_cp unit = kti_utf8_at(e.hanja, at);
            if (length < f->length) c.cps[length] = unit.cp;
            length++;
            at += unit.len;
        }
        if (length == f->length) keep(f, &c);
    }
}

/* The characters for a syllable of a given name, those that names use most first. */
static void find_given(const finder *f, size_t at, finder *out) {
    *out = (finder){.hanja = f->hanja, .length = 1, .most = GIVEN};
    for (uint32_t i = 0; i < f->hanja->sound_count; i++) {
        const kti_hanja_sound *s = &f->hanja->sounds[i];
        uint32_t rule, law = kti_initial_law(s->syllable, &rule);
        if (s->syllable != f->syllables[at] && law != f->syllables[at]) continue;
        float uses = (float)s->given + 1.0F / (8 + (float)s->rank);
        candidate c = {.cps = {s->cp}, .cost = -logf(uses)};
        keep(out, &c);
    }
}

static void add_given(finder *f, const finder given[LONGEST], size_t at, candidate *c) {
    if (at == f->length) {
        keep(f, c);
        return;
    }
    float before = c->cost;
    for (size_t i = 0; i < given[at].count; i++) {
        c->cps[at] = given[at].found[i].cps[0];
        c->cost = before + given[at].found[i].cost;
        if (f->count == 0 || f->count < f->most ||
            c->cost < f->found[f->count - 1].cost + (float)LONGEST)
            add_given(f, given, at + 1, c);
    }
    c->cost = before;
}

static void find_names(finder *f, size_t surname) {
    finder given[LONGEST] = {{.length = 0}};
    size_t tried = 0;
    enum { MOST_GIVEN = 2 };
    if (f->length <= surname || f->length - surname > MOST_GIVEN) return;
    for (size_t i = surname; i < f->length; i++)
        find_given(f, i, &given[i]);
    for (uint32_t i = 0; i < f->hanja->surname_count && tried < SURNAMES; i++) {
        const kti_hanja_surname *s = &f->hanja->surnames[i]; /* those of most bearers first */
        bool same = s->syllables[0] == f->syllables[0] &&
                    (surname == 1 ? s->syllables[1] == 0 : s->syllables[1] == f->syllables[1]);
        if (!same) continue;
        candidate c = {.cps = {s->cps[0], s->cps[1]}, .source = "name"};
        c.cost = -logf((float)s->bearers + 1) + 20;
        add_given(f, given, surname, &c);
        tried++;
    }
}

/* ---- all of it ------------------------------------------------------------------------------ */

static bool read_syllables(finder *f, kt_str hangul) {
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        if (!kti_is_syllable(unit.cp) || f->length == LONGEST) return false;
        f->syllables[f->length++] = unit.cp;
        at += unit.len;
    }
    return f->length > 0;
}

static void find_all(finder *f, kt_str hangul, bool person) {
    enum { SYLLABLE = 3 };
    size_t surname = 0;
    if (person && f->hanja->lexicon != NULL)
        surname = kti_lexicon_surname(f->hanja->lexicon, hangul) / SYLLABLE;
    if (person) {
        find_listed_names(f, hangul);
        if (surname > 0) find_names(f, surname);
    } else if (f->length == 1) {
        find_characters(f);
    } else {
        find_words(f, hangul);
        if (f->count == 0 && f->length >= 4) find_two_words(f);
    }
}

kt_status kti_hanja_candidates(const kti_hanja *hanja, kt_str hangul, bool person, size_t nbest,
                               kti_arena *arena, kt_hanja_candidate **list, size_t *count) {
    finder f = {.hanja = hanja, .most = nbest < ROOM ? nbest : ROOM};
    *count = 0;
    *list = kti_arena_zeroed(arena, f.most + 1, sizeof **list);
    if (*list == NULL) return KT_ERR_NOMEM;
    if (f.most == 0 || !read_syllables(&f, hangul)) return KT_OK;
    find_all(&f, hangul, person);
    for (size_t i = 0; i < f.count; i++) {
        char bytes[LONGEST * 4];
        kt_str text = {bytes, 0};
        for (size_t k = 0; k < f.length; k++)
            text.len += kti_utf8_encode(f.found[i].cps[k], bytes + text.len);
        (*list)[i] = (kt_hanja_candidate){kti_arena_str(arena, text), f.found[i].source};
        if ((*list)[i].hanja.ptr == NULL) return KT_ERR_NOMEM;
    }
    *count = f.count;
    return KT_OK;
}
