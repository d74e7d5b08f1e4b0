#include "patterns.h"

#include <string.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/ktd.h"
#include "lexicon/morphs.h"
#include "lexicon/tags.h"

enum { SLOTS = 1 << 16, LETTER_A = 0x314F, LETTER_SS = 0x3146 };

void patterns_init(patterns *p) {
    static const uint32_t zero;
    *p = (patterns){.count = 0};
    kti_buf_init(&p->bytes, NULL);
    kti_buf_init(&p->offsets, NULL);
    kti_buf_init(&p->slots, NULL);
    kti_buf_add(&p->offsets, &zero, sizeof zero);
    for (int i = 0; i < SLOTS; i++)
        kti_buf_add(&p->slots, &zero, sizeof zero);
}

void patterns_free(patterns *p) {
    kti_buf_free(&p->bytes);
    kti_buf_free(&p->offsets);
    kti_buf_free(&p->slots);
}

uint32_t patterns_add(patterns *p, kt_str pattern) {
    if (p->slots.failed || p->count >= UINT16_MAX) return UINT32_MAX;
    uint32_t *slots = (void *)p->slots.ptr;
    size_t slot = (size_t)(kti_ktd_checksum(pattern) % SLOTS);
    for (; slots[slot] != 0; slot = (slot + 1) % SLOTS) {
        const uint32_t *offset = (const uint32_t *)(const void *)p->offsets.ptr + slots[slot] - 1;
        if (kti_str_eq(kti_str_cut(kti_buf_str(&p->bytes), offset[0], offset[1]), pattern))
            return slots[slot] - 1;
    }
    kti_buf_add_str(&p->bytes, pattern);
    uint32_t end = (uint32_t)p->bytes.len;
    kti_buf_add(&p->offsets, &end, sizeof end);
    slots[slot] = ++p->count;
    return p->bytes.failed || p->offsets.failed ? UINT32_MAX : p->count - 1;
}

/* ---- one pattern ---------------------------------------------------------------------------- */

typedef struct part {
    kt_str form;
    kt_tag tag;
} part;

static size_t split(kt_str text, part parts[KTI_PARTS]) {
    size_t count = 0;
    while (text.ptr != NULL) {
        kt_str item = kti_str_next_field(&text, '+');
        if (count == KTI_PARTS) return 0;
        parts[count].form = kti_str_next_field(&item, '/');
        if (item.ptr == NULL || parts[count].form.len == 0) return 0;
        parts[count].tag = kti_tag_of(kti_str_next_field(&item, '/'));
        count++;
    }
    return count;
}

static bool are_cuts(kt_str surface, const part *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!kti_str_starts(surface, parts[i].form)) return false;
        surface = kti_str_cut(surface, parts[i].form.len, surface.len);
    }
    return surface.len == 0;
}

/* Bytes that `form` and `surface` begin with alike, in whole code points. */
static size_t shared_start(kt_str form, kt_str surface) {
    size_t at = 0;
    while (at < form.len && at < surface.len) {
        size_t len = kti_utf8_at(form, at).len;
        if (!kti_str_starts(kti_str_cut(surface, at, surface.len), kti_str_cut(form, at, at + len)))
            break;
        at += len;
    }
    return at;
}

/* The letter of a jamo, conjoining or not: ᆫ and ㄴ are both ㄴ. Other code points stay. */
static uint32_t letter_of(uint32_t cp) {
    static const uint16_t initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
                                        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149,
                                        0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
    static const uint16_t finals[] = {0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137,
                                      0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F,
                                      0x3140, 0x3141, 0x3142, 0x3144, 0x3145, 0x3146, 0x3147,
                                      0x3148, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
    if (cp - 0x1100 < sizeof initials / sizeof *initials) return initials[cp - 0x1100];
    if (cp - 0x1161 < KTI_VOWELS) return LETTER_A + cp - 0x1161;
    if (cp - 0x11A8 < sizeof finals / sizeof *finals) return finals[cp - 0x11A8];
    return cp;
}

/* The syllable ㅇ + `vowel`, with ㅆ when `*next` is that letter: ㅏㅆ of the list is 았. */
static uint32_t syllable_of(uint32_t vowel, uint32_t next, bool *took_next) {
    *took_next = next == LETTER_SS;
    kt_syllable s = {KTI_L_NONE, (uint8_t)(vowel - LETTER_A), *took_next ? KTI_T_SS : KTI_T_NONE};
    return kti_join(s);
}

/* The list writes a lone final as a conjoining jamo and 아, 었 as bare vowels; Sejong tags, and
 * readers, expect letters and syllables. */
static void add_form(kt_str form, kti_buf *out) {
    size_t length_at = out->len;
    kti_buf_add_byte(out, 0);
    for (size_t at = 0; at < form.len;) {
        kti_cp unit = kti_utf8_at(form, at);
        at += unit.len;
        uint32_t cp = letter_of(unit.cp);
        uint32_t next = at < form.len ? letter_of(kti_utf8_at(form, at).cp) : 0;
        bool took_next = false;
        if (cp - LETTER_A < KTI_VOWELS) cp = syllable_of(cp, next, &took_next);
        if (took_next) at += kti_utf8_at(form, at).len;
        kti_buf_add_cp(out, cp);
    }
    if (!out->failed) out->ptr[length_at] = (char)(out->len - length_at - 1);
}

static void add_cuts(const part *parts, size_t count, kti_buf *out) {
    for (size_t i = 0; i < count; i++) {
        kti_buf_add_byte(out, (char)parts[i].tag);
        kti_buf_add_byte(out, (char)kti_utf8_count(parts[i].form));
    }
}

bool pattern_of(kt_str surface, kt_str text, kti_buf *out) {
    part parts[KTI_PARTS];
    size_t count = split(text, parts);
    if (count == 0) return false;
    kti_buf_add_byte(out, (char)count);
    if (are_cuts(surface, parts, count)) {
        kti_buf_add_byte(out, 0);
        add_cuts(parts, count, out);
        return true;
    }
    size_t same = shared_start(parts[0].form, surface);
    if (same == surface.len) same -= kti_utf8_before(surface, same).len;
    kti_buf_add_byte(out, (char)kti_utf8_count(kti_str_cut(surface, same, surface.len)));
    for (size_t i = 0; i < count; i++) {
        kti_buf_add_byte(out, (char)parts[i].tag);
        add_form(i == 0 ? kti_str_cut(parts[0].form, same, parts[0].form.len) : parts[i].form, out);
    }
    return true;
}
