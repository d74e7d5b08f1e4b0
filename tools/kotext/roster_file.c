#include "roster_file.h"

#include <stdlib.h>

#include "clock.h"
#include "terms_file.h"

#define FILE_STEP ((int64_t)1 << 40) /* ms or lines of one file are fewer */

size_t roster_file(int64_t where) {
    return (size_t)(where / FILE_STEP);
}

int64_t roster_at(int64_t where) {
    return where % FILE_STEP;
}

bool roster_is_timed(const roster_files *r, size_t file) {
    return r->sides[file].cues.subtitle != NULL;
}

/* ---- reading -------------------------------------------------------------------------------- */

static int64_t place_of(const roster_files *r, size_t file, size_t unit) {
    int64_t start = r->sides[file].units[unit].start_ms;
    if (start < 0) start = 0;
    if (start >= FILE_STEP) start = FILE_STEP - 1;
    return (int64_t)file * FILE_STEP + (roster_is_timed(r, file) ? start : (int64_t)unit + 1);
}

static int read_file(session *s, roster_files *r, const kt_terms *terms, size_t file) {
    side *of = &r->sides[file];
    int status = side_load(s, r->names[file], "ko", of);
    (void)kt_roster_next_text(r->roster);
    for (size_t i = 0; status == EXIT_DONE && i < of->count; i++) {
        int64_t where = place_of(r, file, i);
        kt_str text = of->units[i].text;
        kt_status done = kt_roster_read_terms(r->roster, s->ctx, terms, text, where);
        if (done != KT_OK) status = complain_status(s, done, r->names[file], i + 1);
    }
    return status;
}

int roster_load(session *s, roster_files *out) {
    static const char *const standard_input[] = {"-"};
    kt_terms *terms = NULL;
    const arguments *args = s->args;
    *out = (roster_files){.names = args->operand_count > 0 ? args->operands : standard_input,
                          .count = args->operand_count > 0 ? args->operand_count : 1};
    out->sides = calloc(out->count, sizeof *out->sides);
    if (out->sides == NULL || kt_roster_new(NULL, &out->roster) != KT_OK)
        return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    int status = arguments_has(args, OPT_GLOSSARY) ? terms_asked(s, &terms) : EXIT_DONE;
    for (size_t i = 0; i < out->count && status == EXIT_DONE; i++)
        status = read_file(s, out, terms, i);
    kt_terms_free(terms);
    if (status != EXIT_DONE) return status;
    kt_status listed = kt_roster_list(out->roster, s->ctx, &out->figures, &out->figure_count);
    return listed == KT_OK ? EXIT_DONE : complain_status(s, listed, NULL, 0);
}

void roster_free(roster_files *r) {
    for (size_t i = 0; r->sides != NULL && i < r->count; i++)
        side_free(&r->sides[i]);
    free(r->sides);
    kt_roster_free(r->roster);
}

void roster_place(const roster_files *r, int64_t where, buffer *out) {
    size_t file = roster_file(where);
    if (r->count > 1) {
        buffer_text(out, r->names[file]);
        buffer_byte(out, ':');
    }
    if (roster_is_timed(r, file))
        clock_seconds(out, roster_at(where));
    else
        buffer_uint(out, (uint64_t)roster_at(where));
}
