"""Subtitle files: cues, and back without losing a byte that was not changed."""
from __future__ import annotations

import os
from typing import Callable

from . import choices as c
from . import records as r
from ._native import (Handle, as_bytes, borrow, check, choice, copy, ffi, instance, lib, options, static, string, utf8,
                      whole)
from .engine import Engine, _new_text
from .glossary import Terms
from .text import Text


class Subtitle(Handle):
    """SubRip, WebVTT, ASS/SSA, SAMI, LRC, SBV, TTML, and the JSON of podcasts and Whisper, told by their content."""

    def __init__(self, data: bytes | str, *, format: str | None = None, charset: str | None = None) -> None:
        """`data` is the file. ValueError when it holds no cue."""
        self._data = utf8(data) if isinstance(data, str) else as_bytes(data)
        text, self._view = borrow(self._data)
        made, error, out = options("kt_subtitle_options"), ffi.new("kt_error *"), ffi.new("kt_subtitle **")
        if format is not None:
            made.format = choice(format, c.FORMATS, "format")
        name = ffi.new("char[]", utf8("UTF-8" if isinstance(data, str) else charset or "", "charset"))
        if isinstance(data, str) or charset is not None:
            made.charset = name
        check(lib.kt_subtitle_open(ffi.NULL, text[0], made, out, error), error)
        super().__init__(out[0], lib.kt_subtitle_free, "subtitle")

    @classmethod
    def open(cls, path: str | os.PathLike, *, format: str | None = None, charset: str | None = None) -> Subtitle:
        with open(os.fspath(path), "rb") as file:  # a number would be somebody's open file
            return cls(file.read(), format=format, charset=charset)

    @classmethod
    def _lent(cls, pointer, owner: object) -> Subtitle:
        """One that belongs to `owner`, which closes it before it is gone."""
        made = cls.__new__(cls)
        Handle.__init__(made, pointer, lambda _pointer: None, "piece")
        made._owner = owner
        return made

    def __enter__(self) -> Subtitle:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def format(self) -> str:
        with self.use() as subtitle:
            return c.FORMAT_NAMES[lib.kt_subtitle_format(subtitle)]

    @property
    def charset(self) -> r.Charset:
        with self.use() as subtitle:
            guess = lib.kt_subtitle_charset(subtitle)
            return r.Charset(static(guess.name), guess.confidence, static(guess.evidence))

    def cues(self) -> list[r.Cue]:
        """The cues in file order, as they were opened."""
        rows = ffi.new("const kt_cue **")
        with self.use() as subtitle:
            text, count = copy(lib.kt_subtitle_text(subtitle)), lib.kt_subtitle_cues(subtitle, rows)

            def cut(span):
                return text[span.start:span.end].decode(errors="replace")

            return [r.Cue(q.start_ms, q.end_ms, cut(q.text), cut(q.id), cut(q.speaker), cut(q.settings), q.track)
                    for q in (rows[0][i] for i in range(count))]

    def __len__(self) -> int:
        with self.use() as subtitle:
            return lib.kt_subtitle_cues(subtitle, ffi.NULL)

    def tracks(self) -> list[r.Track]:
        """SAMI classes, ASS styles, languages."""
        rows = ffi.new("const kt_track **")
        with self.use() as subtitle:
            count = lib.kt_subtitle_tracks(subtitle, rows)
            return [r.Track(string(t.id), string(t.name), string(t.language), t.cues)
                    for t in (rows[0][i] for i in range(count))]

    def notes(self) -> list[r.Problem]:
        """What was wrong in the file, and how it was read."""
        rows = ffi.new("const kt_subtitle_note **")
        with self.use() as subtitle:
            count = lib.kt_subtitle_notes(subtitle, rows)
            return [r.Problem(static(n.id), static(n.message), n.line) for n in (rows[0][i] for i in range(count))]

    def plain(self, cue: int) -> Text:
        """The text of a cue without markup, line breaks as newlines."""
        with self.use() as subtitle, _new_text() as out:
            self._check_cue(cue)
            check(lib.kt_subtitle_plain(subtitle, cue, out))
            source = self.cues()[cue].text if cue >= 0 else ""
            return Text._of(out, source, source.encode())

    def speaker(self, cue: int) -> str:
        """Who speaks in a cue; empty when the file does not say, or several speak."""
        return self._string(lib.kt_subtitle_speaker, cue)

    def html(self, cue: int) -> str:
        """The cue as browsers make it of WebVTT: b, i, u, ruby, span with class, lang or title."""
        return self._string(lib.kt_subtitle_html, cue)

    def _string(self, call: Callable, cue: int) -> str:
        out = ffi.new("kt_str *")
        with self.use() as subtitle:
            self._check_cue(cue)
            check(call(subtitle, cue, out))
            return string(out[0])

    def settings(self, cue: int) -> r.CueSettings:
        """Where WebVTT puts a cue; the defaults for other formats."""
        out = ffi.new("kt_cue_settings *")
        with self.use() as subtitle:
            self._check_cue(cue)
            check(lib.kt_subtitle_settings(subtitle, cue, out))
            return r.CueSettings(c.WRITINGS[out.vertical], c.CUE_ALIGNS[out.align], out.line if out.has_line else None,
                                 bool(out.line_is_percent), out.position if out.has_position else None, out.size,
                                 string(out.region))

    def _check_cue(self, cue: int) -> None:
        if not isinstance(cue, int):
            raise TypeError(f"cue must be int, not {type(cue).__name__}")
        if not 0 <= cue < len(self):
            raise IndexError(f"no cue {cue}")

    def set_text(self, cue: int, text: str) -> None:
        """Replaces the text of a cue, which may hold the format's own markup."""
        with self.use() as subtitle:
            self._check_cue(cue)
            native, _keep = borrow(utf8(text))
            check(lib.kt_subtitle_set_text(subtitle, cue, native[0]))

    def romanize(self, engine: Engine, scheme: c.Scheme = "rr", *, layout: c.Layout = "replace") -> None:
        """Romanizes every cue; tags stay where they were."""
        made = options("kt_romanize_options", scheme=choice(scheme, c.SCHEMES, "scheme"))
        self._apply(engine, layout, lambda ctx, text, out: lib.kt_romanize(ctx, text, made, out))

    def pronounce(self, engine: Engine, *, layout: c.Layout = "replace") -> None:
        """Writes every cue as it is read."""
        self._apply(engine, layout, lambda ctx, text, out: lib.kt_pronounce(ctx, text, ffi.NULL, out))

    def hanja(self, engine: Engine, *, layout: c.Layout = "replace") -> None:
        """Writes the Hanja of every cue in Hangul."""
        self._apply(engine, layout, lambda ctx, text, out: lib.kt_hanja(ctx, text, ffi.NULL, out))

    def space(self, engine: Engine, *, level: c.Level = "normal") -> None:
        """Puts the spaces between Korean words right."""
        made = options("kt_space_options", level=choice(level, c.LEVELS, "level"))
        self._apply(engine, "replace", lambda ctx, text, out: lib.kt_space_repair(ctx, text, made, out))

    def correct(self, engine: Engine, terms: Terms) -> None:
        """Writes the terms of a glossary as it prefers them."""
        with instance(terms, Terms, "terms").use() as known:
            self._apply(engine, "replace", lambda ctx, text, out: lib.kt_terms_apply(ctx, known, text, out))

    def wrap(self, engine: Engine, *, width: int = 32, lines: int = 2) -> None:
        """Breaks lines that are too wide; `width` counts a Hangul syllable as 2."""
        made = options("kt_wrap_options", width=whole(width, 1, 2**31, "width"), lines=whole(lines, 1, 1000, "lines"))
        self._apply(engine, "replace", lambda ctx, text, out: lib.kt_wrap(ctx, text, made, out))

    def _apply(self, engine: Engine, layout: str, call: Callable) -> None:
        where = choice(layout, c.LAYOUTS, "layout")
        with self.use() as subtitle, instance(engine, Engine, "engine")._contexts.seat() as (ctx, out), _new_text() as plain:
            for cue in range(len(self)):
                check(lib.kt_subtitle_plain(subtitle, cue, plain))
                check(call(ctx, lib.kt_text_str(plain), out), lib.kt_ctx_error(ctx))
                check(lib.kt_subtitle_apply(subtitle, cue, out, where))

    def name_second(self, id: str, language: str = "") -> None:
        """Names the track that layout "track" puts text on: `id` goes behind the name of the style or class."""
        (first, _a), (second, _b) = borrow(utf8(id, "id")), borrow(utf8(language, "language"))
        with self.use() as subtitle:
            check(lib.kt_subtitle_name_second(subtitle, first[0], second[0]))

    def set_times(self, cue: int, start_ms: int, end_ms: int) -> None:
        """Changes when a cue is shown."""
        start, end = (whole(ms, 0, 2**63 - 1, what) for ms, what in ((start_ms, "start_ms"), (end_ms, "end_ms")))
        with self.use() as subtitle:
            self._check_cue(cue)
            check(lib.kt_subtitle_set_times(subtitle, cue, start, end))

    def shift(self, milliseconds: int = 0, *, numerator: int = 1, denominator: int = 1) -> None:
        """Moves all times: first times numerator/denominator, then added to."""
        whole(milliseconds, -2**63, 2**63 - 1, "milliseconds")
        for part, what in ((numerator, "numerator"), (denominator, "denominator")):
            whole(part, 1, 2**32 - 1, what)
        with self.use() as subtitle:
            check(lib.kt_subtitle_shift(subtitle, milliseconds, numerator, denominator))

    def keep_track(self, track: int) -> None:
        """Leaves out the cues of all other tracks."""
        whole(track, 0, 2**32 - 1, "track")
        with self.use() as subtitle:
            check(lib.kt_subtitle_keep_track(subtitle, track))

    def save(self, charset: str | None = None) -> bytes:
        """The file, in its own encoding or another; unchanged, the same bytes."""
        name = ffi.NULL if charset is None else ffi.new("char[]", utf8(charset, "charset"))
        out, error = ffi.new("kt_str *"), ffi.new("kt_error *")
        with self.use() as subtitle:
            check(lib.kt_subtitle_save(subtitle, name, out, error), error)
            return copy(out[0])

    def write(self) -> str:
        """The file as text; every character outside of what was changed is a copy."""
        with self.use() as subtitle, _new_text() as out:
            check(lib.kt_subtitle_write(subtitle, out))
            return copy(lib.kt_text_str(out)).decode(errors="replace")

    def convert(self, format: str) -> str:
        """The cues as a file of another format; of its own, the file as it would be saved."""
        return self._written(lib.kt_subtitle_convert, format)

    def renew(self, format: str) -> str:
        """The same, and of its own format a new file of the cues as well, without what is no cue."""
        return self._written(lib.kt_subtitle_renew, format)

    def deroll(self, format: str) -> str:
        """Rolling captions, as machines make them for live video, as a file that says each line once."""
        return self._written(lib.kt_subtitle_deroll, format)

    def _written(self, call: Callable, format: str, *arguments) -> str:
        known, out = choice(format, c.FORMATS, "format"), ffi.new("kt_str *")
        with self.use() as subtitle:
            check(call(subtitle, known, *arguments, out))
            return string(out[0])

    def pick_lines(self, format: str, wanted: Callable[[str], object]) -> str:
        """A file of only those lines of each cue that `wanted` is true of; what it raises is raised here."""
        failed: list[BaseException] = []

        def note(_type, error, _traceback):
            failed.append(error)

        @ffi.callback("int(void *, kt_str)", onerror=note)
        def is_wanted(_context, line):
            return 0 if failed else bool(wanted(string(line)))

        made = self._written(lib.kt_subtitle_pick_lines, format, is_wanted, ffi.NULL)
        if failed:
            raise failed[0]
        return made

    def join(self, engine: Engine, format: str = "podcast-json", *, by: c.Join = "sentence", pause_ms: int = 2000) -> str:
        """A file whose cues are sentences, or turns: what machines cut by length, put together again."""
        made, out = options("kt_join_options", format=choice(format, c.FORMATS, "format"),
                            by=choice(by, c.JOINS, "by"), pause_ms=whole(pause_ms, 1, 2**63 - 1, "pause_ms")), ffi.new("kt_str *")
        with self.use() as subtitle, instance(engine, Engine, "engine")._contexts.seat() as (ctx, _text):
            check(lib.kt_subtitle_join(ctx, subtitle, made, out), lib.kt_ctx_error(ctx))
            return string(out[0])

    def merge(self, below: Subtitle, format: str = "srt") -> str:
        """Two languages as one file: the cues of `below` under those shown with them."""
        if instance(below, Subtitle, "below") is self:
            raise ValueError("a subtitle cannot be merged with itself")
        out, names = ffi.new("kt_str *"), (ffi.new("char[]", b"ko"), ffi.new("char[]", b"en"))
        made = options("kt_merge_options", format=choice(format, c.FORMATS, "format"), language=names[0],
                       language_below=names[1])
        first, second = sorted((self, below), key=id)  # one order everywhere: no two threads wait for each other
        with first.use(), second.use(), self.use() as upper, below.use() as lower:
            check(lib.kt_subtitle_merge(upper, lower, made, out))
            return string(out[0])

    def check(self, profile: str = "streaming-ko") -> list[r.Finding]:
        """What does not keep to a style: the name of a built-in one, or its text."""
        made = _profile(profile)
        rows, count = ffi.new("const kt_finding **"), ffi.new("size_t *")
        with self.use() as subtitle:
            check(lib.kt_subtitle_check(subtitle, made, rows, count))
            return [r.Finding(static(f.rule), f.cue, f.line, f.value, f.limit)
                    for f in (rows[0][i] for i in range(count[0]))]

    def fix(self, engine: Engine, profile: str = "streaming-ko") -> None:
        """Repairs what can be repaired without asking."""
        made = _profile(profile)
        with self.use() as subtitle, instance(engine, Engine, "engine")._contexts.seat() as (ctx, _text):
            check(lib.kt_subtitle_fix(ctx, subtitle, made), lib.kt_ctx_error(ctx))


def _profile(profile: str):
    name, _keep = borrow(utf8(profile, "profile"))
    named, error, made = lib.kt_profile_named(name[0]), ffi.new("kt_error *"), options("kt_profile")
    check(lib.kt_profile_read(named if named.len else name[0], made, error), error)
    return made
