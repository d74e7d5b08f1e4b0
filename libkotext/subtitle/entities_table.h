/* entities_table.h - the names of characters in HTML. */
#ifndef KTI_SUBTITLE_ENTITIES_TABLE_H
#define KTI_SUBTITLE_ENTITIES_TABLE_H

#include <stdint.h>

#include "core/str.h"

enum { KTI_ENTITIES = 259, KTI_ENTITY_LONGEST = 8 /* bytes of a name */ };

typedef struct kti_entity_row {
    kt_str name;
    uint16_t cp;
    bool bare; /* may lack its semicolon */
} kti_entity_row;

extern const kti_entity_row kti_entities[KTI_ENTITIES];

#endif
