/* kotext/text.h - the result of a transform: its bytes, and where each came from.
 *
 * The span law. A transform from `in` to `out` yields edits that are ordered and gap-free: the
 * `src` ranges tile `in`, the `dst` ranges tile `out`, and each boundary lies between code points.
 * An edit with rule 0 copied its bytes unchanged. Composing two transforms may coarsen the map
 * (join neighbours), never misstate it.
 */
#ifndef KOTEXT_TEXT_H
#define KOTEXT_TEXT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One replaced (or, with rule 0, copied) stretch. All in bytes. Since: 0.9 */
typedef struct kt_edit {
    uint32_t src;
    uint32_t src_len;
    uint32_t dst;
    uint32_t dst_len;
    uint32_t rule; /* see kt_rule_info(); 0 = copied */
} kt_edit;

/* One change on the way, kept when a call is asked to explain itself. `before` and `after` are
 * valid as long as the text's other bytes are. Since: 0.9 */
typedef struct kt_step {
    kt_span src; /* in the caller's input */
    uint32_t rule;
    kt_str before;
    kt_str after;
} kt_step;

/* A text that is longer than this is transformed in parts by kt_romanize(), kt_romanize_letters(),
 * kt_pronounce() and kt_analyze(): what stands in one part says nothing of another. Since: 0.9 */
#define KT_PART_MOST 65536

/* The bytes of the first of those parts of `text`, so that a stream can be transformed in bounded
 * memory with the same result: whole lines of the first KT_PART_MOST bytes; where that has no line
 * end, up to the last space behind a sentence, or else the last space, of its second half, or else
 * to a place between two characters. `more` non-zero: other bytes may follow `text`, and whole
 * lines are given as long as it is no longer than that; 0 is then the answer when it has none. Any
 * thread. Since: 0.9 */
KT_API size_t kt_part(kt_str text, int more);

/* What a rule number stands for. Since: 0.9 */
typedef struct kt_rule {
    const char *standard; /* "Standard Pronunciation", "Revised Romanization", ... */
    const char *article;  /* "13", "3.1.2", ... */
    const char *summary;  /* one line in English */
} kt_rule;

/* Looks a rule number up; all fields are "" for 0 or an unknown number. Static text. Since: 0.9 */
KT_API kt_rule kt_rule_info(uint32_t rule);

/* An output text with its edits. One thread at a time; reuse it from call to call. Since: 0.9 */
typedef struct kt_text kt_text;

/* Makes an empty text. `alloc` may be NULL; it is copied. KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_text_new(const kt_alloc *alloc, kt_text **out);

/* Frees a text; NULL is fine. Since: 0.9 */
KT_API void kt_text_free(kt_text *text);

/* The bytes. Valid until the text is passed to another call. Since: 0.9 */
KT_API kt_str kt_text_str(const kt_text *text);

/* The edits, `*edits` valid as kt_text_str(); returns their number. Where each syllable has one
 * they are spelt out at the first such call (or kt_text_source(), kt_text_target()); without memory
 * for it, neighbours stay joined to one edit. Since: 0.9 */
KT_API size_t kt_text_edits(const kt_text *text, const kt_edit **edits);

/* The steps of an explained call, in the order they were taken; 0 otherwise. Since: 0.9 */
KT_API size_t kt_text_steps(const kt_text *text, const kt_step **steps);

/* The smallest input range that covers everything `output` came from. An empty range maps to an
 * empty one. Ranges beyond the end are cut to it. Since: 0.9 */
KT_API kt_span kt_text_source(const kt_text *text, kt_span output);

/* The smallest output range that covers everything `input` became. Since: 0.9 */
KT_API kt_span kt_text_target(const kt_text *text, kt_span input);

#ifdef __cplusplus
}
#endif

#endif
