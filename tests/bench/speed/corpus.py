"""Makes Korean and English text by seed, with the shape of news and captions.

The words are those of dicts/ and of the tables below; how often each comes back follows Zipf's law,
as in real text, so that whatever remembers words is neither flattered nor starved.

  corpus.py BYTES [SEED] > TEXT
"""
import bisect
import csv
import itertools
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]

NOUNS = """정부 회의 사람 시간 문제 경제 학교 학생 나라 국민 회사 사업 계획 지역 도시 세계 역사 문화 사회 교육 연구 기술
시장 가격 물가 금리 은행 산업 기업 노동 임금 선거 후보 정당 국회 법안 대통령 장관 위원장 대변인 기자 신문 방송 영화 음악 노래
공연 축제 관광 여행 음식 김치 밥 물 집 길 차 버스 지하철 공항 항공편 날씨 비 눈 바람 태풍 지진 산 강 바다 섬 꽃 나무 동물
아이 어머니 아버지 할머니 친구 선생님 의사 병원 건강 운동 경기 축구 야구 선수 감독 승리 기록 결과 원인 이유 방법 생각 말 글
이야기 약속 합의 협력 교류 대화 평화 통일 안보 군사 훈련 무기 제재 외교 관계 정상회담 공동성명 발표 조사 보고서 자료 통계
책 독서 도서관 박물관 값 닭 흙 앞 뒤 옆 밖 안 위 아래 전화 인터넷 컴퓨터 프로그램 서비스 데이터 인공지능 반도체 전기 에너지""".split()
VERBS = """말했다 밝혔다 전했다 설명했다 강조했다 덧붙였다 주장했다 요구했다 시작했다 끝났다 열렸다 모였다 갔다 왔다 보았다
들었다 먹었다 읽었다 썼다 만들었다 찾았다 잃었다 얻었다 받았다 주었다 늘었다 줄었다 올랐다 떨어졌다 바뀌었다 나타났다 있다
없다 같다 많다 적다 크다 작다 좋다 나쁘다 높다 낮다 새롭다 어렵다 쉽다 중요하다 필요하다 가능하다 예상된다 알려졌다
것으로 보인다 할 수 있다 해야 한다 하고 있다 되지 않았다 좋겠습니다 합니다 했어요 그렇지 않아요 뭐라고요 괜찮아 고마워""".split()
JOINS = """그리고 그러나 하지만 또한 특히 한편 이어 지난 올해 최근 다시 이미 아직 매우 가장 모두 함께 더 잘 못 안 큰 새로운
오랜 많은 여러 이런 그런 어떤 따라서 때문에 위해 대해 통해 따라 관한 앞으로 오늘 어제 내일 밝게 넓은 젊은 읽고 앉아 않는""".split()
FOREIGN = """the of and to in a that is for on with said as was by at from government meeting people economy talks
president minister agreement officials between north south this year which market percent its new were has have will""".split()
BOTH = ("에", "에서", "의", "도", "만", "까지", "부터", "처럼", "보다", "마다", "에게", "에는", "")
PAIRS = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라는", "라는"), ("이나", "나"))


def names():
    """The Korean forms of people and places."""
    for table in ("people", "places", "organisations"):
        with open(ROOT / "dicts" / f"{table}.tsv", encoding="utf-8", newline="") as file:
            yield from (row[0] for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:])


class Zipf:
    """Draws from a list, the k-th entry in proportion to 1 / (k + 2)."""

    def __init__(self, items, chance):
        self.items = list(dict.fromkeys(items))
        chance.shuffle(self.items)
        self.sums = list(itertools.accumulate(1 / (k + 2) for k in range(len(self.items))))
        self.chance = chance

    def draw(self):
        return self.items[bisect.bisect(self.sums, self.chance.random() * self.sums[-1])]


class Writer:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.nouns, self.verbs, self.joins, self.foreign, self.names = (
            Zipf(words, self.chance) for words in (NOUNS, VERBS, JOINS, FOREIGN, names()))

    def noun(self):
        """A name, a noun or two of them, and a particle that agrees."""
        roll = self.chance.random()
        word = self.names.draw() if roll < 0.2 else self.nouns.draw()
        if roll > 0.75:
            word += self.nouns.draw()
        last = ord(word[-1])
        closed = 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 != 0
        if self.chance.random() < 0.5:
            return word + self.chance.choice(BOTH)
        return word + self.chance.choice(PAIRS)[0 if closed else 1]

    def korean(self):
        words = []
        for _ in range(self.chance.randint(2, 5)):
            if self.chance.random() < 0.45:
                words.append(self.joins.draw())
            words.append(self.noun())
        if self.chance.random() < 0.15:
            words.append(self.chance.choice(("{}월 {}일", "{}년 {}월", "{},{}00명이", "{}.{}%를")).format(
                self.chance.randint(1, 12), self.chance.randint(1, 30)))
        sentence = " ".join(words) + " " + self.verbs.draw()
        if self.chance.random() < 0.1:
            sentence = f'"{sentence}"라고 ' + self.verbs.draw()
        return sentence + self.chance.choice("...?")

    def english(self):
        words = [self.foreign.draw() for _ in range(self.chance.randint(6, 14))]
        return " ".join(words).capitalize() + "."

    def line(self):
        return " ".join(self.english() if self.chance.random() < 0.08 else self.korean()
                        for _ in range(self.chance.randint(1, 4)))

    def make(self, size):
        """At least `size` bytes of lines."""
        lines, total = [], 0
        while total < size:
            lines.append(self.line().encode() + b"\n")
            total += len(lines[-1])
        return b"".join(lines)


HANJA = dict(pair.split("=") for pair in """정부=政府 회의=會議 사람=人間 시간=時間 문제=問題 경제=經濟 학교=學校 학생=學生
국민=國民 회사=會社 사업=事業 계획=計劃 지역=地域 도시=都市 세계=世界 역사=歷史 문화=文化 사회=社會 교육=敎育 연구=硏究 기술=技術
시장=市場 은행=銀行 산업=産業 노동=勞動 선거=選擧 국회=國會 대통령=大統領 장관=長官 기자=記者 신문=新聞 방송=放送 영화=映畫 음악=音樂""".split())


def with_hanja(text):
    """The same with Sino-Korean words written in Hanja."""
    for hangul, hanja in HANJA.items():
        text = text.replace(hangul, hanja)
    return text


def make(size, seed=1):
    return Writer(seed).make(size)


if __name__ == "__main__":
    sys.stdout.buffer.write(make(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
