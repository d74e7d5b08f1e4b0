// marisa.cpp - common-prefix search over a text, as programs that have a trie of terms do it.
#include "terms.h"

#if __has_include(<marisa.h>)
#include <marisa.h>

namespace {

struct Trie {
    marisa::Trie trie;
    marisa::Agent agent;
};

bool is_letter(unsigned char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// The end of the longest key at `at`, or `at`.
size_t longest(Trie *t, const char *text, size_t len, size_t at) {
    size_t end = at;
    t->agent.set_query(text + at, len - at);
    while (t->trie.common_prefix_search(t->agent))
        end = at + t->agent.key().length();
    return end;
}

} // namespace

void *marisa_new(const piece *keys, size_t count) {
    marisa::Keyset set;
    for (size_t i = 0; i < count; i++)
        set.push_back(keys[i].ptr, keys[i].len);
    Trie *t = new Trie;
    t->trie.build(set);
    return t;
}

void marisa_free(void *trie) {
    delete static_cast<Trie *>(trie);
}

size_t marisa_bytes(const void *trie) {
    return static_cast<const Trie *>(trie)->trie.io_size();
}

size_t marisa_find(void *trie, const char *text, size_t len) {
    Trie *t = static_cast<Trie *>(trie);
    size_t found = 0;
    for (size_t at = 0; at < len;) {
        unsigned char c = static_cast<unsigned char>(text[at]);
        bool begins = c >= 0xE1 || (is_letter(c) && (at == 0 || !is_letter(text[at - 1])));
        size_t end = begins ? longest(t, text, len, at) : at;
        found += end > at;
        at = end > at ? end : at + 1;
    }
    return found + 1;
}

#else

void *marisa_new(const piece *, size_t) {
    return nullptr;
}

void marisa_free(void *) {
}

size_t marisa_bytes(const void *) {
    return 0;
}

size_t marisa_find(void *, const char *, size_t) {
    return 0;
}
#endif
