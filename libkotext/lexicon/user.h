/* user.h - the user's own dictionary: TSV text in the shape of the built-in tables. */
#ifndef KTI_LEXICON_USER_H
#define KTI_LEXICON_USER_H

#include "core/arena.h"
#include "lexicon/entries.h"
#include "lexicon/keys.h"

typedef struct kti_user_dict {
    kti_buf pool;
    kti_buf records;    /* kti_entry_record */
    kti_arena composed; /* scratch of reading */
    kti_key_builder korean_builder, english_builder;
    kti_keys korean, english;
} kti_user_dict;

/* Reads "korean TAB english [TAB type [TAB ...]]" lines, which a glossary of `kotext align` is; '#'
 * begins a comment line, a first line "korean TAB english..." is a heading. Entry ids begin at
 * `first_id`. KT_ERR_SYNTAX with the line, KT_ERR_NOMEM, KT_ERR_TOO_LARGE (over 1 GiB). Free it
 * also after a failure. */
kt_status kti_user_dict_read(kti_user_dict *dict, const kt_alloc *alloc, kt_str text,
                             uint32_t first_id, kt_error *err);
void kti_user_dict_free(kti_user_dict *dict);

#endif
