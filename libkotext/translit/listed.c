#include "translit/listed.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/bits.h"
#include "translit/letters.h"

bool kti_listed_open(kt_str section, kti_listed *out) {
    *out = (kti_listed){.head = NULL};
    if (section.len == 0) return true;
    size_t at = 0;
    const kti_listed_head *head = kti_section_take(section, &at, 1, sizeof *head);
    if (head == NULL || head->magic != KTI_LISTED_MAGIC) return false;
    out->rows = kti_section_take(section, &at, head->rows, sizeof *out->rows);
    out->forms = kti_section_take(section, &at, head->forms, sizeof *out->forms);
    if (out->rows == NULL || out->forms == NULL || at > section.len) return false;
    out->texts = kti_str_cut(section, at, section.len);
    out->head = head;
    return true;
}

kti_listed kti_loanwords_of(const kti_lexicon *lexicon) {
    kti_listed list;
    if (kti_listed_open(kti_lexicon_section(lexicon, KTI_STR("loanwords")), &list)) return list;
    return (kti_listed){.head = NULL};
}

/* The text that begins here, up to its NUL; "" outside. */
static kt_str text_at(const kti_listed *list, size_t at) {
    if (at >= list->texts.len) return (kt_str){"", 0};
    const char *from = list->texts.ptr + at;
    const char *end = memchr(from, '\0', list->texts.len - at);
    return (kt_str){from, end == NULL ? list->texts.len - at : (size_t)(end - from)};
}

/* The English of a row. */
static kt_str word_of(const kti_listed *list, uint32_t row) {
    return text_at(list, row & KTI_LISTED_AT);
}

/* ---- English -------------------------------------------------------------------------------- */

/* The next letter of a word, 0..25; 26 at its end. */
static unsigned next_letter(kt_str word, size_t *at, uint8_t held[2], size_t *holds) {
    while (*holds == 0) {
        if (*at >= word.len) return 26;
        kti_cp unit = kti_utf8_at(word, *at);
        *at += unit.len;
        *holds = kti_latin_of_cp(unit.cp, held);
        for (size_t i = 0; i < *holds; i++)
            held[i] = kti_latin_base(held[i]);
        if (*holds > 0 && held[0] >= 26) *holds = 0;
    }
    unsigned letter = held[0];
    held[0] = held[1];
    --*holds;
    return letter;
}

int kti_listed_compare(kt_str a, kt_str b) {
    size_t at[2] = {0, 0}, holds[2] = {0, 0};
    uint8_t held[2][2];
    for (;;) {
        unsigned x = next_letter(a, &at[0], held[0], &holds[0]);
        unsigned y = next_letter(b, &at[1], held[1], &holds[1]);
        if (x == 26 && y == 26) return 0;
        if (x == 26 || y == 26) return x == 26 ? -1 : 1;
        if (x != y) return x < y ? -1 : 1;
    }
}

size_t kti_listed_hangul(const kti_listed *list, kt_str english, kt_str forms[KTI_LISTED_FORMS]) {
    uint32_t low = 0, high = list->head == NULL ? 0 : list->head->rows;
    if (english.len == 0) return 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        kt_str word = word_of(list, list->rows[middle]);
        int order = kti_listed_compare(word, english);
        if (order == 0) {
            size_t count = 0, at = (list->rows[middle] & KTI_LISTED_AT) + word.len + 1;
            for (; count < KTI_LISTED_FORMS; at += forms[count++].len + 1) {
                forms[count] = text_at(list, at);
                if (forms[count].len == 0) break;
            }
            return count;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* ---- Hangul --------------------------------------------------------------------------------- */

/* The first form that is not before `hangul`. */
static uint32_t first_form(const kti_listed *list, kt_str hangul) {
    uint32_t low = 0, high = list->head == NULL ? 0 : list->head->forms;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (kti_str_cmp(text_at(list, list->forms[middle].at), hangul) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The row of form `at`, if that is `hangul`. */
static bool row_of(const kti_listed *list, uint32_t at, kt_str hangul, uint32_t *row) {
    if (list->head == NULL || at >= list->head->forms) return false;
    if (!kti_str_eq(text_at(list, list->forms[at].at), hangul)) return false;
    if (list->forms[at].row >= list->head->rows) return false;
    *row = list->rows[list->forms[at].row];
    return true;
}

size_t kti_listed_english(const kti_listed *list, kt_str hangul, kt_str *words, size_t room) {
    size_t count = 0;
    uint32_t row;
    for (uint32_t at = first_form(list, hangul); count < room && row_of(list, at, hangul, &row);
         at++)
        words[count++] = word_of(list, row);
    return count;
}

unsigned kti_listed_kinds(const kti_listed *list, kt_str hangul) {
    unsigned kinds = 0;
    uint32_t row;
    for (uint32_t at = first_form(list, hangul); row_of(list, at, hangul, &row); at++)
        kinds |= row / (KTI_LISTED_AT + 1u);
    return kinds;
}
