#include "lexicon/morphs.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/ktd.h"

_Static_assert(sizeof(kti_fact) == 8, "a fact is 8 bytes");

/* ---- opening -------------------------------------------------------------------------------- */

static bool open_readings(kt_str section, kti_morphs *m) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 4, sizeof *head);
    if (head == NULL || head[0] != m->trie.words || head[0] > head[1]) return false;
    m->words = head[0];
    m->readings = head[1];
    m->parted_count = head[2];
    m->extra_count = head[3];
    if (!kti_bits_open(section, &at, m->words, 1, &m->several) ||
        !kti_bits_open(section, &at, m->readings, 1, &m->parted))
        return false;
    m->extra = kti_section_take(section, &at, (size_t)m->extra_count + 1, sizeof *m->extra);
    m->fact_of = kti_section_take(section, &at, m->readings, sizeof *m->fact_of);
    m->pattern_of = kti_section_take(section, &at, m->parted_count, sizeof *m->pattern_of);
    return m->extra != NULL && m->fact_of != NULL && m->pattern_of != NULL;
}

static bool open_costs(kt_str section, kti_morphs *m) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 2, sizeof *head);
    if (head == NULL || head[0] == 0 || head[1] == 0 || head[0] > UINT16_MAX ||
        head[1] > UINT16_MAX)
        return false;
    m->lefts = head[0];
    m->rights = head[1];
    m->costs = kti_section_take(section, &at, (size_t)head[0] * head[1], sizeof *m->costs);
    return m->costs != NULL;
}

static bool open_facts(kt_str facts, kt_str unknown, kti_morphs *m) {
    size_t at = 0;
    m->fact_count = (uint32_t)(facts.len / sizeof *m->facts);
    m->facts = kti_section_take(facts, &at, m->fact_count, sizeof *m->facts);
    if (m->facts == NULL || !kti_ktd_read(unknown, 0, m->unknown, sizeof m->unknown)) return false;
    for (uint32_t i = 0; i < KTI_UNKNOWNS; i++)
        if (!kti_morphs_is_sound(m, &m->unknown[i])) return false;
    return true;
}

static bool open_patterns(kt_str section, kti_morphs *m) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 2, sizeof *head);
    if (head == NULL) return false;
    m->pattern_count = head[0];
    m->pattern_offsets = kti_section_take(section, &at, (size_t)head[0] + 1, sizeof *head);
    if (m->pattern_offsets == NULL || at > section.len) return false;
    m->pattern_bytes = section.ptr + at;
    m->pattern_size = section.len - at;
    return true;
}

static bool open_all(kt_str data, kti_morphs *m) {
    return kti_trie_open(kti_ktd_section_of(data, KTI_STR("morph.trie")), &m->trie) &&
           open_readings(kti_ktd_section_of(data, KTI_STR("morph.readings")), m) &&
           open_costs(kti_ktd_section_of(data, KTI_STR("morph.costs")), m) &&
           open_facts(kti_ktd_section_of(data, KTI_STR("morph.facts")),
                      kti_ktd_section_of(data, KTI_STR("morph.unknown")), m) &&
           open_patterns(kti_ktd_section_of(data, KTI_STR("morph.patterns")), m);
}

kt_status kti_morphs_open(kt_str data, kti_morphs *out, kt_error *err) {
    *out = (kti_morphs){.words = 0};
    kt_str trie = kti_ktd_section_of(data, KTI_STR("morph.trie"));
    if (trie.len == 0) return KT_OK;
    if ((uintptr_t)data.ptr % KTI_KTD_ALIGN == 0 && open_all(data, out)) return KT_OK;
    *out = (kti_morphs){.words = 0};
    return kti_fail(err, KT_ERR_DATA, (size_t)(trie.ptr - data.ptr),
                    "data file has a damaged word list");
}

enum { MOST_READINGS = 256 }; /* of one word; the importer keeps to it */

/* ---- readings ------------------------------------------------------------------------------- */

uint32_t kti_morphs_of_word(const kti_morphs *m, uint32_t word, uint32_t *first) {
    *first = 0;
    if (word >= m->words) return 0;
    uint32_t before = kti_bits_rank(&m->several, word);
    if (before > m->extra_count) return 0;
    uint32_t count = 1;
    if (kti_bits_at(&m->several, word) && before < m->extra_count)
        count += m->extra[before + 1] - m->extra[before];
    uint64_t start = (uint64_t)word + m->extra[before];
    if (count > MOST_READINGS || start + count > m->readings) return 0;
    *first = (uint32_t)start;
    return count;
}

/* ---- parts ---------------------------------------------------------------------------------- */

static kt_str pattern_of(const kti_morphs *m, uint32_t reading) {
    kt_str none = {NULL, 0};
    if (reading >= m->readings || !kti_bits_at(&m->parted, reading)) return none;
    uint32_t rank = kti_bits_rank(&m->parted, reading);
    if (rank >= m->parted_count || m->pattern_of[rank] >= m->pattern_count) return none;
    const uint32_t *offset = &m->pattern_offsets[m->pattern_of[rank]];
    if (offset[0] > offset[1] || offset[1] > m->pattern_size) return none;
    return (kt_str){m->pattern_bytes + offset[0], offset[1] - offset[0]};
}

/* Bytes of the first `count` code points of `text`, or of all but the last `count`. */
static uint32_t bytes_of(kt_str text, size_t count) {
    size_t at = 0;
    for (; count > 0 && at < text.len; count--)
        at += kti_utf8_at(text, at).len;
    return (uint32_t)at;
}

static uint32_t bytes_before_last(kt_str text, size_t count) {
    size_t at = text.len;
    for (; count > 0 && at > 0; count--)
        at -= kti_utf8_before(text, at).len;
    return (uint32_t)at;
}

/* Parts that the surface is simply cut into: {tag, code points} each. */
static size_t read_cuts(kt_str pattern, kt_str surface, kti_part *parts, size_t count) {
    uint32_t at = 0;
    if (pattern.len < 2 * count) return 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t end = at + bytes_of(kti_str_cut(surface, at, surface.len),
                                     (unsigned char)pattern.ptr[2 * i + 1]);
        kt_str form = kti_str_cut(surface, at, end);
        parts[i] = (kti_part){form, 0, {at, end}, (kt_tag)pattern.ptr[2 * i]};
        at = end;
    }
    return count;
}

static uint32_t shared_start(kt_str a, kt_str b) {
    uint32_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
        at++;
    while (at > 0 && !kti_utf8_is_boundary(a, at))
        at--;
    return at;
}

/* From the end: parts that are spelt as they are. Returns how many are left, `*end` before them. */
static size_t place_tail(kt_str surface, kti_part *parts, size_t count, uint32_t *end) {
    *end = (uint32_t)surface.len;
    while (count > 1) {
        kti_part *p = &parts[count - 1];
        if (p->literal.len >= *end || !kti_str_ends(kti_str_cut(surface, 0, *end), p->literal))
            break;
        p->span = (kt_span){*end - (uint32_t)p->literal.len, *end};
        *end = p->span.start;
        count--;
    }
    return count;
}

/* Gives each part the bytes of the surface that spell it; what no bytes spell alone shares the
 * code point where it is fused. */
static void place_parts(kt_str surface, kti_part *parts, size_t count) {
    uint32_t at = 0, length;
    count = place_tail(surface, parts, count, &length);
    surface = kti_str_cut(surface, 0, length);
    for (size_t i = 0; i < count; i++) {
        kti_part *p = &parts[i];
        uint32_t from = at + p->copied < length ? at + p->copied : length;
        uint32_t same = from - at + shared_start(kti_str_cut(surface, from, length), p->literal);
        bool whole = same == p->copied + p->literal.len;
        uint32_t end = at + same;
        if (!whole && end < length) end += kti_utf8_at(surface, end).len;
        p->span = (kt_span){at, i + 1 == count ? length : end};
        at += same;
        if (at == length) at = bytes_before_last(surface, 1);
    }
}

/* Parts that are written otherwise than the surface: {tag, bytes, text} each, the first one behind
 * all but the last `dropped` code points of the surface. */
static size_t read_forms(kt_str pattern, kt_str surface, size_t dropped, kti_part *parts,
                         size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (at + 2 > pattern.len) return 0;
        size_t len = (unsigned char)pattern.ptr[at + 1];
        if (len > pattern.len - at - 2) return 0;
        uint32_t copied = i == 0 ? bytes_before_last(surface, dropped) : 0;
        parts[i] = (kti_part){{pattern.ptr + at + 2, len}, copied, {0, 0}, (kt_tag)pattern.ptr[at]};
        at += 2 + len;
    }
    place_parts(surface, parts, count);
    return count;
}

size_t kti_morphs_parts(const kti_morphs *m, uint32_t reading, kt_str surface,
                        kti_part parts[KTI_PARTS]) {
    kt_str pattern = pattern_of(m, reading);
    if (pattern.len < 2) return 0;
    size_t count = (unsigned char)pattern.ptr[0], dropped = (unsigned char)pattern.ptr[1];
    pattern = kti_str_cut(pattern, 2, pattern.len);
    if (count > KTI_PARTS) return 0;
    count = dropped == 0 ? read_cuts(pattern, surface, parts, count)
                         : read_forms(pattern, surface, dropped, parts, count);
    for (size_t i = 0; i < count; i++)
        if ((unsigned)parts[i].tag >= KT_TAGS) return 0;
    return count;
}

/* The last of parts that the surface is cut into. */
static kt_tag last_cut(kt_str pattern, kt_str surface, size_t count, kt_str *form) {
    if (count == 0 || pattern.len < 2 * count) return KT_TAG_NONE;
    size_t length = (unsigned char)pattern.ptr[2 * count - 1];
    *form = kti_str_cut(surface, bytes_before_last(surface, length), surface.len);
    return (kt_tag)pattern.ptr[2 * count - 2];
}

static kt_tag last_form(kt_str pattern, size_t count, kt_str *form) {
    kt_tag tag = KT_TAG_NONE;
    for (size_t i = 0, at = 0; i < count; i++) {
        if (at + 2 > pattern.len) return KT_TAG_NONE;
        size_t len = (unsigned char)pattern.ptr[at + 1];
        if (len > pattern.len - at - 2) return KT_TAG_NONE;
        tag = (kt_tag)pattern.ptr[at];
        *form = (kt_str){pattern.ptr + at + 2, len};
        at += 2 + len;
    }
    return tag;
}

kt_tag kti_morphs_last(const kti_morphs *m, uint32_t reading, kt_str surface, kt_str *form) {
    kt_tag tag = KT_TAG_NONE;
    kt_str pattern = pattern_of(m, reading);
    *form = surface;
    if (pattern.len >= 2) {
        size_t count = (unsigned char)pattern.ptr[0];
        bool cut = pattern.ptr[1] == 0;
        pattern = kti_str_cut(pattern, 2, pattern.len);
        tag = cut ? last_cut(pattern, surface, count, form) : last_form(pattern, count, form);
    }
    if (tag != KT_TAG_NONE && (unsigned)tag < KT_TAGS) return tag;
    *form = surface;
    return (kt_tag)kti_morphs_fact(m, reading).tag;
}
