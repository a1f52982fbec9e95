"""Declare properties by the sample of a resource, if its page has no properties table.

value := true | false | number | null
       | "String (timestamp)" …              -- a primitive type, with or without a remark
       | "low | high"                        -- values of a string
       | "microsoft.graph.team"              -- a type
       | "Collection(String)", "String[]" …  -- a type cell with a mark of a collection or of null
       | {"@odata.type": "…"} | object
       | [ value … ]                         -- a collection of the type of the first value
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.extract.facts import NO_FACTS, Facts
from docgen.extract.sample import Sample
from docgen.extract.type_expression import TypeExpression, TypeName, type_expression
from docgen.extract.type_tables import RowDeclaration
from docgen.jsontext import top_level_keys
from docgen.markdown.page import Inline
from docgen.regex import Regex
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.model import WireName
from docgen.schema.names import property_name, qualified_name
from docgen.source import Span

_INT32 = 2**31
_REMARK = Regex(r"\w+ ?\(([\w ]+)\)")
_REMARKS = {
    "timestamp": "DateTimeOffset",
    "date": "Date",
    "time of day": "TimeOfDay",
    "duration": "Duration",
    "iso 8601 duration": "Duration",
    "binary": "Binary",
}
"""Remark after `String` in a sample → the type that it means."""
_DATE_TIME = Regex(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?")
_VALUE = Regex(r"\w[\w-]*")
_MARK = Regex(
    r"\b(?:collection|array|list|set)s?\b|[\[<?\u2026]|\.{3}|\b(?:nullable|optional)\b",
    re.IGNORECASE,
)
"""A mark of a collection or of null."""
_MAY_BE_COLLECTION = Regex(
    r"(?:[\w.]+ )?(?:collection|array|list|set)s?|\[\s*\]|\w[\w.]*?(?:\.{3}|\u2026)"
    r"|(?:collection|array|list|set)\s*[(<\[].*",
    re.IGNORECASE,
)
_BRACKET = Regex(r"[(<\[]")
_MAX_TYPE = 200
"""Maximum length of text that is parsed as a type."""
_NOT_TYPES = frozenset({"url", "uri", "text", "etag", "any", "complex", "enum", "date"})
"""Spellings of primitive types that a sample more often has as a value."""


def declared_by_sample(
    sample: Sample, relationships: Sequence[RowDeclaration]
) -> Iterator[RowDeclaration]:
    """Yield a property for each key that is a name and no relationship."""
    others = {row.name for row in relationships}
    fence = sample.fence
    spans = dict(top_level_keys(fence.body, fence.start))
    for key, value in sample.content.items():
        name = property_name(key) if "@" not in key else None
        if name and name not in others:
            span = fence.on_page(spans[key]) if key in spans else fence.span
            yield _row(name, span, value)


def _row(name: WireName, span: Span, value: object) -> RowDeclaration:
    return RowDeclaration(
        name=name,
        span=span,
        name_span=span,
        type=_type(value, span),
        type_span=span,
        description=None,
        description_span=span,
        facts=_facts(value),
    )


def _type(value: object, span: Span) -> TypeExpression | None:
    match value:
        case list():
            return _collection(value, span)
        case dict():
            name = value.get("@odata.type")
            return _named(name.lstrip("#"), span) if isinstance(name, str) else None
        case str():
            return _type_of_text(value.strip(), span)
        case _:
            name = _type_of_number(value)
            return TypeExpression(name=TypeName(text=name, span=span)) if name else None


def _collection(values: list[object], span: Span) -> TypeExpression:
    item = _type(values[0], span) if values else None
    if item is None or item.is_collection:
        item = TypeExpression(name=TypeName(text=UNTYPED, span=span))
    return replace(item, is_collection=True, is_nullable=False)


def _named(text: str, span: Span) -> TypeExpression | None:
    """Return the type that is written as the name of one, or as a collection of one."""
    if qualified_name(text):
        return TypeExpression(name=TypeName(text=text, span=span))
    cell = type_expression(Inline(source=text, plain=text, span=span))
    return cell if cell and _is_whole(cell) else None


def _is_whole(cell: TypeExpression) -> bool:
    return not (cell.extra_text or cell.alternatives)


def _type_of_number(value: object) -> str | None:
    match value:
        case bool():
            return "Boolean"
        case int():
            return "Int32" if -_INT32 <= value < _INT32 else "Int64"
        case float():
            return "Double"
        case _:
            return None


def _type_of_text(text: str, span: Span) -> TypeExpression | None:
    """Return the type that a string names; `None` if it may be a collection of something."""
    name = _name_of_text(text)
    plain = TypeExpression(name=TypeName(text=name, span=span))
    if name != "String" or len(text) > _MAX_TYPE or not _MARK.search(text):
        return plain
    cell = type_expression(Inline(source=text, plain=text, span=span))
    if cell and (cell.is_collection or cell.is_nullable):
        known = "." in cell.name.text or primitive(cell.name.text) not in (
            None,
            UNTYPED,
        )
        if known or _BRACKET.search(text):
            return cell if _is_whole(cell) else None
    return None if _MAY_BE_COLLECTION.fullmatch(text) else plain


def _name_of_text(text: str) -> str:
    remark = _REMARK.fullmatch(text)
    if remark and remark[1].lower() in _REMARKS:
        return _REMARKS[remark[1].lower()]
    if _DATE_TIME.fullmatch(text) or text.lower() == "timestamp":
        return "DateTimeOffset"
    if primitive(text) and text.lower() not in _NOT_TYPES:
        return text
    name = qualified_name(text.lstrip("#")) if text.count(".") > 1 else None
    return name if name and name.startswith("microsoft.") else "String"


def _facts(value: object) -> Facts:
    words = value.split("|") if isinstance(value, str) else []
    values = tuple(word.strip() for word in words)
    are_values = len(values) > 1 and all(_VALUE.fullmatch(word) for word in values)
    return replace(NO_FACTS, values=values) if are_values else NO_FACTS
