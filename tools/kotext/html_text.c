#include "html_text.h"

#include "sha256.h"

void html_text(buffer *out, kt_str text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '&')
            buffer_text(out, "&amp;");
        else if (c == '<')
            buffer_text(out, "&lt;");
        else if (c == '>')
            buffer_text(out, "&gt;");
        else if (c == '"')
            buffer_text(out, "&quot;");
        else if ((unsigned char)c < 0x20 && c != '\n' && c != '\t')
            buffer_byte(out, ' ');
        else
            buffer_byte(out, c);
    }
}

void html_begin(buffer *out, kt_str title, kt_str style) {
    buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "base-uri 'none'; form-action 'none'; style-src 'sha256-");
    sha256_base64(out, style);
    buffer_text(out, "'\">\n<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n<title>");
    html_text(out, title);
    buffer_text(out, "</title>\n<style>");
    buffer_str(out, style);
    buffer_text(out, "</style>\n</head>\n<body>\n<h1>");
    html_text(out, title);
    buffer_text(out, "</h1>\n");
}

void html_end(buffer *out) {
    buffer_text(out, "</body>\n</html>\n");
}

void html_cell(buffer *out, const char *language, kt_str text) {
    buffer_text(out, "<td");
    if (language != NULL) {
        buffer_text(out, " lang=\"");
        buffer_text(out, language);
        buffer_byte(out, '"');
    }
    buffer_byte(out, '>');
    html_text(out, text);
    buffer_text(out, "</td>");
}

kt_str html_table_style(void) {
    return str_of(
        "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
        "h1{font-size:1.2rem}table{border-collapse:collapse;width:100%}"
        "th,td{border-bottom:1px solid #999;padding:.4rem .6rem;text-align:left;vertical-align:top}"
        "td:first-child{font-size:1.2rem}tr{break-inside:avoid}");
}
