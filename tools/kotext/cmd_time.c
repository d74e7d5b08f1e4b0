/* cmd_time.c - how long a text takes to read, silently and aloud. */
#include "clock.h"
#include "json_list.h"
#include "side.h"

static void add_time(const kt_reading_time *t, const char *name, bool json, buffer *out) {
    int64_t silent = (int64_t)(t->silent * 1000 + .5), aloud = (int64_t)(t->aloud * 1000 + .5);
    if (json) {
        buffer_text(out, "{\"schema\":\"kotext/time/1\",\"file\":");
        buffer_json(out, str_of(name));
        buffer_text(out, ",\"korean_words\":");
        buffer_uint(out, t->korean);
        buffer_text(out, ",\"english_words\":");
        buffer_uint(out, t->english);
        buffer_text(out, ",\"silent_ms\":");
        buffer_uint(out, (uint64_t)silent);
        buffer_text(out, ",\"aloud_ms\":");
        buffer_uint(out, (uint64_t)aloud);
        buffer_text(out, "}\n");
        return;
    }
    buffer_tsv(out, str_of(name));
    buffer_byte(out, '\t');
    clock_seconds(out, silent + 500);
    buffer_byte(out, '\t');
    clock_seconds(out, aloud + 500);
    buffer_byte(out, '\t');
    buffer_uint(out, t->korean);
    buffer_byte(out, '\t');
    buffer_uint(out, t->english);
    buffer_byte(out, '\n');
}

static int time_file(session *s, const char *name, buffer *out) {
    side of;
    kt_reading_time all = {0, 0, 0, 0}, part;
    bool json = json_asked(s->args);
    int status = side_load(s, name, "ko", &of);
    for (size_t i = 0; status == EXIT_DONE && i < of.count; i++) {
        if (kt_reading_time_of(of.units[i].text, &part) != KT_OK) continue;
        all.korean += part.korean;
        all.english += part.english;
        all.silent += part.silent;
        all.aloud += part.aloud;
    }
    if (status == EXIT_DONE) add_time(&all, name, json, out);
    side_free(&of);
    return status;
}

int time_command(const arguments *args) {
    static const char *const standard_input[] = {"-"};
    session s;
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    const char *const *names = args->operand_count > 0 ? args->operands : standard_input;
    size_t count = args->operand_count > 0 ? args->operand_count : 1;
    int status = session_open(args, &s);
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        status = time_file(&s, names[i], &out.bytes);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
