#include "analyze/whole.h"

#include "core/utf8.h"
#include "unicode/props.h"

static kti_unknown symbol_kind(uint32_t cp, bool repeated) {
    switch (cp) {
    case '.':
        return repeated ? KTI_UNKNOWN_SE : KTI_UNKNOWN_SF;
    case '!':
    case '?':
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
        return KTI_UNKNOWN_SF;
    case 0x2026:
    case 0x22EF:
        return KTI_UNKNOWN_SE;
    case ',':
    case ':':
    case '/':
        return KTI_UNKNOWN_SC;
    default:
        return kti_cp_is_middle_dot(cp) ? KTI_UNKNOWN_SC : KTI_UNKNOWN_SY;
    }
}

static kti_unknown bracket_kind(uint32_t cp) {
    static const uint32_t opening[] = {'(',    '[',    '{',    0x2018, 0x201C, 0x300C, 0x300E,
                                       0x3008, 0x300A, 0xFF08, 0x3010, 0x3014, 0xAB,   '<'};
    static const uint32_t closing[] = {')',    ']',    '}',    0x2019, 0x201D, 0x300D, 0x300F,
                                       0x3009, 0x300B, 0xFF09, 0x3011, 0x3015, 0xBB,   '>'};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (cp == opening[i]) return KTI_UNKNOWN_SSO;
        if (cp == closing[i]) return KTI_UNKNOWN_SSC;
    }
    return KTI_UNKNOWN_EDGE;
}

kti_unknown kti_whole_kind(kt_str run, kti_run_kind kind) {
    kti_cp first = kti_utf8_at(run, 0);
    switch (kind) {
    case KTI_RUN_JAMO:
        return KTI_UNKNOWN_IC;
    case KTI_RUN_HANJA:
        return KTI_UNKNOWN_SH;
    case KTI_RUN_LATIN:
        return KTI_UNKNOWN_SL;
    case KTI_RUN_NUMBER:
        return KTI_UNKNOWN_SN;
    default:
        break;
    }
    kti_unknown bracket = bracket_kind(first.cp);
    return bracket != KTI_UNKNOWN_EDGE ? bracket : symbol_kind(first.cp, run.len > first.len);
}
