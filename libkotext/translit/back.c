#include "translit/back.h"

#include <math.h>
#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

/* Paths lie in cells: one for each place in the Hangul and number of silent letters written since
 * the last that moved on. A cell keeps its best paths; cells are gone through once, in order. */
enum {
    SILENT = 2, /* letters in a row that stand for nothing */
    CELLS = SILENT + 1,
    BEAM = KTI_BACK_MOST,
    LETTERS = 62 /* longest Latin side */
};

static const float limit = 9.0F;       /* nats behind the best at a place: given up */
static const float known_bonus = 2.5F; /* nats, for a word of the English list */

typedef struct path {
    kti_grams_state state;
    float score;
    uint32_t hash;   /* of the letters */
    uint32_t parent; /* among all paths */
    uint16_t symbol;
    uint8_t letters;         /* written so far */
    kti_english_range range; /* of English words that begin so, when only these are wanted */
} path;

typedef struct cell {
    path paths[BEAM]; /* best first */
    uint32_t count;
} cell;

/* The symbols that may be written at one place, by how many units they take. */
typedef struct choices {
    const uint16_t *symbols;
    const uint8_t *taken;
    size_t count;
} choices;

typedef struct back {
    uint32_t beam;
    const kti_grams *joint;
    const kti_english *words; /* NULL: any letters; else those of the list's words alone */
    kti_arena *arena;
    uint8_t units[KTI_BACK_UNITS]; /* + 1, as in chunks */
    size_t count;
    cell *cells;       /* (count + 1) * CELLS */
    uint16_t *symbols; /* room for a place's choices */
    uint8_t *taken;
} back;

/* ---- units ---------------------------------------------------------------------------------- */

/* False when the word has anything but syllables, or too many. */
static bool read_units(back *b, kt_str word) {
    b->count = 0;
    for (size_t at = 0; at < word.len;) {
        kti_cp unit = kti_utf8_at(word, at);
        if (!kti_is_syllable(unit.cp) || b->count + 3 > KTI_BACK_UNITS) return false;
        kt_syllable s = kti_split(unit.cp);
        if (s.choseong != KTI_L_NONE) b->units[b->count++] = (uint8_t)(s.choseong + 1);
        b->units[b->count++] = (uint8_t)(KTI_UNIT_VOWEL + s.jungseong + 1);
        if (s.jongseong != 0) b->units[b->count++] = (uint8_t)(KTI_UNIT_FINAL + s.jongseong);
        at += unit.len;
    }
    return b->count > 0;
}

/* How many units of the word from `at` on a chunk takes; SIZE_MAX when it does not fit. */
static size_t units_taken(const back *b, size_t at, kti_chunk_units chunk) {
    size_t n = 0;
    for (; chunk != 0; chunk >>= 7, n++)
        if (at + n >= b->count || b->units[at + n] != (chunk & 127)) return SIZE_MAX;
    return n;
}

static choices choices_at(const back *b, size_t at) {
    const kti_grams *m = b->joint;
    choices c = {b->symbols, b->taken, 0};
    for (uint16_t s = 0; s < m->first[KTI_LATIN_BEGIN]; s++) {
        bool letter = s < m->first[KTI_LATIN_SPACE] || s >= m->first[KTI_LATIN_MARKED];
        size_t n = letter ? units_taken(b, at, kti_grams_units(m, s)) : SIZE_MAX;
        if (n == SIZE_MAX) continue;
        b->symbols[c.count] = s;
        b->taken[c.count++] = (uint8_t)n;
    }
    return c;
}

/* ---- paths ---------------------------------------------------------------------------------- */

/* Puts a path into a cell; of two with the same letters the better stays. */
static void offer(cell *c, uint32_t beam, const path *new) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        if (c->paths[i].hash != new->hash) continue;
        if (c->paths[i].score >= new->score) return;
        memmove(&c->paths[i], &c->paths[i + 1], (c->count - i - 1) * sizeof *c->paths);
        c->count--;
        break;
    }
    if (c->count == beam && c->paths[beam - 1].score >= new->score) return;
    if (c->count < beam) c->count++;
    for (at = c->count - 1; at > 0 && c->paths[at - 1].score < new->score; at--)
        c->paths[at] = c->paths[at - 1];
    c->paths[at] = *new;
}

static bool is_worse(const cell *c, float score) {
    return c->count > 0 && score < c->paths[0].score - limit;
}

static const path *path_at(const back *b, uint32_t number) {
    return &b->cells[number / BEAM].paths[number % BEAM];
}

/* The letters of a path, from its first to its last. */
static size_t trace(const back *b, uint32_t number, uint8_t letters[LETTERS]) {
    size_t count = path_at(b, number)->letters;
    for (size_t i = count; i > 0; i--) {
        const path *p = path_at(b, number);
        letters[i - 1] = (uint8_t)(b->joint->symbols[p->symbol] >> KTI_CHUNK_BITS);
        number = p->parent;
    }
    return count;
}

/* The letters of an English word in the making, with room for one more. */
typedef struct beginning {
    uint8_t letters[LETTERS + 1]; /* of the list */
    size_t count;
    uint32_t tried; /* the letter that was tried last as the next; UINT32_MAX: none */
    bool fits;
    kti_english_range range;
} beginning;

static void begin(const back *b, uint32_t number, beginning *out) {
    out->count = trace(b, number, out->letters);
    out->tried = UINT32_MAX;
    for (size_t i = 0; i < out->count; i++)
        out->letters[i] = kti_english_letter(out->letters[i]);
}

/* Whether a word of the list goes on with this letter. Choices come in order of their letters. */
static bool goes_on(const back *b, const path *from, beginning *word, uint32_t letter) {
    if (word->tried == letter) return word->fits;
    word->tried = letter;
    word->range = from->range;
    word->letters[word->count] = kti_english_letter((uint8_t)letter);
    word->fits = word->letters[word->count] < KTI_ENGLISH_LETTERS &&
                 kti_english_narrow(b->words, word->letters, word->count + 1, &word->range);
    return word->fits;
}

static bool is_hopeless(const cell *c, uint32_t beam, float score) {
    return c->count == beam && score <= c->paths[beam - 1].score;
}

static void extend(back *b, size_t place, size_t silent, const path *from, uint32_t number,
                   const choices *c) {
    beginning word;
    if (from->letters == LETTERS) return;
    if (b->words != NULL) begin(b, number, &word);
    for (size_t i = 0; i < c->count; i++) {
        size_t taken = c->taken[i];
        if (taken == 0 && silent == SILENT) continue;
        cell *to = &b->cells[(place + taken) * CELLS + (taken == 0 ? silent + 1 : 0)];
        float score = from->score + kti_grams_log_p(b->joint, &from->state, c->symbols[i]);
        if (is_worse(to, score) || is_hopeless(to, b->beam, score)) continue;
        uint32_t letter = b->joint->symbols[c->symbols[i]] >> KTI_CHUNK_BITS;
        if (b->words != NULL && !goes_on(b, from, &word, letter)) continue;
        path new = {.score = score,
                    .hash = (from->hash ^ (letter + 1)) * 0x01000193u + 0x9E37u,
                    .parent = number,
                    .symbol = c->symbols[i],
                    .letters = (uint8_t)(from->letters + 1)};
        if (b->words != NULL) new.range = word.range;
        new.state = kti_grams_step(b->joint, &from->state, new.symbol);
        offer(to, b->beam, &new);
    }
}

static void search(back *b) {
    for (size_t i = 0; i < (b->count + 1) * CELLS; i++)
        b->cells[i].count = 0;
    b->cells[0].paths[0] = (path){.state = kti_grams_start(b->joint), .hash = 1};
    if (b->words != NULL) b->cells[0].paths[0].range = kti_english_all(b->words);
    b->cells[0].count = 1;
    for (size_t place = 0; place <= b->count; place++) {
        choices c = choices_at(b, place);
        const cell *main = &b->cells[place * CELLS];
        for (size_t silent = 0; silent < CELLS; silent++) {
            size_t index = place * CELLS + silent;
            for (uint32_t i = 0; i < b->cells[index].count; i++) {
                const path *p = &b->cells[index].paths[i];
                if (is_worse(main, p->score)) break;
                extend(b, place, silent, p, (uint32_t)(index * BEAM + i), &c);
            }
        }
    }
}

/* ---- results -------------------------------------------------------------------------------- */

static bool is_known(const kti_translit *t, const uint8_t *letters, size_t count) {
    uint8_t sounds[LETTERS];
    kti_english_chunk chunks[LETTERS];
    if (t->sounds.head == NULL || count > KTI_ENGLISH_WORD) return false;
    for (size_t i = 0; i < count; i++) {
        sounds[i] = kti_english_letter(letters[i]);
        if (sounds[i] == KTI_ENGLISH_LETTERS) return false;
    }
    return kti_english_find(&t->sounds, sounds, count, chunks);
}

/* Puts a form in order; the better of two with the same text stays. */
static void keep(kti_back_form *forms, size_t room, size_t *count, kti_back_form new) {
    size_t at = 0;
    while (at < *count && !kti_str_eq(forms[at].latin, new.latin))
        at++;
    if (at < *count && forms[at].score >= new.score) return;
    if (at == *count && *count == room && forms[room - 1].score >= new.score) return;
    if (at == *count) at = *count < room ? (*count)++ : room - 1;
    for (; at > 0 && forms[at - 1].score < new.score; at--)
        forms[at] = forms[at - 1];
    forms[at] = new;
}

static kt_status finish(const back *b, const kti_translit *t, kti_back_form *forms, size_t room,
                        size_t *count) {
    uint16_t end = b->joint->first[KTI_LATIN_END];
    for (size_t index = b->count * CELLS; index < (b->count + 1) * CELLS; index++) {
        for (uint32_t i = 0; i < b->cells[index].count; i++) {
            uint8_t letters[LETTERS + 1];
            char text[LETTERS * 4];
            size_t len = 0;
            const path *p = &b->cells[index].paths[i];
            size_t n = trace(b, (uint32_t)(index * BEAM + i), letters);
            if (5 * n < 2 * b->count) continue; /* no word is written so short */
            for (size_t k = 0; k < n; k++)
                len += kti_utf8_encode(kti_latin_cp(kti_latin_base(letters[k])), text + len);
            bool known = is_known(t, letters, n);
            if (b->words != NULL && !known) continue;
            kti_back_form form = {kti_arena_str(b->arena, (kt_str){text, len}), 0, known};
            if (form.latin.ptr == NULL) return KT_ERR_NOMEM;
            form.score = p->score + kti_grams_log_p(b->joint, &p->state, end) +
                         (form.known ? known_bonus : 0);
            keep(forms, room, count, form);
        }
    }
    return KT_OK;
}

kt_status kti_back_word(kti_back_search how, kt_str word, kti_arena *arena, kti_back_form *forms,
                        size_t room, size_t *count) {
    const kti_grams *joint = &how.translit->joint;
    back b = {.joint = joint, .arena = arena};
    *count = 0;
    if (joint->head == NULL || !read_units(&b, word)) return KT_OK;
    b.beam = how.beam < KTI_BACK_MOST ? (uint32_t)how.beam : KTI_BACK_MOST;
    b.cells = kti_arena_zeroed(arena, (b.count + 1) * CELLS, sizeof *b.cells);
    b.symbols = kti_arena_take(arena, joint->head->symbols * sizeof *b.symbols);
    b.taken = kti_arena_take(arena, joint->head->symbols);
    if (b.cells == NULL || b.symbols == NULL || b.taken == NULL) return KT_ERR_NOMEM;
    search(&b);
    KTI_TRY(finish(&b, how.translit, forms, room, count));
    if (how.translit->sounds.head == NULL) return KT_OK;
    b.words = &how.translit->sounds; /* once more for English words alone, which reaches far */
    search(&b);
    return finish(&b, how.translit, forms, room, count);
}
