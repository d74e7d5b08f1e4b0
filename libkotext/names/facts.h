/* facts.h - what a run of Hangul says by itself of the names it may hold, whatever stands beside
 * it. Words come again, so a cache spares most of the asking. */
#ifndef KTI_NAMES_FACTS_H
#define KTI_NAMES_FACTS_H

#include "analyze/josa.h"
#include "core/arena.h"
#include "names/title_edges.h"

/* How little a word looks like a common one. */
typedef enum kti_strangeness { KTI_COMMON, KTI_BOTH, KTI_STRANGE } kti_strangeness;

/* The run, or the run less particles. Confidences are 0 where there is nothing of the kind. */
typedef struct kti_stem_facts {
    uint32_t len;
    uint32_t glued; /* bytes of the name before a title glued on: 이명박 of 이명박대통령 */
    double glued_sure;
    bool glued_surname; /* it is a surname alone */
    /* shapes: only when asked for */
    uint16_t classes; /* KTI_WORD_* */
    kti_strangeness strange;
    uint32_t shorter; /* bytes without 주, 시 ... that may be no part of a name; 0: as it is */
    kti_strangeness shorter_strange;
    double person; /* surname and given name, before titles are looked for */
    double place, body;
} kti_stem_facts;

enum { KTI_RUN_HITS = 4 };

typedef struct kti_run_facts {
    /* only with shapes: */
    bool barren;       /* no row of a dictionary begins where the run does */
    bool listed;       /* `hits` are all that do, whatever follows the run */
    uint8_t hit_count; /* as kti_lexicon_korean_prefixes() gives them */
    kti_hit hits[KTI_RUN_HITS];
    uint32_t surname; /* bytes of the surname that begins the run */
    bool component;   /* it begins with a word of which names of bodies are made */
    uint32_t body;    /* bytes of a stem that ends in a word for a body; 0 = none */
    uint32_t head; /* bytes before a generic word glued on: 안셋 of 안셋항공이; 0 = none */
    kti_strangeness head_strange;
    uint32_t stem_count;
    kti_stem_facts stems[KTI_JOSA_STEMS]; /* shortest first, the whole run last */
} kti_run_facts;

/* Fills `out`; `shapes` asks for all. `titles` may be NULL. */
void kti_run_facts_find(const kti_lexicon *lexicon, const kti_title_edges *titles, kt_str run,
                        bool shapes, kti_run_facts *out);

/* The rows that begin where a run does, when its facts tell; else `*hits` stays as it is. `facts`
 * may be NULL. */
static inline size_t kti_rows_known(const kti_run_facts *facts, const kti_hit **hits) {
    if (facts == NULL || !facts->listed) return 0;
    *hits = facts->hits;
    return facts->hit_count;
}

/* Facts with shapes, by run; bounded. One thread. */
typedef struct kti_facts_cache kti_facts_cache;

/* KT_ERR_NOMEM. */
kt_status kti_facts_cache_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                              kti_facts_cache **out);
void kti_facts_cache_free(kti_facts_cache *cache);

/* Which titles there are. */
const kti_title_edges *kti_facts_cache_titles(const kti_facts_cache *cache);

/* To be called before each text: forgets all when there is too much of it. */
void kti_facts_cache_begin(kti_facts_cache *cache);

/* To be called for all runs of a text, and once more, before the first is asked for: the table is
 * large. Nothing else happens. */
void kti_facts_cache_fetch(const kti_facts_cache *cache, kt_str run, bool again);

/* Those of `run`, with shapes; valid until the next text begins. NULL when out of memory. */
const kti_run_facts *kti_facts_cache_get(kti_facts_cache *cache, const kti_lexicon *lexicon,
                                         kt_str run);

#endif
