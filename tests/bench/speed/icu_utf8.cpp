// icu_utf8.cpp - ICU's normalizers over UTF-8, which have no C interface.
#include "speed.h"

#include <string>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

namespace {

size_t normalized(const icu::Normalizer2 *form, const char *text, size_t len) {
    UErrorCode error = U_ZERO_ERROR;
    size_t sum = 0;
    std::string out;
    for (size_t at = 0; at < len;) {
        size_t end = block_end(text, len, at);
        out.clear();
        icu::StringByteSink<std::string> sink(&out);
        form->normalizeUTF8(0, icu::StringPiece(text + at, static_cast<int32_t>(end - at)), sink,
                            nullptr, error);
        sum += out.size();
        at = end;
    }
    return U_FAILURE(error) ? 0 : sum;
}

} // namespace

size_t icu_is_nfc(const char *text, size_t len) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(error);
    size_t good = 0;
    for (size_t at = 0; at < len;) {
        size_t end = block_end(text, len, at);
        good += form->isNormalizedUTF8(
            icu::StringPiece(text + at, static_cast<int32_t>(end - at)), error);
        at = end;
    }
    return U_FAILURE(error) ? 0 : good;
}

size_t icu_to_nfc(const char *text, size_t len) {
    UErrorCode error = U_ZERO_ERROR;
    return normalized(icu::Normalizer2::getNFCInstance(error), text, len);
}

size_t icu_to_nfd(const char *text, size_t len) {
    UErrorCode error = U_ZERO_ERROR;
    return normalized(icu::Normalizer2::getNFDInstance(error), text, len);
}
