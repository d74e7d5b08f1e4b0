"""Every call of the library is one of Python's, or is left out for a reason."""
import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2]
LEFT_OUT = {
    "Python has it": "kt_file_map kt_file_replace kt_file_unmap kt_is_normalized kt_is_syllable kt_last_jongseong "
                     "kt_syllable_join kt_syllable_split",
    "another call does the same": "kt_charset_choose kt_format_detect kt_format_of_id kt_glossary_add_links "
                                  "kt_name_type_id kt_names_of_reading kt_roster_read kt_subtitle_parse kt_text_source kt_text_target",
    "for streams in bounded memory": "kt_part",
}


def test_python_calls_what_the_library_has():
    exported = set(re.findall(r"\bkt_\w+(?=;)", (ROOT / "libkotext/libkotext.map").read_text(encoding="utf-8")))
    called = {name for file in (ROOT / "tools/python/kotext").glob("*.py")
              for name in re.findall(r"\b_?lib\.(kt_\w+)", file.read_text(encoding="utf-8"))}
    left_out = set(" ".join(LEFT_OUT.values()).split())
    assert exported - called == left_out
