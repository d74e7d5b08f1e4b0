/* dialects.c - the formats, in the order in which a file is asked for its own. */
#include "core/str.h"
#include "subtitle/dialect.h"

static const kti_dialect *const dialects[] = {
    &kti_vtt,          &kti_ass,          &kti_ssa,
    &kti_sami,         &kti_ttml,         &kti_whispercpp_json,
    &kti_podcast_json, &kti_whisper_json, &kti_podcast_html,
    &kti_sbv,          &kti_srt,          &kti_lrc,
};

enum { DIALECTS = sizeof dialects / sizeof *dialects };

const kti_dialect *kti_dialect_of(kt_format format) {
    for (size_t i = 0; i < DIALECTS; i++)
        if (dialects[i]->format == format) return dialects[i];
    return NULL;
}

kt_status kti_dialect_to_write(kt_format format, const kti_dialect **out) {
    *out = kti_dialect_of(format);
    if ((unsigned)format >= KT_FORMAT_COUNT) return KT_ERR_ARG;
    return *out == NULL || (*out)->cue == NULL ? KT_ERR_UNSUPPORTED : KT_OK;
}

const char *kt_format_id(kt_format format) {
    const kti_dialect *dialect = kti_dialect_of(format);
    if (format == KT_FORMAT_TEXT) return "text";
    return dialect == NULL ? "" : dialect->id;
}

kt_format kt_format_of_id(kt_str id) {
    if (kti_str_eq(id, KTI_STR("text"))) return KT_FORMAT_TEXT;
    for (size_t i = 0; i < DIALECTS; i++)
        if (kti_str_eq(id, kti_str(dialects[i]->id))) return dialects[i]->format;
    return KT_FORMAT_COUNT;
}

kt_format kt_format_detect(kt_str text) {
    for (size_t i = 0; i < DIALECTS; i++)
        if (dialects[i]->is(text)) return dialects[i]->format;
    return KT_FORMAT_TEXT;
}
