"""Korean and English text that agree: names, romanization, pronunciation, particles, subtitles.

    >>> import kotext
    >>> kotext.romanize("독립문")
    'Dongnimmun'

The functions of this module are those of one engine, opened at the first call. Open your own for other data or
a dictionary of your own: kotext.Engine(user_dict="김도담\\tKim Dodam\\tPER\\n").
"""
from __future__ import annotations

import functools
import threading
from typing import Callable, Concatenate, ParamSpec, TypeVar

from ._native import lib as _lib, static as _static
from .catalog import catalog_pairs
from .engine import Engine
from .errors import (ClosedError, DamagedDataError, EncodingError, KotextError, NotSupportedError, SyntaxFault,
                     TooLargeError)
from .glossary import Glossary, Terms
from .measure import build_info, profiles, reading_time, source_language, width
from .records import (CatalogPair, Charset, Compared, Cue, CueSettings, EnglishForm, Eojeol, Figure, Finding, Form, Gloss, HanjaWord,
                      Hit, Link, Mention, Morpheme, Problem, Reading, ReadingTime, Term, Track, Unit)
from .roster import Roster
from .stream import CaptionStream
from .subtitle import Subtitle
from .text import Edit, Rule, Span, Step, Text

__version__: str = _static(_lib.kt_version())
_engine: Engine | None = None
_opening = threading.Lock()


def default_engine() -> Engine:
    """The engine behind the functions of this module."""
    global _engine
    with _opening:
        if _engine is None or _engine.closed:
            _engine = Engine()
        return _engine


_P = ParamSpec("_P")
_R = TypeVar("_R")


def _shared(method: Callable[Concatenate[Engine, _P], _R]) -> Callable[_P, _R]:
    """A method of Engine as a function of this module."""
    @functools.wraps(method)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        return method(default_engine(), *args, **kwargs)

    return call


align = _shared(Engine.align)
analyze = _shared(Engine.analyze)
compare_romanized = _shared(Engine.compare_romanized)
decode = _shared(Engine.decode)
detect = _shared(Engine.detect)
encode = _shared(Engine.encode)
explain_transliteration = _shared(Engine.explain_transliteration)
find_names = _shared(Engine.find_names)
foreignness = _shared(Engine.foreignness)
gloss = _shared(Engine.gloss)
hangulize = _shared(Engine.hangulize)
hanja = _shared(Engine.hanja)
hanja_candidates = _shared(Engine.hanja_candidates)
josa = _shared(Engine.josa)
josa_repair = _shared(Engine.josa_repair)
josa_split = _shared(Engine.josa_split)
match = _shared(Engine.match)
normalize = _shared(Engine.normalize)
pronounce = _shared(Engine.pronounce)
readings = _shared(Engine.readings)
romanize = _shared(Engine.romanize)
romanize_letters = _shared(Engine.romanize_letters)
segment = _shared(Engine.segment)
slug = _shared(Engine.slug)
space = _shared(Engine.space)
spans = _shared(Engine.spans)
english_forms = _shared(Engine.english_forms)
spell = _shared(Engine.spell)
transliterate = _shared(Engine.transliterate)
transliterate_back = _shared(Engine.transliterate_back)
with_josa = _shared(Engine.with_josa)
wrap = _shared(Engine.wrap)
