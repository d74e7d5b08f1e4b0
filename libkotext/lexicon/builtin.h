/* builtin.h - the data linked into the library. */
#ifndef KTI_LEXICON_BUILTIN_H
#define KTI_LEXICON_BUILTIN_H

#include "kotext/base.h"

/* The embedded .ktd, 8-aligned; empty in the host tool that makes it. */
kt_str kti_builtin_data(void);

#endif
