/* Any bytes as a subtitle file of the format FUZZ_FORMAT (KT_FORMAT_TEXT: by content, in any
 * encoding): cues lie inside it, untouched it is the same file, changed it is still one. */
#include "fuzz.h"

static void check_cues(kt_subtitle *s, kt_str text) {
    const kt_cue *cues;
    kt_str html;
    size_t count = kt_subtitle_cues(s, &cues);
    for (size_t i = 0; i < count; i++) {
        kt_span span = cues[i].text;
        MUST(span.start <= span.end && span.end <= text.len);
        MUST(cues[i].id.end <= text.len && cues[i].settings.end <= text.len);
        MUST(cues[i].track < kt_subtitle_tracks(s, NULL));
        MUST(kt_subtitle_plain(s, i, fuzz_out) == KT_OK);
        MUST(kti_span_law(fuzz_out, kti_str_span(text, span)));
        MUST(kt_subtitle_html(s, i, &html) == KT_OK);
        MUST(kti_utf8_check(html, 0) == html.len);
    }
}

static void check_notes(const kt_subtitle *s) {
    const kt_subtitle_note *notes;
    size_t count = kt_subtitle_notes(s, &notes);
    for (size_t i = 0; i < count; i++)
        MUST(notes[i].id[0] != '\0' && notes[i].message[0] != '\0' && notes[i].line > 0 &&
             notes[i].column > 0 && notes[i].count > 0);
}

/* Writing untouched gives the text; saving the very bytes. */
static void check_identity(kt_subtitle *s, kt_str bytes) {
    kt_str saved;
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kti_str_eq(kt_text_str(fuzz_out), kt_subtitle_text(s)));
    MUST(kt_subtitle_save(s, NULL, &saved, NULL) == KT_OK);
    MUST(kti_str_eq(saved, bytes));
}

static bool short_times(const kt_subtitle *s) {
    const kt_cue *cues;
    size_t count = kt_subtitle_cues(s, &cues);
    for (size_t i = 0; i < count; i++)
        if (cues[i].start_ms > 1000000000 || cues[i].end_ms > 1000000000) return false;
    return true;
}

static bool has_text(kt_status status, kt_str out) {
    MUST(status == KT_OK || status == KT_ERR_UNSUPPORTED);
    return status != KT_OK || kti_utf8_check(out, 0) == out.len;
}

/* Who speaks and where; a new file in its own format. */
static void check_whole(kt_subtitle *s) {
    kt_str out = {NULL, 0};
    for (size_t i = 0; i < kt_subtitle_cues(s, NULL); i++) {
        kt_cue_settings settings;
        MUST(kt_subtitle_speaker(s, i, &out) == KT_OK);
        MUST(kti_utf8_check(out, 0) == out.len);
        MUST(kt_subtitle_settings(s, i, &settings) == KT_OK);
    }
    out = (kt_str){NULL, 0};
    MUST(has_text(kt_subtitle_renew(s, kt_subtitle_format(s), &out), out));
}

/* The cues that show something; all of them in their own format. */
static size_t shown_cues(kt_subtitle *s, kt_format to) {
    size_t count = kt_subtitle_cues(s, NULL), shown = 0;
    if (to == kt_subtitle_format(s)) return count;
    for (size_t i = 0; i < count; i++) {
        MUST(kt_subtitle_plain(s, i, fuzz_out) == KT_OK);
        kt_str text = kt_text_str(fuzz_out);
        size_t at = 0;
        for (size_t len; at < text.len; at += len) {
            len = kti_is_ascii_space(text.ptr[at]) ? 1 : 2;
            if (len == 2 && !kti_str_starts(kti_str_cut(text, at, text.len), KTI_STR("\xC2\xA0")))
                break;
        }
        shown += at < text.len;
    }
    return shown;
}

/* Several voices of a cue are cues of a transcript; one that whisper.cpp cut may be none. */
static void check_count(kt_subtitle *s, kt_format to, size_t read) {
    kt_format from = kt_subtitle_format(s);
    size_t shown = shown_cues(s, to);
    MUST(read >= shown || from == KT_FORMAT_WHISPERCPP_JSON);
    bool voices = from == KT_FORMAT_VTT || from == KT_FORMAT_TTML;
    MUST(read <= shown || (voices && to != KT_FORMAT_ASS));
}

/* Formats that can hold any text hold as many cues as there were. */
static void check_converted(kt_subtitle *s, kt_format to) {
    kt_str out;
    kt_subtitle *again = NULL;
    kt_status status = kt_subtitle_convert(s, to, &out);
    MUST(status == KT_OK || status == KT_ERR_UNSUPPORTED);
    if (status != KT_OK) return;
    MUST(kti_utf8_check(out, 0) == out.len);
    if (to != KT_FORMAT_VTT && to != KT_FORMAT_PODCAST_JSON && to != KT_FORMAT_PODCAST_HTML &&
        to != KT_FORMAT_ASS)
        return;
    if (!short_times(s)) return;
    status = kt_subtitle_parse(NULL, out, to, &again, NULL);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && shown_cues(s, to) == 0));
    check_count(s, to, kt_subtitle_cues(again, NULL));
    kt_subtitle_free(again);
}

static int is_ascii(void *context, kt_str line) {
    (void)context;
    return line.len > 0 && (unsigned char)line.ptr[0] < 0x80;
}

/* Joined cues are text, in time as they were. */
static void check_joined(kt_subtitle *s, unsigned how) {
    kt_join_options options = KT_JOIN_INIT;
    kt_str out;
    options.format = how % 2 == 0 ? KT_FORMAT_VTT : KT_FORMAT_PODCAST_HTML;
    options.by = how % 4 < 2 ? KT_JOIN_TURN : KT_JOIN_SENTENCE;
    kt_status status = kt_subtitle_join(fuzz_ctx, s, &options, &out);
    MUST(status == KT_OK || status == KT_ERR_SYNTAX || status == KT_ERR_UNSUPPORTED); /* no ICU */
    if (status == KT_OK) MUST(kti_utf8_check(out, 0) == out.len);
}

/* New files of the cues are text, whatever the cues are. */
static void check_new(kt_subtitle *s, kt_format to) {
    kt_merge_options options = KT_MERGE_INIT;
    kt_str out;
    options.format = to;
    if (kt_subtitle_merge(s, s, &options, &out) == KT_OK) MUST(kti_utf8_check(out, 0) == out.len);
    if (kt_subtitle_pick_lines(s, to, is_ascii, NULL, &out) == KT_OK)
        MUST(kti_utf8_check(out, 0) == out.len);
    if (kt_subtitle_deroll(s, to, &out) == KT_OK) MUST(kti_utf8_check(out, 0) == out.len);
}

static void check_profile(kt_subtitle *s) {
    kt_profile profile = KT_PROFILE_INIT;
    MUST(kt_profile_read(kt_profile_named(KTI_STR("streaming-ko")), &profile, NULL) == KT_OK);
    fuzz_profiled(s, &profile);
}

/* Each cue in NFKC: edits of every kind, carried into the markup. */
static void change_cues(kt_subtitle *s, kt_layout layout) {
    kt_normalize_options options = KT_NORMALIZE_INIT;
    kt_text *plain = NULL;
    options.form = KT_FORM_NFKC;
    MUST(kt_text_new(NULL, &plain) == KT_OK);
    for (size_t i = 0; i < kt_subtitle_cues(s, NULL); i++) {
        MUST(kt_subtitle_plain(s, i, plain) == KT_OK);
        MUST(kt_normalize(fuzz_ctx, kt_text_str(plain), &options, fuzz_out) == KT_OK);
        kt_status status = kt_subtitle_apply(s, i, fuzz_out, layout);
        MUST(status == KT_OK || (status == KT_ERR_UNSUPPORTED && layout == KT_LAYOUT_TRACK));
    }
    kt_text_free(plain);
}

/* What was written is read again as that many cues. In SAMI and TTML a cue without text is none, in
 * LRC each line is one, and a damaged page may have a <time> within a paragraph, which two lines
 * hold twice. */
static void check_read_again(const kt_subtitle *s) {
    kt_format format = kt_subtitle_format(s);
    kt_subtitle *again = NULL;
    if (format == KT_FORMAT_SAMI || format == KT_FORMAT_TTML || format == KT_FORMAT_LRC ||
        format == KT_FORMAT_PODCAST_HTML)
        return;
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kt_subtitle_parse(NULL, kt_text_str(fuzz_out), format, &again, NULL) == KT_OK);
    MUST(kt_subtitle_cues(again, NULL) == kt_subtitle_cues(s, NULL));
    kt_subtitle_free(again);
}

static void check_changes(kt_subtitle *s, unsigned how) {
    kt_str saved;
    if (how < kt_subtitle_cues(s, NULL))
        MUST(kt_subtitle_set_text(s, how, KTI_STR("가\n나")) == KT_OK);
    if (how % 2 == 0) {
        kt_status named = kt_subtitle_name_second(s, KTI_STR("ROMAN"), KTI_STR("ko-Latn"));
        MUST(named == KT_OK || named == KT_ERR_UNSUPPORTED || named == KT_ERR_ARG);
    }
    change_cues(s, (kt_layout)(how % 5));
    if (how % 5 != KT_LAYOUT_TRACK) check_read_again(s);
    if (how < kt_subtitle_cues(s, NULL)) {
        kt_status timed = kt_subtitle_set_times(s, how, 1000, 2500);
        MUST(timed == KT_OK || timed == KT_ERR_UNSUPPORTED);
    }
    MUST(kt_subtitle_shift(s, (int64_t)how * 1000 - 2000, 25, 24) == KT_OK);
    if (how % 5 != KT_LAYOUT_TRACK) check_read_again(s);
    if (how == 3) MUST(kt_subtitle_keep_track(s, 0) == KT_OK);
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, kt_subtitle_text(s)));
    kt_status status = kt_subtitle_save(s, NULL, &saved, NULL);
    MUST(status == KT_OK || status == KT_ERR_ENCODING);
    /* Into another encoding damage is U+FFFD; in its own, a changed line cannot hold it. */
    bool own = kti_str_eq(kti_str(kt_subtitle_charset(s).name), KTI_STR("UTF-16LE"));
    status = kt_subtitle_save(s, "UTF-16LE", &saved, NULL);
    MUST(status == KT_OK || (own && status == KT_ERR_ENCODING));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const kt_format json[] = {KT_FORMAT_PODCAST_JSON, KT_FORMAT_WHISPER_JSON,
                                     KT_FORMAT_WHISPERCPP_JSON};
    fuzz_input in = {data, size};
    kt_subtitle *s = NULL;
    kt_subtitle_options options = KT_SUBTITLE_INIT;
    fuzz_open();
    unsigned how = fuzz_choice(&in, 8), to = fuzz_choice(&in, KT_FORMAT_COUNT);
    kt_str bytes = fuzz_text(&in);
    options.format = FUZZ_FORMAT;
    if (options.format == KT_FORMAT_PODCAST_JSON) options.format = json[how % 3];
    if (options.format != KT_FORMAT_TEXT) options.charset = "UTF-8";
    kt_status status = kt_subtitle_open(NULL, bytes, &options, &s, NULL);
    MUST(status == KT_OK || status == KT_ERR_SYNTAX || status == KT_ERR_UNSUPPORTED);
    if (status != KT_OK) return 0;
    check_cues(s, kt_subtitle_text(s));
    check_notes(s);
    check_whole(s);
    check_identity(s, bytes);
    check_converted(s, (kt_format)to);
    check_new(s, (kt_format)to);
    check_joined(s, how);
    check_identity(s, bytes);
    check_profile(s);
    check_changes(s, how);
    kt_subtitle_free(s);
    return 0;
}
