/* uni.h - the Unicode services of one context: ICU objects, opened when first needed and reused.
 *
 * One kti_uni belongs to one context, hence to one thread. In a build without ICU the handle is
 * there all the same, and the services that need ICU say KT_ERR_UNSUPPORTED.
 */
#ifndef KTI_UNICODE_UNI_H
#define KTI_UNICODE_UNI_H

#include "core/alloc.h"

typedef struct kti_uni kti_uni;

kt_status kti_uni_new(const kt_alloc *alloc, kti_uni **out);
void kti_uni_free(kti_uni *uni);

/* "ICU 72.1 (Unicode 15.0), utf8proc 2.8.0 (Unicode 15.0), uchardet"; static. */
const char *kti_uni_versions(void);

#endif
