#!/usr/bin/env python3
"""Writes the seed corpora: a few inputs a target that reach each of its branches.

usage: make_seeds.py CORPUS_DIR
"""
import pathlib
import struct
import sys

TEXTS = [
    "문재인 대통령은 개성에서 조명균 장관을 만났다.", "값이 싸다. 꽃잎, 옷 입다, 신라, 좋다!", "",
    "ㅎㅏㄴ글 ﾡ “가” ＡＢＣ\u200b樂\uf914\u1112\u119e\u11ab", "그는 \"간다. 온다.\"라고 했다. ㅋㅋㅋ 또 봐요~ 안녕",
    "봉천 1동 종로2가 제주도 백령도", "e\u0301\u0323\u0300" * 8, "👩\u200d👩\u200d👧 KBS G7 3.5%",
]
FORMS = [
    "대한민국의 수도는 서울이다. 값이 \u201c싸다\u201d, 그래서 앉아 있었다 ㅋㅋ 3.5%", "\u1103\u1162\u1112\u1161\u11ab \u1106\u1175\u11ab\u1100\u116e\u11a8a " * 6,
    "가\u0301각\u0323 힣\ud7b0\u11a7 か\u3099 \u302e가 \u2000\u2126 " + "한글" * 20 + "\u11a8\uac00\u11a8", "é" * 20 + "e\u0301" + "漢字" * 12 + "\uf900",
]
BROKEN = [b"\xff\xfe\xea\xb0", b"\xed\xa0\x80\xf4\x90\x80\x80", b"a\0b\r\n\0", b"\xea\xb0\x80" * 400]
PAIRS = [
    "문 대통령은 개성에 갔다.\n시드니는 맑다.\n=\nPresident Moon went to Kaesong.\nIt is clear in Sydney.",
    "로버트 콜드웰을 만났다.\n=\nmet Robert Caldwell\n", "=\n", "조명균\tCho Myoung-gyon",
]
JOSA = [
    "트럼프\t은", "‘조명균’(62)\t은(는)", "2,000\t(으)로는", "서울 5㎡\t으로부터의", "Google™\t을/를", "ＬＧ\t이(가)", "Djokovi\u0107\t야!",
    "NATO(나토)\t에게은/는", "北\t이라고", "樂\t과", "ㄹ\t아", "\u1100\u1161\u11a8\t\u1102\u1173\u11ab", "Ⅲ\t나마", "개성 \t공단", "))\t((", "",
]
SPACE = [
    "나는학교에갔다 할수있다", "학 교 에 갔 다", "김철수씨는 두개를 먹었 습니다", "#나는학교에 @나는학교에 http://가.나/나는학교에 갔다", "가나다 " * 120, "나는" * 300,
    "\u1102\u1161\u1102\u1173\u11ab\u1112\u1161\u11a8\u1100\u116d \u110b\u1166 \u1100\u1161\u11bb\u1103\u1161",
    "가\u3000나\t는\u00a0에\n는 <i>나는학교에</i> 3 개를", "  나 는  학교  에  ",
]
LATIN = [
    "Hangugeun ne gyejeori tturyeotada", "P\u2019y\u014fngyang-si", "gas-sa ga'ssa \\\\ \\-\\ mul-yeos", "tongnip ch'ongnon k.k",
    "a" * 300, "\u043a\u0438\u043c\u0447\u0445\u0438 k\u0348a 3wol", "갓사-가싸 iPhone을 女子 \uf914", "'-.\\",
]
ENGLISH = [
    "Margaret Strathmore", "top class", "J. K. BBC NATO", "O'Brien-Smith's", "a" * 90, "hwang min-seo", "Čapek Gödel ß æ",
]
FOREIGN = [
    "Karl-Heinz von der Sch\u00fctt", "Fran\u00e7ois d'Aille-Le G\u00e2tinais", "I\u00f1igo de la L\u00fallez X", "Giuliano de' Gnocchi-Sciacci",
    "Hendrik van 't Eeuwijk", "\u0416\u0443\u0440\u0430\u0432\u043b\u0451\u0432 Il'ya Shchukin", "'-'a-b--", "\u3042\u30a2\u03a9 Xi'an",
]
SRT = "\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>개성</i>\r\n{\\an8}둘\r\n\r\n2\n0:0:3.5-->0:0:4\n\n나\n"
MARC = ["<record><controlfield tag='008'>" + " " * 35 + "kor d</controlfield><datafield tag='245'><subfield code='6'>880-01</subfield>"
        "<subfield code='a'>Han&#x2019;guk</subfield></datafield><datafield tag='880'><subfield code='6'>245-01/$1</subfield>"
        "<subfield code='a'>한&#44397;</subfield></datafield><m:datafield tag='880'><subfield code='6'>100-02</subfield><subfield code='a'><![CDATA[김, 소월]]></subfield></m:datafield></record>",
        "한국\tHan'guk\r\n\n말\tmal\t더\n", "말", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///c'>]><record><datafield tag='100'><subfield code='6'>880-01</subfield><subfield code='a'>&b;&#x110000;</subfield></datafield></record>",
        "<record><datafield tag='880'><subfield code='a'>가<b>", "<record><record>"]
SENTENCES = ["\"간다. '온다” 했다 (가. 나) ㅋㅋ ...또 ~^_^ ;;", "1. 물 2. 불 (셋이 왔다) 철수: 어... 영희 : 갔당께 ♥ 좋수다",
             "ᄒ ᄒ가 ((( ))) ’’’ \"\" .. . , ?! 〈가.〉나", "U.S. 3.5 p.m. 한글.다음!또？ 끝。完"]

SUBTITLES = {
    "srt": [SRT, SRT.replace("\r\n", "\r"), "-->", "1\n00:00:01,000 --> 00:00:02,000 X1:10\n가\n\n나 &amp; &#44032;\n7\n00:00:02.5-->0:0:1\n"],
    "vtt": ["WEBVTT 제목\nKind: captions\n\nSTYLE\n::cue {}\n\nNOTE 쪽지\n\nid\n00:01.000 --> 00:02.000 line:0 x\n<v.a 문재인>가 <00:01.500>나 &amp; <b>다</b>\n"
            "00:03.000 --> 00:04.000\n<ruby>樂<rt>락</ruby><c.yellow.b>라<lang ko>", "WEBVTT", "WEBVTT\n\n1\n00:xx --> 0\n가"],
    "ass": ["[Script Info]\nTitle: 가\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: 한,굴림\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
            "Comment: 0,0:00:01.00,0:00:02.00,한,,0,0,0,,주석\nDialogue: 0,0:00:01.00,0:00:02.00,한,문,0,0,0,,{\\k20}가{\\k30\\b1\\c&HFF&}나,\\N다\\h{\\p1}m 0 0{\\p0}{열린\n"
            "Dialogue: 0,x\n", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a\n"],
    "ssa": ["[Script Info]\n[V4 Styles]\nFormat: Name\nStyle: a\n[Events]\nFormat: Marked, Start, End, Style, Name, Text\nDialogue: Marked=0,0:00:01:00,0:00:02.00,*a,,가\n"],
    "sami": ["<SAMI><HEAD><STYLE><!-- .KRCC {Name:한; lang:kr-KR;} .ENCC{lang:en} --></STYLE></HEAD><BODY>\n<SYNC Start=1000><P Class=KRCC>가<br>나 &lt <font color=red>다</font>\n"
             "<P Class=ENCC>a\n<SYNC Start=2000 End=3000><P Class=KRCC>&nbsp;\n<SYNC Start=1500><P Class=X>라 <ruby>樂<rt>락</ruby> < &\n</BODY>", "<sync start=1>가<sync><p"],
    "lrc": ["[ar:가]\n[offset:-20]\n[00:01.00][00:03.00]<00:01.00>가 <00:01.50>나\n[00:01:20]다\n[00:09.1]\n", "[0:1]"],
    "sbv": ["0:00:01.000,0:00:02.000\n가\n나\n\n0:00:03.000,0:00:04.000\n다\n0:00:05.0,0:00:06.0\n라"],
    "ttml": ["<?xml version='1.0'?><!-- a --><tt xmlns='http://www.w3.org/ns/ttml' xml:lang='ko' ttp:frameRate='25' tts:x=\"1\"><body begin='1s'><div timeContainer='seq'><p begin='0:0:1:12' dur='3s'>가<br/>"
             "<span tts:fontStyle='italic'>나</span> &amp; <![CDATA[<다>]]></p><p><span begin='1s' end='2s'>라</span>\n <span begin='10f' end='30t'>마</span></p></div></body></tt>",
             "<tt:tt xmlns:tt='http://www.w3.org/2006/10/ttaf1'><tt:body><tt:p begin='1' end='1:02.5'>樂<tt:span tts:ruby='container'>\n<tt:span tts:ruby='base'>가</tt:span></tt:span></tt:p></tt:body></tt:tt>", "<tt><p></tt>"],
    "podcast_json": ['{"version":"1.0.0","segments":[{"speaker":"문","startTime":0.5,"endTime":1e0,"body":"가\\n\\uac00\\ud83d\\ude00\\"b"},{"body":"x"}]}',
                     '{"text":"가","segments":[{"id":0,"start":0.0,"end":1.25,"text":" 가","words":null},{"start":2,"end":3,"text":"나","words":[{"word":"나","start":2.0,"end":3.0}]}],"language":"ko"}',
                     '{"result":{"language":"ko"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:01,000"},"offsets":{"from":0,"to":1000},"text":" 가"}]}', "[1,", '{"a":[[{}]],}'],
    "podcast_html": ["<cite>문 :</cite><time>0:00</time><p>가 &lt;\n나<b>다</b></p>\n<p>라<br>마</p><cite>A&amp;B</cite><time datetime='PT9.25S'>0:09</time><P class=x>바<!-- <p> --><time>x</time>"
                     "<time datetime=\"PT3605S\">1:00:05</time><p>사<ruby>樂<rt>락</rt></ruby></p><cite>:</cite><p>아", "<title><time>0:00</time></title><script><p></p></script><p>가", "<time><p>"],
}


GLOSSARIES = {
    "tsv": ["korean\tenglish\ttype\tcount\tscore\tstatus\tpriority\tnote\tvariants\n개성\tKaesong\tLOC\t2\t0.97\tpreferred\t-3\ta\\nb\tGaeseong|Songdo\n\\-\t-\t\\\\\n", "개성\tKaesong\n# x\n가\t", "\t\t\n"],
    "csv": ["source,target,comment\r\n개성,\"Kae\"\"song\nx\",a\r\n", "en;ko;status\nSeoul;서울;deprecated\n", "\"a\"b,c\n\"open"],
    "json": ['{"schema":"kotext/glossary/1","rows":[{"korean":"개성","english":"Kaesong","count":3,"note":["a","b"],"x":{"y":[1]}}]}',
             '{"ko":"\\uac00\\ud83d","en":"G\\ta"}\n{"source":"나","target":"Na"}', "[[[{"],
    "tbx": ["<martif><text><body><termEntry><descrip type='definition'>d</descrip><langSet xml:lang='ko'><tig><term>개성</term></tig><ntig><termGrp><term>송도</term></termGrp></ntig></langSet>"
            "<langSet xml:lang='en'><tig><term>Kaesong</term><termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote><admin type='x-kotext-count'>4</admin><note>&#x1F600;&lt;</note>"
            "</tig></langSet></termEntry></body></text></martif>", "<!DOCTYPE x [<!ENTITY a 'b'>]><tbx><conceptEntry><termSec><term/></conceptEntry>", "</tig></termEntry><term>"],
    "tmx": ["<tmx><tu><prop type='x-kotext-score'>0.5</prop><note>n</note><tuv xml:lang='ko'><seg>개<ph>x</ph>성</seg></tuv><tuv xml:lang='en'><seg><![CDATA[Kae<song]]></seg></tuv></tu></tmx>", "<tu><tuv><seg></ph></seg>"],
    "xliff": ["<xliff><trans-unit><source>개성</source><target>Kaesong</target><note from='kotext-type'>LOC</note><note>n</note></trans-unit></xliff>",
              "<xliff><unit><notes><note category='kotext-status'>bad</note></notes><segment><source>가</source><target>Ga</target></segment></unit>"],
    "po": ['msgid ""\nmsgstr "Language: en\\n"\n\n#. count: 3\n# note\nmsgctxt "a"\nmsgid "개성\\n"\nmsgstr ""\n"Kae\\"song"\n', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "가"\nmsgstr[1] "c"\n', 'msgstr "x', "x\n"],
}

PROFILES = [
    "# streaming\nmeasure\tunits\nline-width\t16\nlength\t40\nspeed\t12.5\nlines\t2\nshortest-ms\t833\nlongest-ms\t7000\ngap-ms\t83\ndash\tclose\nellipsis\tcharacter\nspacing\trepair\n",
    "measure\tcharacters\nline-width\t1e308\nspeed\tnan\n", "lines\t4294967296\ngap-ms\t1e300\n", "dash\n", "x\ty\n", "",
]

MESSAGES = [
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8","utf-16"]}}}}',
    '{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a","text":"\\ud800 \\uac00\r\n🙂"}}}',
    '{"id":"a\\"b","method":"x","method":"textDocument/didChange","params":{"contentChanges":[{"text":"a"},{"text":5}]}}',
    '{"id":null,"params":{"range":{"start":{"line":99999999999999999999,"character":-1},"end":{"line":1e9}}}}',
    '[[{"id":1}]]', '{"' + "k" * 300 + '":{"id":2}}', "[" * 70, '{"id":', "가\r\n나\r다\n🙂\r",
]


def subtitles():
    for name, files in SUBTITLES.items():
        yield f"subtitle_{name}", [bytes([how, (how * 5 + i) % 12]) + f.encode() for i, f in enumerate(files) for how in range(0, 8, 3)]
    every = [f for files in SUBTITLES.values() for f in files[:1]]
    yield "subtitle_text", [bytes([i % 8, i % 12]) + f.encode(e, "replace") for i, f in enumerate(every) for e in ("utf-8", "cp949", "utf-16")] + \
        [b"\x01\x02" + b"<SAMI><BODY><SYNC Start=1><P>\xb0\xa1\xff\xb3\n\xb0\xa1\xb0\xa2\xb0\xa3\xb0\xa4\xb0\xa5\n\xb0\xa6\xb0\xa7" * 3]


def texts():
    return [t.encode() for t in TEXTS] + BROKEN


def with_options(count, inputs):
    return [bytes((i * 7 + k * 3) % 11 for k in range(count)) + data for i, data in enumerate(inputs)]


def changes(seed):
    return b"\x01" + b"".join(struct.pack("<BIB", s, seed * 97 + s * 13, (seed * 41 + s) % 256) for s in range(14))


def seeds():
    yield "normalize", with_options(4, texts())
    yield "forms", [bytes([form]) + t for form in range(3) for t in texts() + [t.encode() for t in FORMS]]
    yield "segment", [bytes([unit, 12, unit % 3, unit // 3]) + t for unit in range(7) for t in texts()[:8:3]] + [
        bytes([4, 0, 0, 0]) + t.encode() for t in SENTENCES]
    yield "romanize", with_options(12, texts()) + [bytes([0, 0, 0, 0, s, 0, 0, 0, 1, 0, 0, 0]) + "대한민국 李舜臣 12권 鐵道".encode() for s in range(13)]
    yield "hangulize", [bytes([s, 3]) + t.encode() for s in range(13) for t in LATIN[s % 2::2]]
    yield "translit", [o[:3] + bytes([0]) + o[3:] for o in with_options(3, texts() + [t.encode() for t in ENGLISH])] + [
        bytes([2, n % 2, 1, n]) + t.encode() for n, t in enumerate(FOREIGN * 4)]
    yield "names", with_options(1, texts() + [p.encode() for p in PAIRS])
    yield "analyze", with_options(1, texts() + ["갔으나 했었다 불렀으나 좋아요~ 안뇽ㅋㅋ".encode(), "北 1,000원 LG전자가".encode()])
    yield "josa", [bytes([len(j.split("\t")[0].encode())]) + j.encode() for j in JOSA] + with_options(1, BROKEN)
    yield "space", with_options(2, texts() + [s.encode() for s in SPACE])
    yield "align", [bytes([pairing, 50]) + p.encode() for pairing in range(3) for p in PAIRS]
    yield "charset", [bytes([c, 0]) + "한글은 적고 읽는다".encode(e) for c, e in enumerate(
        ["utf-8", "utf-8", "cp949", "euc-kr", "utf-16-le", "utf-16-be", "utf-16", "iso2022-kr"])] + with_options(2, BROKEN)
    yield from subtitles()
    for name, files in GLOSSARIES.items():
        yield f"glossary_{name}", [f.encode() for f in files]
    yield "stream", [bytes([i % 2, i * 7 % 64, i * 3 % 40]) + f.encode("utf-8") for i, f in enumerate(
        g for pair in zip(SUBTITLES["srt"], SUBTITLES["vtt"] + ["WEBVTT\r\r00:01.000 --> 00:02.000\r" + "가나다 " * 60]) for g in pair)]
    yield "ktd", [changes(s) for s in range(20)] + [b"\x00KOTEXTD\0" + struct.pack("<IIIIQQQ", 1, 0x01020304, 0, 0, 48, 0, 0)]
    yield "catalog", [m.encode() for m in MARC] + BROKEN
    yield "operations", [bytes([op, op * 5 % 17]) + bytes((8 + op * n % 3) for n in range(op * 5 % 17)) + t for op in range(17)
                         for t in (texts() + [p.encode() for p in PAIRS])[op % 3::3]]
    yield "lsp", [m.encode() for m in MESSAGES] + texts()
    yield "gloss", with_options(2, texts() + [t.encode() for t in ("맛있다 계집 大韓民國", "사기", "이순신 장군은 판문점에 갔다")])
    yield "layout", with_options(6, texts() + [t.encode() for t in ("- 문재인 대통령은 왔다\n-왜? Moon went to school\n\n", "한 é")])
    yield "letters", [bytes([s]) + t.encode() for s, t in enumerate(TEXTS * 2)] + with_options(1, BROKEN) + [
        bytes([s]) + "독립문 앞\n樂園 3권\n한글 같이".encode() for s in range(15)]
    yield "profile", [p.encode() for p in PROFILES] + BROKEN[:3]
    yield "roster", with_options(1, [t.encode() for t in ("문재인 대통령은 판문점에 갔다\n문 대통령\n개성\tKaesong\n\tx\n", "\t\n\n")] + texts()[:3])
    yield "terms", [(GLOSSARIES["tsv"][0].split("\n")[0] + "\n" + r).encode() for r in (
        "개성\tKaesong\tLOC\t2\t0.9\tpreferred\n개성\tGaeseong\tLOC\t1\t0.9\tforbidden\n\n개성에서 Gaeseong, Kaesong's 개성시",
        "문재인\tMoon Jae-in\tPER\n\n문재인은 Moon JaeIn moon-jae in", "\n\n가")] + BROKEN[:2]
    yield "user_dict", [b"korean\tenglish\ttype\n\xea\xb0\x80\tGa\tLOC\n", b"# x\n\n\xea\xb0\x80\tGa", b"\xef\xbb\xbf\xea\xb0\x80\n"]


def main():
    for name, inputs in seeds():
        folder = pathlib.Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        for i, data in enumerate(inputs):
            (folder / f"seed-{i:02}").write_bytes(data)


if __name__ == "__main__":
    main()
