#include "align/short_names.h"

#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "names/countries.h"
#include "names/runs.h"
#include "translit/listed.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 };

typedef struct finder {
    const kti_lexicon *lexicon;
    const kti_candidates *found;
    kt_str text;
    kti_arena *scratch, *arena;
    kti_listed loanwords; /* when asked for */
    bool asked;
    kti_short_names *out;
} finder;

static kt_str run_text(const finder *f, size_t index) {
    return kti_str_span(f->text, f->found->runs[index].span);
}

static kt_status add(finder *f, kti_ko_name name) {
    kti_short_names *out = f->out;
    kti_ko_name *items =
        kti_arena_room(f->scratch, out->items, out->count, &out->capacity, sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    out->items = items;
    out->items[out->count++] = name;
    return KT_OK;
}

/* With the row that says what it is. */
static kt_status add_row(finder *f, uint32_t start, kt_name_type type, uint32_t entry, float sure) {
    uint32_t *entries = kti_arena_take(f->arena, sizeof *entries);
    if (entries == NULL) return KT_ERR_NOMEM;
    *entries = entry;
    return add(f, (kti_ko_name){.span = {start, start + SYLLABLE},
                                .type = type,
                                .confidence = sure,
                                .entry_count = 1,
                                .entries = entries});
}

/* ---- persons -------------------------------------------------------------------------------- */

static const float sure = 0.3F, may_be_word = 0.1F; /* on either side of KTI_MAY_BE_WORD */

/* 뷔는, 비가. */
static kt_status find_person(finder *f, size_t index) {
    const kti_run_facts *facts = f->found->facts[index];
    const kti_hit *hits = NULL;
    size_t count = kti_rows_known(facts, &hits);
    kt_str run = run_text(f, index);
    for (size_t i = 0; i < count && run.len > SYLLABLE; i++) {
        kt_str name = kti_str_cut(run, 0, SYLLABLE), rest = kti_str_cut(run, SYLLABLE, run.len);
        if (hits[i].len != SYLLABLE || !kti_josa_fits(name, rest)) continue;
        if (kti_lexicon_kind(f->lexicon, hits[i].entry) != KTI_ENTRY_PERSON) continue;
        unsigned word = KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_BOUND;
        bool is_word = (kti_lexicon_word(f->lexicon, name).classes & word) != 0;
        KTI_TRY(add_row(f, f->found->runs[index].span.start, KT_NAME_PERSON, hits[i].entry,
                        is_word ? may_be_word : sure));
    }
    return KT_OK;
}

static bool is_first_name(finder *f, kt_str word) {
    if (!f->asked) f->loanwords = kti_loanwords_of(f->lexicon);
    f->asked = true;
    return (kti_listed_kinds(&f->loanwords, word) & KTI_LISTED_NAME) != 0;
}

/* 샘 리가: a first name that is a word, too, with all that the next word may be. */
static kt_status find_first_name(finder *f, size_t index) {
    static const float alone = 0.4F, ends_in_particle = 0.1F;
    const kti_name_run *runs = f->found->runs;
    if (index + 1 == f->found->run_count || !runs[index + 1].spaced) return KT_OK;
    const kti_run_facts *next = f->found->facts[index + 1];
    kt_str first = run_text(f, index);
    if (next == NULL || first.len != SYLLABLE || !is_first_name(f, first)) return KT_OK;
    for (size_t i = 0; i < next->stem_count; i++) {
        uint32_t end = runs[index + 1].span.start + next->stems[i].len;
        KTI_TRY(add(f, (kti_ko_name){.span = {runs[index].span.start, end},
                                     .type = KT_NAME_PERSON,
                                     .confidence = i == 0 ? alone : ends_in_particle}));
    }
    return KT_OK;
}

/* ---- countries ------------------------------------------------------------------------------ */

static kt_status add_country(finder *f, uint32_t start) {
    enum { ROWS = 4 };
    kti_hit hits[ROWS];
    kt_str country = kti_country_of(kti_str_cut(f->text, start, start + SYLLABLE));
    size_t count = kti_lexicon_korean_whole(f->lexicon, country, hits, ROWS);
    for (size_t i = 0; i < count; i++)
        if (kti_lexicon_kind(f->lexicon, hits[i].entry) == KTI_ENTRY_PLACE)
            return add_row(f, start, KT_NAME_PLACE, hits[i].entry, sure);
    return KT_OK;
}

static bool begins_with_country(const finder *f, size_t index) {
    kt_str run = run_text(f, index);
    return f->found->facts[index] != NULL && kti_country_of(kti_str_cut(run, 0, SYLLABLE)).len > 0;
}

/* Whether nothing but a middle dot stands before a run. */
static bool is_dotted(const finder *f, size_t index) {
    if (index == 0) return false;
    const kti_name_run *runs = f->found->runs;
    kt_str between = kti_str_cut(f->text, runs[index - 1].span.end, runs[index].span.start);
    if (between.len == 0) return false;
    kti_cp dot = kti_utf8_at(between, 0);
    return dot.len == between.len && kti_cp_is_middle_dot(dot.cp);
}

/* 한·미·일, the last of which may have something glued on. */
static kt_status find_countries(finder *f, size_t index) {
    const kti_name_run *runs = f->found->runs;
    size_t end = index + 1;
    if (is_dotted(f, index) || !begins_with_country(f, index)) return KT_OK;
    while (run_text(f, end - 1).len == SYLLABLE && end < f->found->run_count && is_dotted(f, end) &&
           begins_with_country(f, end))
        end++;
    for (size_t i = index; i < end && end - index > 1; i++)
        KTI_TRY(add_country(f, runs[i].span.start));
    return KT_OK;
}

/* ---- all ------------------------------------------------------------------------------------ */

kt_status kti_short_names_find(const kti_lexicon *lexicon, const kti_candidates *found, kt_str text,
                               kti_arena *scratch, kti_arena *arena, kti_short_names *out) {
    finder f = {.lexicon = lexicon,
                .found = found,
                .text = text,
                .scratch = scratch,
                .arena = arena,
                .out = out};
    *out = (kti_short_names){.count = 0};
    for (size_t i = 0; i < found->run_count; i++) {
        if (found->facts[i] == NULL) continue;
        KTI_TRY(find_person(&f, i));
        KTI_TRY(find_first_name(&f, i));
        KTI_TRY(find_countries(&f, i));
    }
    return KT_OK;
}
