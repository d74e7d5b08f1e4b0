#include "align/pair.h"

#include <math.h>

#include "align/scorer.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 };
#define TOGETHER 0.5 /* what coming together is worth at the least */

/* What each kind of evidence is worth before position is looked at. */
static const float EXACT = 0.97F, OTHER_FORM = 0.94F, ADJECTIVE = 0.9F, METONYM = 0.62F,
                   SAME_LETTERS = 0.95F, FAMILY_NAME = 0.72F, FAMILY_IN_FULL = 0.66F;

/* ---- adding --------------------------------------------------------------------------------- */

static void add_pair(kti_pairs *out, kti_pair pair) {
    kti_pair *items =
        kti_arena_room(out->arena, out->items, out->count, &out->capacity, sizeof *items);
    out->failed = items == NULL;
    if (out->failed) return;
    out->items = items;
    out->items[out->count++] = pair;
}

static double place_in(uint32_t at, size_t len) {
    return len == 0 ? 0 : (double)at / (double)len;
}

/* Of two equal partners the one at about the same place in its text is the likelier. */
void kti_score_add(kti_scorer *s, uint32_t name, kt_span en, kt_evidence evidence, double score,
                   double weight) {
    kt_span ko = s->ko->names[name].span;
    double apart = fabs(place_in(ko.start, s->ko->text.len) - place_in(en.start, s->en->text.len));
    score -= 0.04 * apart;
    if (score < s->floor || s->out->failed) return;
    add_pair(s->out, (kti_pair){name, en, evidence, (float)score, (float)weight});
}

/* A dictionary speaks for the whole name: each syllable is worth more than spelling.
 */
static void add(kti_scorer *s, uint32_t name, kt_span en, kt_evidence evidence, double score) {
    kt_span ko = s->ko->names[name].span;
    kti_score_add(s, name, en, evidence, score, 8.0 * (ko.end - ko.start) / SYLLABLE);
}

bool kti_is_claimed(const kti_scorer *s, size_t first, size_t last) {
    for (size_t w = first; w <= last; w++)
        if (!s->claimed[w]) return false;
    return true;
}

/* ---- dictionary ----------------------------------------------------------------------------- */

static bool listed(kt_str list, kt_str text) {
    while (list.len > 0)
        if (kti_str_eq_nocase(kti_str_next_field(&list, '|'), text)) return true;
    return false;
}

/* Ministry, inter-Korean: a capital at the start of its first word or of a part joined to that. */
static bool has_capital(const kti_english *en, const kti_en_hit *hit) {
    size_t next = hit->first_word + 1;
    bool joined = next < en->word_count && en->words[next].joined && en->words[next].capital;
    return en->words[hit->first_word].capital || joined;
}

/* 비가 왔다: a word that is a name, too, is none for a capital that only begins a sentence. */
static bool is_doubtful(const kti_scorer *s, uint32_t name, const kti_en_hit *hit) {
    bool letter = hit->span.end - hit->span.start == 1;
    return s->ko->names[name].confidence < KTI_MAY_BE_WORD && !letter &&
           s->en->words[hit->first_word].starts;
}

static void add_hit(kti_scorer *s, uint32_t name, const kti_entry *e, const kti_en_hit *hit) {
    kt_str form = kti_str_span(s->en->text, hit->span);
    if (is_doubtful(s, name, hit)) return;
    double lower = has_capital(s->en, hit) ? 0 : 0.2; /* turkey, may, polish */
    bool metonym = listed(e->metonym, form) && !kti_str_eq_nocase(e->english, form);
    for (size_t w = hit->first_word; /* Amman may be the city, and 암만 */
         lower == 0 && !metonym && w < s->en->word_count &&
         s->en->words[w].span.start < hit->span.end;
         w++)
        s->claimed[w] = true;
    if (listed(e->adjective, form))
        add(s, name, hit->span, KT_EVIDENCE_ADJECTIVE, (double)ADJECTIVE - lower);
    else if (metonym)
        add(s, name, hit->span, KT_EVIDENCE_METONYM, (double)METONYM - lower);
    else
        add(s, name, hit->span, KT_EVIDENCE_DICTIONARY,
            (double)(hit->also ? OTHER_FORM : EXACT) - lower);
}

/* Whether the same row has a form here that goes on: North Korean, not North or The North. */
static bool has_longer(const kti_english *en, size_t hit) {
    const kti_en_hit *h = &en->hits[hit];
    for (size_t i = en->first_hit[h->first_word];
         i < en->hit_count && en->hits[i].span.start < h->span.end; i++)
        if (en->hits[i].entry == h->entry && en->hits[i].span.end > h->span.end) return true;
    return false;
}

static void pair_by_dictionary(kti_scorer *s, uint32_t index) {
    const kti_ko_name *name = &s->ko->names[index];
    for (size_t k = 0; k < name->entry_count; k++) {
        kti_entry e = kti_lexicon_entry(s->matcher->lexicon, name->entries[k]);
        for (size_t i = s->en->first_hit[s->low]; i < s->en->first_hit[s->high]; i++)
            if (s->en->hits[i].entry == name->entries[k] && !has_longer(s->en, i))
                add_hit(s, index, &e, &s->en->hits[i]);
    }
}

/* ---- titles --------------------------------------------------------------------------------- */

/* Whether the words that end just before `end` spell `title`; their span. */
static kt_span title_before(const kti_english *en, uint32_t end, kt_str title) {
    if (end < title.len + 1 || en->text.ptr[end - 1] != ' ') return (kt_span){0, 0};
    kt_span span = {end - 1 - (uint32_t)title.len, end - 1};
    bool starts = span.start == 0 || !kti_is_ascii_alpha(en->text.ptr[span.start - 1]);
    return starts && kti_str_eq_nocase(kti_str_span(en->text, span), title) ? span
                                                                            : (kt_span){0, 0};
}

/* What `e` may be in English, before `end`; `*also`: in another form than its first. */
static kt_span entry_before(const kti_english *en, uint32_t end, const kti_entry *e, bool *also) {
    kt_span found = title_before(en, end, e->english);
    *also = found.end == 0;
    for (kt_str list = e->also_english; found.end == 0 && list.len > 0;)
        found = title_before(en, end, kti_str_next_field(&list, '|'));
    return found;
}

static kt_span find_title(const kti_lexicon *lexicon, const kti_english *en, kt_str korean_title,
                          kt_span span, bool *also) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_prefixes(lexicon, korean_title, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(lexicon, hits[i].entry);
        if (e.kind != KTI_ENTRY_TITLE) continue;
        kt_span found = entry_before(en, span.start, &e, also);
        if (found.end > 0) return found;
    }
    return (kt_span){0, 0};
}

kt_span kti_pair_title(const kti_lexicon *lexicon, const kti_english *en, kt_str korean_title,
                       kt_span span) {
    bool also;
    return find_title(lexicon, en, korean_title, span, &also);
}

/* ---- family names --------------------------------------------------------------------------- */

/* The surname in a person's English name: the first word of an East Asian one, else the last. */
static kt_str family_name(const kti_entry *e) {
    bool first = kti_str_eq(e->region, KTI_STR("kr")) || kti_str_eq(e->region, KTI_STR("kp")) ||
                 kti_str_eq(e->region, KTI_STR("cn"));
    kt_str rest = e->english;
    kt_str word = kti_str_next_field(&rest, ' ');
    while (!first && rest.len > 0)
        word = kti_str_next_field(&rest, ' ');
    return word;
}

static void pair_by_family_name(kti_scorer *s, uint32_t index) {
    const kti_ko_name *name = &s->ko->names[index];
    for (size_t k = 0; k < name->entry_count; k++) {
        kti_entry e = kti_lexicon_entry(s->matcher->lexicon, name->entries[k]);
        if (e.kind != KTI_ENTRY_PERSON) continue;
        kt_str family = family_name(&e);
        for (size_t i = s->low; i < s->high; i++) {
            kt_str word = kti_str_span(s->en->text, s->en->words[i].span);
            if (!s->en->words[i].capital || !kti_str_eq_nocase(word, family)) continue;
            double score = kti_english_goes_on(s->en, i, i) ? (double)FAMILY_NAME - 0.12
                                                            : (double)FAMILY_NAME + 0.1;
            add(s, index, s->en->words[i].span, KT_EVIDENCE_PART, score);
        }
    }
}

/* The whole name that begins with the surname at word `first`: Moon Jae-in, but not Li MP. */
static size_t full_name_end(const kti_english *en, size_t first) {
    size_t last = first;
    bool shouts = kti_english_shouts(en, first);
    while (last + 1 < en->word_count && last - first < 3) {
        const kti_en_word *w = &en->words[last + 1];
        bool given = w->joined || (w->capital && !w->fenced);
        if (!given || !(w->joined || last == first)) break;
        if (!shouts && kti_english_shouts(en, last + 1)) break;
        last++;
    }
    return last;
}

/* What a title before a surname adds to its weight when the Korean has it: of two people who are
 * called alike each takes its own. */
static double weight_of_title(const kti_scorer *s, uint32_t name, kt_span en) {
    static const double FIRST = 16, ALSO = 12;
    bool also;
    kt_str title = kti_str_span(s->ko->text, s->ko->names[name].title);
    if (title.len == 0) return 0;
    bool found = find_title(s->matcher->lexicon, s->en, title, en, &also).end > 0;
    return !found ? 0 : also ? ALSO : FIRST;
}

/* Scores word `i` as a surname; a capital beside it may be of a longer name, but for a title's. */
static void add_surname(kti_scorer *s, uint32_t name, size_t i, double bonus) {
    kt_span ko = s->ko->names[name].span, en = s->en->words[i].span;
    double titled = weight_of_title(s, name, en), score = (double)FAMILY_NAME + bonus;
    size_t last = full_name_end(s->en, i);
    bool longer = titled > 0 ? last > i : kti_english_goes_on(s->en, i, i);
    if (longer) {
        en = kti_english_span(s->en, i, last);
        score = (double)FAMILY_IN_FULL - 0.1 + bonus;
    }
    double weight = 8.0 * (ko.end - ko.start) / SYLLABLE + titled;
    kti_score_add(s, name, en, KT_EVIDENCE_SURNAME, score, weight);
}

static void pair_surname(kti_scorer *s, uint32_t index) {
    const kti_ko_name *name = &s->ko->names[index];
    kt_str surname = kti_str_span(s->ko->text, name->span);
    for (size_t i = s->low; i < s->high; i++) {
        const kti_en_word *w = &s->en->words[i];
        if (!w->capital || w->joined) continue;
        kt_str word = kti_str_span(s->en->text, w->span);
        double share = kti_match_surname(s->matcher, surname, word);
        if (share <= 0) continue;
        add_surname(s, index, i, 0.2 * sqrt(share));
    }
}

/* ---- glosses -------------------------------------------------------------------------------- */

enum { GLOSS_WORDS = 6 };

static size_t count_words(kt_str text) {
    size_t words = 1;
    for (size_t i = 0; i < text.len; i++)
        words += text.ptr[i] == ' ';
    return words;
}

/* The English words from `first` on that say what the Latin words of `gloss` say, as many as there
 * are; their number, 0 when they differ. */
static size_t words_alike(const kti_english *en, size_t first, kt_str gloss) {
    size_t count = 0;
    while (gloss.len > 0 && count < GLOSS_WORDS) {
        kt_str word = kti_str_next_field(&gloss, ' ');
        if (first + count >= en->word_count) return 0;
        if (!kti_str_eq_nocase(word, kti_str_span(en->text, en->words[first + count].span)))
            return 0;
        count++;
    }
    return count;
}

/* 걸프뉴스(Gulf News): the text itself says which English form the name has. */
static void pair_by_gloss(kti_scorer *s, uint32_t index) {
    kt_str text = s->ko->text;
    size_t start = (size_t)s->ko->names[index].span.end + 1, end = start;
    if (start >= text.len || text.ptr[start - 1] != '(') return;
    while (end < text.len && (kti_is_ascii_alpha(text.ptr[end]) || text.ptr[end] == ' '))
        end++;
    kt_str gloss = kti_str_trim(kti_str_cut(text, start, end));
    if (gloss.len < 2 || end >= text.len || text.ptr[end] == '\n') return;
    kt_str hangul = kti_str_span(text, s->ko->names[index].span);
    double words = (double)count_words(hangul) - (double)count_words(gloss);
    for (size_t i = s->low; i < s->high; i++) {
        size_t count = words_alike(s->en, i, gloss);
        if (count == 0) continue;
        add(s, index, kti_english_span(s->en, i, i + count - 1), KT_EVIDENCE_SAME,
            (double)SAME_LETTERS - 0.15 * fabs(words));
    }
}

/* ---- the same letters ----------------------------------------------------------------------- */

static void pair_same(kti_scorer *s, uint32_t index) {
    kt_str latin = kti_str_span(s->ko->text, s->ko->names[index].span);
    uint32_t first = kti_utf8_at(latin, 0).cp;
    if (kti_is_syllable(first) || !kti_cp_is_latin(first) || latin.len < 2) return;
    for (size_t i = s->low; i < s->high; i++) {
        kt_str word = kti_str_span(s->en->text, s->en->words[i].span);
        if (kti_str_eq_nocase(word, latin))
            add(s, index, s->en->words[i].span, KT_EVIDENCE_SAME, (double)SAME_LETTERS);
    }
}

/* ---- all ------------------------------------------------------------------------------------ */

/* In very long units only English words at about the same place are looked at: linear cost. */
static void set_reach(kti_scorer *s, uint32_t index) {
    s->low = 0;
    s->high = s->en->word_count;
    if (s->high <= KTI_REACH) return;
    double place = place_in(s->ko->names[index].span.start, s->ko->text.len);
    size_t center = (size_t)(place * (double)s->en->word_count);
    s->low = center > KTI_REACH ? center - KTI_REACH : 0;
    s->high = center + KTI_REACH < s->en->word_count ? center + KTI_REACH : s->en->word_count;
}

/* ---- together ------------------------------------------------------------------------------- */

static void keep_those_that_come_again(const kti_cooccur *job, kti_en_stretches *list) {
    size_t kept = 0;
    for (size_t k = 0; k < list->count; k++)
        if (kti_cooccur_comes_again(job, list->items[k].hash) ||
            (list->items[k].initials != 0 && kti_cooccur_comes_again(job, list->items[k].initials)))
            list->items[kept++] = list->items[k];
    list->count = kept;
}

/* A name that may come together with a stretch. */
typedef struct counted_name {
    uint32_t name;
    uint64_t hash;
} counted_name;

typedef struct counted_names {
    counted_name *items;
    size_t count;
} counted_names;

static void drop_claimed(const kti_scorer *s, kti_en_stretches *list) {
    size_t kept = 0;
    for (size_t k = 0; k < list->count; k++)
        if (!kti_is_claimed(s, list->items[k].first, list->items[k].last))
            list->items[kept++] = list->items[k];
    list->count = kept;
}

/* What is known of names and stretches is asked for, and needed only when the other evidence has
 * been seen. */
static kt_status list_counted(const kti_scorer *s, kti_en_stretches *stretches,
                              counted_names *out) {
    const kti_cooccur *job = &s->job->together;
    *out = (counted_names){.count = 0};
    drop_claimed(s, stretches);
    if (!job->on || stretches->count == 0) return KT_OK;
    out->items = kti_arena_take(s->out->arena, (s->ko->name_count + 1) * sizeof *out->items);
    if (out->items == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < s->ko->name_count; i++) {
        const kti_ko_name *name = &s->ko->names[i];
        if (name->entry_count > 0 || !kti_cooccur_counts(name)) continue;
        uint64_t hash = kti_cooccur_name(kti_str_span(s->ko->text, name->span));
        kti_cooccur_fetch(job, hash);
        out->items[out->count++] = (counted_name){i, hash};
    }
    for (size_t k = 0; k < stretches->count; k++) {
        kti_cooccur_fetch(job, stretches->items[k].hash);
        kti_cooccur_fetch(job, stretches->items[k].initials);
    }
    return KT_OK;
}

/* 미국은: 미국, which is counted more often, speaks for it. */
static bool has_commoner_stem(const kti_scorer *s, uint32_t index, uint64_t en) {
    const kti_ko_name *name = &s->ko->names[index];
    for (uint32_t i = index + 1; i < s->ko->name_count; i++) { /* shorter ones come later */
        const kti_ko_name *stem = &s->ko->names[i];
        if (stem->span.start != name->span.start) return false;
        if (stem->span.end == name->span.end || !kti_cooccur_counts(stem)) continue;
        uint64_t ko = kti_cooccur_name(kti_str_span(s->ko->text, stem->span));
        if (kti_cooccur_score(&s->job->together, ko, en) > 0) return true;
    }
    return false;
}

/* One name and the stretches that come again. */
static void pair_counted(kti_scorer *s, const counted_name *c, const kti_en_stretches *list) {
    const kti_cooccur *job = &s->job->together;
    const kti_ko_name *name = &s->ko->names[c->name];
    set_reach(s, c->name);
    for (const kti_en_stretch *t = list->items; t < list->items + list->count; t++) {
        if (t->first < s->low || t->last >= s->high) continue;
        double dice = kti_cooccur_score(job, c->hash, t->hash);
        if (t->initials != 0) dice = fmax(dice, kti_cooccur_score(job, c->hash, t->initials));
        if (dice <= 0 || has_commoner_stem(s, c->name, t->hash)) continue;
        kt_span en = kti_english_span(s->en, t->first, t->last);
        kti_score_add(s, c->name, en, KT_EVIDENCE_TOGETHER, TOGETHER + (1 - TOGETHER) * dice * 0.8,
                      2.0 * (name->span.end - name->span.start) / SYLLABLE);
    }
}

/* What neither dictionary nor letters join, but the whole job does. */
static void pair_by_cooccurrence(kti_scorer *s, const counted_names *names,
                                 kti_en_stretches *stretches) {
    const kti_cooccur *job = &s->job->together;
    if (names->count == 0) return;
    keep_those_that_come_again(job, stretches);
    for (size_t i = 0; i < names->count && stretches->count > 0; i++)
        if (kti_cooccur_comes_again(job, names->items[i].hash))
            pair_counted(s, &names->items[i], stretches);
}

kt_status kti_job_new(const kti_matcher *matcher, size_t beads, kti_arena *arena, kti_job *out) {
    kti_bones_open(matcher, &out->bones);
    KTI_TRY(kti_memo_new(beads, arena, &out->memo));
    out->components = kti_arena_take(arena, sizeof *out->components);
    if (out->components == NULL) return KT_ERR_NOMEM;
    kti_component_index_make(out->components);
    return kti_cooccur_new(beads, arena, &out->together);
}

kt_status kti_pairs_find(const kti_matcher *matcher, const kti_korean *ko, const kti_english *en,
                         kti_en_stretches *counted, const kti_job *job, double floor,
                         kti_pairs *out) {
    kti_scorer s = {.matcher = matcher, .ko = ko, .en = en, .floor = floor, .out = out, .job = job};
    KTI_TRY(kti_find_stretches(&s));
    s.claimed = kti_arena_zeroed(out->arena, en->word_count + 1, sizeof *s.claimed);
    if (s.claimed == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < ko->name_count; i++) {
        set_reach(&s, i);
        pair_by_dictionary(&s, i);
    }
    kti_mark_claimed(&s);
    counted_names names;
    KTI_TRY(list_counted(&s, counted, &names));
    kti_spelt spelling;
    spelling.hangul = (kt_str){NULL, 0};
    for (uint32_t i = 0; i < ko->name_count; i++) {
        set_reach(&s, i);
        pair_by_family_name(&s, i);
        if (ko->names[i].surname_only)
            pair_surname(&s, i);
        else if (!ko->names[i].phrase)
            kti_pair_by_spelling(&s, i, &spelling);
        kti_pair_by_terms(&s, i);
        pair_same(&s, i);
        pair_by_gloss(&s, i);
    }
    pair_by_cooccurrence(&s, &names, counted);
    return out->failed ? KT_ERR_NOMEM : KT_OK;
}
