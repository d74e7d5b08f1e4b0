/* marcxml.h - the records of a MARCXML file (www.loc.gov/MARC21/slim), read in place. */
#ifndef KTI_CATALOG_MARCXML_H
#define KTI_CATALOG_MARCXML_H

#include "core/arena.h"
#include "core/buf.h"

/* Adds the pairs of all records to `pairs` (kt_catalog_pair); texts are of `xml` or in `arena`. */
kt_status kti_marcxml_read(kt_str xml, kti_arena *arena, kti_buf *pairs, kt_error *err);

#endif
