/* ctx.h - the engine and the context, seen from inside engine/. */
#ifndef KTI_ENGINE_CTX_H
#define KTI_ENGINE_CTX_H

#include "analyze/analyze.h"
#include "core/arena.h"
#include "core/buf.h"
#include "core/text.h"
#include "hanja/hanja.h"
#include "kotext/file.h"
#include "kotext/kotext.h"
#include "lexicon/lexicon.h"
#include "names/detect.h"
#include "names/match.h"
#include "romanize/pairs.h"
#include "romanize/reverse.h"
#include "romanize/words.h"
#include "spacing/spacing.h"
#include "translit/translit.h"
#include "unicode/uni.h"

struct kt_engine {
    kt_alloc alloc;
    kt_file file; /* the external data file, when there is one */
    kti_lexicon *lexicon;
    kti_hanja hanja;
    kti_matcher matcher;
    kti_translit translit;
};

typedef struct kti_gaps kti_gaps;

struct kt_ctx {
    const kt_engine *engine;
    kt_alloc alloc;
    kti_uni *uni;
    kti_analyzer *analyzer;       /* opened when first needed */
    kti_name_memory *names;       /* the same */
    kti_words *words;             /* the same */
    kti_reverse *reverse;         /* of the scheme last read back */
    kti_pairs *pairs[KT_SCHEMES]; /* opened when so many bytes were met that it is worth it */
    size_t letters_met[KT_SCHEMES];
    kti_spacer *spacer;      /* the same */
    kti_gaps *gaps;          /* the same */
    kti_arena scratch;       /* reset at the start of every public call */
    kti_buf bytes;           /* results that outlive the call, until the next */
    kti_explained explained; /* in scratch: the steps of the last kt_transliterate() */
    kt_error error;
};

/* Starts a public call: forgets the last one's scratch and error. KT_ERR_ARG for NULL. */
kt_status kti_ctx_begin(kt_ctx *ctx);

/* Up to `most` readings of any text, in scratch; spans are those of `in`. KT_ERR_NOMEM. */
kt_status kti_ctx_analyze(kt_ctx *ctx, kt_str in, size_t most, kt_analysis **list, size_t *count);

/* The context's analyzer. KT_ERR_NOMEM. */
kt_status kti_ctx_analyzer(kt_ctx *ctx, kti_analyzer **out);

/* The likeliest reading of NFC text, in scratch. `*out` is NULL when the data has no word list.
 * KT_ERR_NOMEM. */
kt_status kti_ctx_reading(kt_ctx *ctx, kt_str text, const kt_analysis **out);

/* The same in `arena`; there must be a word list. */
kt_status kti_ctx_reading_in(kt_ctx *ctx, kti_arena *arena, kt_str text, const kt_analysis **out);

/* The likeliest reading of NFC text with its runs, in scratch; there must be a word list. */
kt_status kti_ctx_runs(kt_ctx *ctx, kt_str text, const kt_analysis **out, const kti_read_run **runs,
                       size_t *count);

/* The names of any text, in scratch; spans are those of `in`. KT_ERR_NOMEM, KT_ERR_TOO_LARGE. */
kt_status kti_ctx_names(kt_ctx *ctx, kt_str in, kt_mention **mentions, size_t *count);

/* The names of NFC text by its `reading` (may be NULL), in scratch. KT_ERR_NOMEM. */
kt_status kti_ctx_detect(kt_ctx *ctx, kt_str text, const kt_analysis *reading, kti_extent extent,
                         kt_mention **mentions, size_t *count);

/* Ends one: keeps `status` for kt_ctx_error() when it is a failure without details. */
kt_status kti_ctx_end(kt_ctx *ctx, kt_status status);

#endif
