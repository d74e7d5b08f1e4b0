#include "translit/back_text.h"

#include <math.h>
#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "translit/letters.h"

enum { HITS = 8, WORD_FORMS = 24 };

/* Shares of the whole for dictionary names and settled words; the model has what is left. */
static const double listed_share = 0.9;

typedef struct form {
    kt_str latin;
    double share;
    const char *label;
} form;

/* The forms of one word, best first; a space and what is no Hangul have themselves. */
typedef struct word {
    form *forms;
    size_t count;
} word;

typedef struct row {
    double share;
    uint32_t before, form; /* the row of the words before, and the form taken */
} row;

typedef struct back {
    const kti_translit *translit;
    kti_arena *arena;
    size_t nbest;
    word *words;
    size_t count;
    kti_origin origin;
} back;

/* ---- one word ------------------------------------------------------------------------------- */

/* Of two that differ in capitals alone the likelier stays. */
static void add(form *forms, size_t *count, form new) {
    size_t at = 0;
    while (at < *count && !kti_str_eq_nocase(forms[at].latin, new.latin))
        at++;
    if (at < *count && forms[at].share >= new.share) return;
    if (at == *count && *count == WORD_FORMS && forms[at - 1].share >= new.share) return;
    if (at == *count) at = *count < WORD_FORMS ? (*count)++ : WORD_FORMS - 1u;
    for (; at > 0 && forms[at - 1].share < new.share; at--)
        forms[at] = forms[at - 1];
    forms[at] = new;
}

/* Foreign persons and places of this very name, and the user's own. */
static size_t find_names(back *b, kt_str hangul, form *found) {
    kti_hit hits[HITS];
    size_t count = 0;
    size_t met = kti_lexicon_korean_whole(b->translit->lexicon, hangul, hits, HITS);
    for (size_t i = 0; i < met; i++) {
        kti_entry e = kti_lexicon_entry(b->translit->lexicon, hits[i].entry);
        bool user = e.kind == KTI_ENTRY_USER;
        bool name = e.kind == KTI_ENTRY_PERSON || e.kind == KTI_ENTRY_PLACE || user;
        if (!name || e.english.len == 0) continue;
        bool korean = !user && kti_is_korean_entry(&e);
        if (korean && b->origin == KTI_ORIGIN_OPEN) b->origin = KTI_ORIGIN_KOREAN;
        if (korean) continue;
        b->origin = KTI_ORIGIN_FOREIGN;
        if (!hits[i].also) found[count++] = (form){e.english, 0, user ? "user" : "dictionary"};
    }
    return count;
}

static size_t find_settled(back *b, kt_str hangul, form *found) {
    kt_str english[HITS];
    size_t count = kti_listed_english(&b->translit->listed, hangul, english, HITS);
    for (size_t i = 0; i < count; i++)
        found[i] = (form){english[i], 0, "dictionary"};
    if (count > 0) b->origin = KTI_ORIGIN_FOREIGN;
    return count;
}

static kt_status add_guesses(back *b, kt_str hangul, double share, form *forms, size_t *count) {
    kti_back_form guesses[WORD_FORMS];
    size_t guess_count;
    double sum = 0;
    KTI_TRY(kti_back_word((kti_back_search){b->translit, KTI_BACK_MOST}, hangul, b->arena, guesses,
                          WORD_FORMS, &guess_count));
    for (size_t i = 0; i < guess_count; i++)
        sum += exp((double)(guesses[i].score - guesses[0].score));
    for (size_t i = 0; i < guess_count; i++) {
        double p = share * exp((double)(guesses[i].score - guesses[0].score)) / sum;
        add(forms, count, (form){guesses[i].latin, p, "model"});
    }
    return KT_OK;
}

static kt_status keep_word(back *b, const form *forms, size_t count) {
    word *w = &b->words[b->count++];
    w->count = count < b->nbest ? count : b->nbest;
    w->forms = kti_arena_take(b->arena, w->count * sizeof *forms);
    if (w->forms == NULL) return KT_ERR_NOMEM;
    memcpy(w->forms, forms, w->count * sizeof *forms);
    return KT_OK;
}

static kt_status read_word(back *b, kt_str hangul) {
    form found[2 * HITS], forms[WORD_FORMS];
    size_t count = 0, known = find_names(b, hangul, found);
    known += find_settled(b, hangul, found + known);
    for (size_t i = 0; i < known; i++)
        add(forms, &count, (form){found[i].latin, listed_share / (double)known, found[i].label});
    KTI_TRY(add_guesses(b, hangul, known > 0 ? 1 - listed_share : 1, forms, &count));
    if (count == 0) forms[count++] = (form){hangul, 1, NULL};
    return keep_word(b, forms, count);
}

/* ---- the text ------------------------------------------------------------------------------- */

/* A name of several words that the dictionaries have as a whole. */
static kt_status read_whole(back *b, kt_str text, bool *done) {
    form found[HITS];
    size_t count = find_names(b, text, found);
    *done = count > 0 && kti_str_find(text, KTI_STR(" "), 0) != SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        found[i].share = listed_share / (double)count;
    return *done ? keep_word(b, found, count) : KT_OK;
}

static kt_status read_words(back *b, kt_str text) {
    static const form space = {{" ", 1}, 1, NULL};
    size_t room = 1;
    for (size_t i = 0; i < text.len; i++)
        room += text.ptr[i] == ' ' ? 2 : 0;
    b->words = kti_arena_zeroed(b->arena, room + 1, sizeof *b->words);
    if (b->words == NULL) return KT_ERR_NOMEM;
    bool done;
    KTI_TRY(read_whole(b, text, &done));
    while (!done && text.len > 0) {
        size_t end = kti_str_find(text, KTI_STR(" "), 0);
        if (end == SIZE_MAX) end = text.len;
        if (end > 0) KTI_TRY(read_word(b, kti_str_cut(text, 0, end)));
        if (end < text.len) KTI_TRY(keep_word(b, &space, 1));
        text = kti_str_cut(text, end < text.len ? end + 1 : end, text.len);
    }
    return KT_OK;
}

static size_t extend(const row *rows, size_t count, const word *w, row *out, size_t most) {
    size_t made = 0;
    for (size_t r = 0; r < count; r++)
        for (size_t f = 0; f < w->count; f++) {
            double share = rows[r].share * w->forms[f].share;
            if (made == most && share <= out[made - 1].share) break; /* forms are sorted */
            size_t at = made < most ? made++ : made - 1;
            for (; at > 0 && out[at - 1].share < share; at--)
                out[at] = out[at - 1];
            out[at] = (row){share, (uint32_t)r, (uint32_t)f};
        }
    return made;
}

static const char *weaker(const char *a, const char *b) {
    static const char *const order[] = {"user", "dictionary", "model"};
    size_t ranks[2] = {0, 0};
    if (a == NULL || b == NULL) return a == NULL ? b : a;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (strcmp(order[i], a) == 0) ranks[0] = i;
        if (strcmp(order[i], b) == 0) ranks[1] = i;
    }
    return ranks[0] > ranks[1] ? a : b;
}

static kt_status write_row(const back *b, const row *rows, size_t index, uint32_t *taken,
                           kt_transliterated *out) {
    kti_buf text;
    kti_buf_init(&text, &b->arena->alloc);
    *out = (kt_transliterated){{"", 0}, rows[b->count * b->nbest + index].share, NULL};
    for (size_t i = b->count; i-- > 0;) {
        const row *r = &rows[(i + 1) * b->nbest + index];
        taken[i] = r->form;
        index = r->before;
    }
    for (size_t i = 0; i < b->count; i++) {
        const form *f = &b->words[i].forms[taken[i]];
        kti_buf_add_str(&text, f->latin);
        out->label = weaker(out->label, f->label);
    }
    if (out->label == NULL) out->label = "model";
    out->text = kti_arena_str(b->arena, kti_buf_str(&text));
    bool failed = text.failed || out->text.ptr == NULL;
    kti_buf_free(&text);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

static kt_status write_rows(const back *b, kt_transliterated **list, size_t *count) {
    row *rows = kti_arena_zeroed(b->arena, (b->count + 1) * b->nbest, sizeof *rows);
    uint32_t *taken = kti_arena_zeroed(b->arena, b->count + 1, sizeof *taken);
    *list = kti_arena_zeroed(b->arena, b->nbest, sizeof **list);
    if (rows == NULL || taken == NULL || *list == NULL) return KT_ERR_NOMEM;
    rows[0].share = 1;
    *count = 1;
    for (size_t i = 0; i < b->count; i++)
        *count =
            extend(rows + i * b->nbest, *count, &b->words[i], rows + (i + 1) * b->nbest, b->nbest);
    for (size_t i = 0; i < *count; i++)
        KTI_TRY(write_row(b, rows, i, taken, &(*list)[i]));
    return KT_OK;
}

kt_status kti_back_text(const kti_translit *translit, kt_str in, size_t nbest, kti_arena *arena,
                        kt_transliterated **list, size_t *count, kti_origin *origin) {
    back b = {.translit = translit, .arena = arena, .nbest = nbest == 0 ? 1 : nbest};
    if (b.nbest > WORD_FORMS) b.nbest = WORD_FORMS;
    KTI_TRY(read_words(&b, in));
    *origin = b.origin;
    return write_rows(&b, list, count);
}
