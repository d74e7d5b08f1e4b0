"""The shared library, its statuses as exceptions, and its engines and contexts as Python holds them."""
import contextlib
import os
import pathlib
import threading

from ._abi import ffi
from .errors import (ClosedError, DamagedDataError, EncodingError, KotextError, NotSupportedError, SyntaxFault,
                     TooLargeError)


def _load():
    """KOTEXT_LIBRARY, else the library beside this file (as in the wheel), else the system's."""
    named = os.environ.get("KOTEXT_LIBRARY")
    beside = pathlib.Path(__file__).with_name("libkotext.so.0")
    return ffi.dlopen(named or (str(beside) if beside.exists() else "libkotext.so.0"))


lib = _load()

_EXCEPTIONS = {
    lib.KT_ERR_ARG: ValueError, lib.KT_ERR_TOO_LARGE: TooLargeError, lib.KT_ERR_SYNTAX: SyntaxFault,
    lib.KT_ERR_DATA: DamagedDataError, lib.KT_ERR_IO: OSError, lib.KT_ERR_UNSUPPORTED: NotSupportedError,
    lib.KT_ERR_ENCODING: EncodingError,
}


def check(status, error=None):
    """Raises what `status` stands for; `error` is a kt_error that may say more."""
    if status == lib.KT_OK:
        return
    if status == lib.KT_ERR_NOMEM:
        raise MemoryError
    message = ffi.string(lib.kt_status_name(status)).decode()
    if error is not None and error.status == status and error.message != ffi.NULL:
        message = ffi.string(error.message).decode()
        if error.line:
            message = f"line {error.line}: {message}"
    raise _EXCEPTIONS.get(status, KotextError)(message)


def utf8(text, what="text"):
    """The bytes of a str. Lone surrogates are a UnicodeEncodeError: they are no text."""
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")
    return text.encode()


def as_bytes(data, what="data"):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"{what} must be bytes, not {type(data).__name__}")
    return bytes(data)


def borrow(data):
    """A kt_str of bytes, which must outlive the call it is passed to, with what keeps it valid."""
    view = ffi.from_buffer(data)
    return ffi.new("kt_str *", {"ptr": view, "len": len(data)}), view


def copy(text):
    """The bytes of a kt_str."""
    return ffi.unpack(text.ptr, text.len) if text.len else b""


def string(text):
    """A kt_str as str."""
    return copy(text).decode()


def static(text):
    """A static C string as str."""
    return ffi.string(text).decode()


def options(kind, /, **values):
    """An options struct whose `size` says what we know of it; all else is zero, the default."""
    made = ffi.new(kind + " *")
    made.size = ffi.sizeof(kind)
    for name, value in values.items():
        setattr(made, name, value)
    return made


def choice(value, among, what):
    """The number of a named choice."""
    if not isinstance(value, str):
        raise TypeError(f"{what} must be str, not {type(value).__name__}")
    try:
        return among[value]
    except KeyError:
        raise ValueError(f"{what} must be one of {', '.join(among)}; not {value!r}") from None


def whole(value, low, high, what):
    """A number that the library has room for."""
    if not isinstance(value, int):
        raise TypeError(f"{what} must be int, not {type(value).__name__}")
    if not low <= value <= high:
        raise ValueError(f"{what} must be from {low} to {high}")
    return value


def instance(value, kind, what):
    """An argument that must be one of our own objects."""
    if not isinstance(value, kind):
        raise TypeError(f"{what} must be {kind.__name__}, not {type(value).__name__}")
    return value


def numbered(*names):
    return {name: number for number, name in enumerate(names)}


def ids(count, name_of):
    return {static(name_of(number)): number for number in range(count)}


class Contexts:
    """An engine with as many contexts as there are calls at once. A call has a context to itself and hands
    it on to the next one; closing waits for no call: the last one out closes the engine."""

    def __init__(self, config):
        engine, error = ffi.new("kt_engine **"), ffi.new("kt_error *")
        check(lib.kt_engine_open(config, engine, error), error)
        self._engine = engine[0]
        self._lock = threading.Lock()
        self._idle = []
        self._busy = 0
        self._closed = False

    def _take(self):
        with self._lock:
            if self._closed:
                raise ClosedError("the engine is closed")
            self._busy += 1
            return self._idle.pop() if self._idle else None

    def _give_back(self, seat):
        with self._lock:
            self._busy -= 1
            if seat is not None:
                self._idle.append(seat)
            if self._closed:
                self._free_if_done()

    def _free_if_done(self):
        if self._busy:
            return
        while self._idle:
            ctx, text = self._idle.pop()
            lib.kt_text_free(text)
            lib.kt_ctx_free(ctx)
        engine, self._engine = self._engine, ffi.NULL
        lib.kt_engine_close(engine)

    def _new_seat(self):
        ctx, text = ffi.new("kt_ctx **"), ffi.new("kt_text **")
        check(lib.kt_text_new(ffi.NULL, text))
        try:
            check(lib.kt_ctx_new(self._engine, ctx))
        except BaseException:
            lib.kt_text_free(text[0])
            raise
        return ctx[0], text[0]

    def seat(self):
        """`with contexts.seat() as (ctx, text)`: a kt_ctx and a kt_text that nobody else uses meanwhile."""
        return _Seated(self)

    @property
    def engine(self):
        """The kt_engine; stays open as long as a seat is taken."""
        return self._engine

    def info(self):
        with self.seat():
            return static(lib.kt_engine_data_info(self._engine))

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                self._free_if_done()

    @property
    def closed(self):
        return self._closed

    def __del__(self):
        if hasattr(self, "_idle"):
            self.close()


class _Seated:
    """What `with` enters and leaves; a generator would cost more than some calls."""

    __slots__ = ("_contexts", "_seat")

    def __init__(self, contexts):
        self._contexts, self._seat = contexts, None

    def __enter__(self):
        self._seat = self._contexts._take()
        if self._seat is None:
            try:
                self._seat = self._contexts._new_seat()
            except BaseException:
                self._contexts._give_back(None)
                raise
        return self._seat

    def __exit__(self, *_exception):
        self._contexts._give_back(self._seat)


class Handle:
    """A library object that one thread may use at a time: calls wait for each other."""

    def __init__(self, pointer, free, what):
        self._pointer, self._free, self._what = pointer, free, what
        self._lock = threading.RLock()

    @contextlib.contextmanager
    def use(self):
        with self._lock:
            if self._pointer is None:
                raise ClosedError(f"the {self._what} is closed")
            yield self._pointer

    def close(self):
        with self._lock:
            pointer, self._pointer = self._pointer, None
            if pointer is not None:
                self._free(pointer)

    def __del__(self):
        if hasattr(self, "_lock"):
            self.close()
