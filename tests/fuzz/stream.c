/* Any bytes as a stream of captions, split anywhere: the pieces are what they are when all comes at
 * once, each has one cue or none, and together they are the stream. */
#include "core/buf.h"
#include "fuzz.h"

/* Feeds parts of `step` bytes; the pieces go behind one another, a NUL and the cue between. */
static kt_status run(kt_str bytes, const kt_stream_options *options, size_t step, kti_buf *out,
                     kti_buf *whole) {
    kt_stream *stream = NULL;
    kt_subtitle *piece = NULL;
    kt_status status = KT_OK;
    MUST(kt_stream_new(NULL, options, &stream) == KT_OK);
    for (size_t at = 0; status == KT_OK; at += step) {
        size_t end = bytes.len - at > step ? at + step : bytes.len;
        MUST(kt_stream_feed(stream, kti_str_cut(bytes, at, end)) == KT_OK);
        if (end == bytes.len) kt_stream_end(stream);
        while ((status = kt_stream_next(stream, &piece)) == KT_OK && piece != NULL) {
            const kt_cue *cues;
            size_t count = kt_subtitle_cues(piece, &cues);
            kt_str text = kt_subtitle_text(piece);
            MUST(count <= 1 && text.len > 0 && text.len <= options->limit);
            kti_buf_add_str(whole, text);
            kti_buf_add_str(out, text);
            kti_buf_add_byte(out, '\0');
            if (count == 0) continue;
            MUST(cues[0].text.start <= cues[0].text.end && cues[0].text.end <= text.len);
            kti_buf_add_uint(out, cues[0].text.end);
            MUST(kt_subtitle_plain(piece, 0, fuzz_out) == KT_OK);
            MUST(kt_subtitle_set_text(piece, 0, KTI_STR("가")) == KT_OK);
            MUST(kt_subtitle_write(piece, fuzz_out) == KT_OK);
            MUST(kti_span_law(fuzz_out, text));
        }
        if (end == bytes.len) break;
    }
    kt_stream_free(stream);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_stream_options options = KT_STREAM_INIT;
    kt_alloc heap = kti_alloc_libc();
    kti_buf once, split, whole;
    fuzz_open();
    options.format = fuzz_choice(&in, 2) == 0 ? KT_FORMAT_SRT : KT_FORMAT_VTT;
    options.limit = 256 + fuzz_choice(&in, 64);
    size_t step = 1 + fuzz_choice(&in, 40);
    kt_str bytes = fuzz_text(&in);
    kti_buf_init(&once, &heap);
    kti_buf_init(&split, &heap);
    kti_buf_init(&whole, &heap);
    kt_status status = run(bytes, &options, bytes.len + 1, &once, &whole);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && options.format == KT_FORMAT_VTT));
    if (status == KT_OK) MUST(kti_str_eq(kti_buf_str(&whole), bytes));
    MUST(run(bytes, &options, step, &split, &whole) == status);
    MUST(kti_str_eq(kti_buf_str(&once), kti_buf_str(&split)));
    kti_buf_free(&once);
    kti_buf_free(&split);
    kti_buf_free(&whole);
    return 0;
}
