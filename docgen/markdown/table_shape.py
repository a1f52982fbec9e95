"""What a line of a table looks like: its delimiter row, its header, its cells' words."""

from docgen.vocabulary import COLUMNS

_DELIMITER = "|:- \t\u00a0"

HEADERS = frozenset(word for words in COLUMNS.values() for word in words)
"""Names of columns that real pages have, in small letters."""


def is_delimiter(text: str) -> bool:
    """Say whether `text` has nothing but the dashes, colons and pipes of a delimiter row."""
    return "-" in text and not text.strip(_DELIMITER)


def is_plain_delimiter(text: str) -> bool:
    """Say whether a delimiter row is no row of cells that hold a dash each."""
    return "--" in text and "|" in text and is_delimiter(text)


def begins_delimiter(character: str) -> bool:
    """Say whether a delimiter row may begin with `character`."""
    return character in _DELIMITER


def is_header(text: str) -> bool:
    """Say whether all columns of a row have names that headers of real pages have."""
    names = [name.strip().casefold() for name in text.strip("|").split("|")]
    return len(names) > 1 and HEADERS.issuperset(names)


def is_only_header(text: str) -> bool:
    """Say whether `text` is the header of a table of one column, pipes left out."""
    return len(text) < 20 and text.casefold() in HEADERS
