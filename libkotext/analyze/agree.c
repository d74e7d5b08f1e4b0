#include "analyze/agree.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/nfc.h"
#include "unicode/props.h"

/* ---- notations ------------------------------------------------------------------------------ */

static bool take(kt_str *rest, kt_str piece) {
    if (!kti_str_starts(*rest, piece)) return false;
    *rest = kti_str_cut(*rest, piece.len, rest->len);
    return true;
}

/* first/second, first(second), (first)second: the bytes it takes at the start of `text`, or 0. */
static size_t ordered_notation(kt_str text, kt_str first, kt_str second) {
    kt_str rest = text;
    bool bracketed = take(&rest, KTI_STR("("));
    if (!take(&rest, first) || (bracketed && !take(&rest, KTI_STR(")")))) return 0;
    if (bracketed || take(&rest, KTI_STR("/")))
        return take(&rest, second) ? text.len - rest.len : 0;
    bool second_in = take(&rest, KTI_STR("(")) && take(&rest, second) && take(&rest, KTI_STR(")"));
    return second_in ? text.len - rest.len : 0;
}

static size_t open_notation(kt_str text, const kti_josa *row) {
    if (kti_str_eq(row->consonant, row->vowel)) return 0;
    if (kti_str_starts(text, row->either)) return row->either.len;
    size_t len = ordered_notation(text, row->consonant, row->vowel);
    return len > 0 ? len : ordered_notation(text, row->vowel, row->consonant);
}

/* ---- chains --------------------------------------------------------------------------------- */

/* What is known where a chain is read. */
typedef struct reading {
    kti_ending end; /* of what stands before */
    unsigned how;   /* KTI_AGREE_* */
    int depth;      /* particles before */
} reading;

static bool read_chain(kt_str text, reading r, kti_agreed *out);

static bool hangul_follows(kt_str rest) {
    return rest.len > 0 && kti_cp_in_hangul_word(kti_utf8_at(rest, 0).cp);
}

/* Takes the first `len` bytes as the particle `row`, written as `form`, if what follows is no
 * Hangul or a chain again. */
static bool take_head(kt_str text, size_t len, const kti_josa *row, kt_str form, reading r,
                      kti_agreed *out) {
    kt_str rest = kti_str_cut(text, len, text.len);
    kti_agreed further = {.first = NULL};
    bool closes = (row->flags & KTI_JOSA_CLOSES) != 0;
    reading next = {kti_ending_of_hangul(row->vowel), r.how, r.depth + 1};
    bool chain = rest.len > 0 && !closes && read_chain(rest, next, &further);
    if (!chain && hangul_follows(rest)) return false;
    *out = (kti_agreed){{form}, row, len, len + further.read};
    for (size_t i = 1; chain && i < KTI_JOSA_CHAIN; i++)
        out->parts[i] = further.parts[i - 1];
    return true;
}

static bool is_right(const kti_josa *row, kt_str form, kti_ending end) {
    return (kti_str_eq(form, row->consonant) && kti_josa_consonant_fits(row, end)) ||
           (kti_str_eq(form, row->vowel) && kti_josa_vowel_fits(row, end));
}

/* A first particle in a plain form is put right; a later one must be. */
static bool take_plain(kt_str text, const kti_josa *row, kt_str plain, reading r, kti_agreed *out) {
    bool right = is_right(row, plain, r.end);
    bool kept = right && (r.depth > 0 || (r.how & KTI_AGREE_KEEP) != 0);
    bool call = (row->flags & KTI_JOSA_CALL) != 0 && kti_str_eq(plain, row->vowel);
    if (!kti_str_starts(text, plain) || (r.depth > 0 && !right)) return false;
    if (call && (r.how & KTI_AGREE_CALL) == 0) return false;
    return take_head(text, plain.len, row, kept ? plain : kti_josa_form(row, r.end), r, out);
}

static bool take_row(kt_str text, const kti_josa *row, reading r, kti_agreed *out) {
    size_t len = open_notation(text, row);
    if (len > 0 && take_head(text, len, row, kti_josa_form(row, r.end), r, out)) return true;
    return take_plain(text, row, row->consonant, r, out) ||
           take_plain(text, row, row->vowel, r, out);
}

/* The byte in which syllables differ most tells of most rows that neither form begins `text`. */
static bool may_begin(const kti_josa *row, kt_str text) {
    enum { LAST = 2 };
    if (text.len <= LAST) return false;
    if (text.ptr[0] == '(') return true; // NOLINT(clang-analyzer-core.NullDereference): has bytes
    return text.ptr[LAST] == row->consonant.ptr[LAST] || text.ptr[LAST] == row->vowel.ptr[LAST];
}

/* The longest first particle whose rest can be read; of equals the first row. */
static bool read_chain(kt_str text, reading r, kti_agreed *out) {
    kti_agreed found;
    *out = (kti_agreed){.first = NULL};
    if (r.depth == KTI_JOSA_CHAIN) return false;
    for (size_t i = 0; i < KTI_JOSA_ROWS; i++) {
        const kti_josa *row = &kti_josa_table[i];
        if ((row->flags & KTI_JOSA_WRITE) == 0 || !may_begin(row, text)) continue;
        if (take_row(text, row, r, &found) && found.head > out->head) *out = found;
    }
    return out->first != NULL;
}

bool kti_josa_agree(kt_str text, kti_ending end, unsigned how, kti_agreed *out) {
    return read_chain(text, (reading){end, how, 0}, out);
}

void kti_josa_add_parts(const kti_agreed *agreed, kti_buf *out) {
    for (size_t i = 0; i < KTI_JOSA_CHAIN; i++)
        kti_buf_add_str(out, agreed->parts[i]);
}

/* ---- choosing ------------------------------------------------------------------------------- */

kt_status kti_josa_choose(kt_str word, kt_str josa, kti_arena *arena, kti_buf *out) {
    enum { LONGEST = 192 }; /* bytes, also of decomposed letters */
    kti_ending end;
    kti_agreed agreed;
    KTI_TRY(kti_ending_of(word, arena, &end));
    kt_str nfc = josa.len <= LONGEST ? kti_nf_short(KTI_NFC, josa, arena) : josa;
    if (nfc.ptr == NULL && josa.len > 0) return KT_ERR_NOMEM;
    if (kti_josa_agree(nfc, end, KTI_AGREE_CALL, &agreed) && agreed.read == nfc.len)
        kti_josa_add_parts(&agreed, out);
    else
        kti_buf_add_str(out, josa);
    return kti_buf_status(out);
}

/* ---- repairing ------------------------------------------------------------------------------ */

enum { LONGEST_RUN = 192, LONGEST_GLOSS = 128 };

kt_str kti_josa_run(kt_str text, size_t at) {
    size_t end = at;
    while (end < text.len && end - at < LONGEST_RUN) {
        kti_cp c = kti_utf8_at(text, end);
        if (!kti_cp_in_hangul_word(c.cp) && c.cp != '(' && c.cp != ')' && c.cp != '/') break;
        end += c.len;
    }
    return kti_str_cut(text, at, end);
}

size_t kti_josa_after_closer(kt_str text, size_t at) {
    enum { WIDE_OPEN = 0xFF08, WIDE_CLOSE = 0xFF09 };
    if (at == text.len) return at;
    kti_cp c = kti_utf8_at(text, at);
    if (kti_ending_closes(c.cp)) return at + c.len;
    if (c.cp != '(' && c.cp != WIDE_OPEN) return at;
    for (size_t end = at + c.len; end < text.len && end - at < LONGEST_GLOSS;) {
        kti_cp in = kti_utf8_at(text, end);
        end += in.len;
        if (in.cp == ')' || in.cp == WIDE_CLOSE) return end;
        if (in.cp == '\n') break;
    }
    return at;
}

static uint32_t rule_of(const kti_josa *row) {
    return KTI_RULES_JOSA + 1 + (uint32_t)(row - kti_josa_table);
}

/* What replaces the particle at `at`, and how many bytes of the text that is; 0 for nothing. */
typedef struct repair {
    size_t at, len;
    kti_buf bytes;
    uint32_t rule;
} repair;

/* Whether a particle stands at `at`; when it is not right, fills in the repair. */
static bool repair_run(kt_str text, kti_ending end, const kt_text *nfc, repair *r, size_t run_len) {
    kti_agreed agreed;
    kt_str run = kt_text_str(nfc);
    kt_str behind = kti_str_cut(text, r->at + run_len, text.len);
    bool call = kti_str_starts(behind, KTI_STR(",")) || kti_str_starts(behind, KTI_STR("!"));
    unsigned how = KTI_AGREE_KEEP | (call ? KTI_AGREE_CALL : 0);
    if (!kti_josa_agree(run, end, how, &agreed)) return false;
    kti_josa_add_parts(&agreed, &r->bytes);
    if (!kti_str_eq(kti_buf_str(&r->bytes), kti_str_cut(run, 0, agreed.read))) {
        r->len = kt_text_source(nfc, (kt_span){0, (uint32_t)agreed.read}).end;
        r->rule = rule_of(agreed.first);
    }
    return true;
}

/* Looks for the particle from `at` on, through what may stand between. */
static kt_status find_repair(kt_str text, kti_ending end, kti_arena *arena, repair *r) {
    kt_text nfc;
    bool found = false;
    kt_status status = KT_OK;
    kti_text_init(&nfc, &arena->alloc);
    for (int i = 0; i < KTI_JOSA_CLOSERS && !found && status == KT_OK; i++) {
        kt_str run = kti_josa_run(text, r->at);
        if (run.len > 0) status = kti_nf(KTI_NFC, run, 1, arena, &nfc);
        found = status == KT_OK && run.len > 0 && repair_run(text, end, &nfc, r, run.len);
        size_t next = found ? r->at : kti_josa_after_closer(text, r->at);
        if (next == r->at) break;
        r->at = next;
    }
    kti_text_free_fields(&nfc);
    return status == KT_OK ? kti_buf_status(&r->bytes) : status;
}

kt_status kti_josa_repair(kt_str text, kt_span replaced, kti_arena *arena, kt_text *out) {
    kti_ending end = KTI_ENDS_UNKNOWN;
    repair r = {.at = replaced.end};
    kt_str word = kti_str_cut(text, 0, replaced.end);
    kti_text_clear(out);
    if (word.len > 0 && !kti_cp_is_space(kti_utf8_before(word, word.len).cp))
        KTI_TRY(kti_ending_of(word, arena, &end));
    kti_buf_init(&r.bytes, &arena->alloc);
    kt_status status = end == KTI_ENDS_UNKNOWN ? KT_OK : find_repair(text, end, arena, &r);
    if (status == KT_OK && r.len > 0) {
        kt_str was = kti_str_cut(text, r.at, r.at + r.len);
        kti_text_copy(out, kti_str_cut(text, 0, r.at));
        kti_text_replace(out, r.len, kti_buf_str(&r.bytes), r.rule);
        kti_text_copy(out, kti_str_cut(text, r.at + r.len, text.len));
        kti_text_note(out, (kt_span){(uint32_t)r.at, (uint32_t)(r.at + r.len)}, r.rule, was,
                      kti_buf_str(&r.bytes));
    } else if (status == KT_OK) {
        kti_text_copy(out, text);
    }
    kti_buf_free(&r.bytes);
    return status == KT_OK ? kti_text_status(out) : status;
}

/* ---- rules ---------------------------------------------------------------------------------- */

kt_rule kti_josa_rule(uint32_t index) {
    if (index < 1 || index > KTI_JOSA_ROWS) return (kt_rule){"", "", ""};
    const kti_josa *row = &kti_josa_table[index - 1];
    bool rieul = (row->flags & KTI_JOSA_RIEUL) != 0;
    return (kt_rule){"Standard Korean Dictionary", row->name,
                     rieul ? "the second after a vowel or ㄹ, the first after other consonants"
                           : "the first after a consonant, the second after a vowel"};
}
