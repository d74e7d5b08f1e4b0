#include "options.h"

#define BIT(command) (1u << (command))

enum {
    EVERY = (1u << COMMANDS) - 1,
    ALL = EVERY & ~BIT(CMD_LSP),
    FILTERS = BIT(CMD_GLOSS) | BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE) | BIT(CMD_HANJA) |
              BIT(CMD_NORMALIZE) | BIT(CMD_HANGULIZE) | BIT(CMD_SLUG) | BIT(CMD_SEGMENT) |
              BIT(CMD_ANALYZE) | BIT(CMD_JOSA) | BIT(CMD_SPACE) | BIT(CMD_NAMES) | BIT(CMD_MATCH),
    TRANSFORMS = BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE) | BIT(CMD_HANJA) | BIT(CMD_HANGULIZE) |
                 BIT(CMD_NORMALIZE) | BIT(CMD_SPACE),
    WITH_NAMES = BIT(CMD_GLOSS) | BIT(CMD_SLUG) | BIT(CMD_HANGULIZE) | BIT(CMD_ROMANIZE) |
                 BIT(CMD_PRONOUNCE) | BIT(CMD_ANALYZE) | BIT(CMD_JOSA) | BIT(CMD_SPACE) |
                 BIT(CMD_NAMES) | BIT(CMD_MATCH) | BIT(CMD_ALIGN) | BIT(CMD_GLOSSARY) |
                 BIT(CMD_CHECK) | BIT(CMD_CATALOG) | BIT(CMD_NOTES) | BIT(CMD_CARDS) |
                 BIT(CMD_SHEET),
    SCRIPTS = BIT(CMD_NOTES) | BIT(CMD_CARDS) | BIT(CMD_SHEET) | BIT(CMD_TIME),
    WITH_GLOSSARY =
        BIT(CMD_ANNOTATE) | BIT(CMD_CHECK) | BIT(CMD_APPLY) | BIT(CMD_NOTES) | BIT(CMD_CARDS)
};

#define SUBTITLE_FORMATS                                                                           \
    "srt|vtt|ass|ssa|sami|lrc|sbv|ttml|podcast-json|podcast-html|whisper-json|whispercpp-json"
#define SUBTITLE_LIST                                                                              \
    "srt, vtt, ass, ssa, sami, lrc, sbv, ttml, podcast-json, podcast-html, whisper-json, whispercpp-json"
#define WRITTEN_FORMATS "srt|vtt|ass|ssa|sami|lrc|sbv|ttml|podcast-json|podcast-html"

const option option_table[OPTIONS] = {
    [OPT_SCHEME] =
        {"scheme", 's', "ID",
         "rr|rr-letter|mr|bgn-dprk|ic|ala-lc|dprk|yale|iso11941-1|iso11941-2|ipa|hangul|kontsevich|dprk-2002|respell",
         BIT(CMD_ROMANIZE) | BIT(CMD_SLUG) | BIT(CMD_GLOSS) | BIT(CMD_CATALOG), GROUP_COMMAND,
         "rr, the Revised Romanization (default; of catalog, ala-lc), rr-letter, its reversible form; mr, McCune-Reischauer; "
         "bgn-dprk, ic, of US and UK agencies; ala-lc, of libraries; dprk, of the North, and dprk-2002, its older form; yale; iso11941-1, "
         "iso11941-2; ipa; hangul, as it is read; kontsevich, in Cyrillic; respell, as English readers say it"},
    [OPT_KIND] =
        {"kind", 'k', "KIND", "auto|word|person|place",
         BIT(CMD_ROMANIZE) | BIT(CMD_HANJA) | BIT(CMD_NAMES), GROUP_COMMAND,
         "what each line is: auto finds names in running text (default), word, person, place"},
    [OPT_BY_LETTERS] = {"by-letters", 0, NULL, NULL, BIT(CMD_ROMANIZE), GROUP_COMMAND,
                        "ask no word list and find no names: many times faster, by tables"},
    [OPT_HYPHEN] =
        {"hyphen", 0, "WHERE", "none|ambiguous|syllable", BIT(CMD_ROMANIZE), GROUP_COMMAND,
         "hyphens beyond the required ones: none (default), ambiguous (jung-ang), syllable"},
    [OPT_GIVEN_HYPHEN] = {"given-hyphen", 0, NULL, NULL, BIT(CMD_ROMANIZE), GROUP_COMMAND,
                          "a hyphen between the syllables of a given name: Hong Bit-na"},
    [OPT_CASE] =
        {"case", 0, "CASE", "scheme|lower|upper|title", BIT(CMD_ROMANIZE), GROUP_COMMAND,
         "capitals: as the scheme has them (default), none (lower), all (upper), or at each "
         "word (title)"},
    [OPT_ASCII] = {"ascii", 0, NULL, NULL, BIT(CMD_ROMANIZE), GROUP_COMMAND,
                   "no diacritics, plain apostrophes (not for ipa and kontsevich)"},
    [OPT_KEEP_LATIN] =
        {"keep-latin", 0, NULL, NULL, BIT(CMD_ROMANIZE), GROUP_COMMAND,
         "leave Latin words of the text as they are: no --case, no escapes of the reversible schemes"},
    [OPT_FOREIGN] = {"foreign", 0, "HOW", "off|auto", BIT(CMD_ROMANIZE), GROUP_COMMAND,
                     "foreign names and loanwords: off, as any Korean word (default); auto, in the "
                     "letters they came from where these are sure (Robert for 로버트)"},
    [OPT_NUMBERS] =
        {"numbers", 0, "HOW", "keep|read", BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE), GROUP_COMMAND,
         "digits and capitals: keep them (default), or read them aloud (삼월 for 3월, 케이비에스 for KBS)"},
    [OPT_NARROW] = {"narrow", 0, NULL, NULL, BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE), GROUP_COMMAND,
                    "ipa: write what becomes of the phonemes in their places"},
    [OPT_REVERSE] = {"reverse", 'r', NULL, NULL, BIT(CMD_ROMANIZE) | BIT(CMD_HANGULIZE),
                     GROUP_COMMAND,
                     "the other way: romanize, Latin letters of the scheme back to Hangul; "
                     "hangulize --from en, Hangul back to the English it was written for"},
    [OPT_RUBY] = {"ruby", 0, "OVER", "word|syllable",
                  BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE) | BIT(CMD_HANJA), GROUP_OUTPUT,
                  "write HTML: the text, with <ruby> over each word or each syllable"},
    [OPT_CANDIDATES] =
        {"candidates", 0, NULL, NULL, BIT(CMD_HANJA), GROUP_COMMAND,
         "the other way: the Hanja that the Hangul of each line, a word or name, may stand for"},
    [OPT_PAREN] = {"paren", 0, NULL, NULL, BIT(CMD_HANJA), GROUP_COMMAND,
                   "keep the Hanja in brackets behind their reading: 조선(朝鮮)"},
    [OPT_SEPARATOR] = {"separator", 0, "WHICH", "hyphen|underscore", BIT(CMD_SLUG), GROUP_COMMAND,
                       "what joins words: hyphen (default) or underscore"},
    [OPT_MAX_LENGTH] = {"max-length", 0, "N", NULL, BIT(CMD_SLUG), GROUP_COMMAND,
                        "at most N bytes, whole words where they fit"},
    [OPT_NUMBERED] =
        {"numbered", 0, "HOW", "read|bare", BIT(CMD_ROMANIZE), GROUP_COMMAND,
         "numbered divisions: read, Bongcheon 1(il)-dong (default), or bare, Bongcheon1-dong"},
    [OPT_FROM_FORMAT] =
        {"from-format", 0, "FORMAT", "auto|text|" SUBTITLE_FORMATS,
         TRANSFORMS | BIT(CMD_ALIGN) | BIT(CMD_GLOSSARY) | WITH_GLOSSARY | BIT(CMD_SUBTITLE) |
             SCRIPTS,
         GROUP_COMMAND,
         "auto: by content (default for files); text: lines (default for standard input); or one of " SUBTITLE_LIST},
    [OPT_LAYOUT] =
        {"layout", 0, "WHERE", "replace|above|below|ruby|track",
         BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE), GROUP_COMMAND,
         "in a subtitle file: replace the lines (default), write above or below them, over each word, or in a track of its own (ass, sami, ttml, vtt)"},
    [OPT_TO_FORMAT] = {"to-format", 't', "FORMAT", WRITTEN_FORMATS, BIT(CMD_SUBTITLE),
                       GROUP_COMMAND,
                       "convert, merge: the format to write (default: by the name of --output)"},
    [OPT_TRACK] = {"track", 0, "ID", NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                   "only the cues of one SAMI class, ASS style or language, as info lists them"},
    [OPT_OFFSET] = {"offset", 0, "TIME", NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                    "shift: time to add, such as 1.5, -00:00:02,250 or 800ms"},
    [OPT_FPS] = {"fps", 0, "FROM:TO", NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                 "shift: times made for FROM frames a second, played at TO, such as 25:23.976"},
    [OPT_CUES] = {"cues", 0, NULL, NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                  "info: list the cues: start, end, track, text"},
    [OPT_PROFILE] =
        {"profile", 0, "NAME|FILE", NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
         "check, fix, wrap: a built-in style, or a file like those that 'subtitle profile' "
         "prints (default streaming-ko)"},
    [OPT_FIX] = {"fix", 0, NULL, NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                 "check: first repair the files in place, where that is safe"},
    [OPT_SPACING] =
        {"spacing", 0, NULL, NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
         "fix, check --fix: also put the spaces between Korean words right, as kotext space does"},
    [OPT_DEROLL] = {"deroll", 0, NULL, NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
                    "convert: say once what rolling captions repeat"},
    [OPT_JOIN] =
        {"join", 0, "HOW", "sentence|turn", BIT(CMD_SUBTITLE), GROUP_COMMAND,
         "convert: join cues, and cut where a sentence ends, or only where another speaker begins"},
    [OPT_ANEW] =
        {"anew", 0, NULL, NULL, BIT(CMD_SUBTITLE), GROUP_COMMAND,
         "convert: write the file anew also into its own format: numbers, times and line ends put right"},
    [OPT_SHOW] =
        {"show", 0, "WHAT", "table|list|chapters", BIT(CMD_NOTES), GROUP_OUTPUT,
         "a row for each name with all its times (default), show notes in Markdown, or JSON chapters of Podcasting 2.0"},
    [OPT_TO] = {"to", 0, "SCRIPT", "hangul|ipa", BIT(CMD_PRONOUNCE), GROUP_COMMAND,
                "write the reading in hangul (default), or in ipa as 'romanize --scheme ipa' does"},
    [OPT_NORM] =
        {"norm", 0, "NORM", "kr|kp|ko-KR|ko-KP", BIT(CMD_PRONOUNCE) | BIT(CMD_HANJA), GROUP_COMMAND,
         "kr, the South (default), or kp, the North: pronounce by its Munhwaŏ, spell 력사, 녀성"},
    [OPT_PHRASING] = {"phrasing", 0, "HOW", "joined|apart", BIT(CMD_PRONOUNCE), GROUP_COMMAND,
                      "sounds pass from word to word (default), or a pause at every space"},
    [OPT_FORM] = {"form", 'f', "FORM", "nfc|nfd|nfkc|none", BIT(CMD_NORMALIZE), GROUP_COMMAND,
                  "Unicode normalization form (default nfc)"},
    [OPT_KOREAN] =
        {"korean", 0, "RULES", NULL, BIT(CMD_NORMALIZE), GROUP_COMMAND,
         "Korean steps, a comma list of compat-jamo, halfwidth, conjoining, middle-dot, quotes, fullwidth, "
         "zero-width, controls, hanja, spaces; or default, all, none (default none)"},
    [OPT_STRICT] = {"strict", 0, NULL, NULL, BIT(CMD_NORMALIZE), GROUP_COMMAND,
                    "the same as --on-invalid stop"},
    [OPT_UNIT] = {"unit", 'u', "UNIT", "grapheme|syllable|eojeol|word|sentence|line|morpheme",
                  BIT(CMD_SEGMENT), GROUP_COMMAND, "unit to divide into (default word)"},
    [OPT_WIDTH] =
        {"width", 'w', "N", NULL, BIT(CMD_SEGMENT) | BIT(CMD_SUBTITLE), GROUP_COMMAND,
         "lines: width in columns, Hangul counting 1 and Latin, space and punctuation a half (default 16)"},
    [OPT_FILL] =
        {"fill", 0, "HOW", "balanced|greedy|phrase", BIT(CMD_SEGMENT), GROUP_COMMAND,
         "lines: the fewest, cut by grammar and even (default), as full as can be, or one more to spare a phrase"},
    [OPT_BREAKS] = {"breaks", 0, "WHERE", "keep-all|any", BIT(CMD_SEGMENT), GROUP_COMMAND,
                    "lines: break at spaces only (default), or between any two syllables"},
    [OPT_STRIP] = {"strip", 0, NULL, NULL, BIT(CMD_JOSA), GROUP_COMMAND,
                   "take the particles off instead: for each eojeol, stem TAB particles"},
    [OPT_LEVEL] =
        {"level", 0, "LEVEL", "normal|cautious|full", BIT(CMD_SPACE), GROUP_COMMAND,
         "how much is changed: normal, what is plainly wrong (default); cautious, what can hardly be right; "
         "full, for text that has lost its spaces"},
    [OPT_ONLY] = {"only", 0, "WHAT", "both|add|remove", BIT(CMD_SPACE), GROUP_COMMAND,
                  "put missing spaces in, take superfluous ones out, or both (default)"},
    [OPT_STYLE] =
        {"style", 0, "ID", "plain|afp|ap|yonhap|passport|dprk|ala-lc", BIT(CMD_NAMES),
         GROUP_COMMAND,
         "how persons' names are joined: plain (default), afp Kim Jong-Un, ap Kim Jong Un, yonhap "
         "Kim Jong-un, passport KIM JONGUN, dprk, ala-lc; a person's own letters stay"},
    [OPT_NBEST] = {"nbest", 'n', "N", NULL,
                   BIT(CMD_NAMES) | BIT(CMD_ANALYZE) | BIT(CMD_PRONOUNCE) | BIT(CMD_HANGULIZE) |
                       BIT(CMD_HANJA),
                   GROUP_COMMAND,
                   "number of spellings or candidates (default 10) or readings (default 1)"},
    [OPT_FROM] =
        {"from", 0, "WHICH",
         "ko|en|auto|de|fr|es|it|ru|nl|ja|zh|vi|id|rr|rr-letter|mr|bgn-dprk|ic|ala-lc|dprk|yale|iso11941-1|iso11941-2|ipa|kontsevich|dprk-2002",
         BIT(CMD_NAMES) | BIT(CMD_HANGULIZE), GROUP_COMMAND,
         "names: language of the names given, ko (default) or en; hangulize: language of the text (auto: by its letters), or its scheme (default rr)"},
    [OPT_OFFICIAL] = {"official", 0, NULL, NULL, BIT(CMD_HANGULIZE), GROUP_COMMAND,
                      "of a language: by the Loanword Orthography alone, nothing else"},
    [OPT_FIND] = {"find", 0, NULL, NULL, BIT(CMD_NAMES), GROUP_COMMAND,
                  "list the names in running text instead: start, end, type, confidence, name"},
    [OPT_PARALLEL] = {"parallel", 'p', NULL, NULL,
                      BIT(CMD_ALIGN) | BIT(CMD_GLOSSARY) | BIT(CMD_CHECK), GROUP_COMMAND,
                      "line N of KO says what line N of EN says"},
    [OPT_LINKS] =
        {"links", 'l', NULL, NULL, BIT(CMD_ALIGN), GROUP_COMMAND,
         "print each link (line, korean, english or -, type, score) instead of a glossary"},
    [OPT_THRESHOLD] = {"threshold", 0, "P", NULL, BIT(CMD_ALIGN) | BIT(CMD_GLOSSARY), GROUP_COMMAND,
                       "lowest score of a link, in percent (default 50)"},
    [OPT_TOLERATE] =
        {"tolerate", 0, "LIST", NULL, BIT(CMD_CATALOG), GROUP_COMMAND,
         "differences that are no finding, a comma list of diacritics, apostrophes, division, capitals, "
         "punctuation, letters, unpaired; or none (default punctuation)"},
    [OPT_HTML] = {"html", 0, NULL, NULL, BIT(CMD_ALIGN) | BIT(CMD_CARDS) | BIT(CMD_SHEET),
                  GROUP_OUTPUT, "one page to read, review or print that needs nothing but itself"},
    [OPT_AS] =
        {"as", 0, "FORMAT", "tsv|csv|json|tbx|tbx-ntig|tmx|xliff|xliff2|po|prompt|hotwords",
         BIT(CMD_GLOSSARY), GROUP_OUTPUT,
         "the format to write (default: by the name of --output, else tsv); prompt and hotwords are for speech recognition"},
    [OPT_READ_AS] = {"read-as", 0, "FORMAT", "auto|tsv|csv|json|tbx|tmx|xliff|po",
                     BIT(CMD_GLOSSARY) | WITH_GLOSSARY | BIT(CMD_LSP), GROUP_COMMAND,
                     "the format of the glossaries (default auto: by content)"},
    [OPT_CACHE] =
        {"cache", 0, "FOLDER", NULL, BIT(CMD_GLOSSARY), GROUP_COMMAND,
         "build: keep the glossary of each pair here, so that a later run does only what has changed"},
    [OPT_JOBS] = {"jobs", 'j', "N", NULL, BIT(CMD_GLOSSARY) | FILTERS, GROUP_COMMAND,
                  "lines, or for build pairs, in N threads (default 1); the result is the same"},
    [OPT_GLOSSARY] = {"glossary", 'g', "FILE", NULL, WITH_GLOSSARY | BIT(CMD_LSP), GROUP_COMMAND,
                      "the glossary, in any format that 'kotext glossary' reads"},
    [OPT_EVERY] = {"every", 0, NULL, NULL, BIT(CMD_ANNOTATE), GROUP_COMMAND,
                   "at every mention (default: at the first of each term in a file)"},
    [OPT_PLACE] = {"place", 0, "WHERE", "behind|instead", BIT(CMD_ANNOTATE), GROUP_COMMAND,
                   "in brackets behind the term (default), or instead of it, particles put right"},
    [OPT_AFFECTED] =
        {"affected", 0, "OLD", NULL, BIT(CMD_CHECK), GROUP_COMMAND,
         "list the FILEs that hold a term on which the glossary differs from the glossary OLD"},
    [OPT_DRY_RUN] = {"dry-run", 'n', NULL, NULL, BIT(CMD_APPLY), GROUP_OUTPUT,
                     "change nothing; print what would be changed as a unified diff"},
    [OPT_EXPLAIN] = {"explain", 'e', NULL, NULL,
                     BIT(CMD_ROMANIZE) | BIT(CMD_PRONOUNCE) | BIT(CMD_SPACE) | BIT(CMD_HANGULIZE),
                     GROUP_OUTPUT, "below each line, the article behind each change"},
    [OPT_JSON] = {"json", 0, NULL, NULL, ALL, GROUP_OUTPUT, "one JSON document"},
    [OPT_JSONL] = {"jsonl", 0, NULL, NULL, ALL, GROUP_OUTPUT, "one JSON object a line"},
    [OPT_OUTPUT] = {"output", 'o', "FILE", NULL, ALL, GROUP_OUTPUT,
                    "write to FILE, which is replaced only when all is done"},
    [OPT_IN_PLACE] = {"in-place", 'i', "[=SUFFIX]", NULL,
                      TRANSFORMS | BIT(CMD_ANNOTATE) | BIT(CMD_APPLY) | BIT(CMD_SUBTITLE),
                      GROUP_OUTPUT,
                      "replace each FILE, keeping the original as FILE+SUFFIX when one is given"},
    [OPT_ENCODING] = {"encoding", 0, "NAME", NULL, ALL, GROUP_TEXT,
                      "encoding of the input, such as windows-949 (default: looked at)"},
    [OPT_OUTPUT_ENCODING] = {"output-encoding", 0, "NAME", NULL,
                             FILTERS | BIT(CMD_ANNOTATE) | BIT(CMD_APPLY) | BIT(CMD_SUBTITLE),
                             GROUP_TEXT, "encoding of the output (default: as the input)"},
    [OPT_ON_INVALID] = {"on-invalid", 0, "WHAT", "replace|stop", FILTERS, GROUP_TEXT,
                        "bytes that are no text: replace with U+FFFD (default), or stop"},
    [OPT_NO_DICT] = {"no-dict", 0, NULL, NULL, WITH_NAMES, GROUP_DATA,
                     "leave out the dictionaries of people, places and organisations"},
    [OPT_USER_DICT] = {"user-dict", 0, "FILE", NULL, WITH_NAMES, GROUP_DATA,
                       "add your own names: korean TAB english TAB PER|LOC|ORG"},
    [OPT_DATA] = {"data", 0, "FILE", NULL, EVERY, GROUP_DATA,
                  "use another data file (.ktd) than the built-in one"},
    [OPT_QUIET] = {"quiet", 'q', NULL, NULL, EVERY, GROUP_OTHER, "no progress on the terminal"},
    [OPT_HELP] = {"help", 'h', NULL, NULL, EVERY, GROUP_OTHER, "show this help"},
    [OPT_VERSION] = {"version", 'V', NULL, NULL, EVERY, GROUP_OTHER,
                     "show the versions of the program and its data"},
};

const command command_table[COMMANDS] = {
    [CMD_ROMANIZE] =
        {"romanize", "[FILE...]", "write Korean in Latin letters",
         "Writes each line in Latin letters as it is pronounced. Names get capitals; a person is Surname Given; the suffix of "
         "a division follows a hyphen. Text that is not Korean passes through. The spelling a person or place really uses is what 'kotext names' and 'kotext align' give.",
         "$ echo 종로구 | kotext romanize --kind place\nJongno-gu", romanize_command},
    [CMD_PRONOUNCE] =
        {"pronounce", "[FILE...]", "write how Korean is read aloud",
         "Writes each line as Standard Pronunciation reads it, in Hangul. With --nbest the other readings that the standard permits "
         "follow, separated by tabs, the principal one first.",
         "$ echo 국물 | kotext pronounce\n궁물", pronounce_command},
    [CMD_GLOSS] =
        {"gloss", "[FILE...]", "take text apart word by word, for learners",
         "Prints a row for each word: the word, its reading, its romanization, the word with its Sino-Korean parts in Hanja, the English "
         "form of a name that a dictionary knows, and its morphemes. An empty row ends each line of text.",
         "$ echo '개성에서 회의했다.' | kotext gloss\n개성에서\t개성에서\tGaeseongeseo\t-\tKaesong\t개성/NNP+에서/JKB\n"
         "회의했다\t회의핻따\thoeuihaetda\t會議했다\t-\t회의/NNG+하/XSV+았/EP+다/EF\n",
         gloss_command},
    [CMD_HANJA] =
        {"hanja", "[FILE...]", "write Hanja as they are read, in Hangul",
         "Writes the Hanja of each line in Hangul: words as the word list reads them, other characters by their commonest "
         "reading, with the initial-sound law where a word begins. Text beside kana is Japanese and passes through.",
         "$ echo '朝鮮 女子' | kotext hanja\n조선 여자", hanja_command},
    [CMD_HANGULIZE] =
        {"hangulize", "[FILE...]", "write romanized Korean, English and other languages in Hangul",
         "Reads lines in a romanization scheme and writes the Hangul that they stand for, the likeliest reading first. rr-letter, "
         "iso11941-1 and iso11941-2 are undone exactly; for the others words of the word list come first. Diacritics, apostrophes, "
         "hyphens and capitals may be missing. From en it writes English words and foreign names, likeliest form first: names of the "
         "dictionaries, else by pronunciation, the Loanword Orthography and usage; words in small letters are one term. From another "
         "language it writes by that language's section of the Loanword Orthography, from the spelling; auto tells the language by its letters.",
         "$ echo dongnip | kotext hangulize --from rr\n독립\n$ echo 'Margaret Atwood' | kotext hangulize --from en\n마거릿 애트우드",
         hangulize_command},
    [CMD_SLUG] =
        {"slug", "[FILE...]", "make names for files and addresses",
         "Writes each line in small ASCII letters and digits, words joined by hyphens. Korean is romanized, other Latin letters lose "
         "their diacritics, everything else separates.",
         "$ echo '종로구 소식 (3월)' | kotext slug\njongno-gu-sosik-3wol", slug_command},
    [CMD_NORMALIZE] =
        {"normalize", "[FILE...]", "bring text into one form",
         "Applies a Unicode normalization form and, on request, steps for Korean text. Compatibility Hanja, whose code points "
         "carry a reading, are kept unless the step hanja is asked for.",
         "$ echo 'ㅎㅏㄴ글 ＡＢＣ' | kotext normalize --korean default\n한글 ABC",
         normalize_command},
    [CMD_SEGMENT] =
        {"segment", "[FILE...]", "divide text into graphemes, eojeol, words, sentences or lines",
         "Prints one unit a line.",
         "$ echo '비가 온다. 눈도 온다.' | kotext segment --unit sentence\n비가 온다.\n눈도 온다.",
         segment_command},
    [CMD_ANALYZE] =
        {"analyze", "[FILE...]", "tell words, stems and particles",
         "Writes each line as morphemes with their Sejong tags. --jsonl adds stems, particles, spans and the names in the line.",
         "$ echo '서울에 갔다.' | kotext analyze\n서울/NNP+에/JKB 가/VV+았/EP+다/EF ./SF",
         analyze_command},
    [CMD_JOSA] =
        {"josa", "[FILE...]", "choose the particle that agrees with a word, or take it off",
         "Reads lines of word TAB particle, the particle in any form (은, 은/는, 은(는)), and writes the word with the form that "
         "agrees with how it ends: Hangul, a number, Latin letters, a unit. Where that is not known it writes 은(는).",
         "$ printf '문재인\\t은/는\\nObama\\t은/는\\n' | kotext josa\n문재인은\nObama는",
         josa_command},
    [CMD_SPACE] =
        {"space", "[FILE...]", "put the spaces between Korean words right",
         "Puts in missing spaces and takes out superfluous ones, by the spacing chapter of the Hangul Orthography. What is "
         "right, or permitted, stays; so does all that is not a space between two Hangul syllables.",
         "$ echo '나는학교 에 갔다' | kotext space\n나는 학교에 갔다", space_command},
    [CMD_NAMES] =
        {"names", "[FILE...]", "list likely Latin spellings of names, or find names in text",
         "For each line, a Hangul name, prints the spellings people use, best first, separated by tabs. A person's own spelling, "
         "when the dictionary has it, comes first.",
         "$ echo 조명균 | kotext names --nbest 3\nCho Myoung-gyon\tCho Myung-gyun\tCho Myung-kyun",
         names_command},
    [CMD_MATCH] =
        {"match", "[FILE...]", "tell how likely a Hangul and a Latin name are the same",
         "Reads lines of hangul TAB latin and puts a score from 0 to 1 before each.",
         "$ printf '정동영\\tChung Dong-young\\n' | kotext match\n0.998927\t정동영\tChung Dong-young",
         match_command},
    [CMD_ALIGN] =
        {"align", "KO EN", "find which Korean name is which English form",
         "Reads a Korean and an English file that say the same thing - two documents, two subtitle files, or parallel lines - and "
         "prints a glossary: korean, english, type, count, score.",
         "$ kotext align docs/samples/liaison-office.ko.txt docs/samples/liaison-office.en.txt | head -2\n개성\tKaesong\tLOC\t2\t0.97\n김 위원장\tKim\tPER\t2\t0.92",
         align_command},
    [CMD_CATALOG] =
        {"catalog", "[FILE...]", "check the romanized fields of library records",
         "Reads MARCXML, or lines of original TAB romanized, and prints each romanized text that is not what the scheme gives, with "
         "what it differs in and what was expected. In MARCXML it compares fields 880 with the fields that subfield 6 joins them to, "
         "and tells fields whose partner is missing. --json lists all pairs.",
         "$ printf '한국의 역사\\tHanguk ui yŏksa\\n' | kotext catalog\n-:1:15: diacritics, apostrophes: Hanguk ui yŏksa → Han’guk ŭi yŏksa",
         catalog_command},
    [CMD_GLOSSARY] =
        {"glossary", "build|convert|merge|import|export|lint FILE...",
         "build, convert, merge and check glossaries",
         "Reads TSV, CSV, JSON, TBX, TMX, XLIFF and PO, told by their content. convert, merge, import and export write all files as "
         "one glossary, evidence added up, in any format; lint lists what an editor should look at and exits with 1 if there "
         "is any; build aligns every pair of files NAME.ko.EXT and NAME.en.EXT in the folders it is given, or a Korean and an "
         "English file.",
         "$ kotext glossary convert --as tbx names.tsv -o names.tbx", glossary_command},
    [CMD_ANNOTATE] =
        {"annotate", "--glossary FILE [FILE...]",
         "write the other language's form behind each name",
         "Writes the English form of a glossary's terms in brackets behind them where they first stand, or the Korean one in English "
         "text; the preferred form, else the one most often seen. Takes text and subtitle files.",
         "$ echo 문재인은 개성에 갔다 | kotext annotate -g names.tsv\n문재인(Moon Jae-in)은 개성(Kaesong)에 갔다",
         annotate_command},
    [CMD_CHECK] =
        {"check", "--glossary FILE KO EN | FOLDER | FILE...",
         "find names that disagree with a glossary",
         "Given a Korean and an English file that say the same thing, lists names that are missing in the English, misspelt, "
         "written in another style, forbidden, or inconsistent; of a folder, every pair NAME.ko.EXT and NAME.en.EXT. Given other files, looks at each by itself. Exits with 1 when there "
         "is something to tell.",
         "$ kotext check -g names.tsv news.ko.txt news.en.txt\nnews.en.txt:1:1: style: 'Moon Jaein' for 'Moon Jae-in' (문재인)",
         check_command},
    [CMD_APPLY] =
        {"apply", "--glossary FILE [FILE...]", "write names as a glossary has them",
         "Replaces forbidden forms by preferred ones, and forms that differ in hyphens, spaces or capitals only; particles behind "
         "a Korean term are put right. Takes text and subtitle files.",
         "$ echo 'Moon Jaein met Kim.' | kotext apply -g names.tsv\nMoon Jae-in met Kim.",
         apply_command},
    [CMD_DETECT] =
        {"detect", "[FILE...]", "tell a file's encoding, format and language",
         "Prints for each file: name, encoding, format, language, confidence, evidence.",
         "$ kotext detect film.srt\nfilm.srt\twindows-949\tsrt\tko\t0.90\tKorean byte pairs",
         detect_command},
    [CMD_SUBTITLE] =
        {"subtitle", "info|convert|merge|split|shift|wrap|check|fix|profile FILE...",
         "look into subtitle files; convert, merge, split, wrap, check, repair them",
         "Reads SubRip, WebVTT, ASS/SSA, SAMI, LRC, SBV, TTML and the JSON of podcasts and Whisper, told by their content. info "
         "tells format, encoding, cues, length and tracks; convert writes another format; merge puts the cues of a second file under "
         "those of the first that are shown with them (in SAMI, a class for each); split leaves the cues of one track, or writes a "
         "file for each, and where lines of two languages share cues, takes them apart; shift moves the times; wrap breaks lines that "
         "are too wide at the best spaces; check lists what does not keep to a style, fix repairs what is safe to, and profile prints "
         "the styles. What is not asked for stays as it is, byte for byte. What was wrong in a "
         "file and how it was read goes to standard error.",
         "$ kotext subtitle convert --to-format srt --track KRCC film.smi -o film.ko.srt",
         subtitle_command},
    [CMD_NOTES] =
        {"notes", "[FILE...]", "list who and what a programme names, and when",
         "Reads transcripts, subtitles or text and prints a row for each name: Korean, English, type, how often, and when, or in which "
         "line. A surname with a title is the person of that name met last. With --glossary its terms are found in either "
         "language and spelt as it has them.",
         "$ echo '문재인 대통령은 판문점에 갔다' | kotext notes\n문재인\tMoon Jae-in\tPER\t1\t1\n판문점\tPanmunjom\tLOC\t1\t1",
         notes_command},
    [CMD_CARDS] =
        {"cards", "[FILE...]", "make presenters' cards: how each name is said",
         "Prints a row for each name of a script: the name, its pronunciation in Hangul, IPA, Revised Romanization, a respelling for "
         "English readers, the English form, type.",
         "$ echo '조명균 장관' | kotext cards\n조명균\t조명균\tt͡ɕomjʌŋɡjun\tJo Myeonggyun\tjoh myung-gyoon\tCho Myoung-gyon\tPER",
         cards_command},
    [CMD_SHEET] =
        {"sheet", "[FILE...]", "make learners' sheets: sentences, how they are said, their names",
         "Prints each sentence of a text, or of subtitles whose cues are joined to sentences, with its pronunciation, its romanization, "
         "its names in English and its time: TSV with the headers that Anki imports, or with --html a page.",
         "$ echo '판문점에서 만났다.' | kotext sheet | tail -1\n판문점에서 만났다.\t판문저메서 만낟따.\tPanmunjeomeseo mannatda.\t판문점 Panmunjom\t",
         sheet_command},
    [CMD_TIME] =
        {"time", "[FILE...]", "tell how long a text takes to read",
         "Prints for each file: name, time to read it silently, time to read it aloud, Korean words, other words. Grown readers read 202 "
         "Korean words a minute, 130 aloud (Rhiu et al. 2017), and 238 English ones, 183 aloud (Brysbaert 2019).",
         "$ echo '개성에 갔다 왔다' | kotext time\n-\t0:00:01\t0:00:01\t3\t0", time_command},
    [CMD_LSP] =
        {"lsp", "--glossary FILE", "underline names in an editor",
         "Speaks the Language Server Protocol on standard input and output. Forms that the glossary forbids, or writes in another "
         "way, are underlined; hovering shows the glossary's row, and a quick fix writes the preferred form. When a document is "
         "saved the glossary is read again.",
         "$ kotext lsp -g names.tsv", lsp_command},
};
