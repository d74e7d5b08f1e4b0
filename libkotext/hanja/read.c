/* read.c - Hanja in running text: runs are cut into words of the list, the rest goes character by
 * character. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "unicode/props.h"

enum { RUN = 192 }; /* characters that are cut into words together */

typedef struct run {
    const kti_hanja *hanja;
    uint32_t cps[RUN]; /* unified */
    uint32_t compat[RUN];
    uint8_t bytes[RUN];
    kti_hanja_reading read[RUN]; /* syllable 0: not known */
    size_t count;
    uint32_t before; /* the Hangul syllable that stands before it; 0 = none */
    bool starts;     /* no Hangul, letter or digit stands before it */
    bool north;
} run;

/* Whether a byte is there that begins a Hanja, and few other characters. */
static bool any_lead(kt_str text) {
    unsigned any = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned c = (unsigned char)text.ptr[i];
        any |= (unsigned)(c - 0xE3u < 7u) | (unsigned)(c - 0xEFu < 2u);
    }
    return any != 0;
}

bool kti_hanja_any(kt_str text) {
    if (!any_lead(text)) return false;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_cp_is_han(unit.cp)) return true;
        at += unit.len;
    }
    return false;
}

/* ---- words ---------------------------------------------------------------------------------- */

enum { COST_WORD = 10, COST_CHARACTER = 14, COST_UNKNOWN = 1000 };

/* The cheapest way to cut the run, from its end: `length[i]` is that of the word at i. */
static void cut(const run *r, uint8_t length[RUN]) {
    uint32_t cost[RUN + 1];
    cost[r->count] = 0;
    for (size_t i = r->count; i-- > 0;) {
        bool known = kti_hanja_char_of(r->hanja, r->cps[i]) != NULL;
        cost[i] = cost[i + 1] + (known ? COST_CHARACTER : COST_UNKNOWN);
        length[i] = 1;
        uint32_t node = KTI_TRIE_ROOT;
        for (size_t n = 0; i + n < r->count && n < KTI_HANJA_LONGEST; n++) {
            node = kti_trie_child(&r->hanja->words, node, r->cps[i + n]);
            if (node == KTI_TRIE_NONE) break;
            if (kti_trie_word(&r->hanja->words, node) == KTI_TRIE_NONE) continue;
            uint32_t with = cost[i + n + 1] + COST_WORD;
            if (with > cost[i]) continue;
            cost[i] = with;
            length[i] = (uint8_t)(n + 1);
        }
    }
}

static bool read_word(run *r, size_t at, size_t length) {
    char bytes[KTI_HANJA_LONGEST * 4];
    uint32_t syllables[KTI_HANJA_LONGEST];
    kt_str word = {bytes, 0};
    for (size_t i = 0; i < length; i++)
        word.len += kti_utf8_encode(r->cps[at + i], bytes + word.len);
    if (kti_hanja_word(r->hanja, word, syllables) != length) return false;
    for (size_t i = 0; i < length; i++)
        r->read[at + i] = (kti_hanja_reading){syllables[i], KTI_HANJA_WORD};
    return true;
}

/* Single characters behind other text are suffixes and keep their sound: 里 리, 年 년. */
static void read_single(run *r, size_t at) {
    bool starts = at == 0 && r->starts;
    size_t with_next = at + 1 < r->count ? 2 : 1; /* 不 looks at what follows */
    kti_hanja_reading both[2];
    if (!kti_hanja_spell(r->hanja, &r->cps[at], with_next, starts, both) &&
        !kti_hanja_spell(r->hanja, &r->cps[at], 1, starts, both))
        both[0] = (kti_hanja_reading){0, 0};
    r->read[at] = both[0];
}

/* 列 律 率 as a suffix: 열 율 after a vowel or ㄴ. */
static void mend_yeol(run *r, size_t at) {
    uint32_t before = at == 0 ? r->before : r->read[at - 1].syllable;
    if (r->read[at].syllable == 0 || before == 0) return;
    uint32_t rule, syllable = r->read[at].syllable;
    if (kti_is_yeol(syllable, before))
        r->read[at] = (kti_hanja_reading){kti_initial_law(syllable, &rule), KTI_HANJA_YEOL};
}

/* A number of several words: 六十 and 六 are 육십육. */
static void mend_six(run *r, size_t at) {
    uint32_t rule;
    if (at > 0 && kti_hanja_is_counting_six(r->cps[at], r->cps[at - 1]))
        r->read[at].syllable = kti_initial_law(r->read[at].syllable, &rule);
}

/* 茶 is 차 as a word of its own, before words and at the end of others: 茶文化, 傳統茶. Before a
 * single character it is 다. */
static void mend_tea(run *r, size_t at, bool before_single) {
    enum { TEA = 0x8336, CHA = 0xCC28 };
    if (r->cps[at] == TEA && !before_single) r->read[at].syllable = CHA;
}

/* ---- persons -------------------------------------------------------------------------------- */

/* Surnames whose character is commonly read in another way, and those of two characters. */
static const struct surname {
    uint16_t cps[2];
    uint16_t syllables[2];
} surnames[] = {
    {{0x91D1, 0}, {0xAE40, 0}},           /* 金 김 */
    {{0x6C88, 0}, {0xC2EC, 0}},           /* 沈 심 */
    {{0x8ECA, 0}, {0xCC28, 0}},           /* 車 차 */
    {{0x8449, 0}, {0xC12D, 0}},           /* 葉 섭 */
    {{0x55AE, 0}, {0xC120, 0}},           /* 單 선 */
    {{0x8CC8, 0}, {0xAC00, 0}},           /* 賈 가 */
    {{0x5F81, 0}, {0xC815, 0}},           /* 征 정 */
    {{0x5357, 0x5BAE}, {0xB0A8, 0xAD81}}, /* 南宮 남궁 */
    {{0x7687, 0x752B}, {0xD669, 0xBCF4}}, /* 皇甫 황보 */
    {{0x9BAE, 0x4E8E}, {0xC120, 0xC6B0}}, /* 鮮于 선우 */
    {{0x8AF8, 0x845B}, {0xC81C, 0xAC08}}, /* 諸葛 제갈 */
    {{0x53F8, 0x7A7A}, {0xC0AC, 0xACF5}}, /* 司空 사공 */
    {{0x897F, 0x9580}, {0xC11C, 0xBB38}}, /* 西門 서문 */
    {{0x7368, 0x5B64}, {0xB3C5, 0xACE0}}, /* 獨孤 독고 */
    {{0x6771, 0x65B9}, {0xB3D9, 0xBC29}}, /* 東方 동방 */
};

static size_t read_surname(run *r) {
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++) {
        const struct surname *s = &surnames[i];
        size_t length = s->cps[1] == 0 ? 1 : 2;
        if (r->count < length || r->cps[0] != s->cps[0]) continue;
        if (length == 2 && (r->count < 3 || r->cps[1] != s->cps[1])) continue;
        for (size_t k = 0; k < length; k++)
            r->read[k] = (kti_hanja_reading){s->syllables[k], KTI_HANJA_CHARACTER};
        r->compat[0] = 0;
        return length;
    }
    if (!kti_hanja_spell(r->hanja, r->cps, 1, true, r->read)) r->read[0].syllable = 0;
    return 1;
}

static void read_person(run *r, size_t length) {
    if (length == 0 || (length > 1 && length <= KTI_HANJA_LONGEST && read_word(r, 0, length)))
        return;
    size_t given = read_surname(r);
    size_t count = length - given;
    bool law = count > 1; /* a name of one syllable keeps its sound: 崔麟 최린 */
    if (count == 0 || kti_hanja_spell(r->hanja, &r->cps[given], count, law, &r->read[given]))
        return;
    for (size_t i = given; i < length; i++)
        read_single(r, i);
}

/* What ends the name of a place. */
static bool is_place_suffix(uint32_t cp) {
    static const uint16_t suffixes[] = {
        0x6D1E, 0x91CC, 0x5C71, 0x5CF0,
        0x9A5B, 0x5E02, 0x90E1, 0x9091, /* 洞 里 山 峰 驛 市 郡 邑 */
        0x9762, 0x6C5F, 0x5BFA, 0x9662,
        0x57CE, 0x5CF6, 0x5DDD, 0x6D66, /* 面 江 寺 院 城 島 川 浦 */
        0x8C37, 0x9053, 0x8DEF, 0x6A4B,
        0x9580, 0x5BAE, 0x6BBF, 0x5CB3, /* 谷 道 路 橋 門 宮 殿 岳 */
    };
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (suffixes[i] == cp) return true;
    return false;
}

static bool is_read_otherwise(uint32_t cp) {
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++)
        if (surnames[i].cps[0] == cp && surnames[i].cps[1] == 0) return true;
    return false;
}

/* Characters of a person's name at the start of running text, by its surname alone: three that
 * begin no listed word (金正日) and end no place's name (金谷里), with nothing but listed words
 * behind them (金正日委員長) or a place that is named after the person (金正淑郡). 0 = none. */
static size_t lone_name(const run *r, const uint8_t length[RUN]) {
    enum { NAME = 3 };
    if (!r->starts || r->count < NAME || length[0] != 1 || !is_read_otherwise(r->cps[0])) return 0;
    if (length[1] > 2 || (length[1] == 1 && length[2] != 1)) return 0;
    if (is_place_suffix(r->cps[NAME - 1])) return 0;
    if (r->count == NAME + 1 && is_place_suffix(r->cps[NAME])) return NAME;
    for (size_t i = NAME; i < r->count; i += length[i])
        if (length[i] == 1) return 0;
    return NAME;
}

/* ---- places --------------------------------------------------------------------------------- */

/* Characters that names of places have in another reading than words. */
static uint32_t place_reading(uint32_t cp) {
    switch (cp) {
    case 0x9F9C: /* 龜 구 */
        return 0xAD6C;
    case 0x4E32: /* 串 곶 */
        return 0xACF6;
    case 0x6A02: /* 樂 락 */
        return 0xB77D;
    case 0x677B: /* 杻 축 */
        return 0xCD95;
    case 0x5186: /* 円, short for 圓 원 */
        return 0xC6D0;
    case 0x91D1: /* 金 금, as a word of its own */
        return 0xAE08;
    default:
        return 0;
    }
}

/* Directions and sizes stand before a name that begins anew: 新論峴 신논현. */
static bool is_place_prefix(uint32_t cp) {
    static const uint16_t prefixes[] = {
        0x6771, 0x897F, 0x5357, 0x5317, 0x4E0A, 0x4E2D, 0x4E0B, /* 東 西 南 北 上 中 下 */
        0x5185, 0x5916, 0x65B0, 0x820A, 0x5927, 0x5C0F,         /* 內 外 新 舊 大 小 */
    };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (prefixes[i] == cp) return true;
    return false;
}

/* A short run that ends as the name of a place does. */
static bool is_place(const run *r) {
    enum { LONGEST_PLACE = 5 };
    return r->starts && r->count >= 2 && r->count <= LONGEST_PLACE &&
           is_place_suffix(r->cps[r->count - 1]);
}

/* In the name of a place the law holds for its first syllable only, whatever words its characters
 * make: 瑞林洞 is 서림동, though 林洞 is listed. */
static void cut_place(const run *r, uint8_t length[RUN]) {
    enum { TURTLE = 0x9F9C }; /* 龜頭里 구두리: no word of the list */
    if (r->cps[0] != TURTLE && (length[0] != 1 || is_place_prefix(r->cps[0]))) return;
    for (size_t i = 0; i < r->count; i++)
        length[i] = 1;
}

/* 里 and 洞 name what 金 and a character make that is no town: 金谷洞 금곡동. */
static bool is_village_of_gold(const run *r) {
    uint32_t last = r->cps[r->count - 1];
    return r->count == 3 && r->cps[0] == 0x91D1 && (last == 0x91CC || last == 0x6D1E);
}

static bool read_as_place(run *r, size_t at) {
    uint32_t rule = KTI_HANJA_PLACE, syllable = place_reading(r->cps[at]);
    if (syllable == 0) return false;
    if (at == 0) syllable = kti_initial_law(syllable, &rule);
    r->read[at] = (kti_hanja_reading){syllable, KTI_HANJA_PLACE};
    return true;
}

/* The whole run, and what is read character by character behind words of it. */
static void settle(run *r, size_t from, const uint8_t length[RUN]) {
    if (from == 0 && r->starts && (r->count > 2 || length[0] < r->count))
        kti_hanja_settle(r->hanja, r->cps, r->count, is_place(r), r->read);
    for (size_t i = from, end; i < r->count; i = end) {
        for (end = i; end < r->count && length[end] == 1;)
            end++;
        if (end - i >= 2 && i > from)
            kti_hanja_settle(r->hanja, r->cps + i, end - i, false, r->read + i);
        if (end < r->count) end += length[end];
    }
}

static void read_words(run *r) {
    uint8_t length[RUN] = {0};
    cut(r, length);
    size_t name = lone_name(r, length);
    bool place = name == 0 && is_place(r);
    if (place && is_village_of_gold(r)) length[0] = length[1] = length[2] = 1;
    if (place) cut_place(r, length);
    read_person(r, name);
    for (size_t i = name; i < r->count; i += length[i]) {
        if (length[i] > 1 && read_word(r, i, length[i])) continue;
        length[i] = 1;
        if (place && read_as_place(r, i)) continue;
        read_single(r, i);
        mend_tea(r, i, i + 1 < r->count && length[i + 1] == 1);
        mend_yeol(r, i);
        mend_six(r, i);
    }
    settle(r, name, length);
}

/* ---- text ----------------------------------------------------------------------------------- */

static bool is_japanese(uint32_t cp) {
    return kti_cp_is_kana(cp) || cp == 0x3005; /* 々 */
}

/* The end of what is Hanja and kana together from `at` on. */
static size_t end_of_cluster(kt_str text, size_t at, bool *japanese) {
    *japanese = false;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_cp_is_han(unit.cp) && !is_japanese(unit.cp)) break;
        *japanese = *japanese || is_japanese(unit.cp);
        at += unit.len;
    }
    return at;
}

static size_t fill(run *r, kt_str text, size_t at, size_t end) {
    r->count = 0;
    while (at < end && r->count < RUN) {
        kti_cp unit = kti_utf8_at(text, at);
        r->compat[r->count] = kti_hanja_compat(unit.cp);
        r->cps[r->count] = kti_hanja_unified(unit.cp);
        r->bytes[r->count++] = unit.len;
        at += unit.len;
    }
    kti_hanja_tell_strokes(r->hanja, r->cps, r->count);
    return at;
}

/* A compatibility ideograph has its own reading. Whether the law holds there is told by the word
 * around it, as for others: 率 is encoded as 률 and as 율, and writers take either. */
static kti_hanja_reading chosen(const run *r, size_t at) {
    uint32_t rule;
    uint32_t compat = r->compat[at], read = r->read[at].syllable;
    bool known = r->read[at].rule == KTI_HANJA_WORD || r->read[at].rule == KTI_HANJA_YEOL;
    if (compat == 0 || kti_initial_law(compat, &rule) == read) return r->read[at];
    if (known && kti_initial_law(read, &rule) == compat) return r->read[at];
    return (kti_hanja_reading){compat, KTI_HANJA_COMPAT};
}

static void write(const run *r, kt_str text, size_t at, kt_text *out) {
    for (size_t i = 0; i < r->count; i++) {
        kti_hanja_reading reading = r->read[i];
        char bytes[4];
        if (reading.syllable == 0)
            kti_text_copy(out, kti_str_cut(text, at, at + r->bytes[i]));
        else
            kti_text_replace(out, r->bytes[i],
                             (kt_str){bytes, kti_utf8_encode(reading.syllable, bytes)},
                             reading.rule);
        at += r->bytes[i];
    }
}

static bool is_person(const kt_token *tokens, size_t count, size_t *next, size_t at) {
    while (*next < count && tokens[*next].stem.end <= at)
        ++*next;
    return *next < count && tokens[*next].stem.start == at && tokens[*next].kind == KT_TOKEN_PERSON;
}

kt_status kti_hanja_read(const kti_hanja *hanja, kt_str text, const kt_token *tokens,
                         size_t token_count, bool north, kt_text *out) {
    run r = {.hanja = hanja, .north = north};
    size_t copied = 0, token = 0;
    bool joined = false; /* a letter or digit stands before */
    uint32_t before = 0;
    kti_text_clear(out);
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        bool japanese;
        size_t end = end_of_cluster(text, at, &japanese);
        if (end == at) {
            joined = kti_cp_is_letter(unit.cp) || kti_cp_is_digit(unit.cp);
            before = kti_is_syllable(unit.cp) ? unit.cp : 0;
            at += unit.len;
            continue;
        }
        while (!japanese && at < end) {
            kti_text_copy(out, kti_str_cut(text, copied, at));
            bool person = is_person(tokens, token_count, &token, at);
            size_t next = fill(&r, text, at, end);
            r.starts = !joined;
            r.before = before;
            if (person)
                read_person(&r, r.count);
            else
                read_words(&r);
            for (size_t i = 0; i < r.count; i++)
                r.read[i] = chosen(&r, i);
            if (r.north) kti_hanja_keep_sounds(hanja, r.cps, r.count, r.read);
            write(&r, text, at, out);
            joined = true;
            before = r.count > 0 ? r.read[r.count - 1].syllable : 0;
            copied = at = next;
        }
        at = end;
        joined = true;
    }
    kti_text_copy(out, kti_str_cut(text, copied, text.len));
    return kti_text_status(out);
}
