/* rows.h - what a row of the dictionaries says of a form of it that stands in a text. */
#ifndef KTI_NAMES_ROWS_H
#define KTI_NAMES_ROWS_H

#include "kotext/names.h"
#include "lexicon/lexicon.h"

kt_name_type kti_row_type(const kti_entry *row);

/* Titles, terms and headlines' words name nothing. */
bool kti_row_is_name(const kti_entry *row);

/* Whether `form` has no space that the row has not. */
bool kti_row_is_written_so(const kti_entry *row, kt_str form);

/* 루비오 of 마코 루비오, 구로사와 of 구로사와 아키라. */
bool kti_row_is_last_name(const kti_entry *row, kt_str form);
bool kti_row_is_family_name(const kti_entry *row, kt_str form);

/* What may stand glued behind a place or body and is no particle: 미국산, 서울행, 북한군. */
bool kti_is_attached(kt_str rest);

#endif
