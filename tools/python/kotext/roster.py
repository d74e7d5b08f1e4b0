"""The names of a programme or an article, each once, with every place it is met at."""
from __future__ import annotations

from . import choices as c
from . import records as r
from ._native import Handle, borrow, check, choice, ffi, instance, lib, string, utf8, whole
from .engine import Engine
from .glossary import Terms


class Roster(Handle):
    """A surname alone (문 대통령) is the person of that surname who was named last in the same text."""

    def __init__(self) -> None:
        made = ffi.new("kt_roster **")
        check(lib.kt_roster_new(ffi.NULL, made))
        super().__init__(made[0], lib.kt_roster_free, "roster")

    def __enter__(self) -> Roster:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def read(self, engine: Engine, text: str, place: int = 0, *, terms: Terms | None = None) -> None:
        """Adds the names of Korean text, and those of a glossary as it spells them. `place` is kept with each:
        milliseconds, a line, whatever you count in."""
        data, place = utf8(text), whole(place, -2**63, 2**63 - 1, "place")
        if terms is None:
            self._read(engine, ffi.NULL, data, place)
        else:
            with instance(terms, Terms, "terms").use() as known:
                self._read(engine, known, data, place)

    def _read(self, engine, terms, data, place):
        with self.use() as roster, instance(engine, Engine, "engine")._contexts.seat() as (ctx, _text):
            native, _keep = borrow(data)
            check(lib.kt_roster_read_terms(roster, ctx, terms, native[0], place), lib.kt_ctx_error(ctx))

    def next_text(self) -> None:
        """Another text begins: a surname alone is nobody of the one before."""
        with self.use() as roster:
            check(lib.kt_roster_next_text(roster))

    def add(self, korean: str, english: str = "", type: str = "OTHER", place: int = 0) -> None:
        """A mention that you found yourself; without `english` it is spelt when the roster is listed."""
        (first, _a), (second, _b) = borrow(utf8(korean, "korean")), borrow(utf8(english, "english"))
        place = whole(place, -2**63, 2**63 - 1, "place")
        with self.use() as roster:
            check(lib.kt_roster_add(roster, first[0], second[0], choice(type, c.TYPES, "type"), place))

    def figures(self, engine: Engine) -> list[r.Figure]:
        """The names in the order in which they were first met."""
        rows, count = ffi.new("const kt_figure **"), ffi.new("size_t *")
        with self.use() as roster, instance(engine, Engine, "engine")._contexts.seat() as (ctx, _text):
            check(lib.kt_roster_list(roster, ctx, rows, count), lib.kt_ctx_error(ctx))
            return [r.Figure(string(f.korean), string(f.english), c.TYPE_NAMES[f.type],
                             tuple(ffi.unpack(f.places, f.count)) if f.count else ())
                    for f in (rows[0][i] for i in range(count[0]))]
