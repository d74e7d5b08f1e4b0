"""The named choices of calls, by the names the command gives them."""
from typing import Literal

from ._native import ids, lib, numbered, static

Scheme = Literal["rr", "rr-letter", "mr", "bgn-dprk", "ic", "ala-lc", "dprk", "yale", "iso11941-1", "iso11941-2", "ipa",
                 "hangul", "kontsevich", "dprk-2002", "respell"]
Kind = Literal["auto", "word", "person", "place"]
Hyphen = Literal["none", "ambiguous", "syllable"]
Case = Literal["scheme", "lower", "upper", "title"]
Numbers = Literal["keep", "read"]
Norm = Literal["kr", "kp"]
Phrasing = Literal["joined", "apart"]
NormalForm = Literal["nfc", "nfd", "nfkc", "none"]
UnitOfText = Literal["grapheme", "syllable", "eojeol", "word", "sentence", "line", "morpheme"]
Fill = Literal["balanced", "greedy", "phrase"]
Breaks = Literal["keep-all", "any"]
Level = Literal["normal", "cautious", "full"]
Changes = Literal["both", "add", "remove"]
Pairing = Literal["parallel", "document", "timed"]
Layout = Literal["replace", "above", "below", "ruby", "track"]
Language = Literal["en", "auto", "de", "fr", "es", "it", "ru", "nl", "ja", "zh", "vi", "id"]
Style = Literal["plain", "afp", "ap", "yonhap", "passport", "dprk", "ala-lc"]
Join = Literal["sentence", "turn"]
Place = Literal["behind", "instead"]

SCHEMES = ids(lib.KT_SCHEMES, lib.kt_scheme_id)
KINDS = numbered("auto", "word", "person", "place")
KIND_NAMES = {number: name for name, number in KINDS.items()}
HYPHENS = numbered("none", "ambiguous", "syllable")
NUMBERED = numbered("read", "bare")
CASES = numbered("scheme", "lower", "upper", "title")
NUMBERS = numbered("keep", "read")
NORMS = numbered("kr", "kp")
PHRASINGS = numbered("joined", "apart")
FORMS = numbered("nfc", "nfd", "nfkc", "none")
UNITS = numbered("grapheme", "syllable", "eojeol", "word", "sentence", "line", "morpheme")
FILLS = numbered("balanced", "greedy", "phrase")
BREAKS = numbered("keep-all", "any")
LEVELS = numbered("normal", "cautious", "full")
CHANGES = numbered("both", "add", "remove")
PAIRINGS = numbered("parallel", "document", "timed")
LAYOUTS = numbered("replace", "above", "below", "ruby", "track")
LANGUAGES = ids(lib.KT_SOURCES, lib.kt_source_language_id)
LANGUAGE_NAMES = {number: name for name, number in LANGUAGES.items()}
STYLES = numbered("plain", "afp", "ap", "yonhap", "passport", "dprk", "ala-lc")
JOINS = numbered("sentence", "turn")
WRITINGS = ("horizontal", "vertical-rl", "vertical-lr")
CUE_ALIGNS = ("center", "start", "end", "left", "right")
DIFFERENCES = [(1 << bit, static(lib.kt_difference_id(1 << bit))) for bit in range(7)]
PLACES = numbered("behind", "instead")
EOJEOLS = ("other", "nominal", "predicate")
TYPES = {"OTHER": lib.KT_NAME_OTHER, "PER": lib.KT_NAME_PERSON, "LOC": lib.KT_NAME_PLACE, "ORG": lib.KT_NAME_ORG}
TYPE_NAMES = {number: name for name, number in TYPES.items()}
TAGS = {number: name for name, number in ids(lib.KT_TAGS, lib.kt_tag_id).items()}
EVIDENCES = ids(lib.KT_EVIDENCES, lib.kt_evidence_id)
EVIDENCE_NAMES = {number: name for name, number in EVIDENCES.items()}
STATUSES = ids(4, lib.kt_term_status_id)
STATUS_NAMES = {number: name for name, number in STATUSES.items()}
FORMATS = ids(lib.KT_FORMAT_COUNT, lib.kt_format_id)
FORMAT_NAMES = {number: name for name, number in FORMATS.items()}
GLOSSARY_FORMATS = {"auto": 0} | ids(lib.KT_GLOSSARY_FORMATS, lib.kt_glossary_format_id)
