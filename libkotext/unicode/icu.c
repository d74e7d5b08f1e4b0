#ifdef KTI_WITH_ICU

#include "unicode/icu.h"

#ifdef KTI_LAZY_ICU

#include <dlfcn.h>
#include <string.h>

#include <unicode/uvernum.h>

#define TEXT_OF(name)  #name
#define NAME_OF(name)  TEXT_OF(name)
#define ICU_FILE(part) "libicu" part ".so." NAME_OF(U_ICU_VERSION_MAJOR_NUM)
#define UCHARDET_FILE  "libuchardet.so.0"

/* Stays open for good: ICU keeps state that it does not give up. */
static void *open_library(const char *file) {
    return dlopen(file, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
}

/* A function's address is as large as an object's on all that dlsym() is on (POSIX). */
static bool find(void *library, const char *name, void *function, size_t size) {
    void *found = library == NULL ? NULL : dlsym(library, name);
    if (found == NULL || size != sizeof found) return false;
    memcpy(function, &found, size);
    return true;
}

#define FIND(result, name, parameters)                                                             \
    all = find(library, NAME_OF(name), &out->name, sizeof out->name) && all;

bool kti_icu_find(kti_icu *out) {
    void *library = open_library(ICU_FILE("uc"));
    bool all = true;
    KTI_ICU_UC(FIND)
    return all;
}

bool kti_detectors_find(kti_detectors *out) {
    void *library = open_library(ICU_FILE("i18n"));
    bool all = true;
    KTI_ICU_I18N(FIND)
    library = open_library(UCHARDET_FILE);
    KTI_UCHARDET(FIND)
    return all;
}

#else

#define SET(result, name, parameters) out->name = name;

bool kti_icu_find(kti_icu *out) {
    KTI_ICU_UC(SET)
    return true;
}

bool kti_detectors_find(kti_detectors *out) {
    KTI_ICU_I18N(SET)
    KTI_UCHARDET(SET)
    return true;
}

#endif
#else

typedef int kti_no_icu; /* nothing here in a build without ICU */

#endif
