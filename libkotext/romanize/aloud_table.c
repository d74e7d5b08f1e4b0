/* aloud_table.c - what is counted by which numbers, units, the names of letters. */
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/aloud.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- counters ------------------------------------------------------------------------------- */

/* Sino-Korean numbers stand before these, though they look like a counter and a particle. */
static const char *const sino[] = {"번가", "번지", "곳간", "건반", "대대", "편대", "권분립"};

/* So do they before these behind a blank: 아이폰 15 통과 is no fifteen letters. */
static const char *const nouns[] = {
    "개도국", "개별", "개인",   "개입", "개전", "건의", "건전", "골고루", "골다공", "골든",
    "달인",   "대내", "대다수", "대만", "대안", "대여", "대인", "대일",   "대입",   "대전",
    "대중",   "대지", "대치",   "명예", "발간", "발인", "발전", "배경",   "배당",   "배분",
    "배전",   "병가", "살인",   "시가", "시내", "시대", "시도", "시의",   "시인",   "시일",
    "시중",   "잔고", "잔여",   "잔인", "장고", "장내", "장로", "장인",   "장중",   "장치",
    "척도",   "통과", "통로",   "통일", "통치", "판다", "판도", "편도",   "편지"};

/* Native numbers to 99 stand before these. */
static const char *const native[] = {
    "개",     "명",     "사람",   "살",   "시간", "시",   "마리", "권",   "장",   "병",   "잔",
    "벌",     "켤레",   "송이",   "그루", "채",   "번째", "가지", "군데", "달",   "자루", "척",
    "배",     "곳",     "대",     "통",   "판",   "편",   "줄",   "알",   "접시", "그릇", "상자",
    "봉지",   "묶음",   "다발",   "쌍",   "바퀴", "걸음", "발짝", "끼",   "팀",   "방울", "모금",
    "컵",     "숟가락", "박스",   "세트", "곡",   "차례", "포기", "뿌리", "갑",   "건",   "나라",
    "식구",   "자리",   "칸",     "번",   "단어", "문장", "글자", "가닥", "토막", "조각", "쪼가리",
    "꾸러미", "두름",   "톨",     "주먹", "짝",   "어절", "음절", "형제", "자매", "남매", "아이",
    "아들",   "딸",     "학교",   "도시", "회사", "학급", "발",   "골",   "바늘", "종류", "갈래",
    "마디",   "큰술",   "작은술", "스푼", "컷"};

/* What may stand behind a counter: particles, the copula, suffixes and nouns of measure. */
static const char *const behind_counters[] = {
    "가",   "이",   "은",   "는",   "을",   "를",   "의",   "에",   "로",   "으로", "와",   "과",
    "도",   "만",   "까지", "부터", "나",   "라",   "랑",   "마다", "뿐",   "쯤",   "씩",   "째",
    "경",   "께",   "꼴",   "짜리", "들",   "당",   "보다", "처럼", "밖에", "조차", "여",   "였",
    "예",   "인",   "일",   "입",   "임",   "다",   "며",   "고",   "지",   "요",   "하고", "별",
    "간",   "정도", "중",   "내",   "반",   "남짓", "가량", "대",   "분",   "동안", "후",   "전",
    "이상", "미만", "안",   "치",   "끼리", "마저", "든",   "건",   "더",   "넘",   "배기"};

static bool starts_with(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_starts(text, kti_str(list[i]))) return true;
    return false;
}

static bool ends_with(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_ends(text, kti_str(list[i]))) return true;
    return false;
}

static unsigned value_of(kt_str digits) {
    unsigned value = 0;
    for (size_t i = 0; i < digits.len && i < 3; i++)
        value = 10 * value + (unsigned)(digits.ptr[i] - '0');
    return value;
}

static bool is_hangul_at(kt_str text, size_t at) {
    return at < text.len && kti_is_syllable(kti_utf8_at(text, at).cp);
}

/* A counter, and not the first syllable of 개국, 대표 or 시즌. */
static bool begins_with_counter(kt_str behind) {
    for (size_t i = 0; i < COUNT(native); i++) {
        kt_str counter = kti_str(native[i]);
        if (!kti_str_starts(behind, counter)) continue;
        kt_str rest = kti_str_cut(behind, counter.len, behind.len);
        if (!is_hangul_at(rest, 0) || starts_with(rest, behind_counters, COUNT(behind_counters)))
            return true;
    }
    return false;
}

/* 3번 출구: the third of a row, not three times. */
static bool is_numbered(kt_str behind) {
    static const char *const things[] = {
        "번 출구",   "번출구",  "번 버스", "번 국도",   "번 문제", "번 문항",   "번 트랙",
        "번 채널",   "번 타자", "번 홈",   "번 승강장", "번 방",   "번 게이트", "번 선수",
        "번 교향곡", "번 버튼", "번 노선", "번 후보",   "번 좌석", "번 창구"};
    return starts_with(behind, things, COUNT(things));
}

/* 차량 3대 파손: three vehicles; 4대 보험, the four great ones; 22대 국회, one of a row. */
static bool is_machine(kt_str before) {
    static const char *const machines[] = {
        "차",     "차량",   "버스",   "택시",     "트럭",   "기",     "드론",   "컴퓨터",
        "카메라", "탱크",   "자전거", "오토바이", "엔진",   "PC",     "TV",     "로봇",
        "폰",     "노트북", "서버",   "장비",     "크레인", "스쿠터", "킥보드", "보트"};
    while (kti_str_ends(before, KTI_STR(" ")))
        before.len--;
    return ends_with(before, machines, COUNT(machines));
}

/* 20대, in their twenties; 3대 1, a score; 3대째, the third generation; 3대 is three machines. */
static bool counts_machines(kt_str behind, kt_str before, unsigned value) {
    static const char *const generations[] = {"째",    "에 걸", "에 이르",
                                              "를 이", "를 잇", "가 함께"};
    static const char *const amounts[] = {" 더",   " 중",   " 모두", " 이상", " 이하", " 미만",
                                          " 가량", " 정도", " 있",   " 없",   " 남",   " 등",
                                          " 및",   " 또는", " 전부", " 규모", " 추가"};
    kt_str rest = kti_str_cut(behind, KTI_STR("대").len, behind.len);
    size_t at = rest.len > 0 && rest.ptr[0] == ' ' ? 1 : 0;
    if (value % 10 == 0 || starts_with(rest, generations, COUNT(generations))) return false;
    if (at < rest.len && kti_is_ascii_digit(rest.ptr[at])) return false;
    return at == 0 || !is_hangul_at(rest, at) || is_machine(before) ||
           starts_with(rest, amounts, COUNT(amounts));
}

/* 1번, the first of a row, but 1번만, once only. */
static bool counts_times(kt_str behind, unsigned value) {
    static const char *const ends[] = {"번만", "번도",     "번씩", "번에", "번쯤",
                                       "번뿐", "번이라도", "번째", "번 더"};
    return value != 1 || starts_with(behind, ends, COUNT(ends));
}

/* 삼형제, 사남매 are words of their own; two are 두 형제. */
static bool counts_siblings(kt_str behind, unsigned value) {
    static const char *const siblings[] = {"형제", "남매"};
    return value > 2 && starts_with(behind, siblings, COUNT(siblings));
}

/* G7 대표, 코로나19 대응: a number that belongs to what stands before it counts nothing behind. */
static bool is_part_of_name(kt_str before) {
    char last = before.len > 0 ? before.ptr[before.len - 1] : ' ';
    return last == '-' || kti_is_ascii_alpha(last);
}

bool kti_counts_native(kt_str behind, kt_str digits, kt_str before) {
    unsigned value = value_of(digits);
    bool apart = behind.len > 0 && behind.ptr[0] == ' ';
    if (apart) behind = kti_str_cut(behind, 1, behind.len);
    if (apart && (is_part_of_name(before) || starts_with(behind, nouns, COUNT(nouns))))
        return false;
    if (starts_with(behind, sino, COUNT(sino)) || !begins_with_counter(behind)) return false;
    if (is_numbered(behind) || (!apart && counts_siblings(behind, value))) return false;
    bool clock = kti_str_starts(behind, KTI_STR("시")) && !kti_str_starts(behind, KTI_STR("시간"));
    if (clock) return value <= 12;
    if (kti_str_starts(behind, KTI_STR("대"))) return counts_machines(behind, before, value);
    return !kti_str_starts(behind, KTI_STR("번")) || counts_times(behind, value);
}

/* ---- days that have become names ------------------------------------------------------------ */

bool kti_is_called_by_day(kt_str behind) {
    static const char *const events[] = {
        "절",   "운동", "혁명", "전쟁", "동란", "사변", "사태",   "사건",   "항쟁", "의거",
        "참사", "테러", "총선", "대선", "재보", "지방", "쿠데타", "군사",   "정변", "비상",
        "계엄", "민주", "광복", "후퇴", "공동", "남북", "판문점", "평양",   "선언", "합의",
        "조치", "대책", "만세", "부마", "부정", "기념", "독립",   "학생",   "세대", "국가",
        "묘지", "재단", "유공", "희생", "유족", "선거", "보궐",   "부동산", "협정", "휴전",
        "정전", "내란", "반란", "당시", "때",   "참전", "전사",   "정신",   "폭동", "지진 참사"};
    size_t at = behind.len > 0 && behind.ptr[0] == ' ' ? 1 : 0;
    return starts_with(kti_str_cut(behind, at, behind.len), events, COUNT(events));
}

bool kti_is_counted_on(kt_str behind) {
    static const char *const counters[] = {
        "일", "월", "년",   "차",   "회", "호", "번", "대", "세", "위", "조", "항", "층", "구",
        "동", "등", "학년", "반",   "급", "부", "분", "권", "장", "개", "명", "시", "초", "단",
        "주", "기", "인",   "점",   "도", "살", "선", "집", "편", "강", "탄", "판", "석", "종",
        "골", "승", "패",   "라운", "쿼", "타", "홀", "%",  "원", "만", "억", "천", "배", "쪽"};
    return starts_with(behind, counters, COUNT(counters));
}

/* 119 구급대, 112에 신고: 일일구, 일일이. */
bool kti_is_emergency(kt_str digits, kt_str behind) {
    static const char *const numbers[] = {"110", "111", "112", "113", "114",  "117",  "118",
                                          "119", "122", "911", "999", "1339", "1366", "1393"};
    static const char *const calls[] = {
        "신고",    "구급",    "구조",      "소방",        "안전",    "상황",    "대원",
        "순찰",    "응급",    "종합",      "에 신고",     "로 신고", "에 전화", "로 전화",
        "로 연락", "에 연락", "번에 신고", "번으로 신고", "상담",    "콜센터",  "특수"};
    bool listed = false;
    for (size_t i = 0; i < COUNT(numbers); i++)
        listed = listed || kti_str_eq(digits, kti_str(numbers[i]));
    size_t at = behind.len > 0 && behind.ptr[0] == ' ' ? 1 : 0;
    return listed && starts_with(kti_str_cut(behind, at, behind.len), calls, COUNT(calls));
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
