"""Declare properties by the sample of a resource, if its page has no properties table.

value := true | false | number | null
       | "String (timestamp)" …              -- a primitive type, with or without a remark
       | "low | high"                        -- values of a string
       | "microsoft.graph.team"              -- a type
       | {"@odata.type": "…"} | object
       | [ value … ]                         -- a collection of the type of the first value
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.extract.declarations import RowDeclaration
from docgen.extract.facts import NO_FACTS, Facts
from docgen.extract.sample import Sample
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.jsontext import top_level_keys
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
_NOT_TYPES = frozenset({"url", "uri", "text", "etag", "any", "complex", "enum", "date"})
"""Spellings of primitive types that a sample more often has as a value."""


def declared_by_sample(
    sample: Sample, relationships: Sequence[RowDeclaration]
) -> Iterator[RowDeclaration]:
    """Yield a property for each key that is a name and no relationship."""
    others = {row.name for row in relationships}
    spans = dict(top_level_keys(sample.fence.body, Span(sample.fence.span.line + 1)))
    for key, value in sample.content.items():
        name = property_name(key) if "@" not in key else None
        if name and name not in others:
            yield _row(name, spans.get(key, sample.fence.span), value)


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
    is_collection = isinstance(value, list)
    if isinstance(value, list):
        value = value[0] if value else None
    name = _type_name(value)
    if name is None and not is_collection:
        return None
    written = TypeName(text=name or UNTYPED, span=span)
    return TypeExpression(name=written, is_collection=is_collection)


def _type_name(value: object) -> str | None:
    match value:
        case bool():
            return "Boolean"
        case int():
            return "Int32" if -_INT32 <= value < _INT32 else "Int64"
        case float():
            return "Double"
        case str():
            return _type_of_text(value.strip())
        case dict():
            name = value.get("@odata.type")
            return qualified_name(name.lstrip("#")) if isinstance(name, str) else None
        case _:
            return None


def _type_of_text(text: str) -> str:
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
