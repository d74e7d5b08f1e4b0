/* nfc.c - normalization (UAX #15) over utf8proc's properties of single code points.
 *
 * The text is cut where no composition can reach across; each piece is decomposed, ordered and
 * composed on its own. Marks are ordered by a counting sort, so long runs of them cost linear time,
 * which neither utf8proc's own normalizer nor ICU's offers.
 */
#include "unicode/nfc.h"

#include <string.h>

#include <utf8proc.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/nfc_quick.h"
#include "unicode/props.h"

enum { LONGEST_DECOMPOSITION = 18, L_BASE = 0x1100, V_BASE = 0x1161, T_BASE = 0x11A7 };

/* ---- single code points -----------------------------------------------------------------------
 */

static size_t decompose_cp(uint32_t cp, bool compatibly, uint32_t out[LONGEST_DECOMPOSITION]) {
    utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
    int boundclass = 0;
    utf8proc_option_t options =
        compatibly ? UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT : UTF8PROC_DECOMPOSE;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)cp, parts,
                                                     LONGEST_DECOMPOSITION, options, &boundclass);
    if (count < 1 || count > LONGEST_DECOMPOSITION) {
        out[0] = cp;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        out[i] = (uint32_t)parts[i];
    return (size_t)count;
}

static uint32_t compose_cps(uint32_t a, uint32_t b) {
    utf8proc_int32_t pair[3] = {(utf8proc_int32_t)a, (utf8proc_int32_t)b, 0};
    bool one = utf8proc_normalize_utf32(pair, 2, UTF8PROC_STABLE | UTF8PROC_COMPOSE) == 1;
    return one ? (uint32_t)pair[0] : 0;
}

/* ---- boundaries ----------------------------------------------------------------------------- */

/* The end of the piece that starts at `at`. */
static size_t piece_end(kt_str text, size_t at, kti_form form) {
    at += kti_utf8_at(text, at).len;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!unit.valid || kti_nf_begins_piece(unit.cp, form)) break;
        at += unit.len;
    }
    return at;
}

/* ---- one piece ------------------------------------------------------------------------------ */

typedef struct piece {
    kti_form form;
    uint32_t invalid; /* the rule of ill-formed bytes */
    kti_arena *arena;
    uint32_t *cps;
    size_t count;
    size_t capacity;
} piece;

static kt_status reserve(piece *p, size_t need) {
    if (need <= p->capacity) return KT_OK;
    size_t capacity = p->capacity * 2 > need ? p->capacity * 2 : need + 64;
    uint32_t *moved = kti_arena_take(p->arena, capacity * sizeof *moved);
    if (moved == NULL) return KT_ERR_NOMEM;
    if (p->count > 0) memcpy(moved, p->cps, p->count * sizeof *moved);
    p->cps = moved;
    p->capacity = capacity;
    return KT_OK;
}

static size_t decompose_hangul(uint32_t cp, uint32_t *out) {
    kt_syllable s = kti_split(cp);
    out[0] = L_BASE + (uint32_t)s.choseong;
    out[1] = V_BASE + (uint32_t)s.jungseong;
    out[2] = T_BASE + (uint32_t)s.jongseong;
    return s.jongseong == 0 ? 2 : 3;
}

static kt_status decompose(piece *p, kt_str text) {
    p->count = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        KTI_TRY(reserve(p, p->count + LONGEST_DECOMPOSITION));
        uint32_t *out = p->cps + p->count;
        if (kti_is_syllable(unit.cp))
            p->count += decompose_hangul(unit.cp, out);
        else
            p->count += decompose_cp(unit.cp, p->form == KTI_NFKC, out);
        at += unit.len;
    }
    return KT_OK;
}

static void sort_few(uint32_t *cps, size_t count) {
    for (size_t i = 1; i < count; i++) {
        uint32_t moving = cps[i];
        size_t to = i;
        for (; to > 0 && kti_cp_ccc(cps[to - 1]) > kti_cp_ccc(moving); to--)
            cps[to] = cps[to - 1];
        cps[to] = moving;
    }
}

static kt_status sort_many(kti_arena *arena, uint32_t *cps, size_t count) {
    size_t starts[257] = {0};
    uint32_t *sorted = kti_arena_take(arena, count * sizeof *sorted);
    if (sorted == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        starts[kti_cp_ccc(cps[i]) + 1]++;
    for (size_t c = 1; c < 257; c++)
        starts[c] += starts[c - 1];
    for (size_t i = 0; i < count; i++)
        sorted[starts[kti_cp_ccc(cps[i])]++] = cps[i];
    memcpy(cps, sorted, count * sizeof *sorted);
    return KT_OK;
}

/* Puts each run of marks into the order of their combining classes, equal ones as they were. */
static kt_status order_marks(piece *p) {
    enum { FEW = 16 };
    for (size_t i = 0; i < p->count;) {
        size_t end = i;
        while (end < p->count && kti_cp_ccc(p->cps[end]) != 0)
            end++;
        if (end - i > FEW) {
            KTI_TRY(sort_many(p->arena, p->cps + i, end - i));
        } else {
            sort_few(p->cps + i, end - i);
        }
        i = end + 1;
    }
    return KT_OK;
}

static uint32_t compose_hangul(uint32_t a, uint32_t b) {
    if (a - L_BASE < KTI_INITIALS && b - V_BASE < KTI_VOWELS)
        return kti_join((kt_syllable){(uint8_t)(a - L_BASE), (uint8_t)(b - V_BASE), 0});
    bool open = kti_is_syllable(a) && (a - KTI_SYLLABLE_FIRST) % KTI_FINALS == 0;
    return open && b - T_BASE - 1 < KTI_FINALS - 1 ? a + (b - T_BASE) : 0;
}

static uint32_t compose_pair(uint32_t a, uint32_t b) {
    uint32_t hangul = compose_hangul(a, b);
    if (hangul != 0) return hangul;
    bool jamo = b - L_BASE <= 0x11FF - L_BASE; /* composes in no other way */
    return jamo || b < 0x300 ? 0 : compose_cps(a, b);
}

static void compose(piece *p) {
    size_t count = 0, starter = SIZE_MAX;
    unsigned last_class = 0;
    for (size_t i = 0; i < p->count; i++) {
        uint32_t cp = p->cps[i];
        unsigned class = kti_cp_ccc(cp);
        bool reaches =
            starter != SIZE_MAX && (last_class == 0 ? count == starter + 1 : last_class < class);
        uint32_t joined = reaches ? compose_pair(p->cps[starter], cp) : 0;
        if (joined != 0) {
            p->cps[starter] = joined;
            continue;
        }
        if (class == 0) starter = count;
        last_class = class;
        p->cps[count++] = cp;
    }
    p->count = count;
}

static kt_status normalize_piece(piece *p, kt_str text, kti_buf *out) {
    KTI_TRY(decompose(p, text));
    KTI_TRY(order_marks(p));
    if (p->form != KTI_NFD) compose(p);
    kti_buf_clear(out);
    for (size_t i = 0; i < p->count; i++)
        kti_buf_add_cp(out, p->cps[i]);
    return kti_buf_status(out);
}

/* ---- whole texts ---------------------------------------------------------------------------- */

static const char replacement[] = "\xEF\xBF\xBD";

static kt_status write_piece(piece *p, kt_str text, uint32_t rule, kti_buf *bytes, kt_text *out) {
    KTI_TRY(normalize_piece(p, text, bytes));
    if (kti_str_eq(kti_buf_str(bytes), text))
        kti_text_copy(out, text);
    else
        kti_text_replace(out, text.len, kti_buf_str(bytes), rule);
    return kti_text_status(out);
}

static kt_status write_all(piece *p, kt_str in, uint32_t rule, kti_buf *bytes, kt_text *out) {
    for (size_t at = 0; at < in.len;) {
        size_t end = kti_nf_settled(in, at, p->form);
        kti_text_copy(out, kti_str_cut(in, at, end));
        at = kti_nf_hangul(in, end, p->form, rule, out);
        if (at > end) continue;
        if (at == in.len) break;
        kti_cp unit = kti_utf8_at(in, at);
        if (!unit.valid) {
            kti_text_replace(out, unit.len, kti_str(replacement), p->invalid);
            at += unit.len;
            continue;
        }
        end = piece_end(in, at, p->form);
        KTI_TRY(write_piece(p, kti_str_cut(in, at, end), rule, bytes, out));
        at = end;
    }
    return kti_text_status(out);
}

kt_status kti_nf(kti_form form, kt_str in, uint32_t rule, kti_arena *arena, kt_text *out) {
    return kti_nf_telling(form, in, rule, rule, arena, out);
}

kt_status kti_nf_telling(kti_form form, kt_str in, uint32_t rule, uint32_t invalid,
                         kti_arena *arena, kt_text *out) {
    kti_buf bytes;
    piece p = {.form = form, .invalid = invalid, .arena = arena};
    kti_text_clear(out);
    kti_buf_init(&bytes, &arena->alloc);
    kt_status status = write_all(&p, in, rule, &bytes, out);
    kti_buf_free(&bytes);
    return status;
}

bool kti_nf_is(kti_form form, kt_str in) {
    return kti_nf_settled(in, 0, form) == in.len;
}

kt_str kti_nf_short(kti_form form, kt_str in, kti_arena *arena) {
    kti_buf bytes;
    piece p = {.form = form, .invalid = 1, .arena = arena};
    kt_text text;
    kt_str result = {NULL, 0};
    kti_text_init(&text, &arena->alloc);
    kti_buf_init(&bytes, &arena->alloc);
    if (write_all(&p, in, 1, &bytes, &text) == KT_OK)
        result = kti_arena_str(arena, kt_text_str(&text));
    kti_buf_free(&bytes);
    kti_text_free_fields(&text);
    return result;
}
