/* cmd_subtitle.c - look into subtitle files, convert, merge, split, shift, wrap and check them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_list.h"
#include "subtitle_info.h"
#include "subtitle_pair.h"
#include "subtitle_style.h"

typedef struct job {
    kt_format to;
    int64_t offset_ms;
    uint32_t numerator, denominator;
} job;

/* ---- options -------------------------------------------------------------------------------- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_point(char c) {
    return c == '.' || c == ',';
}

/* Digits and up to three decimals as thousandths; false when there is none. */
static bool take_thousandths(const char **text, int64_t *out) {
    int digits = 0, decimals = -1;
    *out = 0;
    for (; is_digit(**text) || (is_point(**text) && decimals < 0); ++*text) {
        if (is_point(**text)) {
            decimals = 0;
        } else if (decimals < 3 && *out < INT32_MAX) {
            *out = *out * 10 + (**text - '0');
            decimals += decimals >= 0;
            digits++;
        }
    }
    for (decimals = decimals < 0 ? 0 : decimals; decimals < 3; decimals++)
        *out *= 10;
    return digits > 0;
}

/* 1.5, 1:02.25, 00:01:02,500 as in SRT, 800ms, 1.5s, with a sign. */
static bool read_offset(const char *text, int64_t *ms) {
    int64_t part, total = 0;
    bool minus = *text == '-';
    text += minus || *text == '+';
    do {
        text += *text == ':';
        if (!take_thousandths(&text, &part)) return false;
        total = total * 60 + part;
    } while (*text == ':' && total < INT32_MAX);
    if (strcmp(text, "ms") == 0)
        total /= 1000;
    else if (*text != '\0' && strcmp(text, "s") != 0)
        return false;
    *ms = minus ? -total : total;
    return true;
}

static bool read_fps(const char *text, job *j) {
    int64_t from, to;
    if (!take_thousandths(&text, &from) || *text++ != ':') return false;
    if (!take_thousandths(&text, &to) || *text != '\0') return false;
    j->numerator = (uint32_t)from;
    j->denominator = (uint32_t)to;
    return from > 0 && to > 0 && from <= 1000000 && to <= 1000000;
}

static int read_move(const arguments *args, job *j) {
    const char *offset = arguments_value(args, OPT_OFFSET, "0");
    const char *fps = arguments_value(args, OPT_FPS, "1:1");
    if (!arguments_has(args, OPT_OFFSET) && !arguments_has(args, OPT_FPS))
        return complain(EXIT_USAGE, NULL, 0, 0, "shift needs --offset or --fps");
    if (!read_offset(offset, &j->offset_ms))
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "--offset is a time such as 1.5, -00:00:02,250 or 800ms");
    if (!read_fps(fps, j))
        return complain(EXIT_USAGE, NULL, 0, 0, "--fps is two frame rates such as 25:23.976");
    return EXIT_DONE;
}

static kt_format format_of_name(const char *path) {
    const char *dot = path == NULL ? NULL : strrchr(path, '.');
    if (dot == NULL) return KT_FORMAT_COUNT;
    if (strcmp(dot, ".smi") == 0) return KT_FORMAT_SAMI;
    if (strcmp(dot, ".json") == 0) return KT_FORMAT_PODCAST_JSON;
    if (strcmp(dot, ".html") == 0) return KT_FORMAT_PODCAST_HTML;
    return kt_format_of_id(str_of(dot + 1));
}

static kt_format target_of(const arguments *args) {
    const char *to = arguments_value(args, OPT_TO_FORMAT, NULL);
    return to != NULL ? kt_format_of_id(str_of(to))
                      : format_of_name(arguments_value(args, OPT_OUTPUT, NULL));
}

static int read_target(const arguments *args, job *j) {
    j->to = target_of(args);
    if (j->to == KT_FORMAT_COUNT || j->to == KT_FORMAT_TEXT)
        return complain(EXIT_USAGE, NULL, 0, 0, "convert needs --to-format");
    return EXIT_DONE;
}

/* ---- tracks --------------------------------------------------------------------------------- */

static bool same_letters(kt_str a, const char *b) {
    if (a.len != strlen(b)) return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = a.ptr[i], y = b[i];
        if (x >= 'A' && x <= 'Z') x = (char)(x + 32);
        if (y >= 'A' && y <= 'Z') y = (char)(y + 32);
        if (x != y) return false;
    }
    return true;
}

/* A track by its id, else by its language ("ko" finds ko-KR). */
static size_t find_track(const kt_subtitle *s, const char *wanted) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(s, &tracks), len = strlen(wanted);
    for (size_t i = 0; i < count; i++)
        if (same_letters(tracks[i].id, wanted)) return i;
    for (size_t i = 0; i < count; i++) {
        kt_str language = tracks[i].language;
        bool longer = language.len > len && language.ptr[len] == '-';
        if (longer) language.len = len;
        if (same_letters(language, wanted)) return i;
    }
    return SIZE_MAX;
}

static int keep_track(const arguments *args, const subtitle_file *f) {
    const char *wanted = arguments_value(args, OPT_TRACK, NULL);
    const kt_track *tracks;
    bool none = kt_subtitle_tracks(f->subtitle, &tracks) == 1 && tracks[0].id.len == 0;
    if (wanted == NULL || (none && language_of_name(wanted) != LANGUAGES)) return EXIT_DONE;
    size_t track = find_track(f->subtitle, wanted);
    if (track == SIZE_MAX)
        return complain(EXIT_USAGE, f->name, 0, 0,
                        "no such track; 'kotext subtitle info' lists them");
    kt_status status = kt_subtitle_keep_track(f->subtitle, (uint32_t)track);
    return status == KT_OK ? EXIT_DONE : complain(EXIT_IO, f->name, 0, 0, kt_status_name(status));
}

/* ---- the jobs ------------------------------------------------------------------------------- */

static int info(const arguments *args, subtitle_file *f, const job *j, output *out) {
    (void)j;
    return subtitle_info(args, f, out);
}

static int join(const arguments *args, subtitle_file *f, const job *j, output *out) {
    session s;
    kt_str text;
    kt_join_options options = KT_JOIN_INIT;
    options.format = j->to;
    options.by = (kt_join)arguments_choice(args, OPT_JOIN, KT_JOIN_SENTENCE);
    int status = session_open(args, &s);
    if (status == EXIT_DONE) {
        kt_status done = kt_subtitle_join(s.ctx, f->subtitle, &options, &text);
        if (done == KT_ERR_SYNTAX)
            status = complain(EXIT_USAGE, f->name, 0, 0, "no cue has text");
        else if (done != KT_OK)
            status = complain_status(&s, done, f->name, 0);
    }
    if (status == EXIT_DONE) status = subtitle_encode(args, f->name, text, out);
    session_close(&s);
    return status;
}

static int convert(const arguments *args, subtitle_file *f, const job *j, output *out) {
    kt_str text;
    if (arguments_has(args, OPT_JOIN)) {
        subtitle_warn(f);
        return join(args, f, j, out);
    }
    kt_status status =
        arguments_has(args, OPT_DEROLL) ? kt_subtitle_deroll(f->subtitle, j->to, &text)
        : arguments_has(args, OPT_ANEW) ? kt_subtitle_renew(f->subtitle, j->to, &text)
                                        : kt_subtitle_convert(f->subtitle, j->to, &text);
    subtitle_warn(f); /* also of what the new file lacks */
    if (status == KT_OK) return subtitle_encode(args, f->name, text, out);
    return complain(status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, f->name, 0, 0,
                    kt_status_name(status));
}

static int shift(const arguments *args, subtitle_file *f, const job *j, output *out) {
    kt_status status = kt_subtitle_shift(f->subtitle, j->offset_ms, j->numerator, j->denominator);
    subtitle_warn(f);
    if (status == KT_OK) return subtitle_save(args, f, out);
    return complain(status == KT_ERR_NOMEM ? EXIT_IO : EXIT_USAGE, f->name, 0, 0,
                    kt_status_name(status));
}

static int split_track(const arguments *args, subtitle_file *f, size_t track, kt_str id) {
    buffer path = {.ptr = NULL};
    output out = {.path = NULL};
    kt_status kept = kt_subtitle_keep_track(f->subtitle, (uint32_t)track);
    subtitle_path(f->name, id, &path);
    int status = kept == KT_OK && !path.failed ? EXIT_DONE
                                               : complain(EXIT_IO, f->name, 0, 0, "out of memory");
    out.path = path.ptr;
    if (status == EXIT_DONE) status = subtitle_save(args, f, &out);
    if (status == EXIT_DONE) status = output_finish(&out);
    if (status == EXIT_DONE) fprintf(stderr, "kotext: wrote %s\n", path.ptr);
    buffer_free(&out.bytes);
    buffer_free(&path);
    return status;
}

static bool has_one_track(const subtitle_file *f) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(f->subtitle, &tracks), used = 0;
    for (size_t i = 0; i < count; i++)
        used += tracks[i].cues > 0;
    return used <= 1;
}

/* With --track the rest is left out; without, each track that has cues becomes a file. Where all
 * cues are in one, lines are told apart by their script. */
static int split(const arguments *args, subtitle_file *f, const job *j, output *out) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(f->subtitle, &tracks);
    int status = EXIT_DONE;
    (void)j;
    bool lines = count == 1 && tracks[0].id.len == 0;
    if (!lines && !arguments_has(args, OPT_TRACK) && has_one_track(f))
        lines = subtitle_shares_cues(f);
    if (lines) status = subtitle_split_lines(args, f, out);
    subtitle_warn(f); /* also of what the new files lack */
    if (lines) return status;
    if (arguments_has(args, OPT_TRACK)) return subtitle_save(args, f, out);
    if (strcmp(f->name, "-") == 0 || arguments_has(args, OPT_OUTPUT))
        return complain(EXIT_USAGE, NULL, 0, 0, "split to one output needs --track");
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        if (tracks[i].cues > 0) status = split_track(args, f, i, tracks[i].id);
    out->held = true;
    return status;
}

static const struct verb {
    const char *name;
    int (*run)(const arguments *args, subtitle_file *f, const job *j, output *out);
} verbs[] = {{"info", info}, {"convert", convert}, {"split", split}, {"shift", shift}};

/* Those that need the engine. */
static const struct {
    const char *name;
    int (*run)(const arguments *args);
} styling[] = {{"check", subtitle_check},
               {"fix", subtitle_fix},
               {"wrap", subtitle_wrap},
               {"profile", subtitle_profile}};

typedef struct task {
    const struct verb *verb;
    job job;
} task;

static int do_file(const arguments *args, const char *name, output *out, void *context) {
    const task *t = context;
    subtitle_file f;
    int status = subtitle_load(args, name, &f);
    if (status == EXIT_DONE) status = keep_track(args, &f);
    if (status == EXIT_DONE) status = t->verb->run(args, &f, &t->job, out);
    subtitle_free(&f);
    return status;
}

int subtitle_command(const arguments *args) {
    task t = {NULL, {KT_FORMAT_COUNT, 0, 1, 1}};
    const char *name = args->operand_count > 0 ? args->operands[0] : "";
    int status = EXIT_DONE;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i].name, name) == 0) t.verb = &verbs[i];
    bool told = strcmp(name, "info") == 0 || strcmp(name, "check") == 0;
    if (!told && json_asked(args))
        return complain(EXIT_USAGE, NULL, 0, 0, "JSON is for info and check");
    if (strcmp(name, "merge") == 0) return subtitle_merge(args, target_of(args));
    for (size_t i = 0; i < sizeof styling / sizeof *styling; i++)
        if (strcmp(styling[i].name, name) == 0) return styling[i].run(args);
    if (t.verb == NULL)
        return complain(
            EXIT_USAGE, NULL, 0, 0,
            "subtitle needs one of info, convert, merge, split, shift, wrap, check, fix, profile");
    if (t.verb->run == shift) status = read_move(args, &t.job);
    if (t.verb->run == convert) status = read_target(args, &t.job);
    if (arguments_has(args, OPT_IN_PLACE) && t.verb->run != shift && t.verb->run != split)
        status = complain(EXIT_USAGE, NULL, 0, 0, "--in-place is for shift and split");
    return status == EXIT_DONE ? subtitle_each(args, 1, do_file, &t) : status;
}
