/* How Korean reads Latin letters, as far as the end of a word goes.
 *
 * Source of the rules for words: Loanword Orthography (외래어 표기법), chapter 3 section 1,
 * English: a voiceless stop behind a short vowel, the nasals and l are finals (article 1, 5, 6);
 * other consonants take a vowel of their own (articles 1 to 4). What usage or English spelling
 * makes otherwise is in the lists.
 */
#include "analyze/ending.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

enum { LETTERS = 32 };

/* The last Latin word of a text: base letters in lower case. */
typedef struct token {
    char letters[LETTERS];
    size_t count;
    size_t start;  /* bytes of the text before the token */
    size_t uppers; /* capitals among the letters */
    bool last_upper;
} token;

/* ---- lists ---------------------------------------------------------------------------------- */

/* 그룹 욕 웹 클럽 랩 잡 펍 탭 아랍 밥 롭 제이컵 백 빅 굿 풋 샬럿 오펙 에이펙 뮌헨 서킷 딥 슬립 트윗
 * 지세븐 */
static const char consonant_words[] =
    " group york web club lab job pub tab arab bob rob jacob bag big good foot charlotte opec apec "
    "munich circuit deep sleep tweet toeic g7 ";
/* 이라크 브렉시트 베이루트 비트 세트 히트 매트 너트 키트 제트 배트 데뷔 발레 뷔페 모네 마네 쉐보레
 * 칠레 네슬레 펠레 아니메 다프네 헤르미온느 살로메 우쿨렐레 엠피쓰리 브이쓰리 */
static const char vowel_words[] =
    " iraq brexit beirut bit set hit mat nut kit jet bat debut ballet buffet monet manet chevrolet "
    "chile nestle pele anime daphne hermione salome ukulele mp3 v3 ";

static const char consonant_units[] = " kg g mg ug \u03BCg t h min ";
static const char rieul_units[] = " J kJ Pa hPa kPa MPa GPa dB mol px ";
static const char vowel_units[] =
    " km m cm mm nm um \u03BCm ha cc l L ml mL kl m2 m3 cm2 cm3 km2 km3 s ms Hz kHz MHz GHz W kW MW GW kWh MWh "
    "Wh V kV A mA cal kcal B KB MB GB TB kB bps mph ";

static bool is_listed(kt_str list, kt_str word) {
    for (size_t at = 0; (at = kti_str_find(list, word, at)) != SIZE_MAX; at++)
        if (at > 0 && list.ptr[at - 1] == ' ' && list.ptr[at + word.len] == ' ') return true;
    return false;
}

static kti_ending ending_of_unit(kt_str unit) {
    if (is_listed(KTI_STR(consonant_units), unit)) return KTI_ENDS_CONSONANT;
    if (is_listed(KTI_STR(rieul_units), unit)) return KTI_ENDS_RIEUL;
    return is_listed(KTI_STR(vowel_units), unit) ? KTI_ENDS_VOWEL : KTI_ENDS_UNKNOWN;
}

/* Whether `text` ends in a number: 100, 100만. */
static bool ends_in_number(kt_str text) {
    static const char *const powers[] = {"십", "백", "천", "만", "억", "조"};
    if (text.len == 0) return false;
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
        if (kti_str_ends(text, kti_str(powers[i]))) text.len -= kti_str(powers[i]).len;
    return text.len > 0 && kti_is_ascii_digit(text.ptr[text.len - 1]);
}

/* Where the letters and digits of a unit at the end of `text` begin. */
static size_t unit_start(kt_str text) {
    enum { LONGEST = 4 };
    size_t start = text.len;
    for (int i = 0; i < LONGEST && start > 0; i++) {
        kti_cp c = kti_utf8_before(text, start);
        bool digit = c.cp < 0x80 && kti_is_ascii_digit((char)c.cp);
        if (!kti_cp_is_letter(c.cp) && !digit) break;
        if (kti_cp_is_hangul(c.cp)) break;
        start -= c.len;
    }
    while (start < text.len && kti_is_ascii_digit(text.ptr[start]))
        start++;
    return start;
}

kti_ending kti_ending_unit(kt_str text) {
    size_t start = unit_start(text);
    kti_ending end = ending_of_unit(kti_str_cut(text, start, text.len));
    bool by = end != KTI_ENDS_UNKNOWN && start > 1 && text.ptr[start - 1] == '/';
    if (!by) return end;
    kt_str counted = kti_str_cut(text, 0, start - 1); /* mg/L: 리터당 밀리그램 */
    kti_ending first = kti_ending_of_hangul(counted);
    return first != KTI_ENDS_UNKNOWN
               ? first
               : ending_of_unit(kti_str_cut(counted, unit_start(counted), counted.len));
}

/* Units differ by case, and are known alone (kg) or behind a number, perhaps after one space. */
static kti_ending unit_ending(kt_str text) {
    enum { LETTER = 1 };
    size_t start = unit_start(text);
    bool whole = start == 0 || !kti_cp_is_letter(kti_utf8_before(text, start).cp);
    if (whole && text.len - start > LETTER && !kti_is_ascii_digit(text.ptr[text.len - 1]))
        return kti_ending_unit(text);
    size_t first = start > 1 && text.ptr[start - 1] == '/'
                       ? unit_start(kti_str_cut(text, 0, start - 1))
                       : start;
    if (first > 0 && text.ptr[first - 1] == ' ') first--;
    return ends_in_number(kti_str_cut(text, 0, first)) ? kti_ending_unit(text) : KTI_ENDS_UNKNOWN;
}

static kti_ending listed_ending(kt_str word) {
    if (is_listed(KTI_STR(consonant_words), word)) return KTI_ENDS_CONSONANT;
    return is_listed(KTI_STR(vowel_words), word) ? KTI_ENDS_VOWEL : KTI_ENDS_UNKNOWN;
}

kti_ending kti_ending_mixed(kt_str text) {
    char lower[8];
    size_t start = text.len;
    while (start > 0 &&
           (kti_is_ascii_alpha(text.ptr[start - 1]) || kti_is_ascii_digit(text.ptr[start - 1])))
        start--;
    while (start < text.len && kti_is_ascii_digit(text.ptr[start]))
        start++;
    kt_str word = kti_str_cut(text, start, text.len);
    if (word.len == 0 || word.len > sizeof lower) return KTI_ENDS_UNKNOWN;
    kti_ending end = unit_ending(text);
    for (size_t i = 0; i < word.len; i++)
        lower[i] = kti_ascii_lower(word.ptr[i]);
    return end != KTI_ENDS_UNKNOWN ? end : listed_ending((kt_str){lower, word.len});
}

/* ---- letters -------------------------------------------------------------------------------- */

/* 엘 알 엠 엔; the other names end in a vowel. */
static kti_ending letter_name_ending(char letter) {
    if (letter == 'l' || letter == 'r') return KTI_ENDS_RIEUL;
    return letter == 'm' || letter == 'n' ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
}

/* A letter as the rules know it: an accented e is heard, an accented c or s hisses. */
static char rule_letter(uint32_t cp) {
    uint32_t base = kti_cp_base(cp);
    uint32_t lower = kti_cp_lower(base);
    if (lower < 'a' || lower > 'z') return '?';
    if (base != cp && lower == 'e') return 'i';
    return base != cp && lower == 'c' ? 's' : (char)lower;
}

/* Reads backward; of a word longer than LETTERS the end alone is kept. */
static void read_token(kt_str text, token *t) {
    char backward[LETTERS];
    *t = (token){.start = text.len};
    while (t->start > 0 && t->count < LETTERS) {
        kti_cp c = kti_utf8_before(text, t->start);
        if (!kti_cp_is_latin(c.cp)) break;
        bool upper = kti_cp_is_upper(c.cp);
        if (t->count == 0) t->last_upper = upper;
        t->uppers += upper;
        backward[t->count++] = rule_letter(c.cp);
        t->start -= c.len;
    }
    for (size_t i = 0; i < t->count; i++)
        t->letters[i] = backward[t->count - 1 - i];
}

/* ---- words ---------------------------------------------------------------------------------- */

static bool is_plain_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* y is a vowel where none follows it; u behind q is none. */
static bool is_vowel(kt_str w, size_t at) {
    char c = w.ptr[at];
    if (c == 'y') return at > 0 && !(at + 1 < w.len && is_plain_vowel(w.ptr[at + 1]));
    if (c == 'u' && at > 0 && w.ptr[at - 1] == 'q') return false;
    return is_plain_vowel(c);
}

static size_t vowels_in(kt_str w) {
    size_t count = 0;
    for (size_t i = 0; i < w.len; i++)
        count += is_vowel(w, i);
    return count;
}

/* Two vowel letters before a stop: short all the same in book, in patriot and maniac, where they
 * are two syllables, and in Korean names (Baek, Seok). */
static bool is_short_pair(kt_str pair, char stop) {
    bool back = stop == 'k' || stop == 'c' || stop == 'q';
    if (kti_str_eq(pair, KTI_STR("oo"))) return back;
    if (kti_str_eq(pair, KTI_STR("io"))) return true;
    if (kti_str_eq(pair, KTI_STR("ia"))) return back;
    bool korean = kti_str_eq(pair, KTI_STR("ae")) || kti_str_eq(pair, KTI_STR("eo")) ||
                  kti_str_eq(pair, KTI_STR("eu"));
    return korean && stop != 't';
}

/* p, t, k, c, q: a final behind a short vowel (book, net), else with a vowel of its own (part). */
static kti_ending stop_ending(kt_str w) {
    size_t at = w.len - 1, vowels = 0;
    char stop = w.ptr[at];
    if (kti_str_ends(w, KTI_STR("ovic")) || kti_str_ends(w, KTI_STR("evic"))) return KTI_ENDS_VOWEL;
    bool doubled = at > 0 && (w.ptr[at - 1] == stop || kti_str_ends(w, KTI_STR("ck")));
    if (doubled) at--;
    while (vowels < at && is_vowel(w, at - 1 - vowels))
        vowels++;
    if (vowels == 1 || (vowels > 0 && doubled)) return KTI_ENDS_CONSONANT;
    bool brief = vowels == 2 && is_short_pair(kti_str_cut(w, at - 2, at), stop);
    return brief ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
}

/* An e behind l, m, n is silent where another vowel is heard: Apple, Rome, phone; not in me. */
static kti_ending silent_e_ending(kt_str w) {
    if (w.len < 3 || vowels_in(kti_str_cut(w, 0, w.len - 2)) == 0) return KTI_ENDS_VOWEL;
    char before = w.ptr[w.len - 2];
    if (before == 'l') return KTI_ENDS_RIEUL;
    return before == 'm' || before == 'n' ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
}

static kti_ending word_ending(kt_str w) {
    switch (w.ptr[w.len - 1]) {
    case '?':
        return KTI_ENDS_UNKNOWN;
    case 'l':
        return KTI_ENDS_RIEUL;
    case 'm':
    case 'n':
        return KTI_ENDS_CONSONANT;
    case 'g':
        return kti_str_ends(w, KTI_STR("ng")) ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
    case 'b':
        return kti_str_ends(w, KTI_STR("mb")) ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
    case 'p':
    case 't':
    case 'k':
    case 'c':
    case 'q':
        return stop_ending(w);
    case 'e':
        return silent_e_ending(w);
    default:
        return KTI_ENDS_VOWEL;
    }
}

/* Capitals are read letter by letter, unless they are many and can be read as a word: UNESCO. */
static bool is_acronym(const token *t) {
    enum { READABLE = 5 };
    if (t->uppers < t->count) return t->last_upper;
    kt_str w = {t->letters, t->count};
    return t->count < READABLE || vowels_in(w) * 3 < t->count;
}

kti_ending kti_ending_latin(kt_str text) {
    token t;
    read_token(text, &t);
    kt_str word = {t.letters, t.count};
    kti_ending end = unit_ending(text);
    if (end == KTI_ENDS_UNKNOWN) end = listed_ending(word);
    if (end != KTI_ENDS_UNKNOWN) return end;
    if (t.count > 1 && !is_acronym(&t)) return word_ending(word);
    return t.letters[t.count - 1] == '?' ? KTI_ENDS_UNKNOWN
                                         : letter_name_ending(t.letters[t.count - 1]);
}
