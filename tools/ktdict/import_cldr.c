/* import_cldr.c - names of territories, languages and cities in Korean and English, as CLDR has
 * them in ICU's data, into a table like dicts/places.tsv. The cities are those that name a time
 * zone. Names that are no plain Hangul, or that the Korean word list has as common nouns, stay out:
 * text would be full of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/lexicon.h"

#ifdef KTDICT_WITH_ICU
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

enum { UNITS = 160, BYTES = 4 * UNITS, MOST = 4096 };

typedef struct name {
    char korean[BYTES], english[BYTES], region[4];
    const char *kind;
} name;

typedef struct importer {
    kti_lexicon *lexicon; /* may be NULL */
    name *names;
    size_t count;
} importer;

/* ---- what may be a name --------------------------------------------------------------------- */

static bool is_hangul(kt_str text, size_t *syllables) {
    *syllables = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (unit.cp != ' ' && !kti_is_syllable(unit.cp)) return false;
        *syllables += unit.cp != ' ';
        at += unit.len;
    }
    return true;
}

/* Words and spaces in Latin letters: no "St. Kitts & Nevis", no "Tell City, Indiana". */
static bool is_plain_english(kt_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '\0' && strchr(",()&0123456789[]/", text.ptr[i]) != NULL) return false;
    return text.len > 0;
}

static bool is_common_noun(const importer *im, kt_str korean) {
    if (im->lexicon == NULL) return false;
    unsigned classes = kti_lexicon_word(im->lexicon, korean).classes;
    unsigned common = KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_EOMI |
                      KTI_WORD_JOSA | KTI_WORD_AFFIX | KTI_WORD_BOUND;
    return (classes & common) != 0;
}

static bool is_wanted(const importer *im, const name *n) {
    enum { LEAST_LANGUAGE = 5 };
    size_t syllables;
    kt_str korean = kti_str(n->korean), english = kti_str(n->english);
    if (!is_hangul(korean, &syllables) || syllables < 2 || !is_plain_english(english)) return false;
    if (strcmp(n->kind, "language") == 0) return english.len >= LEAST_LANGUAGE;
    bool island = kti_str_ends(korean, KTI_STR(" 섬")); /* what the English does not say */
    return !is_common_noun(im, korean) &&
           (!island || kti_str_find(english, KTI_STR("Island"), 0) != SIZE_MAX);
}

static void keep(importer *im, const UChar *korean, const UChar *english, const char *kind,
                 const char *region) {
    UErrorCode status = U_ZERO_ERROR;
    name *n = &im->names[im->count];
    if (im->count == MOST) return;
    u_strToUTF8(n->korean, BYTES, NULL, korean, -1, &status);
    u_strToUTF8(n->english, BYTES, NULL, english, -1, &status);
    snprintf(n->region, sizeof n->region, "%s", region);
    for (char *c = n->region; *c != '\0'; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    n->kind = kind;
    if (U_SUCCESS(status) && is_wanted(im, n)) im->count++;
}

/* ---- the three lists ------------------------------------------------------------------------ */

static void take_territories(importer *im, const ULocaleDisplayNames *ko,
                             const ULocaleDisplayNames *en) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *codes = uregion_getAvailable(URGN_TERRITORY, &status);
    const char *code;
    while (U_SUCCESS(status) && (code = uenum_next(codes, NULL, &status)) != NULL) {
        UChar korean[UNITS], english[UNITS];
        uldn_regionDisplayName(ko, code, korean, UNITS, &status);
        uldn_regionDisplayName(en, code, english, UNITS, &status);
        if (U_SUCCESS(status) && strlen(code) == 2) keep(im, korean, english, "country", code);
    }
    uenum_close(codes);
}

static void take_languages(importer *im, const ULocaleDisplayNames *ko,
                           const ULocaleDisplayNames *en) {
    for (const char *const *code = uloc_getISOLanguages(); *code != NULL; code++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar korean[UNITS], english[UNITS];
        uldn_languageDisplayName(ko, *code, korean, UNITS, &status);
        uldn_languageDisplayName(en, *code, english, UNITS, &status);
        if (U_SUCCESS(status)) keep(im, korean, english, "language", "xx");
    }
}

/* Stations in Antarctica are called Casey, Davis, Troll. */
static bool is_inhabited(const UChar *zone) {
    char bytes[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(bytes, UNITS, NULL, zone, -1, &status);
    return U_SUCCESS(status) && strncmp(bytes, "Antarctica/", strlen("Antarctica/")) != 0;
}

/* "VVV" formats the exemplar city of a time zone. */
static bool city_of(const char *locale, const UChar *zone, UChar out[UNITS]) {
    static const UChar pattern[] = {'V', 'V', 'V', 0};
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, &status);
    if (U_SUCCESS(status)) udat_format(format, 0, out, UNITS, NULL, &status);
    udat_close(format);
    return U_SUCCESS(status);
}

static void take_cities(importer *im) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *zones =
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
    const UChar *zone;
    while (U_SUCCESS(status) && (zone = uenum_unext(zones, NULL, &status)) != NULL) {
        UChar korean[UNITS], english[UNITS];
        if (is_inhabited(zone) && city_of("ko", zone, korean) && city_of("en", zone, english))
            keep(im, korean, english, "city", "xx");
    }
    uenum_close(zones);
}

/* ---- the table ------------------------------------------------------------------------------ */

static int by_english(const void *left, const void *right) {
    const name *a = left;
    const name *b = right;
    int order = strcmp(a->english, b->english);
    return order != 0 ? order : strcmp(a->kind, b->kind);
}

static kt_status write_table(importer *im, const char *path, kt_error *err) {
    kti_buf out;
    kti_buf_init(&out, NULL);
    kti_buf_add_cstr(&out, "korean\tenglish\tkind\tregion\n");
    qsort(im->names, im->count, sizeof *im->names, by_english);
    for (size_t i = 0; i < im->count; i++) {
        const char *const cells[] = {im->names[i].korean, im->names[i].english, im->names[i].kind,
                                     im->names[i].region};
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            kti_buf_add_cstr(&out, cells[k]);
            kti_buf_add_byte(&out, k + 1 < sizeof cells / sizeof *cells ? '\t' : '\n');
        }
    }
    kt_status status = out.failed ? KT_ERR_NOMEM : kt_file_replace(path, kti_buf_str(&out), err);
    kti_buf_free(&out);
    return status;
}

static kt_status import(importer *im, const char *path, kt_error *err) {
    UErrorCode status = U_ZERO_ERROR;
    ULocaleDisplayNames *ko = uldn_open("ko", ULDN_STANDARD_NAMES, &status);
    ULocaleDisplayNames *en = uldn_open("en", ULDN_STANDARD_NAMES, &status);
    im->names = calloc(MOST + 1, sizeof *im->names);
    if (U_SUCCESS(status) && im->names != NULL) {
        take_territories(im, ko, en);
        take_cities(im);
        take_languages(im, ko, en);
    }
    uldn_close(ko);
    uldn_close(en);
    kt_status result = im->names == NULL ? KT_ERR_NOMEM : KT_ERR_DATA;
    if (im->names != NULL && im->count > 0) result = write_table(im, path, err);
    if (result == KT_OK) printf("%s: %zu names of CLDR %s\n", path, im->count, U_ICU_VERSION);
    free(im->names);
    return result;
}
#endif

int import_cldr(int argc, char **argv) {
    const char *out = option_value(argc, argv, "-o"),
               *words = option_value(argc, argv, "--lexicon");
    if (out == NULL) return usage_error("import", "want: cldr [--lexicon FILE] -o FILE.tsv");
#ifdef KTDICT_WITH_ICU
    importer im = {.lexicon = NULL};
    kt_error err = {KT_OK, 0, 0, ""};
    kt_file list = {.bytes = {NULL, 0}};
    kt_alloc alloc = kti_alloc_libc();
    kt_status status = words == NULL ? KT_OK : kt_file_map(words, &list, &err);
    if (status == KT_OK && words != NULL)
        status = kti_lexicon_open(&alloc, list.bytes, true, KTI_STR(""), &im.lexicon, &err);
    if (status == KT_OK) status = import(&im, out, &err);
    if (status != KT_OK) fprintf(stderr, "%s: %s %s\n", out, kt_status_name(status), err.message);
    kti_lexicon_close(im.lexicon);
    kt_file_unmap(&list);
    return status == KT_OK ? EXIT_DONE : EXIT_IO;
#else
    (void)words;
    return usage_error("import", "built without ICU, which has the names of CLDR");
#endif
}
