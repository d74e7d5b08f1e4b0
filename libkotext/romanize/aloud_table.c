/* aloud_table.c - what is counted by which numbers, units, the names of letters. */
#include "romanize/aloud.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- counters ------------------------------------------------------------------------------- */

/* Sino-Korean numbers stand before these, which begin like native counters. */
static const char *const sino[] = {
    "개월", "개국",   "개년", "개교", "개소", "개사", "개조", "개항", "시즌", "시리즈", "시드",
    "장조", "장단조", "대손", "배속", "명령", "병동", "병상", "편대", "판본", "통신",   "채널",
    "달러", "척추",   "권역", "잔류", "가구", "가족", "곳간", "줄기", "번지", "번길",   "번선",
    "번홈", "대대",   "집단", "건반", "단계", "단지", "칸델", "쌍둥", "팀장", "곡선",   "알파"};

/* Native numbers to 99 stand before these. */
static const char *const native[] = {
    "개",     "명",     "사람", "살",   "시간", "시",   "마리", "권",   "장",   "병",   "잔",
    "벌",     "켤레",   "송이", "그루", "채",   "번째", "가지", "군데", "달",   "자루", "척",
    "배",     "곳",     "대",   "통",   "판",   "편",   "줄",   "알",   "접시", "그릇", "상자",
    "봉지",   "묶음",   "다발", "쌍",   "바퀴", "걸음", "발짝", "끼",   "팀",   "방울", "모금",
    "컵",     "숟가락", "박스", "세트", "곡",   "차례", "포기", "뿌리", "갑",   "건",   "나라",
    "식구",   "자리",   "칸",   "번",   "단어", "문장", "글자", "가닥", "토막", "조각", "쪼가리",
    "꾸러미", "두름",   "톨",   "주먹", "짝",   "어절", "음절", "형제", "자매", "남매", "아이",
    "아들",   "딸",     "학교", "도시", "회사", "학급"};

static bool starts_with(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_starts(text, kti_str(list[i]))) return true;
    return false;
}

static unsigned value_of(kt_str digits) {
    unsigned value = 0;
    for (size_t i = 0; i < digits.len && i < 3; i++)
        value = 10 * value + (unsigned)(digits.ptr[i] - '0');
    return value;
}

/* 3번 출구, 16대 대통령: the third of a row, not three times. */
static bool is_numbered(kt_str behind) {
    static const char *const things[] = {
        "번 출구",   "번출구",  "번 버스", "번 국도",   "번 문제", "번 문항",   "번 트랙",
        "번 채널",   "번 타자", "번 홈",   "번 승강장", "번 방",   "번 게이트", "번 선수",
        "번 교향곡", "번 버튼", "번 노선", "번 후보",   "번 좌석", "번 창구",   "대 대통령",
        "대 국회",   "대 회장", "대 총장", "대 총리",   "대 왕",   "대 임금"};
    return starts_with(behind, things, COUNT(things));
}

/* 20대, in their twenties; 3대 1, a score; 3대 is three machines or generations. */
static bool counts_machines(kt_str behind, unsigned value) {
    size_t at = KTI_STR("대").len;
    if (at < behind.len && behind.ptr[at] == ' ') at++;
    return value % 10 != 0 && !(at < behind.len && kti_is_ascii_digit(behind.ptr[at]));
}

/* 1번, the first of a row, but 1번만, once only. */
static bool counts_times(kt_str behind, unsigned value) {
    static const char *const ends[] = {"번만", "번도",     "번씩", "번에", "번쯤",
                                       "번뿐", "번이라도", "번째", "번 더"};
    return value != 1 || starts_with(behind, ends, COUNT(ends));
}

bool kti_counts_native(kt_str behind, kt_str digits) {
    unsigned value = value_of(digits);
    if (starts_with(behind, sino, COUNT(sino)) || is_numbered(behind)) return false;
    bool clock = kti_str_starts(behind, KTI_STR("시")) && !kti_str_starts(behind, KTI_STR("시간"));
    if (clock) return value <= 12;
    if (kti_str_starts(behind, KTI_STR("대"))) return counts_machines(behind, value);
    if (kti_str_starts(behind, KTI_STR("번"))) return counts_times(behind, value);
    return starts_with(behind, native, COUNT(native));
}

/* ---- units ---------------------------------------------------------------------------------- */

/* Longer ones before those they begin with. */
static const struct unit {
    kt_str sign;
    const char *reading;
} units[] = {
    {KTI_STR_INIT("km/h"), "킬로미터"},
    {KTI_STR_INIT("m/s"), "미터"},
    {KTI_STR_INIT("kcal"), "킬로칼로리"},
    {KTI_STR_INIT("kWh"), "킬로와트시"},
    {KTI_STR_INIT("km²"), "제곱킬로미터"},
    {KTI_STR_INIT("cm²"), "제곱센티미터"},
    {KTI_STR_INIT("m²"), "제곱미터"},
    {KTI_STR_INIT("m³"), "세제곱미터"},
    {KTI_STR_INIT("GHz"), "기가헤르츠"},
    {KTI_STR_INIT("MHz"), "메가헤르츠"},
    {KTI_STR_INIT("kHz"), "킬로헤르츠"},
    {KTI_STR_INIT("Hz"), "헤르츠"},
    {KTI_STR_INIT("kg"), "킬로그램"},
    {KTI_STR_INIT("mg"), "밀리그램"},
    {KTI_STR_INIT("km"), "킬로미터"},
    {KTI_STR_INIT("cm"), "센티미터"},
    {KTI_STR_INIT("mm"), "밀리미터"},
    {KTI_STR_INIT("ml"), "밀리리터"},
    {KTI_STR_INIT("mL"), "밀리리터"},
    {KTI_STR_INIT("kW"), "킬로와트"},
    {KTI_STR_INIT("MW"), "메가와트"},
    {KTI_STR_INIT("kV"), "킬로볼트"},
    {KTI_STR_INIT("dB"), "데시벨"},
    {KTI_STR_INIT("KB"), "킬로바이트"},
    {KTI_STR_INIT("MB"), "메가바이트"},
    {KTI_STR_INIT("GB"), "기가바이트"},
    {KTI_STR_INIT("TB"), "테라바이트"},
    {KTI_STR_INIT("ha"), "헥타르"},
    {KTI_STR_INIT("g"), "그램"},
    {KTI_STR_INIT("m"), "미터"},
    {KTI_STR_INIT("l"), "리터"},
    {KTI_STR_INIT("L"), "리터"},
    {KTI_STR_INIT("t"), "톤"},
    {KTI_STR_INIT("W"), "와트"},
    {KTI_STR_INIT("V"), "볼트"},
    {KTI_STR_INIT("%p"), "퍼센트포인트"},
    {KTI_STR_INIT("%P"), "퍼센트포인트"},
    {KTI_STR_INIT("%"), "퍼센트"},
    {KTI_STR_INIT("％"), "퍼센트"},
    {KTI_STR_INIT("°C"), "도"},
    {KTI_STR_INIT("°"), "도"},
    {KTI_STR_INIT("℃"), "도"},
    {KTI_STR_INIT("㎏"), "킬로그램"},
    {KTI_STR_INIT("㎎"), "밀리그램"},
    {KTI_STR_INIT("㎞"), "킬로미터"},
    {KTI_STR_INIT("㎝"), "센티미터"},
    {KTI_STR_INIT("㎜"), "밀리미터"},
    {KTI_STR_INIT("㎖"), "밀리리터"},
    {KTI_STR_INIT("㎡"), "제곱미터"},
    {KTI_STR_INIT("㎢"), "제곱킬로미터"},
    {KTI_STR_INIT("ℓ"), "리터"},
};

size_t kti_unit_read(kt_str behind, const char **reading) {
    for (size_t i = 0; i < COUNT(units); i++) {
        size_t len = units[i].sign.len;
        if (!kti_str_starts(behind, units[i].sign)) continue;
        if (len < behind.len && kti_is_ascii_alpha(behind.ptr[len])) continue;
        *reading = units[i].reading;
        return len;
    }
    return 0;
}

/* ---- letters -------------------------------------------------------------------------------- */

const char *kti_letter_name(char letter) {
    static const char *const names[] = {"에이",   "비",     "시",   "디",   "이",   "에프", "지",
                                        "에이치", "아이",   "제이", "케이", "엘",   "엠",   "엔",
                                        "오",     "피",     "큐",   "아르", "에스", "티",   "유",
                                        "브이",   "더블유", "엑스", "와이", "제트"};
    return letter >= 'A' && letter <= 'Z' ? names[letter - 'A'] : "";
}

const char *kti_abbreviation_word(kt_str letters) {
    static const struct word {
        const char *letters, *reading;
    } words[] = {
        {"NATO", "나토"},    {"NASA", "나사"},     {"UNESCO", "유네스코"}, {"UNICEF", "유니세프"},
        {"OPEC", "오펙"},    {"APEC", "에이펙"},   {"ASEAN", "아세안"},    {"FIFA", "피파"},
        {"AIDS", "에이즈"},  {"SARS", "사스"},     {"NAFTA", "나프타"},    {"KAIST", "카이스트"},
        {"KOTRA", "코트라"}, {"POSCO", "포스코"},  {"TOEIC", "토익"},      {"TOEFL", "토플"},
        {"RAM", "램"},       {"LAN", "랜"},        {"PIN", "핀"},          {"SIM", "심"},
        {"LASER", "레이저"}, {"VIP", "브이아이피"}};
    for (size_t i = 0; i < COUNT(words); i++)
        if (kti_str_eq(letters, kti_str(words[i].letters))) return words[i].reading;
    return NULL;
}
