/* spell.c - the letters of a syllable in its place. */
#include "romanize/romanize.h"

#include <string.h>

#include "core/str.h"
#include "hangul/syllable.h"
#include "phono/coda.h"
#include "phono/rules.h"

void kti_letters_add(kti_letters *to, const char *text) {
    size_t len = text == NULL ? 0 : strlen(text);
    if (len == 0 || to->len + len > sizeof to->text) return;
    memcpy(to->text + to->len, text, len);
    to->len += len;
}

/* Whether the onset came from the final before it (먹어 -> 머거). */
static bool has_moved(const kti_syl *s) {
    return s->l0 == KTI_L_NONE && s->l != KTI_L_NONE && s->rule != KTI_STD_29 &&
           s->rule != KTI_STD_29_L;
}

/* ㄲ of 깎아 and ㅆ of 있어 have moved from a final; ㅆ of 없어 was ㅅ. */
bool kti_is_written_tense(const kti_syl *before, const kti_syl *s) {
    if (!kti_is_tense(s->l)) return false;
    if (s->l0 == s->l) return true;
    if (s->l0 != KTI_L_NONE || before == NULL) return false;
    return before->t0 == KTI_T_GG || before->t0 == KTI_T_SS;
}

const kti_fixed_part *kti_fixed_at(const kti_scheme *scheme, const kti_phono *phono, size_t at) {
    for (const kti_fixed *f = scheme->fixed; f != NULL && f->word[0] != '\0'; f++) {
        kt_str word = kti_str(f->word);
        for (size_t i = 0; i < word.len / KTI_SYL_BYTES - 1 && i <= at; i++) {
            const kti_syl *first = &phono->syls[at - i];
            kt_str here = kti_str_cut(phono->text, first->src, phono->text.len);
            bool starts = first->gap != KTI_GAP_NONE && kti_str_starts(here, word);
            bool joined = starts && phono->syls[at].src == first->src + i * KTI_SYL_BYTES;
            if (joined) return &f->parts[i];
        }
    }
    return NULL;
}

const char *kti_spell_onset(const kti_scheme *scheme, const kti_place *p) {
    if (scheme->onset != NULL) return scheme->onset(scheme, p);
    bool liquid = !scheme->by_letters && p->it->l == KTI_L_R && p->before != NULL &&
                  p->before->gap != KTI_GAP_FROZEN && p->it->gap == KTI_GAP_NONE &&
                  p->before->t == KTI_T_R;
    return liquid ? scheme->liquid : scheme->choseong[p->it->l];
}

void kti_spell_opening(const kti_scheme *scheme, const kti_place *p, kti_letters *to) {
    kti_letters_add(to, kti_spell_onset(scheme, p));
    kti_letters_add(to,
                    scheme->vowel != NULL ? scheme->vowel(scheme, p) : scheme->jungseong[p->it->v]);
}

void kti_spell_place(const kti_scheme *scheme, const kti_place *p, const char *between,
                     kti_letters *to) {
    const char *onset = kti_spell_onset(scheme, p);
    const char *vowel =
        scheme->vowel != NULL ? scheme->vowel(scheme, p) : scheme->jungseong[p->it->v];
    const char *coda = scheme->coda != NULL ? scheme->coda(scheme, p) : scheme->jongseong[p->it->t];
    bool hyphen = !scheme->by_letters && !scheme->by_syllable && strcmp(between, "-") == 0;
    if (hyphen && p->it->l0 == KTI_L_H && onset[0] != 'h' && strchr(onset, 'h') != NULL) {
        kti_letters stop = {.len = 0}; /* Tŏk-hŏn: ㅎ joined the final, which stays where it was */
        kti_letters_add(&stop, onset);
        const char *h = memchr(stop.text, 'h', stop.len);
        stop.text[h - stop.text] = '\0';
        kti_letters_add(to, stop.text);
        kti_letters_add(to, between);
        kti_letters_add(to, "h");
        kti_letters_add(to, vowel);
        kti_letters_add(to, coda);
        return;
    }
    bool onset_first = hyphen && has_moved(p->it);
    kti_letters_add(to, onset_first ? onset : between);
    kti_letters_add(to, onset_first ? between : onset);
    kti_letters_add(to, vowel);
    kti_letters_add(to, coda);
}
