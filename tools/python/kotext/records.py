"""What the engine answers with. Spans are code points of the text that was asked about."""
from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .text import Span


class Morpheme(NamedTuple):
    """`form` is the dictionary form: 갔 gives 가 and 았, which share a span. Tags are the Sejong set."""

    form: str
    tag: str
    span: Span
    person: bool
    place: bool
    unknown: bool
    user: bool


class Eojeol(NamedTuple):
    """A stretch without white space or marks. `kind` is nominal, predicate or other."""

    text: str
    stem: str
    josa: str
    kind: str
    span: Span
    morphemes: tuple[Morpheme, ...]


class Reading(NamedTuple):
    """One reading of a text; lower costs are likelier."""

    eojeols: tuple[Eojeol, ...]
    morphemes: tuple[Morpheme, ...]
    cost: int


class Mention(NamedTuple):
    """A name met in a text: no particle, no title. `type` is PER, LOC, ORG or OTHER."""

    text: str
    type: str
    span: Span
    confidence: float


class Form(NamedTuple):
    """One way to write a name or word, and what it rests on."""

    text: str
    probability: float
    label: str


class EnglishForm(NamedTuple):
    """An English form of a Korean name; `evidence` is dictionary for a name, adjective, or metonym."""

    english: str
    evidence: str


class Gloss(NamedTuple):
    """A word for those who learn or check; what is not known is empty."""

    text: str
    reading: str
    latin: str
    hanja: str
    english: str
    morphemes: str
    kind: str
    span: Span


class Unit(NamedTuple):
    """A line, or a cue with its times, of one side of an alignment."""

    text: str
    start_ms: int = 0
    end_ms: int = 0


class Link(NamedTuple):
    """A Korean name and its English form; `en_unit` is None and `english` empty where nobody answers. The titles
    are those of a bare surname: 문 [대통령], [President] Moon."""

    korean: str
    english: str
    type: str
    evidence: str
    score: float
    ko_unit: int
    ko: Span
    ko_title: str
    en_unit: int | None
    en: Span | None
    en_title: str


class Charset(NamedTuple):
    """What is known of a file's bytes."""

    name: str
    confidence: float
    evidence: str


@dataclass(frozen=True)
class Term:
    """A row of a glossary. `status` is none, allowed, preferred or forbidden."""

    korean: str
    english: str
    type: str = "OTHER"
    count: int = 1
    score: float = 1.0
    status: str = "none"
    priority: int = 0
    definition: str = ""
    note: str = ""
    source: str = ""
    evidence: str = "none"


class Hit(NamedTuple):
    """A term met in a text. `exact` is false where hyphens, spaces, accents or capitals differ; `instead` is what
    `apply` writes for it, "" where it may stay."""

    text: str
    term: Term
    best: Term
    span: Span
    korean: bool
    exact: bool
    instead: str


class Problem(NamedTuple):
    """Something that the editor of a glossary or subtitle file should look at."""

    id: str
    message: str
    line: int


class Cue(NamedTuple):
    """A cue of a subtitle file; `text` holds the format's markup."""

    start_ms: int
    end_ms: int
    text: str
    id: str
    speaker: str
    settings: str
    track: int


class Track(NamedTuple):
    id: str
    name: str
    language: str
    cues: int


class Finding(NamedTuple):
    """Something in a cue that does not keep to a profile."""

    rule: str
    cue: int
    line: int
    value: float
    limit: float


class CueSettings(NamedTuple):
    """Where WebVTT puts a cue; `line` and `position` are None where it says nothing."""

    vertical: str
    align: str
    line: float | None
    line_is_percent: bool
    position: float | None
    size: float
    region: str


class Figure(NamedTuple):
    """A name of a roster, with the places it was met at."""

    korean: str
    english: str
    type: str
    places: tuple[int, ...]


class HanjaWord(NamedTuple):
    """A way to write a word or name in Hanja; `source` is word, words, character or name."""

    hanja: str
    source: str


class CatalogPair(NamedTuple):
    """A field and its romanized partner; one is empty where it is missing."""

    original: str
    romanized: str
    original_span: Span
    romanized_span: Span
    record: int
    control: str
    tag: str
    link: str
    subfield: str
    kind: str
    missing: bool


class Compared(NamedTuple):
    """How a romanized text differs from what the scheme gives (`expected`): punctuation, capitals, division,
    apostrophes, diacritics, letters. `offset` is where the gravest of them begins."""

    differences: tuple[str, ...]
    offset: int
    expected: str


class ReadingTime(NamedTuple):
    """Words of either language, and the seconds they take."""

    korean: int
    english: int
    silent: float
    aloud: float
