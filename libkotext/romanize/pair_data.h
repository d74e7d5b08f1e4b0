/* pair_data.h - the tables of pairs.h, linked into the library. */
#ifndef KTI_ROMANIZE_PAIR_DATA_H
#define KTI_ROMANIZE_PAIR_DATA_H

#include "kotext/base.h"

/* What `ktdict pairs` wrote, 16-aligned; empty in the host tools. */
kt_str kti_pair_data(void);

#endif
