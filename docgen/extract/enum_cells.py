r"""Parse a type cell that lists the values of an enum: an `Inline` in, an `EnumCell` out.

    cell       := ( collection ( "of" | bracket ) )? noun collection? list
                | literal ( separator literal )+
    noun       := ( "String" mark? )? ( "enum" | "enumeration" … ) ( "type" | "of" | "values" … )*
    list       := mark? bracket? value ( separator value )+ bracket? collection?
    value      := ( number ( "=" | ":" | "-" ) )? name
                | name ( "=" number | "(" number ")" )
    name       := a word | a word in code | literal
    literal    := a word in quotation marks
    separator  := ( "," | ";" | "|" | "and" | "or" | a line break )+
                | "/"                                    -- if there is no other separator
    mark       := ":" | "-" | "=" | "," | bracket

A single word is rather the name of the type: `Enum (lampState)`. Cells with a link, with
names of primitive types only, or with facts about the property ("nullable") list no values.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.extract.values import ListedValue
from docgen.markdown.page import Inline
from docgen.regex import Regex
from docgen.schema.edm import FACT_WORDS, NULLABLE_WORDS, primitive
from docgen.vocabulary import without_zero_width

MAX_ENUM_CELL = 2_000
"""Maximum number of characters parsed in a cell with values."""

_COLLECTION = r"(?:collection|array|list)"
_HEAD = Regex(
    rf"\s*+(?P<before>{_COLLECTION}\s*+(?:\bof\b|[(<\[])\s*+)?"
    r"(?P<string>(?:Edm\.)?String(?=[\s(\[,:-]*+enum)|)[\s(\[,:-]*+"
    r"(?P<enum>enum(?:s|eration|erations|erated|type)?)\b"
    r"(?>(?:\s++(?:type|string|of|with|one|the|following|possible|allowed|values?)\b)*)"
    rf"(?P<between>\s++{_COLLECTION}\b|\[\])?[\s:=\u2013\u2014-]*+",
    re.IGNORECASE,
)
_LITERALS = Regex(
    r"\s*[\"'\u201c\u2018]\w[^,;|/\n]*[\"'\u201d\u2019]\s*(?:[,;|/\n]|or\b)"
)
_AFTER = Regex(rf"(?:[\s,-]*\b{_COLLECTION}|\[\])\Z", re.IGNORECASE)
_BRACKETS = "()[]<>{} \t\n"
_MARKS = Regex(r"[`*\\]")
_BULLETS = " \t-*\u2022"
_REST = Regex(r"[\s,]*(?:\.{2,}|\u2026|\betc\.?)\Z")
_AND = Regex(r"\s(?:and|or)\s", re.IGNORECASE)
_SEPARATOR = Regex(r"\s*[,;|\n]\s*")
_QUOTE = "[\"'`\u201c\u201d\u2018\u2019]?"
_VALUE = Regex(
    rf"(?:(?P<before>\d{{1,9}})\s*[-\u2013:=]\s*)?{_QUOTE}(?P<name>(?!\d+\b)\w[\w-]*){_QUOTE}"
    r"(?:\s*=\s*(?P<after>\d{1,9})|\s*\((?P<bracket>\d{1,9})\)?)?"
)
_FACTS = NULLABLE_WORDS | FACT_WORDS | {"key"}
_MIN_VALUES = 2


class EnumCell(Struct, frozen=True):
    """The values that a type cell lists, and the word for the type, which does not name one."""

    noun: str
    is_collection: bool
    values: tuple[ListedValue, ...]


def enum_cell(cell: Inline) -> EnumCell | None:
    """Return the values that a type cell lists, if that is all it has."""
    if any(link.target for link in cell.links) or len(cell.source) > MAX_ENUM_CELL:
        return None
    # In `enum[on, off]`, the brackets are those of a reference without a definition.
    text = _MARKS.sub("", cell.source) if cell.links else cell.plain
    text = without_zero_width(text)
    if _LITERALS.match(text):
        values = tuple(_values(text))
        return EnumCell("String", False, values) if _are_values(values) else None
    head = _HEAD.match(text)
    if head is None:
        return None
    rest = text[head.end() :].strip(" .\t\n")
    after = _AFTER.search(rest)
    values = tuple(_values(rest[: after.start()] if after else rest))
    is_collection = any((head["before"], head["between"], after))
    noun = head["string"] or head["enum"]
    return EnumCell(noun, is_collection, values) if _are_values(values) else None


def _are_values(values: Iterable[ListedValue]) -> bool:
    """Return whether several names can be values, and not all be something else."""
    names = {value.name.lower() for value in values}
    is_other = names <= _FACTS or all(map(primitive, names))
    is_nullable = not names.isdisjoint(NULLABLE_WORDS)
    return len(names) >= _MIN_VALUES and not is_other and not is_nullable


def _values(text: str) -> Iterator[ListedValue]:
    """Yield the values that a text consists of; nothing if a part of it is not one."""
    text = _AND.sub(",", _REST.sub("", text.strip(_BRACKETS)).strip(_BRACKETS))
    parts = _SEPARATOR.split(text)
    if len(parts) == 1:
        parts = text.split("/")
    found = [_VALUE.fullmatch(one) for part in parts if (one := part.strip(_BULLETS))]
    if all(found):
        for value in filter(None, found):
            number = value["before"] or value["after"] or value["bracket"]
            yield ListedValue(value["name"], int(number) if number else None)
