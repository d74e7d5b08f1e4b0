/* Any bytes as the texts of the operations that Node and browsers call, with any choices: a status
 * or JSON, whose places lie in the texts, counted in UTF-16. Natively, through the module's own
 * calls. */
#include "fuzz.h"

#include "core.h"
#include "markup/json.h"

static const char *const names[] = {"align",         "analyze", "explain", "findNames", "hangulize",
                                    "hanja",         "josa",    "match",   "normalize", "pronounce",
                                    "romanize",      "segment", "slug",    "space",     "spell",
                                    "transliterate", "nosuch"};
enum { NAMES = sizeof names / sizeof *names };

static bool gives_text(const char *name) {
    static const char *const texts[] = {"hanja",    "josa", "normalize", "pronounce",
                                        "romanize", "slug", "space"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(name, texts[i]) == 0) return true;
    return false;
}

static size_t utf16_units(kt_str text) {
    size_t units = 0;
    for (size_t i = 0; i < text.len; i++)
        units += ((unsigned char)text.ptr[i] & 0xC0) == 0x80 ? 0
                 : (unsigned char)text.ptr[i] >= 0xF0        ? 2
                                                             : 1;
    return units;
}

static bool is_place(kt_str key) {
    static const char *const keys[] = {"start",     "end",          "koreanStart",
                                       "koreanEnd", "englishStart", "englishEnd"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (kti_str_eq(key, (kt_str){keys[i], strlen(keys[i])})) return true;
    return false;
}

/* One JSON value, and no place beyond `most`. */
static void read_json(kt_str text, size_t most) {
    kti_json json = {.text = text};
    kt_str key = {NULL, 0};
    kti_json_token t;
    do {
        t = kti_json_next(&json);
        MUST(t.kind != KTI_JSON_BAD);
        if (t.kind == KTI_JSON_NUMBER && is_place(key)) MUST(strtoul(t.text.ptr, NULL, 10) <= most);
        key = t.kind == KTI_JSON_KEY ? t.text : (kt_str){NULL, 0};
    } while (t.kind != KTI_JSON_END);
}

static bool well_formed(kt_str text) {
    return kti_utf8_check(text, 0) == text.len;
}

static void run(const char *name, kt_str text, kt_str second, const int32_t *choices,
                size_t count) {
    const char *texts[] = {name, text.ptr, second.ptr};
    size_t lengths[] = {strlen(name), text.len, second.len};
    int status = kotext_run(texts, lengths, choices, count);
    MUST(status >= KT_OK && status <= KT_ERR_ENCODING);
    kt_str out = {kotext_out(), kotext_out_len()};
    if (status != KT_OK)
        MUST(*kotext_message() != '\0');
    else if (gives_text(name))
        MUST(well_formed(out) || !well_formed(text) || !well_formed(second));
    else
        read_json(out, utf16_units(text) + utf16_units(second));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool open;
    fuzz_input in = {data, size};
    int32_t choices[16] = {0};
    if (!open) MUST(kotext_open("", 0, 0) == KT_OK);
    open = true;
    const char *name = names[fuzz_choice(&in, NAMES)];
    size_t count = fuzz_choice(&in, 18);
    for (size_t i = 0; i < count && i < 16; i++)
        choices[i] = (int32_t)fuzz_choice(&in, 256) - 8;
    kt_str text = fuzz_text(&in);
    size_t tab = kti_str_find(text, KTI_STR("\t"), 0);
    size_t half = tab == SIZE_MAX ? text.len / 2 : tab;
    run(name, kti_str_cut(text, 0, half), kti_str_cut(text, half, text.len), choices, count);
    kotext_forget();
    return 0;
}
