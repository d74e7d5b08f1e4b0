"""WebVTT by the sections of W3C's specification: what is read from small files that try each rule
is what Chromium's own parser reads from them. The W3C's test files are in no package; Chromium is
what they are run against.

    webvtt.py KOTEXT      prints "= section<TAB>cases<TAB>passed"; exits with 77 without Chromium
"""
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "players"))
import chromium  # noqa: E402

CUE = "00:01.000 --> 00:02.000"


def timing(line):
    return f"WEBVTT\n\n{line}\n글\n"


def text(payload):
    return f"WEBVTT\n\n{CUE}\n{payload}\n"


def settings(*rows):
    return [timing(f"{CUE} {row}") for row in rows]


SECTIONS = {
    "6.1 The file: signature and line ends": [
        f"WEBVTT\n\n{CUE}\n글\n", f"\ufeffWEBVTT\n\n{CUE}\n글\n", f"WEBVTT 머리글\n\n{CUE}\n글\n", f"WEBVTT\t머리글\n\n{CUE}\n글\n",
        f"WEBVTT\n{CUE}\n글\n", f"WEBVTT\n머리: 글\n{CUE}\n글\n", f"WEBVTT\n\n\n\n{CUE}\n글\n", f"WEBVTTX\n\n{CUE}\n글\n", f"webvtt\n\n{CUE}\n글\n",
        f" WEBVTT\n\n{CUE}\n글\n", f"\nWEBVTT\n\n{CUE}\n글\n", f"WEBVTT\r\n\r\n{CUE}\r\n글\r\n둘\r\n", f"WEBVTT\r\r{CUE}\r글\r둘\r",
        f"WEBVTT\n\r\n\r{CUE}\n글\r\n\r{CUE}\n둘", "WEBVTT", "WEBVTT\n", "WEBVTT\n\n", f"WEBVTT\n\n{CUE}", f"WEBVTT\n\n{CUE}\n",
        f"WEBVTT\n\n{CUE}\n글", f"WEBVTT\n\n{CUE}\n글\0글\n", f"WEBVTT\n\n{CUE}\n\n글\n", "",
    ],
    "6.1 The file: blocks": [
        f"WEBVTT\n\n이름\n{CUE}\n글\n", f"WEBVTT\n\n1\n{CUE}\n글\n\n2\n{CUE}\n둘\n", f"WEBVTT\n\n두\n줄\n{CUE}\n글\n",
        f"WEBVTT\n\nNOTE {CUE}\n{CUE}\n글\n", f"WEBVTT\n\nNOTE\n숨은 글\n\n{CUE}\n글\n", f"WEBVTT\n\nNOTE 숨은 글\n{CUE}\n글\n",
        f"WEBVTT\n\nNOTEX\n{CUE}\n글\n", f"WEBVTT\n\n{CUE}\n글\nNOTE 보이는 글\n", f"WEBVTT\n\n{CUE}\n글\n{CUE}\n둘\n", f"WEBVTT\n\n{CUE}\n글\n이름\n{CUE}\n둘\n",
        f"WEBVTT\n\nSTYLE\n::cue {{ color: red }}\n\n{CUE}\n글\n", f"WEBVTT\n\n{CUE}\n글\n\nSTYLE\n::cue {{ color: red }}\n\n{CUE}\n둘\n",
        f"WEBVTT\n\nSTYLE\n{CUE}\n글\n", f"WEBVTT\n\nSTYLE 글\n{CUE}\n글\n", f"WEBVTT\n\nREGION\nid:아래\nwidth:40%\n\n{CUE} region:아래\n글\n",
        f"WEBVTT\n\n머리글뿐\n\n{CUE}\n글\n", f"WEBVTT\n\n-->\n\n{CUE}\n글\n", f"WEBVTT\n\n이름 --> 아님\n{CUE}\n글\n", f"WEBVTT\n\n{CUE}\n글 --> 글\n둘\n\n{CUE}\n셋\n",
        f"WEBVTT\n\n{CUE}\n글\n   \n둘\n", f"WEBVTT\n\n{CUE}\n글\n\t\n둘\n",
    ],
    "6.3 Cue timings": [
        timing(t) for t in (
            "00:01.000 --> 00:02.000", "00:00:01.000 --> 00:00:02.000", "000:00:01.000 --> 000:00:02.000", "0:00:01.000 --> 0:00:02.000", "123:00:01.000 --> 124:00:02.000",
            "00:01.000-->00:02.000", "  00:01.000   -->   00:02.000  ", "\t00:01.000\t-->\t00:02.000\t", "00:01.00 --> 00:02.000", "00:01.0000 --> 00:02.000", "00:01,000 --> 00:02,000",
            "00:01 --> 00:02", "1.000 --> 2.000", "0:01.000 --> 0:02.000", "00:60.000 --> 00:61.000", "60:01.000 --> 60:02.000", "00:60:01.000 --> 00:60:02.000", "00:59:59.999 --> 01:00:00.000",
            "00:02.000 --> 00:01.000", "00:01.000 --> 00:01.000", "00:01.000 -> 00:02.000", "00:01.000 --> ", "--> 00:02.000", "00:01.000 --> 00:02", "00:01.000 --> 00:02.000글", "00:01.000 --> 00:02.000.",
            "-00:01.000 --> 00:02.000", "00:01.000 --> +00:02.000", "００:01.000 --> 00:02.000", "00:1.000 --> 00:02.000", "00:001.000 --> 00:02.000", "00 :01.000 --> 00:02.000",
            "00:01.000 --> 00:02.000 -->", "00:01.000 --> 00:02.000 --> 00:03.000", "9999999:00:01.000 --> 9999999:00:02.000", "00:01.000\u00a0--> 00:02.000", "00:01.000\f-->\f00:02.000",
        )
    ],
    "6.3 Cue settings: vertical, line": settings(
        "vertical:rl", "vertical:lr", "vertical:tb", "vertical:", "vertical:RL", "vertical:rl vertical:lr", "line:0", "line:5", "line:-1", "line:-0", "line:50%", "line:50.5%", "line:100%", "line:101%",
        "line:-1%", "line:0%", "line:.5%", "line:5.%", "line:5.", "line:+5", "line:5px", "line:", "line:%", "line:-", "line:--1", "line:1-", "line:1.5", "line:0,start", "line:0,center", "line:0,end",
        "line:0,middle", "line:0,", "line:,start", "line:50%,end", "line:1e3", "line:999999", "line:5 line:6", "line:5 line:x", "line:١"),
    "6.3 Cue settings: position, size, align": settings(
        "position:0%", "position:50%", "position:100%", "position:101%", "position:50", "position:50.25%", "position:%", "position:-1%", "position:50%,line-left", "position:50%,center",
        "position:50%,line-right", "position:50%,start", "position:50%,", "position:,center", "position:5 0%", "size:0%", "size:50%", "size:100%", "size:101%", "size:50", "size:50%%", "size:-1%", "size:33.3%",
        "size:", "align:start", "align:center", "align:end", "align:left", "align:right", "align:middle", "align:START", "align:", "align:start align:end", "size:50% size:x"),
    "6.3 Cue settings: how they are told apart": settings(
        "line:0 position:20% size:60% align:start", "  line:0   align:end  ", "line:0\talign:end", "line:0,align:end", "line :0", "line: 0", "line=0", ":0", "line:", "글:글", "line:0 글 align:end", "LINE:0", "region:없음",
        "line:0:1", "a:b:c align:end", "line:0\u00a0align:end", "region:없음 line:0"),
    "6.4 Cue text: tags": [
        text(t) for t in (
            "<b>굵게</b>", "<i>기울게</i>", "<u>밑줄</u>", "<b><i>글</b></i>", "<b>글", "글</b>", "<b>글</i></b>", "<b.큰.빨강>글</b>", "<c>글</c>", "<c.노랑>글</c>", "<c.>글</c>", "<.노랑>글</.노랑>", "<v 문재인>글</v>", "<v>글", "<v.크게 문 재인>글",
            "<v\t문재인>글", "<v\n문재인>글", "<v  문  재인 >글", "<lang ko>글</lang>", "<lang>글</lang>", "<lang ko><lang en>text</lang>글</lang>", "<ruby>樂<rt>낙</rt>園<rt>원</rt></ruby>", "<ruby>樂<rt>낙</ruby>글", "<rt>글</rt>", "<ruby><b>樂<rt>낙</rt></b></ruby>",
            "<x>글</x>", "<B>글</B>", "<>글", "</>글", "<b/>글", "< b>글", "<b >글</b >", "<b 주석>글</b>", "글 <b", "글 <", "글 < 글", "3 > 2", "<b>>글</b>", "<<b>글</b>", "<b<i>글", "<!-- 글 -->", "<script>글</script>", "<b></b>", "<v &lt;문&gt;>글</v>", "<v &amp>글",
            "<c.a&amp;b>글</c>", "<i.a.b.c 주석>글</i>", "<ruby>글<rt>글<rt>글</ruby>", "<b>글\n글</b>\n글", "<b>\n글", "<lang en-AU>글</lang>",
        )
    ],
    "6.4 Cue text: timestamps": [
        text(t) for t in (
            "<00:01.500>글", "가<00:01.200>나<00:01.400>다", "<00:00:01.500>글", "<00:01>글", "<00:01.5>글", "<00:01.500 >글", "< 00:01.500>글", "<00:00.500>글", "<00:09.000>글", "<00:61.000>글", "<b><00:01.500>글</b>", "<0:00:01.500>글", "<1>글", "<00:01.500", "<00:01.500글>글",
        )
    ],
    "6.4 Cue text: character references": [
        text(t) for t in (
            "&amp; &lt; &gt;", "&nbsp;글", "&lrm;글&rlm;", "&amp", "&lt글", "&글;", "&", "& 글", "&#44032;", "&#xAC00;", "&#xac00", "&#0;", "&#xD800;", "&#x110000;", "&#x80;", "&#;", "&#x;", "&#글;", "&copy;", "&copy", "&notit;", "&AMP;", "&amp;amp;", "&eacute;", "&hearts;", "&hellip;글",
            "<b>&lt;b&gt;</b>", "&lt;글", "&zwj;", "&ThickSpace;", "&NotEqualTilde;",
        )
    ],
}

# Where Chromium departs from the specification, which is followed: what stands there instead.
ID, HTML = 0, 10
BY_THE_BOOK = {
    f"WEBVTT\n머리: 글\n{CUE}\n글\n": (ID, ""),  # the line before is the header's
    f"WEBVTT\n\nSTYLE\n{CUE}\n글\n": (ID, "STYLE"),
    text("<v  문  재인 >글"): (HTML, '<span title="문 재인">글</span>'),  # white space of an annotation is one space
    text("<00:01.500 >글"): (HTML, "글"),  # nothing may follow the time
    text("<00:01.500글>글"): (HTML, "글"),
}

# Where we depart from it: of the names of characters those of HTML 4 are read, and no cue begins with a line break.
LEFT = {text("<b>\n글"), text("&ThickSpace;"), text("&NotEqualTilde;")}


def main(kotext):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium")
        return 77
    cases = [(section, case) for section, list_ in SECTIONS.items() for case in list_]
    passed = dict.fromkeys(SECTIONS, 0)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for i, (_, case) in enumerate(cases):
            (Path(folder) / f"{i}.vtt").write_bytes(case.encode())
        seen = chromium.theirs(browser, folder, len(cases))
        if seen is None:
            print("Chromium answers nothing here")
            return 77
        for i, (section, case) in enumerate(cases):
            mine = chromium.ours(kotext, str(Path(folder) / f"{i}.vtt"))
            if case in BY_THE_BOOK:
                field, value = BY_THE_BOOK[case]
                seen[i][0][field] = value
            passed[section] += mine == seen[i]
            if (mine == seen[i]) == (case in LEFT):
                wrong += 1
                print(f"{section}: {case!r}\n  {mine}\n  {seen[i]}")
    for section, list_ in SECTIONS.items():
        print(f"= {section}\t{len(list_)}\t{passed[section]}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
