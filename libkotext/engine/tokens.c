#include "engine/tokens.h"

#include "core/status.h"
#include "core/str.h"
#include "names/detect.h"
#include "names/shape.h"

static kt_status one_token(kt_ctx *ctx, kt_str text, kt_token_kind kind, const kt_token **tokens,
                           size_t *count) {
    kt_str name = kti_str_trim(text);
    kt_token *token = kti_arena_take(&ctx->scratch, sizeof *token);
    if (token == NULL) return KT_ERR_NOMEM;
    uint32_t start = name.len == 0 ? 0 : (uint32_t)(name.ptr - text.ptr);
    kt_span span = {start, start + (uint32_t)name.len};
    *token = (kt_token){span, span, kind};
    *tokens = token;
    *count = name.len > 0;
    return KT_OK;
}

static bool is_korean_person(const kti_lexicon *lexicon, kt_str name) {
    enum { ROWS = 4 };
    kti_entry rows[ROWS];
    unsigned kinds = 1u << KTI_ENTRY_PERSON | 1u << KTI_ENTRY_USER;
    size_t count = kti_lexicon_rows(lexicon, name, kinds, rows, ROWS);
    for (size_t i = 0; i < count; i++)
        if (kti_is_korean_entry(&rows[i])) return true;
    return false;
}

bool kti_tokens_look_foreign(const kti_lexicon *lexicon, kt_str name) {
    return kti_shape_foreign_or_person(kti_shapes_of(lexicon), name) > 0;
}

/* 도널드 is no person of the surname 도: one word that no dictionary has for a Korean, and that
 * looks transliterated. */
static bool is_foreign(const kti_lexicon *lexicon, kt_str name) {
    if (kti_str_find(name, KTI_STR(" "), 0) != SIZE_MAX) return false;
    return !is_korean_person(lexicon, name) && kti_tokens_look_foreign(lexicon, name);
}

static kt_token_kind kind_of(const kti_lexicon *lexicon, kt_name_type type, kt_str name) {
    switch (type) {
    case KT_NAME_PERSON:
        return is_foreign(lexicon, name) ? KT_TOKEN_FOREIGN : KT_TOKEN_PERSON;
    case KT_NAME_PLACE:
        return KT_TOKEN_PLACE;
    case KT_NAME_ORG:
        return KT_TOKEN_ORG;
    default:
        return KT_TOKEN_PLAIN;
    }
}

/* Whether a name is a syllable right behind another: 남북, 한미 are one word. */
static bool continues(const kt_token *before, kt_span span) {
    enum { SYLLABLE = 3 };
    return before->span.end == span.start && span.end - span.start == SYLLABLE &&
           (before->span.end - before->span.start) % SYLLABLE == 0;
}

/* 홍길동 기자: a title tells that a noun is a name here, so the blank before it belongs to what is
 * looked at. */
static bool needs_next_word(const kti_lexicon *lexicon, kt_str text, const kt_token *t) {
    if (t->kind != KT_TOKEN_PERSON || t->span.end >= text.len || text.ptr[t->span.end] != ' ')
        return false;
    return (kti_lexicon_word(lexicon, kti_str_span(text, t->stem)).classes & KTI_WORD_NOUN) != 0;
}

static kt_status names_in(kt_ctx *ctx, kt_str text, const kt_analysis *reading,
                          const kt_token **tokens, size_t *count) {
    kt_mention *found;
    KTI_TRY(kti_ctx_detect(ctx, text, reading, KTI_EXTENT_WORD, &found, count));
    kt_token *list = kti_arena_take(&ctx->scratch, (*count + 1) * sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (kept > 0 && continues(&list[kept - 1], found[i].span))
            list[kept - 1].span.end = list[kept - 1].stem.end = found[i].span.end;
        else
            list[kept++] = (kt_token){
                found[i].span, found[i].span,
                kind_of(ctx->engine->lexicon, found[i].type, kti_str_span(text, found[i].span))};
    }
    if (reading != NULL) kept = kti_tokens_check(text, reading, list, kept);
    for (size_t i = 0; i < kept; i++)
        if (needs_next_word(ctx->engine->lexicon, text, &list[i])) list[i].span.end++;
    *count = kept;
    *tokens = list;
    return kti_tokens_roads(ctx, text, tokens, count);
}

kt_status kti_tokens_find(kt_ctx *ctx, kt_str text, kt_kind kind, const kt_analysis *reading,
                          const kt_token **tokens, size_t *count) {
    *tokens = NULL;
    *count = 0;
    switch (kind) {
    case KT_KIND_PERSON:
        return one_token(ctx, text, KT_TOKEN_PERSON, tokens, count);
    case KT_KIND_PLACE:
        return one_token(ctx, text, KT_TOKEN_PLACE, tokens, count);
    case KT_KIND_AUTO:
        return names_in(ctx, text, reading, tokens, count);
    case KT_KIND_WORD:
        break;
    }
    return KT_OK;
}
