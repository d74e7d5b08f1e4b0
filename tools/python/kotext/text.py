"""Text that knows where it came from. All offsets are code points: what str is indexed by."""
from __future__ import annotations

import bisect
from typing import Iterable, NamedTuple

from ._native import ffi, lib, static, string


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there in `text`."""
        return text[self.start:self.end]


class Rule(NamedTuple):
    """The article of a standard behind a change."""

    standard: str
    article: str
    summary: str


class Edit(NamedTuple):
    """One stretch of input and what became of it. `rule` is None where it was copied."""

    source: Span
    target: Span
    rule: Rule | None


class Step(NamedTuple):
    """One change on the way, of a call that was asked to explain itself."""

    source: Span
    before: str
    after: str
    rule: Rule


def code_points(data: bytes, offsets: Iterable[int]) -> dict[int, int]:
    """The code points before each byte offset of UTF-8 `data`."""
    found, points, at = {}, 0, 0
    for offset in sorted(set(offsets)):
        points += len(data[at:offset].decode(errors="replace"))
        found[offset] = points
        at = offset
    return found


def byte_offset(text: str, point: int) -> int:
    return len(text[:point].encode())


def rule(number: int) -> Rule:
    info = lib.kt_rule_info(number)
    return Rule(static(info.standard), static(info.article), static(info.summary))


class Text(str):
    """A str that a transform made, with the map back to its input. Slicing it, adding to it or pickling it gives
    plain str."""

    __slots__ = ("_input", "_edits", "_steps", "_made")
    _input: str
    _edits: bytes
    _steps: tuple[Step, ...]
    _made: tuple[Edit, ...] | None

    @classmethod
    def _of(cls, native, text: str, data: bytes) -> Text:
        made = cls(string(lib.kt_text_str(native)))
        made._input = text
        edits = ffi.new("const kt_edit **")
        count = lib.kt_text_edits(native, edits)
        made._edits = bytes(ffi.buffer(edits[0], count * ffi.sizeof("kt_edit"))) if count else b""
        made._steps = _steps(native, data)
        made._made = None
        return made

    def __reduce__(self):
        return str, (str(self),)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits, which tile the input and this text in order."""
        if self._made is None:
            self._made = self._all_edits()
        return self._made

    def _all_edits(self) -> tuple[Edit, ...]:
        rows = ffi.from_buffer("kt_edit[]", self._edits)
        count = len(self._edits) // ffi.sizeof("kt_edit")
        source = code_points(self._input.encode(), [0, *(rows[i].src + rows[i].src_len for i in range(count))])
        target = code_points(self.encode(), [0, *(rows[i].dst + rows[i].dst_len for i in range(count))])
        known: dict[int, Rule | None] = {0: None}
        made = []
        for i in range(count):
            row = rows[i]
            if row.rule not in known:
                known[row.rule] = rule(row.rule)
            made.append(Edit(Span(source[row.src], source[row.src + row.src_len]),
                             Span(target[row.dst], target[row.dst + row.dst_len]), known[row.rule]))
        return tuple(made)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What happened on the way, in order; empty unless the call was made with explain=True."""
        return self._steps

    def source(self, start: int, end: int) -> Span:
        """The smallest range of the input that covers everything in [start, end) of this text."""
        edits = self.edits
        return _mapped([e.target for e in edits], [e.source for e in edits], [e.rule for e in edits], start, end)

    def target(self, start: int, end: int) -> Span:
        """The smallest range of this text that covers everything [start, end) of the input became."""
        edits = self.edits
        return _mapped([e.source for e in edits], [e.target for e in edits], [e.rule for e in edits], start, end)


def _mapped(known, wanted, rules, start, end):
    """Copied stretches map point by point, others whole."""
    if not known:
        return Span(0, 0)
    start, end = max(0, min(start, known[-1].end)), max(0, min(end, known[-1].end))
    end = max(start, end)
    first = bisect.bisect_right([k.end for k in known], start)
    if first == len(known):
        return Span(wanted[-1].end, wanted[-1].end)
    last = max(first, bisect.bisect_left([k.start for k in known], end) - 1)
    low = wanted[first].start + (start - known[first].start if rules[first] is None else 0)
    if start == end:
        return Span(low, low)
    high = wanted[last].end - (known[last].end - end if rules[last] is None else 0)
    return Span(low, high)


def _steps(native, data: bytes) -> tuple[Step, ...]:
    rows = ffi.new("const kt_step **")
    count = lib.kt_text_steps(native, rows)
    if not count:
        return ()
    return steps_of(rows[0], count, data)


def steps_of(rows, count: int, data: bytes) -> tuple[Step, ...]:
    points = code_points(data, [p for i in range(count) for p in (rows[i].src.start, rows[i].src.end)])
    return tuple(Step(Span(points[rows[i].src.start], points[rows[i].src.end]), string(rows[i].before),
                      string(rows[i].after), rule(rows[i].rule)) for i in range(count))
