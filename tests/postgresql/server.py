#!/usr/bin/env python3
"""Installs the extension into a copy of the PostgreSQL server, starts it in a folder of its own, and asks it. A server finds its
files from where its program stands, so that the copy is asked for nothing of the machine's own. usage: server.py BUILD PG_CONFIG CMAKE"""
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from snippets import block, blocks  # noqa: E402

build, config, cmake = sys.argv[1:]
work = pathlib.Path(tempfile.mkdtemp(prefix="kotext-pg-"))
data = work / "data"

ROWS = ["남북 정상이 판문점에서 만났다.", "개성공단에서 회의했다", "President Moon went to Panmunjom.", "大韓民國 정부는 책을 읽었다",
        "학생들은 갔다"]
QUESTIONS = [("판문점", [1, 3]), ("panmunjom", [1, 3]), ("판문점에서는", [1, 3]), ("정상", [1]), ("공단", [2]), ("개성공단", [2]), ("회의하다", [2]),
             ("moon", [3]), ("대한민국", [4]), ("大韓民國", [4]), ("읽는", [4]), ("학생", [5]), ("없는 말", [])]
VALUES = [("kotext_romanize('독립문')", "Dongnimmun"), ("kotext_romanize('한국', 'mr')", "Han’guk"), ("kotext_pronounce('국물')", "궁물"),
          ("kotext_normalize('ㅎㅏㄴ글 ＡＢＣ')", "한글 ABC"), ("kotext_hanja('大韓民國')", "대한민국"), ("kotext_slug('종로구 소식')", "jongno-gu-sosik"),
          ("kotext_josa('Google', '으로/로')", "로"), ("kotext_spell('조명균')", "Cho Myoung-gyon"), ("kotext_spell('조명균', 101)", ""),
          ("kotext_match('정동영', 'Chung Dong-young') > 0.9", "t"), ("kotext_romanize(NULL)", ""), ("kotext_romanize('')", ""),
          ("substr('🙂 \"문재인\" 대통령', (n ->> 'start')::int, (n ->> 'length')::int) FROM "
           "jsonb_array_elements(kotext_names('🙂 \"문재인\" 대통령')) n", "문재인"),
          ("ts_headline('kotext', '판문점에서 만났다', to_tsquery('kotext', 'panmunjom'))", "<b>판문점에서</b> 만났다"),
          ("length(kotext_pronounce(repeat('가나다', 100000)))", "300000")]
WRONG = ["SELECT kotext_romanize('가', 'no-scheme')", "SELECT kotext_pronounce(repeat('가', 340000000))", "SELECT kotext_normalize('가', 'no-step')",
         "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = kotext, latin = some)", "CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = kotext, x = none)"]


def where(name):
    return subprocess.run([config, f"--{name}"], capture_output=True, text=True, check=True).stdout.strip()


def copied(folder):
    """Where a folder of the server is in the copy."""
    return work / "root" / folder.lstrip("/")


programs = copied(where("bindir"))


def install():
    """A copy of the server, and in it what the guide's `cmake --install` lines put there."""
    for folder in map(where, ("bindir", "pkglibdir", "sharedir")):
        shutil.copytree(folder, copied(folder), ignore=shutil.ignore_patterns("bitcode", "pgxs"))
    for component in ("postgresql", "library"):
        subprocess.run([cmake, "--install", build, "--component", component], check=True, stdout=subprocess.DEVNULL,
                       env=os.environ | {"DESTDIR": str(work / "root")})
    [library] = (work / "root").rglob("libkotext.so.0")
    os.environ["LD_LIBRARY_PATH"] = str(library.parent)


def as_nobody_special(command, **options):
    """PostgreSQL refuses to be run by root."""
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=work, **options)


def run(program, *words, **options):
    done = as_nobody_special([pathlib.Path(programs, program), *words], **options)
    if done.returncode:
        sys.exit(f"{program}: {done.stdout}{done.stderr}")
    return done.stdout


def psql(sql, database="kotext", stop=True):
    words = [pathlib.Path(programs, "psql"), "-X", "-q", "-t", "-A", "-v", f"ON_ERROR_STOP={int(stop)}", "-h", work, "-d", database]
    return as_nobody_special(words, input=sql)


def ask(sql):
    done = psql(sql)
    if done.returncode:
        sys.exit(f"{sql}: {done.stderr}")
    return done.stdout.strip("\n")


def follow_the_guide():
    """Its lines as they stand; what they print is in the rows that the remark names, and the last line."""
    script = block("docs/integrations.md", "sql", "CREATE EXTENSION")
    remark = script.partition("-- ")[2].partition("\n")[0]
    *found, last = ask(script).splitlines()
    texts = [ROWS[int(row) - 1] for row in found]
    wanted = [row for row in ROWS if any(word in row for word in remark.split(", "))]
    told = "Han’guk|" in last and '"문재인"' in last
    return [] if told and texts == wanted and len(texts) == len(remark.split(", ")) else [(script, texts, last)]


def move_and_remove():
    """The extension works from a schema that is on nobody's path, and leaves nothing behind."""
    ask("CREATE SCHEMA korean; ALTER EXTENSION kotext SET SCHEMA korean")
    moved = ask("SELECT korean.kotext_names('문재인')::text LIKE '%\"문재인\"%', to_tsvector('korean.kotext', '판문점에서') @@ '판문점'")
    ask("DROP EXTENSION kotext CASCADE")
    left = ask("SELECT proname FROM pg_proc WHERE proname LIKE 'kotext%' UNION SELECT cfgname FROM pg_ts_config WHERE cfgname = 'kotext'")
    return [] if moved == "t|t" and not left else [(moved, left)]


def check():
    ask("CREATE TABLE news (id serial, body text); INSERT INTO news (body) VALUES " + ", ".join(f"('{row}')" for row in ROWS))
    misses = follow_the_guide()
    for question, wanted in QUESTIONS:
        found = ask(f"SELECT id FROM news WHERE to_tsvector('kotext', body) @@ plainto_tsquery('kotext', '{question}') ORDER BY id")
        if [int(n) for n in found.split()] != wanted:
            misses.append((question, found.split(), ask(f"SELECT plainto_tsquery('kotext', '{question}')")))
    for expression, wanted in VALUES:
        if (got := ask("SELECT " + expression)) != wanted:
            misses.append((expression, got))
    for sql in WRONG:
        if "ERROR:  kotext: " not in psql(sql).stderr:
            misses.append(sql)
    ask("CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = kotext, latin = none)")
    if (got := ask("SELECT ts_lexize('plain', '판문점에서'), ts_lexize('plain', 'moon') IS NULL")) != "{판문점}|t":
        misses.append(got)
    run("createdb", "-h", work, "-E", "EUC_KR", "-l", "C", "-T", "template0", "legacy")
    legacy = psql(f"CREATE FUNCTION kotext_slug(text) RETURNS text AS '$libdir/kotext' LANGUAGE C; SELECT kotext_slug('x')", "legacy")
    if "UTF-8" not in legacy.stderr:
        misses.append(legacy.stderr)
    return misses + move_and_remove()


def main():
    install()
    if os.getuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(work, user.pw_uid, user.pw_gid)
    run("initdb", "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust")
    run("pg_ctl", "-D", data, "-w", "-l", work / "log", "-o", f"-k {work} -c listen_addresses='' -c fsync=off", "start")
    try:
        run("createdb", "-h", work, "kotext")
        misses = check()
        version = ask("SHOW server_version")
    finally:
        run("pg_ctl", "-D", data, "-m", "fast", "stop")
        shutil.rmtree(work)
    told = f"{len(QUESTIONS)} questions, {len(VALUES)} values, {len(WRONG)} errors as wanted"
    if not any(told in text for text in blocks("docs/integrations.md", "text")):
        misses.append(f"the guide does not say: {told}")
    print("\n".join(map(str, misses)) or f"PostgreSQL {version}: {told}")
    return bool(misses)


sys.exit(main())
