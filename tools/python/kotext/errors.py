"""What can go wrong. Wrong types are TypeError, senseless values ValueError, lone surrogates
UnicodeEncodeError, as everywhere in Python."""


class KotextError(Exception):
    """Any failure that the library tells of."""


class ClosedError(KotextError, ValueError):
    """The engine, subtitle or glossary was closed before."""


class TooLargeError(KotextError, OverflowError):
    """The text is over 4 GiB, or over a documented limit."""


class SyntaxFault(KotextError, ValueError):
    """A file does not parse; the message names the line."""


class DamagedDataError(KotextError, ValueError):
    """A data file is damaged or of another version."""


class EncodingError(KotextError, ValueError):
    """A character that the wanted encoding lacks, or bytes that are no text of it."""


class NotSupportedError(KotextError, NotImplementedError):
    """Not in this build, or not a thing the call can do."""
