/* walk.h - the names of a text, word by word. */
#ifndef KTI_NAMES_WALK_H
#define KTI_NAMES_WALK_H

#include "names/weigher.h"

/* Fills the weigher's list as kti_names_weigh_all() does, from what words said when they were met
 * before where their neighbours have nothing to add. KT_ERR_NOMEM. */
kt_status kti_names_walk(kti_weigher *w, kti_name_memory *memory, kti_arena *arena);

#endif
