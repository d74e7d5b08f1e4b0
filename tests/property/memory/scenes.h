/* scenes.h - public calls, a few at a time, to be played while memory runs out. Together they make
 * every call that can fail. */
#ifndef KT_TESTS_SCENES_H
#define KT_TESTS_SCENES_H

#include "check.h"

/* What a scene plays on: all of it takes its memory from `alloc`. */
typedef struct stage {
    const kt_alloc *alloc;
    const kt_engine *engine;
    kt_ctx *ctx;
    kt_text *text;
    int turn; /* 0.. of a scene that has several */
} stage;

/* Ends with the first status that is not KT_OK, and frees what it made. */
typedef kt_status play(const stage *on);

typedef struct scene {
    const char *name;
    play *play;
    int turns; /* played one by one, which is much less work; 0 = 1 */
} scene;

/* Each ends with a row without name. */
extern const scene text_scenes[], name_scenes[], glossary_scenes[], subtitle_scenes[];

/* Goes on unless something failed. */
#define THEN(call)                                                                                 \
    do {                                                                                           \
        if (status == KT_OK) status = (call);                                                      \
    } while (0)

#endif
