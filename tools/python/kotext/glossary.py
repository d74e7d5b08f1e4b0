"""Glossaries, and their terms in running text."""
from __future__ import annotations

from typing import Iterable, Sequence

from . import choices as c
from . import records as r
from ._native import (Handle, as_bytes, borrow, check, choice, ffi, instance, lib, options, static, string, utf8,
                      whole)
from .engine import Engine, _cut
from .text import Span, Text, code_points


class Glossary(Handle):
    """Korean names, their English forms, and how often each pair was seen. Adding is associative: parts of a job may
    be merged in any order. Pickles as its rows."""

    def __init__(self, rows: Iterable[r.Term] = ()) -> None:
        made = ffi.new("kt_glossary **")
        check(lib.kt_glossary_new(ffi.NULL, made))
        super().__init__(made[0], lib.kt_glossary_free, "glossary")
        for row in rows:
            self.add(row)

    def __enter__(self) -> Glossary:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __reduce__(self):
        return Glossary, (self.rows(),)

    @classmethod
    def read(cls, data: bytes | str, format: str = "auto") -> Glossary:
        """A file: tsv, csv, json, tbx, tmx, xliff or po, told by its content."""
        glossary = cls()
        glossary.extend(data, format)
        return glossary

    def extend(self, data: bytes | str, format: str = "auto") -> None:
        """Adds the rows of a file."""
        known, error = choice(format, c.GLOSSARY_FORMATS, "format"), ffi.new("kt_error *")
        with self.use() as glossary:
            text, _keep = borrow(utf8(data) if isinstance(data, str) else as_bytes(data))
            check(lib.kt_glossary_read(glossary, text[0], known, error), error)

    def add(self, term: r.Term) -> None:
        """Adds `term.count` sightings of a pair."""
        if not isinstance(term, r.Term):
            raise TypeError(f"term must be Term, not {type(term).__name__}")
        fields = {name: utf8(getattr(term, name), name)
                  for name in ("korean", "english", "definition", "note", "source")}
        views = {name: ffi.from_buffer(data) for name, data in fields.items()}
        row = ffi.new("kt_glossary_row *", {name: {"ptr": views[name], "len": len(fields[name])} for name in fields})
        row.type, row.status = choice(term.type, c.TYPES, "type"), choice(term.status, c.STATUSES, "status")
        row.evidence = choice(term.evidence, c.EVIDENCES, "evidence")
        row.count, row.priority = whole(term.count, 0, 2**32 - 1, "count"), whole(term.priority, -2**31, 2**31 - 1, "priority")
        row.score = term.score
        with self.use() as glossary:
            check(lib.kt_glossary_add(glossary, row))

    def merge(self, other: Glossary) -> None:
        """Adds all rows of another one."""
        if instance(other, Glossary, "other") is self:
            raise ValueError("a glossary cannot be merged with itself")
        first, second = sorted((self, other), key=id)  # one order everywhere: no two threads wait for each other
        with first.use(), second.use(), self.use() as into, other.use() as rows:
            check(lib.kt_glossary_merge(into, rows))

    def add_links(self, engine: Engine, korean: Sequence[str | r.Unit] | str, english: Sequence[str | r.Unit] | str, *,
                  pairing: c.Pairing | None = None, threshold: float = 0.5) -> None:
        """Aligns two texts, as Engine.align does, and adds what it links: 문 대통령 with its title, 호주 as Australia
        where the text has Australians."""
        aligned = instance(engine, Engine, "engine")._aligned(korean, english, pairing, threshold)
        with aligned as (rows, count, ko, en), self.use() as glossary:
            native = engine._contexts.engine
            check(lib.kt_glossary_add_link_names(native, glossary, ko.units, en.units, rows, count))

    def rows(self) -> list[r.Term]:
        """The rows, most often seen first."""
        rows, count = ffi.new("const kt_glossary_row **"), ffi.new("size_t *")
        with self.use() as glossary:
            check(lib.kt_glossary_rows(glossary, rows, count))
            return [_term(rows[0][i]) for i in range(count[0])]

    def write(self, format: str = "tsv") -> str:
        """The glossary as a file."""
        out = ffi.new("kt_str *")
        with self.use() as glossary:
            check(lib.kt_glossary_write(glossary, choice(format, c.GLOSSARY_FORMATS, "format"), out))
            return string(out[0])

    def problems(self) -> list[r.Problem]:
        """What an editor should look at."""
        rows, count = ffi.new("const kt_glossary_problem **"), ffi.new("size_t *")
        with self.use() as glossary:
            check(lib.kt_glossary_problems(glossary, rows, count))
            return [r.Problem(static(p.id), static(p.message), p.line) for p in (rows[0][i] for i in range(count[0]))]

    def terms(self) -> Terms:
        """The terms, ready to be searched for."""
        return Terms(self)


class Terms(Handle):
    """The terms of a glossary in running text."""

    def __init__(self, glossary: Glossary) -> None:
        rows, count, made = ffi.new("const kt_glossary_row **"), ffi.new("size_t *"), ffi.new("kt_terms **")
        with instance(glossary, Glossary, "glossary").use() as native:
            check(lib.kt_glossary_rows(native, rows, count))
            check(lib.kt_terms_new(ffi.NULL, rows[0], count[0], made))
        super().__init__(made[0], lib.kt_terms_free, "terms")
        count = lib.kt_terms_rows(made[0], rows)
        self._rows = [_term(rows[0][i]) for i in range(count)]

    def __enter__(self) -> Terms:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def find(self, engine: Engine, text: str) -> list[r.Hit]:
        """Terms in a text, leftmost and longest."""
        def call(ctx, native, rows, count):
            return lib.kt_terms_find(ctx, terms, native, rows, count)

        found = instance(engine, Engine, "engine")._listed(call, "const kt_term_hit *", utf8(text))
        with self.use() as terms, found as (rows, count, data):
            points = code_points(data, [p for i in range(count) for p in (rows[i].span.start, rows[i].span.end)])
            return [r.Hit(_cut(data, h.span), self._rows[h.row], self._rows[lib.kt_terms_best(terms, h.row)],
                          Span(points[h.span.start], points[h.span.end]), bool(h.korean), bool(h.exact),
                          string(lib.kt_terms_instead(terms, ffi.addressof(h)))) for h in (rows[i] for i in range(count))]

    def annotate(self, engine: Engine, text: str, *, place: c.Place = "behind", every: bool = False) -> Text:
        """The other language's form behind each term, 문재인(Moon Jae-in)은, or instead of it."""
        seen = ffi.new("unsigned char[]", max(1, len(self._rows)))
        made = options("kt_annotate_options", place=choice(place, c.PLACES, "place"))
        made.seen = ffi.NULL if every else seen

        def call(ctx, native, chosen, out):
            return lib.kt_annotate(ctx, terms, native, chosen, out)

        with self.use() as terms:
            return instance(engine, Engine, "engine")._transform(call, text, made)

    def apply(self, engine: Engine, text: str) -> Text:
        """Forbidden and inexact forms replaced by the ones to write; particles agree."""
        def call(ctx, native, _chosen, out):
            return lib.kt_terms_apply(ctx, terms, native, out)

        with self.use() as terms:
            return instance(engine, Engine, "engine")._transform(call, text, None)


def _term(row) -> r.Term:
    return r.Term(string(row.korean), string(row.english), c.TYPE_NAMES[row.type], row.count, row.score,
                  c.STATUS_NAMES[row.status], row.priority, string(row.definition), string(row.note),
                  string(row.source), c.EVIDENCE_NAMES[row.evidence])
