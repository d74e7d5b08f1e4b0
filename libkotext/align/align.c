#include "align/align.h"

#include <string.h>

#include "align/assign.h"
#include "align/grow.h"
#include "align/side.h"
#include "align/types.h"
#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"

static const double DEFAULT_THRESHOLD = 0.5;
static const double SURE_NAME = 0.75; /* below it a name without a partner is not reported */

typedef struct job {
    const kti_matcher *matcher;
    const kti_side *ko, *en;
    double threshold;
    kti_job known;
    kti_facts_cache *facts;
    kti_known_words *words;
    kti_listed loanwords;
    kti_arena *arena;  /* for links */
    kti_arena scratch; /* for one bead */
    kti_arena kept;    /* for what a window holds */
    kt_link *links;
    size_t count, capacity;
} job;

/* The pieces of one bead's side as one text; positions lead back to the pieces. */
typedef struct joined {
    kt_str text;
    uint32_t *starts; /* of each piece in `text` */
    size_t first, count;
} joined;

static kt_status join(const kti_side *side, size_t first, size_t end, kti_arena *arena,
                      joined *out) {
    size_t len = 0;
    for (size_t i = first; i < end; i++)
        len += kti_side_text(side, i).len + 1;
    char *bytes = kti_arena_take(arena, len + 1);
    out->starts = kti_arena_take(arena, (end - first + 1) * sizeof *out->starts);
    if (bytes == NULL || out->starts == NULL) return KT_ERR_NOMEM;
    out->first = first;
    out->count = end - first;
    size_t at = 0;
    for (size_t i = first; i < end; i++) {
        kt_str text = kti_side_text(side, i);
        out->starts[i - first] = (uint32_t)at;
        if (text.len > 0) memcpy(bytes + at, text.ptr, text.len);
        at += text.len;
        bytes[at++] = '\n';
    }
    out->text = (kt_str){bytes, at};
    return KT_OK;
}

/* Where a span of the joined text lies: its unit, and its bytes there. */
static kt_span locate(const kti_side *side, const joined *j, kt_span span, size_t *unit) {
    size_t i = 0;
    while (i + 1 < j->count && j->starts[i + 1] <= span.start)
        i++;
    size_t piece = j->first + i;
    uint32_t shift = side->span_of[piece].start - j->starts[i];
    *unit = side->unit_of[piece];
    return (kt_span){span.start + shift, span.end + shift};
}

/* ---- links ---------------------------------------------------------------------------------- */

static kt_status add_link(job *j, kt_link link) {
    kt_link *links = kti_arena_room(j->arena, j->links, j->count, &j->capacity, sizeof *links);
    if (links == NULL) return KT_ERR_NOMEM;
    j->links = links;
    j->links[j->count++] = link;
    return KT_OK;
}

/* The English side of a link, with the title of a bare surname. */
static void set_english(const job *j, const joined *jk, const joined *je, const kti_english *en,
                        const kti_ko_name *name, const kti_pair *pair, kt_link *link) {
    link->en = locate(j->en, je, pair->en, &link->en_unit);
    link->evidence = pair->evidence;
    link->score = (double)pair->score;
    if (!name->surname_only || name->title.end == 0) return;
    size_t unit;
    kt_str title = kti_str_span(jk->text, name->title);
    kt_span english = kti_pair_title(j->matcher->lexicon, en, title, pair->en);
    if (english.end > 0) link->en_title = locate(j->en, je, english, &unit);
}

static kt_status add_links(job *j, const joined *jk, const joined *je, const kti_korean *ko,
                           const kti_english *en, const kti_pairs *pairs, const uint32_t *chosen) {
    const kti_chosen all = {j->matcher, ko, en, pairs, chosen, j->loanwords};
    for (size_t i = 0; i < ko->name_count; i++) {
        const kti_ko_name *name = &ko->names[i];
        if (chosen[i] == KTI_NOT_A_NAME) continue;
        const kti_pair *pair = chosen[i] == KTI_UNPAIRED ? NULL : &pairs->items[chosen[i]];
        kt_link link = {.en_unit = SIZE_MAX,
                        .type = kti_type_of(&all, i),
                        .evidence = KT_EVIDENCE_NONE,
                        .score = (double)name->confidence};
        size_t unit;
        link.ko = locate(j->ko, jk, name->span, &link.ko_unit);
        if (name->surname_only && name->title.end > 0)
            link.ko_title = locate(j->ko, jk, name->title, &unit);
        if (pair != NULL) set_english(j, jk, je, en, name, pair, &link);
        KTI_TRY(add_link(j, link));
    }
    return KT_OK;
}

/* ---- one bead ------------------------------------------------------------------------------- */

/* The two sides of a bead, read. */
typedef struct reading {
    joined jk, je;
    kti_korean ko;
    kti_english en;
    kti_en_stretches counted;
} reading;

static bool has_korean(const kti_bead *bead) {
    return bead->ko_end > bead->ko_start;
}

static kt_status read_bead(job *j, const kti_bead *bead, reading *r) {
    kti_arena *scratch = &j->scratch, *arena = &j->kept;
    kti_arena_reset(scratch);
    KTI_TRY(join(j->ko, bead->ko_start, bead->ko_end, arena, &r->jk));
    KTI_TRY(join(j->en, bead->en_start, bead->en_end, arena, &r->je));
    if (r->jk.text.len > INT32_MAX || r->je.text.len > INT32_MAX) return KT_ERR_TOO_LARGE;
    KTI_TRY(kti_korean_read(j->matcher->lexicon, j->facts, r->jk.text, scratch, arena, &r->ko));
    KTI_TRY(kti_english_read(j->matcher->lexicon, j->words, r->je.text, scratch, arena, &r->en));
    if (!j->known.together.on) return KT_OK;
    return kti_en_stretches_find(&r->en, scratch, arena, &r->counted);
}

static kt_status align_bead(job *j, reading *r) {
    kti_arena *arena = &j->scratch;
    kti_arena_reset(arena);
    kti_pairs pairs = {.arena = arena};
    KTI_TRY(
        kti_pairs_find(j->matcher, &r->ko, &r->en, &r->counted, &j->known, j->threshold, &pairs));
    uint32_t *chosen = kti_arena_take(arena, (r->ko.name_count + 1) * sizeof *chosen);
    if (chosen == NULL) return KT_ERR_NOMEM;
    KTI_TRY(kti_assign(&r->ko, &r->en, &pairs, j->threshold, SURE_NAME, arena, chosen));
    KTI_TRY(kti_grow(j->matcher, &r->ko, &r->en, &pairs, chosen));
    return add_links(j, &r->jk, &r->je, &r->ko, &r->en, &pairs, chosen);
}

/* ---- windows of beads ----------------------------------------------------------------------- */

/* What is read at once, counted and then linked: enough to tell what comes together, little enough
 * to hold. */
enum { WINDOW_BEADS = KTI_COOCCUR_MOST, WINDOW_BYTES = 1 << 22 };

static size_t bytes_of(const job *j, const kti_bead *bead) {
    size_t bytes = 0;
    for (size_t i = bead->ko_start; i < bead->ko_end; i++)
        bytes += kti_side_text(j->ko, i).len;
    for (size_t i = bead->en_start; i < bead->en_end; i++)
        bytes += kti_side_text(j->en, i).len;
    return bytes;
}

/* The end of the window that begins with bead `first`. */
static size_t window_end(const job *j, const kti_beads *beads, size_t first) {
    size_t bytes = 0, end = first;
    while (end < beads->count && end - first < WINDOW_BEADS && bytes < WINDOW_BYTES)
        bytes += bytes_of(j, &beads->items[end++]);
    return end;
}

static kt_status align_window(job *j, const kti_bead *beads, size_t count) {
    kti_arena_reset(&j->kept);
    reading *read = kti_arena_zeroed(&j->kept, count, sizeof *read);
    if (read == NULL) return KT_ERR_NOMEM;
    kti_cooccur_begin(&j->known.together, count);
    for (size_t i = 0; i < count; i++) {
        if (!has_korean(&beads[i])) continue;
        KTI_TRY(read_bead(j, &beads[i], &read[i]));
        kti_arena_reset(&j->scratch);
        KTI_TRY(kti_cooccur_count(&j->known.together, &read[i].ko, &read[i].counted, &j->scratch));
    }
    for (size_t i = 0; i < count; i++)
        if (has_korean(&beads[i])) KTI_TRY(align_bead(j, &read[i]));
    return KT_OK;
}

/* ---- the job -------------------------------------------------------------------------------- */

static kt_status beads_of_lines(size_t count, kti_arena *arena, kti_beads *out) {
    out->count = count;
    out->items = kti_arena_take(arena, (count + 1) * sizeof *out->items);
    if (out->items == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < count; i++)
        out->items[i] = (kti_bead){i, i + 1, i, i + 1};
    return KT_OK;
}

static kt_status beads_of_documents(const kti_matcher *m, const kti_side *ko, const kti_side *en,
                                    kti_arena *arena, kti_beads *out) {
    kti_piece *ko_pieces, *en_pieces;
    KTI_TRY(kti_side_pieces(m->lexicon, ko, arena, &ko_pieces));
    KTI_TRY(kti_side_pieces(m->lexicon, en, arena, &en_pieces));
    return kti_beads_by_content(ko_pieces, ko->count, en_pieces, en->count, arena, out);
}

static kt_status align_windows(job *j, const kti_beads *beads) {
    KTI_TRY(kti_facts_cache_new(&j->arena->alloc, j->matcher->lexicon, &j->facts));
    j->words = kti_arena_zeroed(j->arena, 1, sizeof *j->words);
    if (j->words == NULL) return KT_ERR_NOMEM;
    j->loanwords = kti_loanwords_of(j->matcher->lexicon);
    size_t most = beads->count < WINDOW_BEADS ? beads->count : WINDOW_BEADS;
    KTI_TRY(kti_job_new(j->matcher, most, j->arena, &j->known));
    for (size_t first = 0, end; first < beads->count; first = end) {
        end = window_end(j, beads, first);
        KTI_TRY(align_window(j, beads->items + first, end - first));
    }
    return KT_OK;
}

static kt_status align_beads(job *j, const kti_beads *beads) {
    kti_arena_init(&j->scratch, &j->arena->alloc);
    kti_arena_init(&j->kept, &j->arena->alloc);
    kt_status status = align_windows(j, beads);
    kti_facts_cache_free(j->facts);
    kti_arena_free(&j->kept);
    kti_arena_free(&j->scratch);
    return status;
}

kt_status kti_align(const kti_matcher *matcher, kti_uni *uni, const kt_align_unit *ko,
                    size_t ko_count, const kt_align_unit *en, size_t en_count,
                    const kt_align_options *options, kti_arena *arena, kt_link **links,
                    size_t *count) {
    kti_side ko_side, en_side;
    kti_beads beads;
    bool sentences = options->pairing == KT_PAIRING_DOCUMENT;
    if (sentences) {
        KTI_TRY(kti_side_sentences(uni, ko, ko_count, arena, &ko_side));
        KTI_TRY(kti_side_sentences(uni, en, en_count, arena, &en_side));
        KTI_TRY(beads_of_documents(matcher, &ko_side, &en_side, arena, &beads));
    } else {
        KTI_TRY(kti_side_whole(ko, ko_count, arena, &ko_side));
        KTI_TRY(kti_side_whole(en, en_count, arena, &en_side));
        if (options->pairing == KT_PAIRING_PARALLEL)
            KTI_TRY(beads_of_lines(ko_count, arena, &beads));
        else
            KTI_TRY(kti_beads_by_time(ko, ko_count, en, en_count, arena, &beads));
    }
    double threshold = options->threshold > 0 ? options->threshold : DEFAULT_THRESHOLD;
    job j = {
        .matcher = matcher, .ko = &ko_side, .en = &en_side, .threshold = threshold, .arena = arena};
    KTI_TRY(align_beads(&j, &beads));
    *links = j.links;
    *count = j.count;
    return KT_OK;
}
