/* cmd_romanize.c - romanize and pronounce, on lines and on subtitle files. */
#include "cues.h"
#include "filter.h"
#include "json_text.h"
#include "ruby.h"

enum { RUBY_WORD, RUBY_SYLLABLE, RUBY_NONE };
enum { TO_HANGUL, TO_IPA };

typedef struct writing {
    bool romanize; /* else pronounce */
    kt_romanize_options latin;
    kt_pronounce_options reading;
    bool explain;
    int ruby;   /* RUBY_* */
    long nbest; /* readings; 0: one, with --explain as asked */
} writing;

static kt_status transform(const writing *w, session *s, kt_str text) {
    return w->romanize ? kt_romanize(s->ctx, text, &w->latin, s->text)
                       : kt_pronounce(s->ctx, text, &w->reading, s->text);
}

static int transform_line(const writing *w, session *s, const line *l) {
    kt_status status = transform(w, s, l->text);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const writing *w = f->options;
    int status = transform_line(w, s, l);
    if (status != EXIT_DONE) return status;
    buffer_str(out, kt_text_str(s->text));
    if (w->explain) explain_text(out, s->text);
    return EXIT_DONE;
}

/* By the letters alone, whole lines at once. */
static int letters(const filter *f, session *s, kt_str text, buffer *out) {
    const writing *w = f->options;
    kt_str latin;
    kt_status status = kt_romanize_letters(s->ctx, text, &w->latin, &latin);
    if (status != KT_OK) return complain_status(s, status, NULL, 0);
    buffer_str(out, latin);
    return EXIT_DONE;
}

static int plain_letters(const filter *f, session *s, const line *l, buffer *out) {
    return letters(f, s, l->text, out);
}

static int html(const filter *f, session *s, const line *l, buffer *out) {
    const writing *w = f->options;
    int status = transform_line(w, s, l);
    if (status != EXIT_DONE) return status;
    ruby_html(out, l->text, s->text, w->ruby == RUBY_SYLLABLE);
    return EXIT_DONE;
}

enum { MOST_READINGS = 64 };

/* The permitted readings, tab-separated, the principal one first. */
static int readings(const filter *f, session *s, const line *l, buffer *out) {
    const writing *w = f->options;
    kt_str list[MOST_READINGS];
    size_t count;
    kt_status status =
        kt_pronounce_readings(s->ctx, l->text, &w->reading, list, (size_t)w->nbest, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        buffer_str(out, list[i]);
    }
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    int status = transform_line(f->options, s, l);
    if (status != EXIT_DONE) return status;
    json_text(out, l->text, s->text);
    return EXIT_DONE;
}

static writing read_options(const arguments *args, bool romanize) {
    writing w = {romanize,
                 KT_ROMANIZE_INIT,
                 KT_PRONOUNCE_INIT,
                 arguments_has(args, OPT_EXPLAIN),
                 arguments_choice(args, OPT_RUBY, RUBY_NONE),
                 0};
    w.reading.norm = (kt_norm)(arguments_choice(args, OPT_NORM, KT_NORM_KR) % 2);
    w.reading.phrasing = (kt_phrasing)arguments_choice(args, OPT_PHRASING, KT_PHRASING_JOINED);
    w.latin.kind = (kt_kind)arguments_choice(args, OPT_KIND, KT_KIND_AUTO);
    w.latin.hyphen = (kt_hyphen)arguments_choice(args, OPT_HYPHEN, KT_HYPHEN_NONE);
    bool ipa = arguments_choice(args, OPT_TO, TO_HANGUL) == TO_IPA;
    w.latin.scheme =
        ipa ? KT_SCHEME_IPA : (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR);
    w.latin.letter_case = (kt_letter_case)arguments_choice(args, OPT_CASE, KT_CASE_SCHEME);
    w.latin.numbers = (kt_numbers)arguments_choice(args, OPT_NUMBERS, KT_NUMBERS_KEEP);
    w.reading.numbers = w.latin.numbers;
    w.latin.ascii = arguments_has(args, OPT_ASCII);
    w.latin.keep_latin = arguments_has(args, OPT_KEEP_LATIN);
    w.latin.foreign = arguments_choice(args, OPT_FOREIGN, 0);
    w.latin.narrow = arguments_has(args, OPT_NARROW);
    w.latin.numbered = (kt_numbered)arguments_choice(args, OPT_NUMBERED, KT_NUMBERED_READ);
    if (arguments_has(args, OPT_GIVEN_HYPHEN)) w.latin.given_hyphen = KT_HYPHEN_SYLLABLE;
    w.latin.explain = w.reading.explain = w.explain;
    return w;
}

static kt_status cue(const void *context, session *s, kt_str text) {
    return transform(context, s, text);
}

static bool has_details(const arguments *args) {
    return arguments_has(args, OPT_EXPLAIN) || arguments_has(args, OPT_JSON) ||
           arguments_has(args, OPT_JSONL);
}

static int run(const arguments *args, bool romanize, const char *schema) {
    session s;
    writing w = read_options(args, romanize);
    filter f = {.plain = plain, .json = json, .schema = schema, .options = &w};
    filter_block *block = NULL;
    w.nbest = 1;
    if (!arguments_number(args, OPT_NBEST, 1, MOST_READINGS, &w.nbest)) return EXIT_USAGE;
    if (w.nbest > 1 && has_details(args))
        return complain(EXIT_USAGE, NULL, 0, 0, "--nbest gives plain text only");
    if (w.nbest > 1) f.plain = readings;
    if (w.ruby != RUBY_NONE && (w.nbest > 1 || has_details(args)))
        return complain(EXIT_USAGE, NULL, 0, 0,
                        "--ruby goes without --nbest, --explain and --json");
    if (w.ruby != RUBY_NONE) f.plain = html;
    if (arguments_has(args, OPT_BY_LETTERS)) {
        if (w.ruby != RUBY_NONE || has_details(args))
            return complain(EXIT_USAGE, NULL, 0, 0, "--by-letters gives plain text only");
        f.plain = plain_letters;
        block = letters;
    }
    bool whole = w.explain || w.nbest > 1 || w.ruby != RUBY_NONE;
    f.cut = whole ? CUT_LINES : CUT_PARTS;
    int status = session_open(args, &s);
    bool cues = false;
    if (status == EXIT_DONE) status = cues_wanted(&s, &cues);
    if (status == EXIT_DONE)
        status = cues ? cues_run(&s, cue, &w) : filter_run_blocks(&f, block, &s);
    session_close(&s);
    return status;
}

int romanize_command(const arguments *args) {
    if (arguments_has(args, OPT_REVERSE))
        return hangulize_lines(args, (kt_scheme)arguments_choice(args, OPT_SCHEME, KT_SCHEME_RR),
                               1);
    return run(args, true, "kotext/romanize/1");
}

int pronounce_command(const arguments *args) {
    bool ipa = arguments_choice(args, OPT_TO, TO_HANGUL) == TO_IPA;
    bool of_hangul = arguments_has(args, OPT_NORM) || arguments_has(args, OPT_PHRASING) ||
                     arguments_has(args, OPT_NBEST);
    if (ipa && of_hangul)
        return complain(EXIT_USAGE, NULL, 0, 0, "--norm, --phrasing and --nbest need --to hangul");
    if (!ipa && arguments_has(args, OPT_NARROW))
        return complain(EXIT_USAGE, NULL, 0, 0, "--narrow needs --to ipa");
    return run(args, ipa, "kotext/pronounce/1");
}
