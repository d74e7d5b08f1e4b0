/* color.h - colours as the formats write them: #rrggbb, a name, &HBBGGRR&. */
#ifndef KTI_SUBTITLE_COLOR_H
#define KTI_SUBTITLE_COLOR_H

#include <stdbool.h>

#include "core/str.h"

/* The six digits of any of them, in lower case; false for anything else. */
bool kti_read_color(kt_str value, char out[6]);

/* The class that WebVTT has for a colour (section 5.1); ptr NULL for one of no class. */
kt_str kti_color_class(const char rgb[6]);

/* The colour among the classes of a tag, as #rrggbb; ptr NULL when there is none. */
kt_str kti_class_color(kt_str classes);

#endif
