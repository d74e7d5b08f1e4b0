"""Library records: fields in the original script and their romanized partners."""
from __future__ import annotations

from . import choices as c
from . import records as r
from ._native import as_bytes, borrow, check, ffi, lib, string, utf8
from .text import Span, code_points


def catalog_pairs(data: bytes | str) -> list[r.CatalogPair]:
    """The pairs of a file of MARCXML, or of lines of original TAB romanized, in UTF-8. Spans are code points of the
    file. Engine.compare_romanized tells whether a pair agrees."""
    data = utf8(data) if isinstance(data, str) else as_bytes(data)
    made, error, count = ffi.new("kt_catalog **"), ffi.new("kt_error *"), ffi.new("size_t *")
    text, _keep = borrow(data)
    check(lib.kt_catalog_open(ffi.NULL, text[0], made, error), error)
    try:
        rows = lib.kt_catalog_pairs(made[0], count)
        pairs = [rows[i] for i in range(count[0])]
        points = code_points(data, [p for row in pairs for span in (row.original_span, row.romanized_span)
                                    for p in (span.start, span.end)])
        return [_pair(row, points) for row in pairs]
    finally:
        lib.kt_catalog_close(made[0])


def _pair(row, points) -> r.CatalogPair:
    spans = (Span(points[s.start], points[s.end]) for s in (row.original_span, row.romanized_span))
    return r.CatalogPair(string(row.original), string(row.romanized), *spans, row.record, string(row.control),
                         string(row.tag), string(row.link), row.subfield.decode().strip("\0"), c.KIND_NAMES[row.kind],
                         bool(row.missing))
