/* kotext/space.h - spaces between Korean words put right: 나는학교에 갔 다 to 나는 학교에 갔다.
 *
 * For text that was recognized, typed or captioned in haste. A lattice over the word list weighs
 * how the words are written against what the spacing chapter of the Hangul Orthography says of
 * them (articles 2 and 41 to 50): particles and endings belong to the word before them, bound
 * nouns, units and other words stand apart. What the orthography leaves open stays as it is: an
 * auxiliary behind 아/어 (먹어보다), a name or a term of several words, a unit behind digits. A
 * space is changed only where that is clearly likelier than the text as it stands, so that text
 * which is right comes back byte for byte.
 *
 * Only U+0020 between two Hangul syllables is taken out, and only between two Hangul syllables is
 * one put in. Line breaks, tabs, tags, Latin, digits and Hanja, and the spaces beside them, are
 * never touched.
 *
 * Source of the rules: Hangul Orthography (한글 맞춤법), chapter 5, articles 41 to 50, and
 * article 2.
 */
#ifndef KOTEXT_SPACE_H
#define KOTEXT_SPACE_H

#include "engine.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How much must speak for a change. Since: 0.9 */
typedef enum kt_space_level {
    KT_SPACE_NORMAL = 0,   /* text by people: what is plainly wrong */
    KT_SPACE_CAUTIOUS = 1, /* edited text: what can hardly be anything else */
    KT_SPACE_FULL = 2 /* text whose spaces were lost: put in all that the orthography asks for, and
                         where a stretch has hardly any, also those it leaves open */
} kt_space_level;

/* Which changes are made. Since: 0.9 */
typedef enum kt_space_changes {
    KT_SPACE_BOTH = 0,
    KT_SPACE_ADD = 1,   /* only put in what is missing */
    KT_SPACE_REMOVE = 2 /* only take out what is too many */
} kt_space_changes;

/* Since: 0.9 */
typedef struct kt_space_options {
    size_t size;
    kt_space_level level;
    kt_space_changes changes;
} kt_space_options;

#define KT_SPACE_INIT                                                                              \
    { sizeof(kt_space_options), KT_SPACE_NORMAL, KT_SPACE_BOTH }

/* Copies `in`, a line or a paragraph, to `out` with its spaces put right. The span law holds: all
 * is copied but the spaces; each edit puts in one U+0020 or takes out those between two syllables,
 * and its rule names the article. Each has a step whose `before` and `after` are the words around
 * it. `opts` NULL means the defaults. Without the word list in the data nothing is changed. Cost is
 * linear in the text. KT_ERR_NOMEM, KT_ERR_TOO_LARGE (over 4 GiB), KT_ERR_ARG. One thread a
 * context. Since: 0.9 */
KT_API kt_status kt_space_repair(kt_ctx *ctx, kt_str in, const kt_space_options *opts,
                                 kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
