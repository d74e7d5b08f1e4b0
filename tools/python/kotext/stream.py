"""Captions that arrive bit by bit: feed bytes, take cues."""
from __future__ import annotations

from typing import Iterator

from . import choices as c
from ._native import Handle, as_bytes, borrow, check, choice, ffi, lib, options, utf8, whole
from .subtitle import Subtitle


class CaptionStream(Handle):
    """SubRip or WebVTT in UTF-8, cut anywhere. Each piece is a Subtitle of one cue with all that belongs to it, or of
    none (a header, a note); it is valid until the next piece is asked for. All pieces written one behind the other
    are the stream again.

        stream.feed(data)
        for piece in stream.pieces():
            piece.romanize(engine)
            out.write(piece.write())
    """

    def __init__(self, format: str = "srt", *, limit: int = 65536) -> None:
        """`limit` is how many bytes the longest piece may have."""
        made, out = options("kt_stream_options", format=choice(format, c.FORMATS, "format"),
                            limit=whole(limit, 256, 2**32 - 1, "limit")), ffi.new("kt_stream **")
        check(lib.kt_stream_new(ffi.NULL, made, out))
        self._piece: Subtitle | None = None
        super().__init__(out[0], lib.kt_stream_free, "stream")

    def __enter__(self) -> CaptionStream:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _go_on(self) -> None:
        piece, self._piece = self._piece, None
        if piece is not None:
            piece.close()

    def close(self) -> None:
        with self._lock:
            self._go_on()
            super().close()

    def feed(self, data: bytes | str) -> None:
        """Adds what has arrived."""
        text, _keep = borrow(utf8(data) if isinstance(data, str) else as_bytes(data))
        with self.use() as stream:
            self._go_on()
            check(lib.kt_stream_feed(stream, text[0]))

    def end(self) -> None:
        """No more will come: what is left is complete."""
        with self.use() as stream:
            self._go_on()
            lib.kt_stream_end(stream)

    def pieces(self) -> Iterator[Subtitle]:
        """The pieces that are complete by now."""
        piece = self._next()
        while piece is not None:
            yield piece
            piece = self._next()

    def _next(self) -> Subtitle | None:
        out = ffi.new("kt_subtitle **")
        with self.use() as stream:
            self._go_on()
            check(lib.kt_stream_next(stream, out))
            self._piece = None if out[0] == ffi.NULL else Subtitle._lent(out[0], self)
            return self._piece
