/* ttml_time.c - time expressions: TTML2, section 12.3.1. */
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/ttml.h"

enum { LARGEST = 1000000000 };

static int64_t number_of(kt_str value, int64_t other) {
    int64_t number;
    size_t digits;
    bool read = value.ptr != NULL && kti_take_number(&value, &number, &digits) && number > 0;
    return read ? number : other;
}

void kti_ttml_read_rates(kt_str text, const kti_xml *root, kti_ttml_rates *out) {
    kt_str multiplier = kti_xml_attribute(text, root, "frameRateMultiplier");
    int64_t frames = number_of(kti_xml_attribute(text, root, "frameRate"), 0);
    int64_t subframes = number_of(kti_xml_attribute(text, root, "subFrameRate"), 1);
    *out = (kti_ttml_rates){frames > 0 ? frames : 30, 1, 1, 1};
    if (frames > 0 && frames * subframes < LARGEST) out->ticks = frames * subframes;
    out->ticks = number_of(kti_xml_attribute(text, root, "tickRate"), out->ticks);
    if (multiplier.len == 0) return;
    out->numerator = number_of(multiplier, 1);
    while (multiplier.len > 0 && kti_is_ascii_digit(multiplier.ptr[0]))
        multiplier = kti_str_cut(multiplier, 1, multiplier.len);
    kti_take_space(&multiplier);
    kti_take_char(&multiplier, ':'); /* drafts wrote 1000:1001 */
    out->denominator = number_of(multiplier, 1);
}

/* count / rate in ms, to the nearest. */
static int64_t in_ms(int64_t count, int64_t rate) {
    return (count * 1000 + rate / 2) / rate;
}

static int64_t frames_in_ms(int64_t frames, const kti_ttml_rates *r) {
    if (r->denominator > 100000 || r->numerator > 100000 || r->frames > 100000)
        return in_ms(frames, r->frames);
    int64_t down = r->frames * r->numerator;
    return (frames * 1000 * r->denominator + down / 2) / down;
}

/* Digits and a fraction as thousandths. */
static bool take_thousandths(kt_str *rest, int64_t *whole, int64_t *thousandths) {
    size_t digits;
    *thousandths = 0;
    if (!kti_take_number(rest, whole, &digits)) return false;
    if (!kti_take_char(rest, '.')) return true;
    if (!kti_take_number(rest, thousandths, &digits)) return false;
    for (; digits < 3; digits++)
        *thousandths *= 10;
    for (; digits > 3; digits--)
        *thousandths /= 10;
    while (rest->len > 0 && kti_is_ascii_digit(rest->ptr[0]))
        *rest = kti_str_cut(*rest, 1, rest->len);
    return true;
}

static bool offset_time(kt_str rest, const kti_ttml_rates *rates, int64_t *ms) {
    int64_t whole, part;
    if (!take_thousandths(&rest, &whole, &part)) return false;
    int64_t thousandths = whole * 1000 + part;
    if (kti_str_eq(rest, KTI_STR("h")))
        *ms = thousandths * 3600;
    else if (kti_str_eq(rest, KTI_STR("m")))
        *ms = thousandths * 60;
    else if (kti_str_eq(rest, KTI_STR("s")) || rest.len == 0) /* lyrics leave the "s" out */
        *ms = thousandths;
    else if (kti_str_eq(rest, KTI_STR("ms")))
        *ms = (thousandths + 500) / 1000;
    else if (kti_str_eq(rest, KTI_STR("f")))
        *ms = frames_in_ms(whole, rates);
    else if (kti_str_eq(rest, KTI_STR("t")))
        *ms = in_ms(whole, rates->ticks);
    else
        return false;
    return true;
}

static bool clock_time(kt_str rest, const kti_ttml_rates *rates, int64_t *ms) {
    int64_t hours, minutes, seconds, part, frames = 0, subframes;
    size_t digits;
    if (!kti_take_number(&rest, &hours, &digits) || !kti_take_char(&rest, ':')) return false;
    if (!take_thousandths(&rest, &minutes, &part)) return false;
    if (rest.len == 0) { /* m:ss, which lyrics have */
        *ms = (hours * 60 + minutes) * 1000 + part;
        return true;
    }
    if (!kti_take_char(&rest, ':') || !take_thousandths(&rest, &seconds, &part)) return false;
    if (kti_take_char(&rest, ':') && !kti_take_number(&rest, &frames, &digits)) return false;
    if (kti_take_char(&rest, '.') && !kti_take_number(&rest, &subframes, &digits)) return false;
    *ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + part + frames_in_ms(frames, rates);
    return rest.len == 0;
}

bool kti_ttml_time(kt_str value, const kti_ttml_rates *rates, int64_t *ms) {
    kt_str trimmed = kti_str_trim(value);
    return clock_time(trimmed, rates, ms) || offset_time(trimmed, rates, ms);
}

/* What counted frames or ticks becomes seconds, which need no rate. */
void kti_ttml_write_time(int64_t ms, kt_str old, kti_buf *out) {
    kt_str trimmed = kti_str_trim(old);
    bool offset = trimmed.len > 0 && kti_is_ascii_alpha(trimmed.ptr[trimmed.len - 1]);
    if (!offset) {
        kti_add_time_text(ms, (kti_time_shape){2, '.', 3}, out);
        return;
    }
    kti_buf_add_uint(out, (uint64_t)(ms < 0 ? 0 : ms) / 1000);
    if (ms > 0 && ms % 1000 > 0) {
        kti_buf_add_byte(out, '.');
        kti_add_padded(out, ms % 1000, 3);
    }
    kti_buf_add_byte(out, 's');
}
