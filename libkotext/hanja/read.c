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
    uint32_t before;         /* the Hangul syllable that stands before it; 0 = none */
    bool starts;             /* no Hangul, letter or digit stands before it */
    bool called;             /* the first is a surname with a title behind it, or beside another */
    kti_hanja_number number; /* what stands before it */
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

static size_t read_surname(run *r) {
    size_t length = kti_hanja_surname_of(r->cps, r->count, r->read);
    if (length > 0) r->compat[0] = 0;
    if (length > 0) return length;
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

/* Characters of a person's name at the start of running text, by its surname alone: three that
 * begin no listed word (金正日) and end no place's name (金谷里), with nothing but listed words
 * behind them (金正日委員長) or a place that is named after the person (金正淑郡). 0 = none. */
static size_t lone_name(const run *r, const uint8_t length[RUN]) {
    enum { NAME = 3 };
    if (r->called) return 1;
    if (!r->starts || r->count < NAME || length[0] != 1 || !kti_hanja_is_read_otherwise(r->cps[0]))
        return 0;
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

static void read_piece(run *r, size_t at, bool place, uint8_t length[RUN]) {
    if (length[at] > 1 && read_word(r, at, length[at])) return;
    length[at] = 1;
    if (place && read_as_place(r, at)) return;
    read_single(r, at);
    mend_tea(r, at, at + 1 < r->count && length[at + 1] == 1);
    mend_yeol(r, at);
    mend_six(r, at);
    uint32_t numeral = kti_hanja_formal_numeral(r->cps, r->count, at);
    if (numeral != 0) r->read[at].syllable = numeral;
}

/* What stands before the word at `at`, behind the one that began at `previous`. */
static kti_hanja_number number_before(const run *r, size_t previous, size_t at) {
    if (at == 0) return r->number;
    return kti_hanja_is_number(r->cps + previous, at - previous) ? KTI_HANJA_NUMBER
                                                                 : KTI_HANJA_NO_NUMBER;
}

static void read_words(run *r) {
    uint8_t length[RUN] = {0};
    cut(r, length);
    size_t name = lone_name(r, length);
    bool place = name == 0 && is_place(r);
    if (place && is_village_of_gold(r)) length[0] = length[1] = length[2] = 1;
    if (place) cut_place(r, length);
    read_person(r, name);
    for (size_t i = name, previous = 0; i < r->count; previous = i, i += length[i]) {
        kti_hanja_number number = number_before(r, previous, i);
        if (number != KTI_HANJA_NO_NUMBER && kti_hanja_is_wheel(r->cps[i])) length[i] = 1;
        read_piece(r, i, place, length);
        if (number != KTI_HANJA_NO_NUMBER)
            kti_hanja_read_counted(r->cps + i, r->count - i, number, r->read + i);
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
    uint32_t by = r->read[at].rule;
    bool known = by == KTI_HANJA_WORD || by == KTI_HANJA_YEOL || by == KTI_HANJA_BOUND;
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

/* A reading under way, and what stands before where it is. */
typedef struct reader {
    const kti_hanja *hanja;
    kt_str text;
    kt_text *out;
    size_t copied;
    run run;
    uint32_t before; /* a Hangul syllable; 0 = none */
    bool joined;     /* a letter or digit */
    kti_hanja_number number;
    uint32_t item; /* a character by itself, 0 = none, and where what follows it begins */
    size_t item_end;
    bool dotted; /* a middle dot stands behind it */
} reader;

/* Passes what is no Hanja. */
static size_t pass(reader *t, size_t at, kti_cp unit) {
    size_t length = unit.len;
    if (kti_cp_is_hangul(unit.cp)) {
        size_t whole;
        uint32_t syllable = kti_any_syllable_at(t->text, at, &whole);
        if (syllable != 0) unit.cp = syllable;
        if (syllable != 0) length = whole;
    }
    bool dot = kti_cp_is_middle_dot(unit.cp);
    t->dotted = dot && t->item != 0 && at == t->item_end;
    if (t->dotted) t->item_end += length;
    t->number = kti_hanja_number_to(t->text, at, unit.cp, t->number);
    t->joined = !dot && (kti_cp_is_letter(unit.cp) || kti_cp_is_digit(unit.cp));
    t->before = kti_is_syllable(unit.cp) ? unit.cp : 0;
    return at + length;
}

/* Whether a middle dot and a common surname by itself stand at `at`. */
static bool before_surname(const reader *t, size_t at) {
    if (at >= t->text.len) return false;
    kti_cp dot = kti_utf8_at(t->text, at);
    if (!kti_cp_is_middle_dot(dot.cp) || at + dot.len >= t->text.len) return false;
    kti_cp next = kti_utf8_at(t->text, at + dot.len);
    bool japanese;
    return end_of_cluster(t->text, at + dot.len, &japanese) == at + dot.len + next.len &&
           kti_hanja_is_common_surname(t->hanja, next.cp);
}

/* Whether what begins at `at` is a surname that is commonly read in another way. */
static bool is_called(const reader *t, size_t at, size_t end) {
    kti_cp first = kti_utf8_at(t->text, at);
    size_t next = at + first.len;
    if (t->joined || !kti_hanja_is_read_otherwise(first.cp)) return false;
    bool beside = t->dotted && at == t->item_end && kti_hanja_is_common_surname(t->hanja, t->item);
    if (next == end && (beside || before_surname(t, end))) return true;
    return kti_hanja_before_title(t->hanja, t->text, next);
}

/* Drops Hanja in brackets that only tell what stands before them. */
static bool drop_bracket(reader *t, size_t *at, size_t end) {
    kt_span bracket = kti_hanja_bracket(t->hanja, t->text, *at, end);
    if (bracket.end == 0 || bracket.start < t->copied) return false;
    kti_text_copy(t->out, kti_str_cut(t->text, t->copied, bracket.start));
    kti_text_replace(t->out, bracket.end - bracket.start, KTI_STR(""), KTI_HANJA_BRACKET);
    size_t length;
    t->before = kti_any_syllable_before(t->text, bracket.start, &length);
    t->joined = true;
    t->item = 0;
    *at = t->copied = bracket.end;
    return true;
}

static void read_run(reader *t, size_t at, size_t next, bool person) {
    run *r = &t->run;
    r->starts = !t->joined;
    r->before = t->before;
    r->number = t->number;
    if (person)
        read_person(r, r->count);
    else
        read_words(r);
    for (size_t i = 0; i < r->count; i++)
        r->read[i] = chosen(r, i);
    if (r->north) kti_hanja_keep_sounds(t->hanja, r->cps, r->count, r->read);
    write(r, t->text, at, t->out);
    t->joined = true;
    t->number = KTI_HANJA_NO_NUMBER;
    t->before = r->count > 0 ? r->read[r->count - 1].syllable : 0;
    t->copied = next;
}

kt_status kti_hanja_read(const kti_hanja *hanja, kt_str text, const kt_token *tokens,
                         size_t token_count, bool north, kt_text *out) {
    reader t = {.hanja = hanja, .text = text, .out = out, .run = {.hanja = hanja, .north = north}};
    size_t token = 0;
    kti_text_clear(out);
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        bool japanese;
        size_t end = end_of_cluster(text, at, &japanese);
        if (end == at) {
            at = pass(&t, at, unit);
            continue;
        }
        if (!japanese && drop_bracket(&t, &at, end)) continue;
        t.run.called = !japanese && is_called(&t, at, end);
        t.item = at + unit.len == end ? unit.cp : 0;
        while (!japanese && at < end) {
            kti_text_copy(out, kti_str_cut(text, t.copied, at));
            bool person = is_person(tokens, token_count, &token, at);
            size_t next = fill(&t.run, text, at, end);
            read_run(&t, at, next, person);
            t.run.called = false;
            at = next;
        }
        at = t.item_end = end;
        t.dotted = false;
        t.joined = true;
    }
    kti_text_copy(out, kti_str_cut(text, t.copied, text.len));
    return kti_text_status(out);
}
