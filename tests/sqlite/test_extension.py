"""The SQLite extension: full-text search over Korean, and the functions."""
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import threading

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from snippets import block  # noqa: E402

MODULE = str(pathlib.Path(os.environ["KOTEXT_BUILD"], "mod_kotext"))
NEWS = [
    "남북 정상이 판문점에서 만났다.",
    "개성공단에서 회의했다",
    "President Moon went to Panmunjom.",
    "조명균 장관은 서울로 갔다. 박세영 씨도 갔다.",
    "大韓民國 정부는 한글을 ".replace("한글", "ㅎㅏㄴ글") + "쓴다",
    "학생들은 책을 읽었다",
]


def connect():
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.enable_load_extension(True)
    db.load_extension(MODULE)
    return db


@pytest.fixture
def db():
    with connect() as made:
        yield made


@pytest.fixture
def news(db):
    db.execute("CREATE VIRTUAL TABLE news USING fts5(body, tokenize = 'kotext')")
    db.executemany("INSERT INTO news VALUES (?)", [(line,) for line in NEWS])
    return db


@pytest.mark.parametrize("question, found", [
    ("판문점", [1, 3]), ("panmunjom", [1, 3]), ("PANMUNJEOM", [1]), ("판문점에서는", [1, 3]), ("판문*", [1]),
    ("정상", [1]), ("공단", [2]), ("개성", [2]), ("개성공단", [2]), ("회의하다", [2]), ("회의", [2]),
    ("moon", [3]), ("cho myoung gyon", [4]), ("박세영", [4]), ("park AND 서울", [4]), ("대한민국", [5]), ("大韓民國", [5]),
    ("한글", [5]), ("학생", [6]), ("읽는", [6]), ("읽다", [6]), ('"책을 읽고"', [6]), ('"읽고 책을"', []), ("soul", [4]), ("에서", [])])
def test_search(news, question, found):
    if not question.isascii() and '"' not in question and "*" not in question and " " not in question:
        question = f'"{question}"'
    rows = news.execute("SELECT rowid FROM news(?) ORDER BY rowid", (question,)).fetchall()
    assert [row for row, in rows] == found


@pytest.mark.parametrize("question, found", [("회담", [1]), ("남북", [1]), ("남북회담", [1]), ("경찰청장", [2]), ("지대", []), ("비무장*", [3])])
def test_parts_and_wholes(db, question, found):
    """A compound is found by its parts and, wherever it is cut, by itself; what the word list has as one word has no parts."""
    db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'kotext')")
    db.executemany("INSERT INTO t VALUES (?)", [("남북회담이",), ("나는 경찰청장에서 봤다",), ("비무장지대에서",)])
    assert [row for row, in db.execute("SELECT rowid FROM t(?)", (question,))] == found


def test_highlight_marks_the_stem(news):
    def marked(question):
        return news.execute("SELECT highlight(news, 0, '[', ']') FROM news(?)", (question,)).fetchone()[0]

    assert marked("만나다") == "남북 정상이 판문점에서 [만났]다."
    assert marked("정상") == "남북 [정상]이 판문점에서 만났다."
    assert marked("대한민국").startswith("[大韓民國] 정부는")
    assert "[ㅎㅏㄴ글]을" in marked("한글")


def test_index_stays_sound(news):
    news.execute("INSERT INTO news(news) VALUES ('rebuild')")
    news.execute("INSERT INTO news(news) VALUES ('integrity-check')")
    news.execute("DELETE FROM news WHERE rowid = 1")
    news.execute("INSERT INTO news(news) VALUES ('integrity-check')")


def test_options(db):
    db.execute("CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'kotext latin none porter')")
    db.execute("INSERT INTO plain VALUES ('판문점에서 running')")
    assert db.execute("SELECT count(*) FROM plain('panmunjom')").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM plain('run 판문점')").fetchone() == (1,)
    db.execute("CREATE VIRTUAL TABLE nouns USING fts5(body, tokenize = 'kotext latin all')")
    db.execute("INSERT INTO nouns VALUES ('새로운 학교에서')")
    assert db.execute("SELECT count(*) FROM nouns('hakgyo')").fetchone() == (1,)
    for wrong in ("latin some", "latin", "nosuch"):
        with pytest.raises(sqlite3.Error):
            db.execute(f"CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'kotext {wrong}')")


@pytest.mark.parametrize("expression, value", [
    ("kotext_romanize('독립문')", "Dongnimmun"), ("kotext_romanize('한국', 'mr')", "Han’guk"),
    ("kotext_normalize('ㅎㅏㄴ글 ＡＢＣ')", "한글 ABC"), ("kotext_normalize('ＡＢＣ', 'none')", "ＡＢＣ"),
    ("kotext_pronounce('국물')", "궁물"), ("kotext_hanja('大韓民國')", "대한민국"), ("kotext_slug('종로구 소식')", "jongno-gu-sosik"),
    ("kotext_josa('Google', '으로/로')", "로"), ("kotext_spell('조명균')", "Cho Myoung-gyon"),
    ("kotext_spell('판문점', 99)", None), ("kotext_match('정동영', 'Chung Dong-young') > 0.9", 1),
    ("kotext_romanize(NULL)", None), ("kotext_josa('a', NULL)", None), ("kotext_romanize(42)", "42"),
    ("kotext_romanize('')", ""), ("kotext_names('')", "[]"), ("kotext_names(NULL)", None)])
def test_functions(db, expression, value):
    assert db.execute("SELECT " + expression).fetchone() == (value,)


def test_names_are_rows_for_json_each(db):
    rows = db.execute("""SELECT value ->> 'text', value ->> 'type', substr(line, value ->> 'start', value ->> 'length')
                         FROM (SELECT '🙂 "문재인" 대통령이 개성에 갔다' AS line), json_each(kotext_names(line))""").fetchall()
    assert rows == [("문재인", "PER", "문재인"), ("개성", "LOC", "개성")]


@pytest.mark.parametrize("wrong", ["kotext_romanize('가', 'no-scheme')", "kotext_normalize('가', 'no-step')",
                                   "kotext_romanize()", "kotext_match('가')"])
def test_misuse_is_an_error(db, wrong):
    with pytest.raises(sqlite3.Error):
        db.execute("SELECT " + wrong).fetchall()


def test_bytes_that_are_no_text(news):
    generator = random.Random(5)
    pieces = ["판문점에서", "大韓", "Moon", " ", "ㅎㅏㄴ", "3월", "\0", "e\u0301", "ﾊ", "，", "🙂", "김"]
    for _ in range(300):
        text = "".join(generator.choice(pieces) for _ in range(generator.randrange(12)))
        data = bytearray(text.encode())
        if data and generator.random() < 0.5:
            data[generator.randrange(len(data))] = generator.randrange(256)
        news.execute("INSERT INTO news VALUES (CAST(? AS TEXT))", (bytes(data),))
        news.execute("SELECT json_valid(kotext_names(?1)), length(kotext_romanize(?1) || kotext_hanja(?1))", (bytes(data),)).fetchone()
    news.execute("INSERT INTO news(news) VALUES ('integrity-check')")
    rows = news.execute("SELECT CAST(body AS BLOB), CAST(highlight(news, 0, '<<', '>>') AS BLOB) FROM news('판문점')")
    whole = [(body, marked) for body, marked in rows if b"\0" not in body]  # FTS5 marks up to a NUL
    assert len(whole) > 20
    assert all(marked.replace(b"<<", b"").replace(b">>", b"") == body for body, marked in whole)


def test_long_text(news):
    news.execute("INSERT INTO news VALUES (?)", ("가나다라마바사" * 30_000,))
    news.execute("INSERT INTO news VALUES (?)", ("판문점에서 만났다. " * 10_000,))
    assert news.execute("SELECT count(*) FROM news('판문점')").fetchone() == (3,)


def test_connections_in_threads():
    outcomes = []

    def work():
        db = connect()
        db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'kotext')")
        db.executemany("INSERT INTO t VALUES (?)", [(line,) for line in NEWS * 5])
        outcomes.append(db.execute("SELECT count(*) FROM t('판문점')").fetchone()[0])
        db.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [10] * 4


def shell(script):
    """What Debian's sqlite3 prints when a user types these lines."""
    folder = os.environ["KOTEXT_BUILD"]
    done = subprocess.run(["sqlite3", "-batch", ":memory:"], input=script, capture_output=True, text=True, check=True,
                          env=os.environ | {"LD_LIBRARY_PATH": folder})
    assert not done.stderr
    return done.stdout


def test_the_guide():
    script = block("docs/integrations.md", "sql", ".load")
    remarks = [line.rpartition("-- ")[2] for line in script.splitlines() if "-- " in line]
    assert len(remarks) == 4 and shell(script).splitlines() == remarks


def test_the_readme():
    script = block("README.md", "sql", ".load")
    found = re.search(r"-- (\w+) and (\w+) find (\w+)", script)
    asked = [f"SELECT body FROM news('{question}');" for question in found.groups()[:2]]
    said = shell(f"{script}INSERT INTO news VALUES ('{found[3]}');\n" + "\n".join(asked))
    assert said.splitlines() == [found[3]] * 2
