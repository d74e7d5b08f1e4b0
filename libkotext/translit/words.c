#include "translit/words.h"

#include <math.h>
#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "translit/weigh.h"

enum { BEAM = 40, NARROW_BEAM = 12, PIECE = 40 };

/* How far behind the best a path may fall: for a list, and for the best alone. */
static const float limit = 11, narrow_limit = 6.5F;
/* Weights of the two models' ln p, and those for words whose sounds are known. */
static const float joint_weight = 0.5F, tagger_weight = 0.7F;
static const float sounded_joint = 0.35F, sounded_tagger = 0.7F;

/* ---- lists ---------------------------------------------------------------------------------- */

void kti_forms_add(kti_word_form *forms, size_t *count, kti_word_form form) {
    for (size_t i = 0; i < *count; i++) {
        if (!kti_str_eq(forms[i].text, form.text)) continue;
        if (form.score > forms[i].score) forms[i] = form;
        return;
    }
    if (*count < KTI_WORD_FORMS) forms[(*count)++] = form;
}

void kti_forms_sort(kti_word_form *forms, size_t count) {
    for (size_t i = 1; i < count; i++) {
        kti_word_form f = forms[i];
        size_t at = i;
        for (; at > 0 && forms[at - 1].score < f.score; at--)
            forms[at] = forms[at - 1];
        forms[at] = f;
    }
}

/* ---- units to text -------------------------------------------------------------------------- */

/* Tags by letter as Hangul; in the arena. */
static kt_str tags_text(const kti_chunk_units *tags, size_t count, kti_arena *arena) {
    kti_buf text;
    kt_syllable open = {KTI_L_NONE, 0, 0};
    bool has_vowel = false;
    kti_buf_init(&text, &arena->alloc);
    for (size_t i = 0; i < count; i++) {
        for (kti_chunk_units units = tags[i]; units != 0; units >>= 7) {
            unsigned unit = (units & 127) - 1;
            if (unit >= KTI_UNIT_FINAL) {
                open.jongseong = (uint8_t)(unit - KTI_UNIT_FINAL + 1);
                continue;
            }
            if (has_vowel) {
                kti_buf_add_cp(&text, kti_join(open));
                open = (kt_syllable){KTI_L_NONE, 0, 0};
                has_vowel = false;
            }
            if (unit < KTI_UNIT_VOWEL) {
                open.choseong = (uint8_t)unit;
            } else {
                open.jungseong = (uint8_t)(unit - KTI_UNIT_VOWEL);
                has_vowel = true;
            }
        }
    }
    if (has_vowel) kti_buf_add_cp(&text, kti_join(open));
    kt_str copy = text.failed ? (kt_str){NULL, 0} : kti_arena_str(arena, kti_buf_str(&text));
    kti_buf_free(&text);
    return copy;
}

/* ---- letter by letter ----------------------------------------------------------------------- */

static const char *const letter_names[26] = {
    "에이", "비",   "시", "디",   "이",     "에프", "지",   "에이치", "아이",
    "제이", "케이", "엘", "엠",   "엔",     "오",   "피",   "큐",     "아르",
    "에스", "티",   "유", "브이", "더블유", "엑스", "와이", "제트"};

kt_str kti_latin_names(kt_str word, kti_arena *arena) {
    uint8_t letters[PIECE];
    kti_buf text;
    kti_buf_init(&text, &arena->alloc);
    size_t count = kti_latin_read(word, letters, PIECE);
    for (size_t i = 0; i < count; i++) {
        uint8_t base = kti_latin_base(letters[i]);
        if (base < 26) kti_buf_add_cstr(&text, letter_names[base]);
    }
    kt_str copy = text.failed ? (kt_str){NULL, 0} : kti_arena_str(arena, kti_buf_str(&text));
    kti_buf_free(&text);
    return copy;
}

/* Whether the listed sounds are those of the letters' names, judged by their number: two and more
 * a letter is what names have (B IY, B IY, S IY). */
static bool sounds_spelt_out(const kti_english_chunk *sounds, size_t count) {
    size_t full = 0;
    for (size_t i = 0; i < count; i++)
        full += sounds[i] >> 8 != 0 || kti_english_is_vowel(sounds[i] & 0xFFu);
    return full == count;
}

bool kti_is_spelt_out(const kti_translit *t, kt_str word) {
    uint8_t letters[PIECE];
    size_t count = kti_latin_read(word, letters, PIECE), vowels = 0;
    uint8_t plain[PIECE];
    kti_english_chunk sounds[KTI_ENGLISH_WORD];
    if (count == 0) return false;
    for (size_t i = 0; i < count; i++) {
        plain[i] = kti_english_letter(letters[i]);
        vowels += kti_latin_is_vowel(plain[i]) && plain[i] != 'y' - 'a';
    }
    if (count == 1 || vowels == 0) return true;
    if (kti_english_find(&t->sounds, plain, count, sounds)) return sounds_spelt_out(sounds, count);
    return count <= 3;
}

/* ---- the models ----------------------------------------------------------------------------- */

/* A word of letters whose forms are made. */
typedef struct piece {
    const kti_word_maker *maker;
    kti_weighed weighed;
    kti_pronounced spoken;
} piece;

static void weigh(const piece *p, const kti_beam_found *found, float *features,
                  kti_word_form *form) {
    kti_weigh_form(&p->weighed, found->hangul, features);
    features[KTI_WEIGH_SCORE] = found->score;
    features[KTI_WEIGH_JOINT] = found->parts.joint;
    features[KTI_WEIGH_TAGS] = found->parts.tags;
    *form = (kti_word_form){found->hangul, kti_weigh_sum(&p->weighed, features), "model"};
}

/* The form by the rules, should the models not list it: it is as good as their last but for what
 * that costs. */
static void add_ruled(const piece *p, const kti_beam_found *last, kti_word_form *forms,
                      size_t *count) {
    float features[KTI_WEIGH_FEATURES];
    kti_beam_found ruled = {p->weighed.ruled, 0, {0, 0}};
    kti_word_form form;
    for (size_t i = 0; i < *count; i++)
        if (kti_str_eq(forms[i].text, ruled.hangul)) return;
    if (last != NULL) ruled = (kti_beam_found){ruled.hangul, last->score, last->parts};
    weigh(p, &ruled, features, &form);
    features[KTI_WEIGH_UNSCORED] = 1;
    form.score = kti_weigh_sum(&p->weighed, features);
    form.label = "rules";
    if (*count == KTI_WORD_FORMS) --*count;
    kti_forms_add(forms, count, form);
}

static kt_status search(const piece *p, bool narrow, kti_word_form *forms, size_t *count) {
    const kti_translit *t = p->maker->translit;
    bool sounded = p->spoken.source > KTI_PRONOUNCED_GUESSED;
    kti_tagged_word word = {p->weighed.letters, sounded ? p->spoken.sounds : NULL,
                            sounded ? p->spoken.rules : NULL, p->weighed.count};
    kti_beam s = {&t->joint,
                  &t->tagger,
                  narrow ? NARROW_BEAM : BEAM,
                  narrow ? narrow_limit : limit,
                  p->maker->work,
                  sounded ? sounded_joint : joint_weight,
                  sounded ? sounded_tagger : tagger_weight};
    kti_beam_found found[BEAM];
    size_t found_count;
    float features[KTI_WEIGH_FEATURES];
    KTI_TRY(kti_beam_word(&s, &word, p->maker->arena, found, BEAM, &found_count));
    for (size_t i = 0; i < found_count; i++) {
        kti_word_form form;
        weigh(p, &found[i], features, &form);
        kti_forms_add(forms, count, form);
    }
    if (p->weighed.ruled.len > 0)
        add_ruled(p, found_count > 0 ? &found[found_count - 1] : NULL, forms, count);
    kti_forms_sort(forms, *count);
    return KT_OK;
}

/* The narrow search's best stays the best of a list. */
static kt_status model_forms(const piece *p, kti_word_form *forms, size_t *count) {
    KTI_TRY(search(p, true, forms, count));
    if (p->maker->wish != KTI_WISH_MANY || *count == 0) return KT_OK;
    kti_word_form best = forms[0];
    *count = 0;
    KTI_TRY(search(p, false, forms, count));
    if (*count > 0 && forms[0].score > best.score) best.score = forms[0].score + 1e-4F;
    if (*count == KTI_WORD_FORMS) --*count;
    kti_forms_add(forms, count, best);
    kti_forms_sort(forms, *count);
    return KT_OK;
}

/* A word of at most PIECE letters. */
static kt_status piece_forms(const kti_word_maker *m, const uint8_t *letters, size_t count,
                             kti_word_form *forms, size_t *form_count) {
    piece p = {.maker = m};
    *form_count = 0;
    kti_pronounced_find(m->translit, letters, count, true, &p.spoken);
    p.weighed = (kti_weighed){m->translit->lexicon, letters, count, &p.spoken, {"", 0}};
    bool known = p.spoken.source != KTI_PRONOUNCED_UNKNOWN;
    if (known) p.weighed.ruled = tags_text(p.spoken.rules, count, m->arena);
    if (p.weighed.ruled.ptr == NULL) return KT_ERR_NOMEM;
    if (m->wish != KTI_WISH_OFFICIAL || !known) return model_forms(&p, forms, form_count);
    if (p.weighed.ruled.len > 0)
        kti_forms_add(forms, form_count, (kti_word_form){p.weighed.ruled, 0, "rules"});
    return KT_OK;
}

/* Of a word longer than any, the best form piece by piece. */
static kt_status long_word(const kti_word_maker *m, kt_str word, kti_word_form *form) {
    kti_buf text;
    kti_word_maker one = *m;
    if (m->wish == KTI_WISH_MANY) one.wish = KTI_WISH_ONE;
    kti_buf_init(&text, &m->arena->alloc);
    kt_status status = KT_OK;
    uint8_t letters[PIECE + 2];
    size_t count = 0;
    for (size_t at = 0; status == KT_OK && at < word.len;) {
        kti_cp unit = kti_utf8_at(word, at);
        at += unit.len;
        count += kti_latin_of_cp(unit.cp, letters + count);
        if (count == 0 || (count < PIECE && at < word.len)) continue;
        kti_word_form forms[KTI_WORD_FORMS];
        size_t form_count;
        status = piece_forms(&one, letters, count < PIECE ? count : PIECE, forms, &form_count);
        if (status == KT_OK && form_count > 0) kti_buf_add_str(&text, forms[0].text);
        count = 0;
    }
    *form = (kti_word_form){kti_arena_str(m->arena, kti_buf_str(&text)), 0, "model"};
    if (text.failed || form->text.ptr == NULL) status = KT_ERR_NOMEM;
    kti_buf_free(&text);
    return status;
}

kt_status kti_word_forms(const kti_word_maker *m, kt_str word, kti_word_form *forms,
                         size_t *count) {
    uint8_t letters[PIECE];
    *count = 0;
    size_t letter_count = kti_latin_read(word, letters, PIECE);
    if (letter_count > 0) return piece_forms(m, letters, letter_count, forms, count);
    KTI_TRY(long_word(m, word, &forms[0]));
    *count = forms[0].text.len > 0 ? 1 : 0;
    return KT_OK;
}
