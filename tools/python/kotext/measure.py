"""What needs no engine: how wide a text is, how long it takes to read, which language a word is of."""
from __future__ import annotations

from . import choices as c
from . import records as r
from ._native import borrow, check, ffi, lib, static, string, utf8

build_info: str = static(lib.kt_build_info())


def width(text: str) -> int:
    """The display width: a Hangul syllable is 2."""
    native, _keep = borrow(utf8(text))
    return lib.kt_width(native[0])


def reading_time(text: str) -> r.ReadingTime:
    """How long a text takes a grown reader."""
    (native, _keep), out = borrow(utf8(text)), ffi.new("kt_reading_time *")
    check(lib.kt_reading_time_of(native[0], out))
    return r.ReadingTime(out.korean, out.english, out.silent, out.aloud)


def source_language(text: str) -> str:
    """Which language a word or name in Latin letters or kana is likely of: en, de, fr, ja, ..."""
    native, _keep = borrow(utf8(text))
    return c.LANGUAGE_NAMES[lib.kt_source_language_detect(native[0])]


def profiles() -> list[str]:
    """The names of the built-in styles that Subtitle.check knows."""
    names = []
    while (name := string(lib.kt_profile_name(len(names)))):
        names.append(name)
    return names
