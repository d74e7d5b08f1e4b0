"""The engine: everything that reads the word list, the dictionaries and the models."""
from __future__ import annotations

import contextlib
import unicodedata
from typing import Callable, Iterator, Sequence

from . import choices as c
from . import records as r
from ._native import (Contexts, as_bytes, borrow, check, choice, copy, ffi, lib, options, static, string, utf8,
                      whole)
from .text import Span, Text, Step, byte_offset, code_points, steps_of


class Engine:
    """Opens the data once; any number of threads may call one engine at the same time. Calls let go of the
    interpreter lock. Close it, or use it with `with`; calls that run meanwhile end well."""

    def __init__(self, *, data: str | None = None, dictionaries: bool = True, user_dict: str = "") -> None:
        """`data` is a .ktd file instead of the built-in one; without `dictionaries` people, places and
        organisations are left out; `user_dict` holds lines of korean TAB english TAB PER|LOC|ORG."""
        rows, path = utf8(user_dict, "user_dict"), None
        text, keep = borrow(rows)
        config = options("kt_config", user_dict=text[0],
                         dictionaries=lib.KT_DICTIONARIES_ALL if dictionaries else lib.KT_DICTIONARIES_NONE)
        if data is not None:
            path = ffi.new("char[]", utf8(data, "data"))
            config.data_path = path
        self._contexts = Contexts(config)
        del keep

    def close(self) -> None:
        """Closes the engine; later calls raise ClosedError. Twice is fine."""
        self._contexts.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def closed(self) -> bool:
        return self._contexts.closed

    @property
    def data_info(self) -> str:
        """The version and content of the data in use."""
        return self._contexts.info()

    # ---- transforms ----

    def _transform(self, call: Callable, text: str, made, data: bytes | None = None) -> Text:
        data = utf8(text) if data is None else data
        with self._contexts.seat() as (ctx, out):
            native, _keep = borrow(data)
            status = call(ctx, native[0], made, out)
            if status:
                check(status, lib.kt_ctx_error(ctx))
            return Text._of(out, text, data)

    def normalize(self, text: str, form: c.NormalForm = "nfc", *, korean: str = "none") -> Text:
        """A Unicode form; `korean` is a comma list of steps (compat-jamo, halfwidth, conjoining, middle-dot, quotes,
        fullwidth, zero-width, controls, hanja, spaces), or default, all, none."""
        bits, (names, _keep) = ffi.new("uint32_t *"), borrow(utf8(korean, "korean"))
        check(lib.kt_korean_steps(names[0], bits))
        made = options("kt_normalize_options", form=choice(form, c.FORMS, "form"), korean=bits[0])
        return self._transform(lib.kt_normalize, text, made)

    def romanize(self, text: str, scheme: c.Scheme = "rr", *, kind: c.Kind = "auto", hyphen: c.Hyphen = "none",
                 given_hyphen: c.Hyphen = "none", numbered: str = "read", letter_case: c.Case = "scheme",
                 numbers: c.Numbers = "keep", ascii: bool = False, keep_latin: bool = False, narrow: bool = False,
                 foreign: bool = False, explain: bool = False) -> Text:
        """Writes Korean in the letters of a scheme: 독립문 is Dongnimmun."""
        made = options("kt_romanize_options", scheme=choice(scheme, c.SCHEMES, "scheme"),
                       kind=choice(kind, c.KINDS, "kind"), hyphen=choice(hyphen, c.HYPHENS, "hyphen"),
                       given_hyphen=choice(given_hyphen, c.HYPHENS, "given_hyphen"),
                       numbered=choice(numbered, c.NUMBERED, "numbered"),
                       letter_case=choice(letter_case, c.CASES, "letter_case"),
                       numbers=choice(numbers, c.NUMBERS, "numbers"), ascii=bool(ascii), keep_latin=bool(keep_latin),
                       narrow=bool(narrow), foreign=bool(foreign), explain=bool(explain))
        return self._transform(lib.kt_romanize, text, made)

    def romanize_letters(self, text: str, scheme: c.Scheme = "rr", *, ascii: bool = False) -> str:
        """The same by the letters alone, neither words nor names being known: for indexes, and much quicker."""
        made = options("kt_romanize_options", scheme=choice(scheme, c.SCHEMES, "scheme"), ascii=bool(ascii))
        data, out = utf8(text), ffi.new("kt_str *")
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_romanize_letters(ctx, native[0], made, out), lib.kt_ctx_error(ctx))
            return string(out[0])

    def compare_romanized(self, original: str, romanized: str, scheme: c.Scheme = "rr", *, kind: c.Kind = "auto",
                          ascii: bool = False) -> r.Compared:
        """How a romanized text differs from what a scheme gives, whatever its apostrophes."""
        made = options("kt_romanize_options", scheme=choice(scheme, c.SCHEMES, "scheme"),
                       kind=choice(kind, c.KINDS, "kind"), ascii=bool(ascii))
        data, out = utf8(romanized, "romanized"), ffi.new("kt_romanized_check *")
        with self._contexts.seat() as (ctx, _text):
            (first, _a), (second, _b) = borrow(utf8(original, "original")), borrow(data)
            check(lib.kt_romanized_compare(ctx, first[0], second[0], made, out), lib.kt_ctx_error(ctx))
            return r.Compared(tuple(name for bit, name in c.DIFFERENCES if out.differences & bit),
                              code_points(data, [out.offset])[out.offset], string(out.expected))

    def pronounce(self, text: str, *, norm: c.Norm = "kr", phrasing: c.Phrasing = "joined",
                  numbers: c.Numbers = "keep", explain: bool = False) -> Text:
        """How text is read, in Hangul: 국물 is 궁물."""
        made = self._pronounce_options(norm, phrasing, numbers, explain)
        return self._transform(lib.kt_pronounce, text, made)

    def readings(self, text: str, *, norm: c.Norm = "kr", phrasing: c.Phrasing = "joined", most: int = 8) -> list[str]:
        """All readings that the standard permits, the principal one first."""
        made, data, count = self._pronounce_options(norm, phrasing, "keep", False), utf8(text), ffi.new("size_t *")
        room = whole(most, 1, 64, "most")
        rows = ffi.new("kt_str[]", room)
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_pronounce_readings(ctx, native[0], made, rows, room, count), lib.kt_ctx_error(ctx))
            return [string(rows[i]) for i in range(count[0])]

    @staticmethod
    def _pronounce_options(norm, phrasing, numbers, explain):
        return options("kt_pronounce_options", norm=choice(norm, c.NORMS, "norm"), explain=bool(explain),
                       phrasing=choice(phrasing, c.PHRASINGS, "phrasing"),
                       numbers=choice(numbers, c.NUMBERS, "numbers"))

    def hanja(self, text: str, *, kind: c.Kind = "auto", paren: bool = False, norm: c.Norm = "kr") -> Text:
        """Writes Hanja in Hangul; with `paren` the Hanja stay in brackets: 조선(朝鮮). `norm` kp: as the North does."""
        made = options("kt_hanja_options", kind=choice(kind, c.KINDS, "kind"), layout=int(bool(paren)),
                       norm=choice(norm, c.NORMS, "norm"))
        return self._transform(lib.kt_hanja, text, made)

    def hanja_candidates(self, hangul: str, *, kind: c.Kind = "auto", nbest: int = 10) -> list[r.HanjaWord]:
        """The Hanja that a word or name may stand for, likeliest first."""
        which, most = choice(kind, c.KINDS, "kind"), whole(nbest, 1, 32, "nbest")
        listed = self._listed(lib.kt_hanja_candidates, "const kt_hanja_candidate *", utf8(hangul, "hangul"), which, most)
        with listed as (rows, count, _):
            return [r.HanjaWord(string(rows[i].hanja), static(rows[i].source)) for i in range(count)]

    def space(self, text: str, *, level: c.Level = "normal", changes: c.Changes = "both") -> Text:
        """Puts the spaces between Korean words right."""
        made = options("kt_space_options", level=choice(level, c.LEVELS, "level"),
                       changes=choice(changes, c.CHANGES, "changes"))
        return self._transform(lib.kt_space_repair, text, made)

    def slug(self, text: str, *, scheme: c.Scheme = "rr", separator: str = "-", max_len: int = 0) -> Text:
        """A name for files and addresses: small ASCII letters, digits and the separator."""
        mark = utf8(separator, "separator")
        if len(mark) != 1:
            raise ValueError("separator must be one ASCII character")
        made = options("kt_slug_options", scheme=choice(scheme, c.SCHEMES, "scheme"), separator=mark,
                       max_len=whole(max_len, 0, 2**32 - 1, "max_len"))
        return self._transform(lib.kt_slug, text, made)

    def wrap(self, text: str, *, width: int = 32, lines: int = 2, always: bool = False) -> Text:
        """Breaks the lines of a cue anew where they are too wide; `width` counts a Hangul syllable as 2."""
        made = options("kt_wrap_options", width=whole(width, 1, 2**31, "width"), lines=whole(lines, 1, 1000, "lines"),
                       always=bool(always))
        return self._transform(lib.kt_wrap, text, made)

    # ---- particles ----

    def josa(self, word: str, josa: str) -> str:
        """The form of a particle that agrees with a word: 문재인 and 은/는 give 은."""
        out = ffi.new("kt_str *")
        with self._contexts.seat() as (ctx, _text):
            (first, _a), (second, _b) = borrow(utf8(word, "word")), borrow(utf8(josa, "josa"))
            check(lib.kt_josa_choose(ctx, first[0], second[0], out), lib.kt_ctx_error(ctx))
            return string(out[0])

    def with_josa(self, word: str, josa: str) -> str:
        """The word with its particle."""
        return word + self.josa(word, josa)

    def josa_repair(self, text: str, start: int, end: int) -> Text:
        """Puts the particle behind text[start:end], a word that was put in for another, right."""
        data = utf8(text)
        if not 0 <= start <= end <= len(text):
            raise ValueError("start and end must lie in the text")
        span = ffi.new("kt_span *", (byte_offset(text, start), byte_offset(text, end)))

        def call(ctx, native, made, out):
            return lib.kt_josa_repair(ctx, native, made[0], out)

        return self._transform(call, text, span, data)

    def josa_split(self, eojeol: str) -> tuple[str, str]:
        """A word and its particles: 개성공단에서는 gives 개성공단, 에서는."""
        data, spans = utf8(eojeol, "eojeol"), ffi.new("kt_span[2]")
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_josa_split(ctx, native[0], spans, spans + 1), lib.kt_ctx_error(ctx))
            stem, josa = spans[0], spans[1]
            return data[stem.start:stem.end].decode(), data[josa.start:josa.end].decode()

    # ---- words and units ----

    def segment(self, text: str, unit: c.UnitOfText = "word", *, width: int = 32, fill: c.Fill = "balanced",
                breaks: c.Breaks = "keep-all") -> list[str]:
        """The units of a text; graphemes, syllables and words are all of it, the others leave white space out."""
        return [span.of(text) for span in self.spans(text, unit, width=width, fill=fill, breaks=breaks)]

    def spans(self, text: str, unit: c.UnitOfText = "word", *, width: int = 32, fill: c.Fill = "balanced",
              breaks: c.Breaks = "keep-all") -> list[Span]:
        """The same as spans."""
        made = options("kt_segment_options", unit=choice(unit, c.UNITS, "unit"), fill=choice(fill, c.FILLS, "fill"),
                       width=whole(width, 1, 2**31, "width"), breaks=choice(breaks, c.BREAKS, "breaks"))
        with self._listed(lib.kt_segment, "const kt_span *", utf8(text), made) as (rows, count, data):
            points = code_points(data, [p for i in range(count) for p in (rows[i].start, rows[i].end)])
            return [Span(points[rows[i].start], points[rows[i].end]) for i in range(count)]

    @contextlib.contextmanager
    def _listed(self, call, kind: str, data: bytes, *arguments) -> Iterator:
        """The rows that a call lists, which live until the context is handed on."""
        rows, count = ffi.new(kind + " *"), ffi.new("size_t *")
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(call(ctx, native[0], *arguments, rows, count), lib.kt_ctx_error(ctx))
            yield rows[0], count[0], data

    def analyze(self, text: str, *, nbest: int = 1) -> list[r.Reading]:
        """Readings of a line or paragraph, the likeliest first."""
        made = options("kt_analyze_options", nbest=whole(nbest, 1, 1000, "nbest"))
        with self._listed(lib.kt_analyze, "const kt_analysis *", utf8(text), made) as (rows, count, data):
            return [_reading(rows[i], data) for i in range(count)]

    def gloss(self, text: str, scheme: c.Scheme = "rr") -> list[r.Gloss]:
        """A text word by word: reading, letters, Hanja, English name, morphemes."""
        made = options("kt_gloss_options", scheme=choice(scheme, c.SCHEMES, "scheme"))
        with self._listed(lib.kt_gloss_words, "const kt_gloss *", utf8(text), made) as (rows, count, data):
            points = code_points(data, [p for i in range(count) for p in (rows[i].span.start, rows[i].span.end)])
            return [r.Gloss(_cut(data, g.span), string(g.reading), string(g.latin), string(g.hanja), string(g.english),
                            string(g.morphemes), c.EOJEOLS[g.kind], Span(points[g.span.start], points[g.span.end]))
                    for g in (rows[i] for i in range(count))]

    # ---- names ----

    def find_names(self, text: str) -> list[r.Mention]:
        """The names in Korean text, in order, not overlapping."""
        with self._listed(lib.kt_names_detect, "const kt_mention *", utf8(text)) as (rows, count, data):
            points = code_points(data, [p for i in range(count) for p in (rows[i].span.start, rows[i].span.end)])
            return [r.Mention(_cut(data, m.span), c.TYPE_NAMES[m.type], Span(points[m.span.start], points[m.span.end]),
                              m.confidence) for m in (rows[i] for i in range(count))]

    def spell(self, hangul: str, *, kind: c.Kind = "auto", nbest: int = 10, style: c.Style = "plain") -> list[r.Form]:
        """Likely Latin spellings of one Hangul name, best first; `style` joins a person's as a house does."""
        made = options("kt_spell_options", kind=choice(kind, c.KINDS, "kind"), nbest=whole(nbest, 1, 1000, "nbest"),
                       style=choice(style, c.STYLES, "style"))
        with self._listed(lib.kt_names_spell, "const kt_spelling *", utf8(hangul, "hangul"), made) as (rows, count, _):
            return [r.Form(string(s.text), s.probability, static(s.label)) for s in (rows[i] for i in range(count))]

    def english_forms(self, korean: str) -> list[r.EnglishForm]:
        """The English forms the dictionaries have of a Korean name: its names, adjectives, other words for it."""
        with self._listed(lib.kt_english_forms, "const kt_english_form *", utf8(korean, "korean")) as (rows, count, _):
            return [r.EnglishForm(string(rows[i].english), c.EVIDENCE_NAMES[rows[i].evidence]) for i in range(count)]

    def match(self, hangul: str, latin: str) -> float:
        """How likely, 0 to 1, a Hangul and a Latin form name the same."""
        score = ffi.new("double *")
        with self._contexts.seat() as (ctx, _text):
            (first, _a), (second, _b) = borrow(utf8(hangul, "hangul")), borrow(utf8(latin, "latin"))
            check(lib.kt_names_match(ctx, first[0], second[0], score), lib.kt_ctx_error(ctx))
            return score[0]

    def transliterate(self, text: str, *, language: c.Language = "en", nbest: int = 1,
                      official: bool = False) -> list[r.Form]:
        """English words, and names in Latin letters, in Hangul, best form first; or words of another language by its
        section of the Loanword Orthography."""
        return self._transliterate(text, language, nbest, official, False)[0]

    def explain_transliteration(self, text: str, *, language: c.Language = "en",
                                official: bool = False) -> tuple[Step, ...]:
        """What shaped the first form: the clause behind each group of letters."""
        return self._transliterate(text, language, 1, official, True)[1]

    def _transliterate(self, text, language, nbest, official, explain):
        made = options("kt_transliterate_options", nbest=whole(nbest, 1, 50, "nbest"), official=bool(official),
                       explain=bool(explain))
        setattr(made, "from", choice(language, c.LANGUAGES, "language"))
        data, rows, count, steps = utf8(text), ffi.new("const kt_transliterated **"), ffi.new("size_t *"), ()
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_transliterate(ctx, native[0], made, rows, count), lib.kt_ctx_error(ctx))
            forms = [r.Form(string(f.text), f.probability, static(f.label))
                     for f in (rows[0][i] for i in range(count[0]))]
            if explain:
                listed = ffi.new("const kt_step **")
                steps_count = lib.kt_transliterate_steps(ctx, listed)
                steps = steps_of(listed[0], steps_count, unicodedata.normalize("NFC", text).encode())
        return forms, steps

    def transliterate_back(self, text: str, *, nbest: int = 1) -> list[r.Form]:
        """The Latin words that Hangul was written for, likeliest first: 오바마 was Obama."""
        return self._transliterate_back(text, nbest)[0]

    def foreignness(self, text: str) -> float:
        """How likely, 0 to 1, a word or name in Hangul is foreign."""
        return self._transliterate_back(text, 1)[1]

    def _transliterate_back(self, text, nbest):
        made, foreign = options("kt_back_options", nbest=whole(nbest, 1, 24, "nbest")), ffi.new("double *")

        def call(ctx, native, rows, count):
            return lib.kt_transliterate_back(ctx, native, made, rows, count, foreign)

        with self._listed(call, "const kt_transliterated *", utf8(text)) as (rows, count, _):
            return [r.Form(string(f.text), f.probability, static(f.label))
                    for f in (rows[i] for i in range(count))], foreign[0]

    def hangulize(self, text: str, scheme: c.Scheme = "rr", *, nbest: int = 1) -> list[str]:
        """Romanized Korean back in Hangul, the likeliest reading first."""
        made = options("kt_hangulize_options", nbest=whole(nbest, 1, 32, "nbest"))
        setattr(made, "from", choice(scheme, c.SCHEMES, "scheme"))
        with self._listed(lib.kt_hangulize, "const kt_hangulized *", utf8(text), made) as (rows, count, _):
            return [string(rows[i].text) for i in range(count)]

    def align(self, korean: Sequence[str | r.Unit] | str, english: Sequence[str | r.Unit] | str, *,
              pairing: c.Pairing | None = None, threshold: float = 0.5) -> list[r.Link]:
        """Links the Korean names to their English forms. Two texts are documents; two lists are parallel lines, or,
        where they hold Units with times and `pairing` is timed, cues."""
        with self._aligned(korean, english, pairing, threshold) as (rows, count, ko, en):
            return [_link(rows[i], ko, en) for i in range(count)]

    @contextlib.contextmanager
    def _aligned(self, korean, english, pairing, threshold) -> Iterator:
        documents = isinstance(korean, str) and isinstance(english, str)
        ko, en = _Side(korean, "korean"), _Side(english, "english")
        made = options("kt_align_options", threshold=float(threshold),
                       pairing=choice(pairing or ("document" if documents else "parallel"), c.PAIRINGS, "pairing"))
        rows, count = ffi.new("const kt_link **"), ffi.new("size_t *")
        with self._contexts.seat() as (ctx, _text):
            check(lib.kt_align(ctx, ko.units, len(ko), en.units, len(en), made, rows, count), lib.kt_ctx_error(ctx))
            yield rows[0], count[0], ko, en

    # ---- files ----

    def detect(self, data: bytes) -> r.Charset:
        """The encoding of a file's bytes."""
        guess = ffi.new("kt_charset_guess *")
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(as_bytes(data))
            check(lib.kt_charset_detect(ctx, native[0], guess), lib.kt_ctx_error(ctx))
            return r.Charset(static(guess.name), guess.confidence, static(guess.evidence))

    def decode(self, data: bytes, charset: str | None = None, *, strict: bool = False) -> str:
        """Bytes as text, by content when no charset is given."""
        out = ffi.new("kt_str *")
        name = ffi.NULL if charset is None else ffi.new("char[]", utf8(charset, "charset"))
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(as_bytes(data))
            check(lib.kt_charset_decode(ctx, native[0], name, bool(strict), out), lib.kt_ctx_error(ctx))
            return copy(out[0]).decode(errors="replace")

    def encode(self, text: str, charset: str, *, bom: bool = False) -> bytes:
        """Text as bytes; EncodingError where the charset lacks a character."""
        data, name, out = utf8(text), ffi.new("char[]", utf8(charset, "charset")), ffi.new("kt_str *")
        with self._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_charset_encode(ctx, native[0], name, bool(bom), out), lib.kt_ctx_error(ctx))
            return copy(out[0])


@contextlib.contextmanager
def _new_text() -> Iterator:
    made = ffi.new("kt_text **")
    check(lib.kt_text_new(ffi.NULL, made))
    try:
        yield made[0]
    finally:
        lib.kt_text_free(made[0])


def _cut(data: bytes, span) -> str:
    return data[span.start:span.end].decode()


def _reading(native, data: bytes) -> r.Reading:
    morphs = [native.morphemes[i] for i in range(native.morpheme_count)]
    words = [native.eojeols[i] for i in range(native.eojeol_count)]
    points = code_points(data, [p for row in morphs + words for p in (row.span.start, row.span.end)])

    def span(row):
        return Span(points[row.span.start], points[row.span.end])

    morphemes = tuple(r.Morpheme(string(m.form), c.TAGS[m.tag], span(m), *(bool(m.flags & bit) for bit in (
        lib.KT_MORPHEME_PERSON, lib.KT_MORPHEME_PLACE, lib.KT_MORPHEME_UNKNOWN, lib.KT_MORPHEME_USER))) for m in morphs)
    eojeols = tuple(r.Eojeol(_cut(data, e.span), _cut(data, e.stem), _cut(data, e.josa), c.EOJEOLS[e.kind], span(e),
                             morphemes[e.first:e.first + e.count]) for e in words)
    return r.Reading(eojeols, morphemes, native.cost)


class _Side:
    """The units of one side of an alignment, and the memory behind them."""

    def __init__(self, rows: Sequence[str | r.Unit] | str, what: str) -> None:
        if isinstance(rows, str):
            rows = rows.replace("\r\n", "\n").removesuffix("\n").split("\n") if rows else []
        self.rows = [r.Unit(row) if isinstance(row, str) else row for row in rows]
        if not all(isinstance(row, r.Unit) for row in self.rows):
            raise TypeError(f"{what} must be str, or a sequence of str or Unit")
        self.data, self.units = [], ffi.new("kt_align_unit[]", max(1, len(self.rows)))
        self._views = []
        for i, row in enumerate(self.rows):
            self.data.append(utf8(row.text, what))
            view = ffi.from_buffer(self.data[i])
            self._views.append(view)
            times = {name: whole(getattr(row, name), -2**63, 2**63 - 1, name) for name in ("start_ms", "end_ms")}
            self.units[i] = {"text": {"ptr": view, "len": len(self.data[i])}, **times}

    def __len__(self) -> int:
        return len(self.rows)

    def cut(self, unit: int, span) -> str:
        return _cut(self.data[unit], span)

    def points(self, unit: int, span) -> Span:
        points = code_points(self.data[unit], (span.start, span.end))
        return Span(points[span.start], points[span.end])


def _link(native, ko: _Side, en: _Side) -> r.Link:
    answered = native.en_unit < len(en)
    at = native.en_unit
    return r.Link(ko.cut(native.ko_unit, native.ko), en.cut(at, native.en) if answered else "",
                  c.TYPE_NAMES[native.type], c.EVIDENCE_NAMES[native.evidence], native.score, native.ko_unit,
                  ko.points(native.ko_unit, native.ko), ko.cut(native.ko_unit, native.ko_title),
                  at if answered else None, en.points(at, native.en) if answered else None,
                  en.cut(at, native.en_title) if answered else "")
