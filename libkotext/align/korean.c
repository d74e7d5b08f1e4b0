#include "align/korean.h"

#include <stdlib.h>
#include <string.h>

#include "align/short_names.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/detect.h"
#include "names/runs.h"

/* `facts` are those of the run that the name begins, or NULL. */
static kt_status add_entries(const kti_lexicon *lexicon, const kti_run_facts *facts, kt_str text,
                             kti_arena *arena, kti_ko_name *name) {
    enum { HITS = 16 };
    kti_hit found[HITS];
    uint32_t entries[KTI_KO_ENTRIES];
    const kti_hit *hits = found;
    kt_str from = kti_str_cut(text, name->span.start, text.len);
    size_t count = kti_rows_known(facts, &hits);
    if (hits == found) count = kti_lexicon_korean_prefixes(lexicon, from, found, HITS);
    uint32_t length = name->span.end - name->span.start;
    for (size_t i = 0; i < count && name->entry_count < KTI_KO_ENTRIES; i++) {
        if (hits[i].len != length) continue;
        if (!kti_names_something(kti_lexicon_entry(lexicon, hits[i].entry).kind)) continue;
        entries[name->entry_count++] = hits[i].entry;
    }
    if (name->entry_count == 0) return KT_OK;
    uint32_t *kept = kti_arena_take(arena, name->entry_count * sizeof *kept);
    if (kept == NULL) return KT_ERR_NOMEM;
    memcpy(kept, entries, name->entry_count * sizeof *kept);
    name->entries = kept;
    return KT_OK;
}

/* Whether a stretch stands in brackets right behind Hangul: it says again what the Hangul says. */
static bool is_gloss(kt_str text, kt_span span) {
    enum { LONGEST = 80 };
    size_t at = span.start, least = at > LONGEST ? at - LONGEST : 0;
    while (at > least && text.ptr[at - 1] != '(' && text.ptr[at - 1] != ')' &&
           text.ptr[at - 1] != '\n')
        at--;
    if (at < 2 || text.ptr[at - 1] != '(') return false;
    return kti_is_syllable(kti_utf8_before(text, at - 1).cp);
}

static bool is_latin_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_alpha(text.ptr[at]);
}

/* Whether another Latin word stands beside it, with a space, hyphen or the like between. */
static bool is_among_latin(kt_str text, kt_span span) {
    enum { REACH = 4 }; /* 's is no word of its own */
    size_t before = span.start, behind = span.end;
    while (before > 0 && span.start - before < REACH &&
           (unsigned char)text.ptr[before - 1] < 0x80 && text.ptr[before - 1] != '\n' &&
           !is_latin_at(text, before - 1))
        before--;
    while (behind < text.len && behind - span.end < REACH &&
           (unsigned char)text.ptr[behind] < 0x80 && text.ptr[behind] != '\n' &&
           !is_latin_at(text, behind))
        behind++;
    return (before > 0 && before < span.start && is_latin_at(text, before - 1)) ||
           (behind > span.end && is_latin_at(text, behind));
}

/* Words of the Latin gloss of a name (걸프뉴스(Gulf News)), and of English that the Korean quotes,
 * are no names by themselves; initials may be (국제원자력기구(IAEA)). */
static bool is_part_of_gloss(kt_str text, kt_span span) {
    bool small = false;
    for (size_t at = span.start; at < span.end; at++) {
        if ((unsigned char)text.ptr[at] >= 0x80) return false;
        small = small || (text.ptr[at] >= 'a' && text.ptr[at] <= 'z');
    }
    return small && (is_gloss(text, span) || is_among_latin(text, span));
}

/* ---- phrases -------------------------------------------------------------------------------- */

enum { PHRASE_RUNS = 4 };

/* Whether a run may be part of a name that is translated word by word. */
static bool is_part(const kti_run_facts *facts) {
    return facts != NULL &&
           (facts->component || facts->stems[facts->stem_count - 1].strange == KTI_STRANGE);
}

/* 국가 안전보장[국], 인권과 민주주의 정보 센터: the words that may go before one for a body. */
static size_t add_phrases(const kti_candidates *found, size_t last, kti_ko_name *out) {
    const kti_run_facts *facts = found->facts[last];
    size_t count = 0;
    if (facts == NULL || facts->body == 0) return 0;
    uint32_t end = found->runs[last].span.start + facts->body;
    for (size_t first = last; first > 0 && last - first + 1 < PHRASE_RUNS; count++) {
        if (!found->runs[first].spaced || !is_part(found->facts[first - 1])) break;
        kt_span span = {found->runs[--first].span.start, end};
        out[count] = (kti_ko_name){.span = span, .type = KT_NAME_ORG, .phrase = true};
        out[count].confidence = 0.1F;
    }
    return count;
}

static int in_order(const void *left, const void *right) {
    const kti_ko_name *a = left;
    const kti_ko_name *b = right;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
    if (a->phrase != b->phrase) return a->phrase ? 1 : -1;
    bool known = a->entry_count > 0;
    if (known != (b->entry_count > 0)) return known ? -1 : 1;
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    return a->surname_only - b->surname_only;
}

/* A few, which are nearly in order, by insertion. */
static void sort_names(kti_ko_name *names, size_t count) {
    enum { FEW = 128 };
    for (size_t i = 1; i < count && count <= FEW; i++) {
        kti_ko_name moving = names[i];
        size_t to = i;
        for (; to > 0 && in_order(&names[to - 1], &moving) > 0; to--)
            names[to] = names[to - 1];
        names[to] = moving;
    }
    if (count > FEW) qsort(names, count, sizeof *names, in_order);
}

kt_status kti_korean_read(const kti_lexicon *lexicon, kti_facts_cache *cache, kt_str text,
                          kti_arena *scratch, kti_arena *arena, kti_korean *out) {
    kti_candidates found;
    *out = (kti_korean){.text = text};
    KTI_TRY(kti_detect_candidates(lexicon, cache, text, scratch, &found));
    kti_short_names brief;
    KTI_TRY(kti_short_names_find(lexicon, &found, text, scratch, arena, &brief));
    size_t bodies = 0;
    for (size_t i = 0; i < found.run_count; i++)
        bodies += found.facts[i] != NULL && found.facts[i]->body > 0;
    size_t room = found.count + bodies * PHRASE_RUNS + brief.count + 1;
    out->names = kti_arena_take(arena, room * sizeof *out->names);
    if (out->names == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0, run = 0; i < found.count; i++) {
        const kti_candidate *c = &found.items[i];
        if (is_part_of_gloss(text, c->span)) continue;
        kti_ko_name *name = &out->names[out->name_count++];
        *name = (kti_ko_name){.span = c->span,
                              .title = c->title,
                              .type = c->type,
                              .confidence = c->confidence,
                              .surname_only = c->surname_only};
        while (run < found.run_count && found.runs[run].span.start < c->span.start)
            run++;
        bool begins = run < found.run_count && found.runs[run].span.start == c->span.start;
        const kti_run_facts *facts = begins ? found.facts[run] : NULL;
        if (c->in_dictionary) KTI_TRY(add_entries(lexicon, facts, text, arena, name));
    }
    size_t plain = out->name_count;
    for (size_t i = 0; i < found.run_count && bodies > 0; i++)
        out->name_count += add_phrases(&found, i, out->names + out->name_count);
    for (size_t i = 0; i < brief.count; i++)
        out->names[out->name_count++] = brief.items[i];
    if (out->name_count > plain) sort_names(out->names, out->name_count);
    return KT_OK;
}
