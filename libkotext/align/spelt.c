/* spelt.c - pairs whose letters agree. */
#include "align/adjective.h"
#include "align/scorer.h"
#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"

enum { SYLLABLE = 3 };

static const double WORTH = 0.93, ADJECTIVE = 0.9; /* before the score of the letters */

/* ---- stretches ------------------------------------------------------------------------------ */

enum { SPARE_WORDS = 3, MOST_WORDS = 4 + SPARE_WORDS }; /* English may have more than Korean */

static size_t stretches_from(const kti_english *en, size_t first, kti_stretch *out) {
    size_t count = 0;
    if (!en->words[first].capital) return 0;
    for (size_t last = first; last < en->word_count && last < first + MOST_WORDS; last++) {
        if (last > first && en->words[last].fenced) break;
        if (!kti_english_is_name(en, first, last)) continue;
        kt_span span = kti_english_span(en, first, last);
        out[count++] = (kti_stretch){.first = (uint32_t)first, .last = (uint32_t)last, .en = span};
    }
    return count;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* Room for `words`, `capitals` of them with a capital. */
static kt_status take_room(kti_scorer *s, size_t words, size_t capitals) {
    kti_arena *arena = s->out->arena;
    size_t known = capitals < KTI_HEADS_KNOWN ? capitals : KTI_HEADS_KNOWN;
    s->stretches = kti_arena_take(arena, (capitals * MOST_WORDS + 1) * sizeof(kti_stretch));
    s->from = kti_arena_take(arena, (words + 1) * sizeof *s->from);
    s->heads = kti_arena_take(arena, (capitals + 1) * sizeof *s->heads);
    s->heads_before = kti_arena_take(arena, (words + 1) * sizeof *s->heads_before);
    s->followed = kti_arena_take(arena, (known + 1) * sizeof *s->followed);
    if (s->stretches == NULL || s->from == NULL || s->heads == NULL || s->heads_before == NULL ||
        s->followed == NULL)
        return KT_ERR_NOMEM;
    for (size_t i = 0; i < known; i++)
        s->followed[i].units = NULL;
    return KT_OK;
}

static void find_heads(kti_scorer *s) {
    uint32_t count = 0;
    for (size_t i = 0; i < s->en->word_count; i++) {
        s->heads_before[i] = count;
        if (s->from[i] == s->from[i + 1]) continue;
        s->heads[count++] =
            (kti_head){s->bones.words[i].initial, s->from[i], s->from[i + 1], false};
    }
    s->heads_before[s->en->word_count] = count;
}

kt_status kti_find_stretches(kti_scorer *s) {
    size_t words = s->en->word_count, capitals = 0, count = 0;
    kti_arena *arena = s->out->arena;
    for (size_t i = 0; i < words; i++)
        capitals += s->en->words[i].capital;
    KTI_TRY(take_room(s, words, capitals));
    bool *held = kti_arena_take(arena, words + 1);
    if (held == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0, held_end = 0; i < words; i++) {
        s->from[i] = (uint32_t)count;
        count += stretches_from(s->en, i, s->stretches + count);
        if (count > s->from[i]) held_end = larger(held_end, s->stretches[count - 1].last + 1);
        held[i] = i < held_end;
    }
    s->from[words] = (uint32_t)count;
    KTI_TRY(kti_bones_of_english(&s->job->bones, s->en, held, arena, &s->bones));
    for (size_t i = 0; i < count; i++)
        s->stretches[i].bones =
            kti_bones_of_words(&s->bones, s->stretches[i].first, s->stretches[i].last);
    find_heads(s);
    return kti_bones_of_korean(&s->job->bones, s->ko->text, arena, &s->hangul);
}

void kti_mark_claimed(kti_scorer *s) {
    kti_head *end = s->heads + s->heads_before[s->en->word_count];
    for (kti_head *head = s->heads; head < end; head++) {
        head->claimed = true;
        for (uint32_t i = head->from; i < head->end; i++) {
            kti_stretch *t = &s->stretches[i];
            t->claimed = kti_is_claimed(s, t->first, t->last);
            head->claimed = head->claimed && t->claimed;
        }
    }
}

/* ---- which are worth a look ----------------------------------------------------------------- */

/* Letters a Hangul name takes in Latin: outside these bounds no spelling is worth scoring. */
static void set_lengths(kti_spelt *spelt) {
    uint32_t syllables = (uint32_t)(spelt->hangul.len / SYLLABLE);
    spelt->shortest = syllables > 2 ? syllables - 2 : 0;
    spelt->longest = syllables * 6 + 6;
}

static bool length_fits(const kti_spelt *spelt, kt_span en) {
    return en.end - en.start >= spelt->shortest && en.end - en.start <= spelt->longest;
}

/* A dictionary knows another thing by this English: 이란 is not Ilan, Iraq not 이락. */
static bool is_taken(const kti_scorer *s, const kti_ko_name *name, size_t word, kt_span en) {
    for (size_t i = s->en->first_hit[word]; i < s->en->first_hit[word + 1]; i++) {
        const kti_en_hit *hit = &s->en->hits[i];
        if (hit->span.end != en.end || hit->also) continue;
        for (size_t k = 0; k < name->entry_count; k++)
            if (name->entries[k] == hit->entry) return false;
        if (name->entry_count > 0) return true;
    }
    return false;
}

static bool may_spell(const kti_scorer *s, const kti_ko_name *name, const kti_spelt *spelt,
                      const kti_stretch *t, kti_followed *followed) {
    if (name->entry_count == 0 && t->claimed) return false;
    return length_fits(spelt, t->en) && kti_bones_fit(&spelt->bones, &t->bones) &&
           kti_bones_agree(followed, &spelt->bones, &s->bones, &t->bones) &&
           !is_taken(s, name, t->first, t->en);
}

/* ---- scoring -------------------------------------------------------------------------------- */

/* The first letters are looked at before the rest. */
static double match(const kti_scorer *s, kti_spelt *spelt, uint32_t initial, kt_str latin,
                    double *weight) {
    if (!spelt->ready) kti_match_prepare(s->matcher, spelt->hangul, &spelt->prepared);
    spelt->ready = true;
    *weight = 0;
    if ((spelt->prepared.initials & initial) == 0) return 0;
    return kti_match_spelling(s->matcher, &spelt->prepared, latin, weight);
}

static double score(const kti_scorer *s, kti_spelt *spelt, uint32_t initial, kt_str latin,
                    uint64_t hash, double *weight) {
    uint64_t key;
    if (spelt->hash == 0) spelt->hash = kti_memo_hash(spelt->hangul) | 1;
    kti_scored *known = kti_memo_slot(&s->job->memo, spelt->hash, hash, &key);
    if (known->key != key) {
        known->score = match(s, spelt, initial, latin, &known->weight);
        known->key = key;
    }
    *weight = known->weight;
    return known->score;
}

/* A spelling match is strong evidence; how sure the Korean is a name counts little, but a common
 * word must agree in many letters. */
static void add(kti_scorer *s, uint32_t index, kt_span en, kt_evidence evidence, double p,
                double weight) {
    static const double common = 0.29, enough = 6, each = 0.06; /* nats */
    double sure = (double)s->ko->names[index].confidence;
    double value = p * (0.75 + 0.25 * sure);
    if (sure < common && weight < enough) value -= each * (enough - weight);
    if (value >= s->floor) kti_score_add(s, index, en, evidence, value, weight);
}

/* ---- adjectives ----------------------------------------------------------------------------- */

/* Chilean: spelt 칠레 when its ending is taken off. */
static void pair_adjective(kti_scorer *s, uint32_t index, kti_spelt *spelt, const kti_stretch *t) {
    enum { LONGEST = 32 };
    char room[LONGEST];
    kt_str word = kti_str_span(s->en->text, t->en);
    if (t->first != t->last || word.len > LONGEST) return;
    for (size_t i = 0; i < KTI_ADJECTIVE_ENDINGS; i++) {
        kt_str latin = kti_place_by_ending(&kti_adjective_endings[i], word, room, sizeof room);
        if (latin.len == 0) continue;
        double weight,
            p = score(s, spelt, t->bones.initial, latin, kti_memo_hash(latin) | 1, &weight);
        add(s, index, t->en, KT_EVIDENCE_ADJECTIVE, ADJECTIVE * p, weight);
    }
}

/* Whether `longer` is `stem` with a particle. */
static bool has_particle(const kti_scorer *s, const kti_ko_name *longer, const kti_ko_name *stem) {
    if (longer->entry_count > 0 || longer->span.end <= stem->span.end) return false;
    kt_span rest = {stem->span.end, longer->span.end};
    return kti_josa_fits(kti_str_span(s->ko->text, stem->span), kti_str_span(s->ko->text, rest));
}

/* 위버스에 spells Weverse, too: where the word less its particle does so nearly as well, the
 * particle is one. Longer names come first, so theirs are the last pairs. */
static void take_from_longer(kti_scorer *s, uint32_t index, kt_span en) {
    static const float NEARLY = 0.15F;
    const kti_ko_name *names = s->ko->names;
    kti_pair *items = s->out->items;
    size_t last = s->out->count;
    if (last == 0 || items[last - 1].name != index) return; /* it was not added */
    for (size_t i = last - 1; i-- > 0;) {
        if (names[items[i].name].span.start != names[index].span.start) return;
        bool same = items[i].en.start == en.start && items[i].en.end == en.end &&
                    items[i].evidence == KT_EVIDENCE_SPELLING &&
                    items[i].score < items[last - 1].score + NEARLY;
        if (same && has_particle(s, &names[items[i].name], &names[index])) items[i].score = 0;
    }
}

static void pair_stretch(kti_scorer *s, uint32_t index, kti_spelt *spelt, kti_stretch *t) {
    kt_str latin = kti_str_span(s->en->text, t->en);
    if (t->hash == 0) t->hash = kti_memo_hash(latin) | 1;
    double weight, p = score(s, spelt, t->bones.initial, latin, t->hash, &weight);
    add(s, index, t->en, KT_EVIDENCE_SPELLING, WORTH * p, weight);
    take_from_longer(s, index, t->en);
    if (kti_cooccur_counts(&s->ko->names[index])) pair_adjective(s, index, spelt, t);
}

/* Another reading of the stretch before is as ready as that is. */
static void set_name(const kti_scorer *s, kt_span span, kti_spelt *spelt) {
    kt_str hangul = kti_str_span(s->ko->text, span);
    if (spelt->hangul.ptr == hangul.ptr && spelt->hangul.len == hangul.len) return;
    bool fits = kti_bones_of_name(&s->hangul, span, &spelt->bones);
    spelt->hangul = fits ? hangul : (kt_str){NULL, 0};
    spelt->hash = 0;
    spelt->ready = false;
    set_lengths(spelt);
}

void kti_pair_by_spelling(kti_scorer *s, uint32_t index, kti_spelt *spelt) {
    const kti_ko_name *name = &s->ko->names[index];
    size_t h = s->heads_before[s->low], end = s->heads_before[s->high];
    if (name->span.end - name->span.start < 2 * SYLLABLE) return;
    while (h < end && name->entry_count == 0 && s->heads[h].claimed)
        h++;
    if (h == end) return;
    set_name(s, name->span, spelt);
    if (spelt->hangul.len == 0) return;
    size_t most = 1 + spelt->bones.spaces + SPARE_WORDS; /* words */
    for (; h < end; h++) {
        const kti_head *head = &s->heads[h];
        kti_followed *followed = &s->followed[h % KTI_HEADS_KNOWN];
        if ((spelt->bones.initials & head->initial) == 0) continue;
        if (name->entry_count == 0 && head->claimed) continue;
        for (size_t i = head->from; i < head->end; i++) {
            kti_stretch *t = &s->stretches[i];
            if (t->last >= s->high || t->last - t->first >= most) break;
            if (may_spell(s, name, spelt, t, followed)) pair_stretch(s, index, spelt, t);
        }
    }
}
