/* Lists are short and looked through in order. */
#include "core/str.h"
#include "names/roles.h"

enum { SYLLABLE = 3 };

static const char *const before[] = {
    /* trades and parts */
    "배우", "가수", "감독", "주연", "조연", "주인공", "멤버", "모델", "작가", "기자", "앵커",
    "아나운서", "개그맨", "개그우먼", "코미디언", "방송인", "디자이너", "프로듀서", "디렉터",
    "래퍼", "디제이", "피디", "셰프", "시인", "소설가", "화가", "만화가", "작곡가", "작사가",
    "안무가", "평론가", "피아니스트", "바이올리니스트", "뮤지션", "아티스트", "보컬", "리더",
    "성우", "탤런트", "스타", "아이돌", "유튜버", "크리에이터", "스타일리스트", "사진작가",
    "영화감독", "지휘자", "무용가", "연출가", "극작가", "번역가", "건축가", "기업인", "사업가",
    "검사", "변호사", "판사", "형사", "교수", "박사", "의사", "간호사", "약사", "목사", "신부",
    "스님", "선생", "사장", "회장", "대표", "의원", "총리", "대통령", "장관", "시장", "후보",
    "대변인", "위원", "위원장", "간사", "비서", "장군", "황제", "여왕", "왕비", "공주", "왕자",
    "교황", "추기경", "대사", "총재", "이사장", "사무총장", "정치인", "운동가", "활동가",
    "과학자", "철학자", "역사학자", "경제학자", "심리학자", "물리학자", "수학자", "발명가",
    /* sport */
    "선수", "투수", "타자", "포수", "외야수", "내야수", "유격수", "공격수", "수비수", "골키퍼",
    "미드필더", "스트라이커", "세터", "포워드", "주장",
    "간판", "에이스", "골잡이", "주포", "코치", "사령탑", "파이터", "복서", "골퍼", "기사",
    /* kin and company */
    "남편", "아내", "부인", "아들", "딸", "장남", "차남", "장녀", "차녀", "형", "동생", "누나",
    "언니", "오빠", "아버지", "어머니", "아빠", "엄마", "할아버지", "할머니", "삼촌", "조카",
    "연인", "여자친구", "남자친구", "애인", "친구", "동료", "선배", "후배", "제자", "스승",
    "약혼자", "상대역", "파트너", "단짝", "소년", "소녀", "청년", "남매", "형제", "자매",
    /* what is said of one */
    "극중", "본명", "일명", "출신", "우승자", "수상자", "용의자", "피의자", "피고인", "피해자",
    "범인", "사회자", "진행자", "해설위원", "캐스터", "참가자", "출연자", "당선자", "생존자",
    "창업자", "설립자", "지도자", "후계자", "탈북자", "범죄자", "저자", "원작자", "관장",
};

static const char *const behind[] = {
    "역", "분", "배우", "감독", "주연", "팬", "연기", "오빠", "언니", "누나", "형", "횽", "누님",
    "형님", "아저씨", "아줌마", "선생", "쌤", "샘", "여신", "커플", "부부", "남매", "형제", "가족",
    "본인", "측", "작가", "캐릭터", "목소리", "얼굴", "미모", "외모", "눈빛", "표정", "말투",
    "가수", "일병", "병장", "상병", "이병", "양반", "하사", "엄마", "아빠", "아버지", "어머니",
    "팬들", "님", "짱", "때문", "땜", "때매", "떄문", "주인공", "열연", "파이팅", "화이팅",
};

static const char *const address[] = {"씨", "님", "군", "양", "형", "횽", "누나", "누님",
                                      "언니", "오빠", "옹", "쌤", "선생", "여사"};

static const char *const glued[] = {"때문", "땜", "때매", "떄문", "같", "만큼", "처럼", "보다", "이란", "란", "이라", "이고", "인데",
                                    "연기", "역", "짱", "나오", "나온", "팬", "이랑", "측"};

static bool begins(kt_str rest, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_starts(rest, kti_str(list[i]))) return true;
    return false;
}

/* One syllable ends too many words. */
bool kti_is_role_before(kt_str word) {
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        kt_str role = kti_str(before[i]);
        if (role.len > SYLLABLE ? kti_str_ends(word, role) : kti_str_eq(word, role)) return true;
    }
    return false;
}

bool kti_is_role(kt_str word) {
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (kti_str_eq(word, kti_str(before[i]))) return true;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (kti_str_eq(word, kti_str(behind[i]))) return true;
    return false;
}

bool kti_is_role_behind(kt_str rest) {
    return begins(rest, behind, sizeof behind / sizeof *behind);
}

bool kti_is_address(kt_str rest) {
    return begins(rest, address, sizeof address / sizeof *address);
}

bool kti_is_glued_behind(kt_str rest) {
    return begins(rest, glued, sizeof glued / sizeof *glued);
}
