/* cmd_detect.c - encoding, format and language of files, with the evidence. */
#include <string.h>

#include "io.h"
#include "json_list.h"

/* The language by script: which letters most of the text is written in. */
static const char *language_of(kt_str text) {
    size_t hangul = 0, kana = 0, latin = 0, han = 0;
    for (size_t at = 0; at + 2 < text.len; at++) {
        unsigned char a = (unsigned char)text.ptr[at], b = (unsigned char)text.ptr[at + 1];
        hangul += (a == 0xEA && b >= 0xB0) || a == 0xEB || a == 0xEC || (a == 0xED && b <= 0x9E);
        kana += a == 0xE3 && b >= 0x81 && b <= 0x83;
        han += (a >= 0xE4 && a <= 0xE9);
        latin += (a >= 'a' && a <= 'z') || (a >= 'A' && a <= 'Z');
    }
    if (kana * 10 > hangul + kana + han && kana > hangul) return "ja";
    if (hangul > 0 && hangul * 8 >= latin) return "ko";
    if (han > latin) return "zh";
    return latin > 0 ? "en" : "";
}

static void write_json(buffer *out, const document *d, const char *format, const char *language) {
    buffer_text(out, "\"file\":");
    buffer_json(out, str_of(d->name));
    buffer_text(out, ",\"encoding\":");
    buffer_json(out, str_of(d->charset.name));
    buffer_text(out, ",\"bom\":");
    buffer_text(out, d->charset.bom_len > 0 ? "true" : "false");
    buffer_text(out, ",\"format\":");
    buffer_json(out, str_of(format));
    buffer_text(out, ",\"language\":");
    buffer_json(out, str_of(language));
    buffer_text(out, ",\"confidence\":");
    buffer_fixed(out, (double)d->charset.confidence, 2);
    buffer_text(out, ",\"evidence\":");
    buffer_json(out, str_of(d->charset.evidence));
}

static void write_tsv(buffer *out, const document *d, const char *format, const char *language) {
    const char *const fields[] = {d->name, d->charset.name, format, language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        buffer_tsv(out, str_of(fields[i]));
        buffer_byte(out, '\t');
    }
    buffer_fixed(out, (double)d->charset.confidence, 2);
    buffer_byte(out, '\t');
    buffer_tsv(out, str_of(d->charset.evidence));
    buffer_byte(out, '\n');
}

static int detect(session *s, const char *name, json_list *json) {
    document d;
    int status = document_load(s, name, arguments_value(s->args, OPT_ENCODING, NULL), &d);
    if (status == EXIT_DONE) {
        const char *format = kt_format_id(kt_format_detect(d.utf8));
        const char *language = language_of(d.utf8);
        if (json_list_open(json)) {
            write_json(json->out, &d, format, language);
            json_list_close(json);
        } else {
            write_tsv(json->out, &d, format, language);
        }
    }
    document_free(&d);
    return status;
}

static int detect_all(session *s, output *out) {
    const arguments *args = s->args;
    json_list json = json_list_begin(args, &out->bytes, "kotext/detect/1", "files");
    int status = EXIT_DONE;
    if (args->operand_count == 0) status = detect(s, "-", &json);
    for (size_t i = 0; i < args->operand_count && status == EXIT_DONE; i++)
        status = detect(s, args->operands[i], &json);
    json_list_end(&json);
    return status == EXIT_DONE ? output_finish(out) : status;
}

int detect_command(const arguments *args) {
    session s;
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = detect_all(&s, &out);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
