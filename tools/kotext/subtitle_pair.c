#include "subtitle_pair.h"

#include <stdio.h>
#include <string.h>

static const char *const names[LANGUAGES] = {"ko", "en"};

spoken language_of_name(const char *name) {
    spoken l = KOREAN;
    while (l < LANGUAGES && strcmp(names[l], name) != 0)
        l++;
    return l;
}

static bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Hangul syllables are E(A-D)xxxx in UTF-8. */
static bool is_hangul(kt_str text, size_t at) {
    unsigned char lead = (unsigned char)text.ptr[at];
    unsigned char next = at + 2 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
    return (lead == 0xEA && next >= 0xB0) || lead == 0xEB || lead == 0xEC ||
           (lead == 0xED && next > 0 && next <= 0x9F);
}

spoken language_of_text(kt_str text, spoken other) {
    enum { WORD = 4 }; /* letters of English for a syllable of Korean */
    size_t hangul = 0, latin = 0;
    for (size_t i = 0; i < text.len; i++) {
        hangul += is_hangul(text, i);
        latin += is_latin(text.ptr[i]);
    }
    if (hangul + latin == 0) return other;
    return hangul * WORD >= latin ? KOREAN : ENGLISH;
}

/* ---- merge ---------------------------------------------------------------------------------- */

/* What its track says, else its letters. */
static const char *language_of_file(const kt_subtitle *s) {
    enum { HEAD = 1 << 16 };
    const kt_cue *cues;
    kt_text *plain = NULL;
    buffer head = {.ptr = NULL};
    size_t count = kt_subtitle_cues(s, &cues);
    kt_status status = kt_text_new(NULL, &plain);
    for (size_t i = 0; i < count && status == KT_OK && head.len < HEAD; i++) {
        status = kt_subtitle_plain(s, i, plain);
        buffer_str(&head, kt_text_str(plain));
    }
    spoken l = language_of_text((kt_str){head.ptr, head.len}, KOREAN);
    kt_text_free(plain);
    buffer_free(&head);
    return names[l];
}

static int merge(const arguments *args, kt_format to, subtitle_file *f, output *out) {
    kt_merge_options options = KT_MERGE_INIT;
    kt_str text;
    options.format = to == KT_FORMAT_COUNT ? kt_subtitle_format(f[0].subtitle) : to;
    options.language = language_of_file(f[0].subtitle);
    options.language_below = language_of_file(f[1].subtitle);
    if (options.language == options.language_below && options.format == KT_FORMAT_SAMI)
        return complain(EXIT_USAGE, f[1].name, 0, 0, "both files are in one language");
    kt_status status = kt_subtitle_merge(f[0].subtitle, f[1].subtitle, &options, &text);
    kt_str alone; /* for its notes: those of the first have what the new file lacks already */
    if (status == KT_OK) status = kt_subtitle_renew(f[1].subtitle, options.format, &alone);
    subtitle_warn(&f[0]);
    subtitle_warn(&f[1]);
    if (status == KT_OK) return subtitle_encode(args, f[0].name, text, out);
    if (status == KT_ERR_UNSUPPORTED)
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "this format is read only: merge needs --to-format");
    return complain(EXIT_IO, f[0].name, 0, 0, kt_status_name(status));
}

int subtitle_merge(const arguments *args, kt_format to) {
    subtitle_file f[2] = {{.name = NULL}, {.name = NULL}};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    if (args->operand_count != 3 || arguments_has(args, OPT_IN_PLACE) ||
        arguments_has(args, OPT_TRACK))
        return complain(EXIT_USAGE, NULL, 0, 0, "merge takes two files and writes a new one");
    int status = subtitle_load(args, args->operands[1], &f[0]);
    if (status == EXIT_DONE) status = subtitle_load(args, args->operands[2], &f[1]);
    if (status == EXIT_DONE) status = merge(args, to, f, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    subtitle_free(&f[0]);
    subtitle_free(&f[1]);
    return status;
}

/* ---- split ---------------------------------------------------------------------------------- */

typedef struct picking {
    spoken wanted, last;
    size_t picked;
} picking;

/* A line without letters goes with the one before it. */
static int is_wanted(void *context, kt_str line) {
    picking *p = context;
    p->last = language_of_text(line, p->last);
    p->picked += p->last == p->wanted;
    return p->last == p->wanted;
}

static int pick(const arguments *args, subtitle_file *f, picking *p, output *out) {
    kt_str text;
    kt_status status =
        kt_subtitle_pick_lines(f->subtitle, kt_subtitle_format(f->subtitle), is_wanted, p, &text);
    if (status == KT_OK) return subtitle_encode(args, f->name, text, out);
    return complain(status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, f->name, 0, 0,
                    "this format is read only: convert it first");
}

/* Counts the lines of each language; none is picked. */
static int count_line(void *context, kt_str line) {
    size_t *lines = context;
    lines[language_of_text(line, LANGUAGES)]++;
    return 0;
}

bool subtitle_shares_cues(const subtitle_file *f) {
    enum { MUCH = 3 }; /* times as many lines: it is of one language with some of another */
    size_t lines[LANGUAGES + 1] = {0}, *ko = &lines[KOREAN], *en = &lines[ENGLISH];
    kt_str text;
    kt_format format = kt_subtitle_format(f->subtitle);
    kt_status status = kt_subtitle_pick_lines(f->subtitle, format, count_line, lines, &text);
    return status == KT_OK && *ko > 0 && *en > 0 && *ko <= MUCH * *en && *en <= MUCH * *ko;
}

static int split_language(const arguments *args, subtitle_file *f, spoken wanted) {
    buffer path = {.ptr = NULL};
    output out = {.path = NULL};
    picking p = {wanted, KOREAN, 0};
    subtitle_path(f->name, str_of(names[wanted]), &path);
    out.path = path.ptr;
    int status =
        path.failed ? complain(EXIT_IO, f->name, 0, 0, "out of memory") : pick(args, f, &p, &out);
    bool any = status == EXIT_DONE && p.picked > 0;
    if (any) status = output_finish(&out);
    if (any && status == EXIT_DONE) fprintf(stderr, "kotext: wrote %s\n", path.ptr);
    buffer_free(&out.bytes);
    buffer_free(&path);
    return status;
}

int subtitle_split_lines(const arguments *args, subtitle_file *f, output *out) {
    const char *track = arguments_value(args, OPT_TRACK, NULL);
    picking p = {track == NULL ? LANGUAGES : language_of_name(track), KOREAN, 0};
    if (arguments_has(args, OPT_IN_PLACE))
        return complain(EXIT_USAGE, NULL, 0, 0, "--in-place splits tracks only");
    if (track != NULL) return pick(args, f, &p, out);
    if (strcmp(f->name, "-") == 0 || arguments_has(args, OPT_OUTPUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "split to one output needs --track");
    int status = EXIT_DONE;
    for (spoken l = KOREAN; l < LANGUAGES && status == EXIT_DONE; l++)
        status = split_language(args, f, l);
    out->held = true;
    return status;
}
