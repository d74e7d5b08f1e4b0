#include "names/body_english.h"

#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "names/components.h"
#include "names/offices.h"
#include "names/weigher.h"

enum { SYLLABLE = 3, LONGEST = 128, HITS = 8 }; /* bytes */

typedef enum piece_kind { NOTHING, COUNTRY, PLACE, NAME, WORD, DIVISION } piece_kind;

/* What ends at a byte of the name, on the best way there. */
typedef struct piece {
    piece_kind kind;
    uint8_t start, number; /* the byte it was reached from; pieces up to this one */
    kt_str english;
    kt_str adjective; /* of a country */
} piece;

typedef struct way {
    const kti_lexicon *lexicon;
    kt_str text;
    piece at[LONGEST + 1];
} way;

static bool ends_word(kt_str text, size_t at) {
    return at == text.len || text.ptr[at] == ' ';
}

/* Few pieces are better than many, and of as many the one that came first. */
static void reach(way *w, size_t from, size_t start, size_t len, piece_kind kind, kt_str english) {
    piece *to = &w->at[start + len];
    unsigned number = w->at[from].number + 1u;
    if (to->kind != NOTHING && to->number <= number) return;
    *to = (piece){
        .kind = kind, .start = (uint8_t)from, .number = (uint8_t)number, .english = english};
}

/* ---- what begins at a byte ------------------------------------------------------------------ */

static kt_str first_field(kt_str list) {
    return kti_str_next_field(&list, '|');
}

/* Glued to what follows, 한국 is the Korea of its bodies' names. A New Zealander is a person. */
static kt_str adjective_of(const way *w, const kti_entry *e, size_t end) {
    kt_str adjective = first_field(e->adjective);
    if (kti_str_eq(e->region, KTI_STR("kr")) && !ends_word(w->text, end)) return KTI_STR("Korea");
    return adjective.len == 0 || kti_str_ends(adjective, KTI_STR("er")) ? e->english : adjective;
}

/* Trump, for who is known by a last name. */
static kt_str person(const kti_entry *e, bool also) {
    size_t last = e->english.len;
    while (last > 0 && e->english.ptr[last - 1] != ' ')
        last--;
    bool foreign = kti_str_find(e->korean, KTI_STR(" "), 0) < e->korean.len;
    return also && foreign ? kti_str_cut(e->english, last, e->english.len) : e->english;
}

static void add_entry(way *w, size_t from, size_t start, const kti_hit *hit) {
    kti_entry e = kti_lexicon_entry(w->lexicon, hit->entry);
    size_t end = start + hit->len;
    if (hit->len <= SYLLABLE || e.english.len == 0) return;
    if (e.kind == KTI_ENTRY_PLACE) {
        bool is_country = kti_str_eq(e.detail, KTI_STR("country"));
        reach(w, from, start, hit->len, is_country ? COUNTRY : PLACE, e.english);
        if (is_country && w->at[end].english.ptr == e.english.ptr)
            w->at[end].adjective = adjective_of(w, &e, end);
    }
    if (e.kind == KTI_ENTRY_ORG) reach(w, from, start, hit->len, NAME, e.english);
    if (e.kind == KTI_ENTRY_TERM) reach(w, from, start, hit->len, WORD, e.english);
    if (e.kind == KTI_ENTRY_PERSON && ends_word(w->text, end))
        reach(w, from, start, hit->len, NAME, person(&e, hit->also));
}

static void add_components(way *w, size_t from, size_t start) {
    const kti_component *row;
    kt_str rest = kti_str_cut(w->text, start, w->text.len);
    for (size_t count = kti_components_at(rest, &row); count > 0; count--, row++) {
        kt_str korean = kti_str(row->korean);
        if (!kti_str_starts(rest, korean)) continue;
        bool may_be = korean.len > SYLLABLE || (from > 0 && ends_word(rest, SYLLABLE));
        if (may_be) reach(w, from, start, korean.len, WORD, first_field(kti_str(row->english)));
    }
}

/* 빅토리아주. */
static void add_division(way *w, size_t from) {
    kt_str rest = kti_str_cut(w->text, from, w->text.len);
    if (w->at[from].kind == PLACE && kti_str_starts(rest, KTI_STR("주")))
        reach(w, from, from, SYLLABLE, DIVISION, KTI_STR(""));
}

static void find_way(way *w) {
    kti_hit hits[HITS];
    for (size_t from = 0; from < w->text.len; from++) {
        if (from > 0 && w->at[from].kind == NOTHING) continue;
        size_t start = kti_behind_space(w->text, from);
        kt_str rest = kti_str_cut(w->text, start, w->text.len);
        bool local = w->at[from].kind == PLACE || w->at[from].kind == DIVISION;
        if (local) add_components(w, from, start); /* 대구 경찰청, not the National Police Agency */
        size_t count = kti_lexicon_korean_prefixes(w->lexicon, rest, hits, HITS);
        for (size_t i = 0; i < count; i++)
            add_entry(w, from, start, &hits[i]);
        if (!local) add_components(w, from, start);
        add_division(w, from);
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool stays_small(kt_str word) {
    static const char *const words[] = {"of", "and", "for", "the", "in", "to"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_eq(word, kti_str(words[i]))) return true;
    return false;
}

/* central bank -> Central Bank */
static void add_words(kti_buf *out, kt_str words) {
    while (words.len > 0) {
        kt_str word = kti_str_next_field(&words, ' ');
        if (word.len == 0) continue;
        if (out->len > 0) kti_buf_add_str(out, KTI_STR(" "));
        size_t at = out->len;
        kti_buf_add_str(out, word);
        if (!out->failed && (at == 0 || !stays_small(word)))
            out->ptr[at] = kti_ascii_upper(out->ptr[at]);
    }
}

/* Whether the name of a body says of what country it is: Bank of Korea, of 한국. */
static bool is_told(const piece *country, kt_str name) {
    enum { ROOT = 4 }; /* letters that Austria and Austrian, Korea and Korean share */
    kt_str of = country->adjective;
    if (kti_str_starts(of, KTI_STR("North ")) || kti_str_starts(of, KTI_STR("South ")))
        of = kti_str_cut(of, 6, of.len);
    return of.len >= ROOT && kti_str_find(name, kti_str_cut(of, 0, ROOT), 0) < name.len;
}

/* 하버드 대학: Harvard University says what it is. */
static bool is_said(const kti_buf *out, kt_str words) {
    kt_str written = kti_buf_str(out);
    if (words.len == 0 || written.len <= words.len) return false;
    kt_str last = kti_str_cut(written, written.len - words.len, written.len);
    return kti_ascii_lower(last.ptr[0]) == words.ptr[0] &&
           kti_str_eq(kti_str_cut(last, 1, last.len), kti_str_cut(words, 1, words.len));
}

static void add_piece(kti_buf *out, const piece *p, const piece *next) {
    if (p->kind == DIVISION || (p->kind == WORD && is_said(out, p->english))) return;
    if (p->kind == WORD) {
        add_words(out, p->english);
        return;
    }
    bool country = p->kind == COUNTRY;
    if (country && next != NULL && next->kind == NAME && is_told(p, next->english)) return;
    if (out->len > 0) kti_buf_add_str(out, KTI_STR(" "));
    kti_buf_add_str(out, country ? p->adjective : p->english);
}

static kt_status write(const way *w, kti_arena *arena, kt_str *out) {
    const piece *pieces[LONGEST / SYLLABLE + 2] = {NULL};
    kti_buf text;
    size_t count = w->at[w->text.len].number;
    for (size_t end = w->text.len, i = count; i-- > 0; end = w->at[end].start)
        pieces[i] = &w->at[end];
    kti_buf_init(&text, &arena->alloc);
    for (size_t i = 0; i < count; i++)
        add_piece(&text, pieces[i], pieces[i + 1]);
    *out = kti_arena_str(arena, kti_buf_str(&text));
    bool failed = text.failed || out->ptr == NULL;
    kti_buf_free(&text);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

/* 주멜버른 총영사관. */
static kt_status write_mission(const kti_lexicon *lexicon, kt_str hangul, const kti_posting *of,
                               kti_arena *arena, kt_str *out) {
    kti_entry place;
    kti_buf text;
    if (kti_lexicon_rows(lexicon, kti_str_span(hangul, of->place), 1u << KTI_ENTRY_PLACE, &place,
                         1) == 0)
        return KT_OK;
    kti_buf_init(&text, &arena->alloc);
    kti_buf_add_str(&text, of->embassy ? KTI_STR("Embassy") : KTI_STR("Consulate General"));
    kti_buf_add_str(&text, KTI_STR(" of the Republic of Korea in "));
    kti_buf_add_str(&text, place.english);
    *out = kti_arena_str(arena, kti_buf_str(&text));
    bool failed = text.failed || out->ptr == NULL;
    kti_buf_free(&text);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

kt_status kti_body_english(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                           kt_str *out) {
    way *w = kti_arena_zeroed(arena, 1, sizeof *w);
    *out = (kt_str){NULL, 0};
    if (w == NULL) return KT_ERR_NOMEM;
    if (hangul.len > LONGEST) return KT_OK;
    kti_posting posting;
    if (kti_posting_in(lexicon, hangul, &posting) && posting.mission.end == hangul.len)
        return write_mission(lexicon, hangul, &posting, arena, out);
    w->lexicon = lexicon;
    w->text = hangul;
    find_way(w);
    piece_kind last = w->at[hangul.len].kind;
    return last == WORD || last == NAME ? write(w, arena, out) : KT_OK;
}
