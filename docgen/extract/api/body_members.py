"""Find what examples and the section about the body tell of its members beyond the tables.

wrapper  the one member of the bodies of all examples, if its value, or the items of it, have
         members that the table lists, and the table does not list it
shown    without a table: the members of the first JSON object in the section that has no type of
         its own, and of others that have some of them, else the names that its prose calls a
         parameter or a property, but not in a sentence with "not" and not in one about the response
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from docgen.extract.annotation import json_object
from docgen.extract.api.declarations import (
    BodyDeclaration,
    ExampleDeclaration,
    ParameterDeclaration,
    ValueKind,
)
from docgen.extract.api.examples import TYPE_KEYS
from docgen.extract.api.messages import json_text, value_kind
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.prose import MAX_PROSE
from docgen.extract.prose import prose_blocks
from docgen.markdown.page import Annotation, Fence, Section
from docgen.regex import Regex
from docgen.schema.names import comparable_name

_NAMED = Regex(
    r"(?:\*\*|`)(?P<name>[A-Za-z]\w{0,60})(?:\*\*|`)\s+"
    r"(?:(?:optional|required|string|Boolean|boolean)\s+){0,2}(?:parameter|property)\b"
)
_SENTENCE = Regex(r"(?:[^.]|\.(?!\s|$))+")
_OF_NONE = Regex(r"\b(?:not|never|response)\b|n['\u2019]t\b", re.IGNORECASE)
"""Words of a sentence about members that are not sent."""


def with_members(
    body: BodyDeclaration | None,
    sections: Sequence[RoleSection],
    rows: Sequence[ParameterDeclaration],
    examples: Sequence[ExampleDeclaration],
) -> BodyDeclaration | None:
    """Return a declaration of a body with what examples and its section tell of its members."""
    known = body or next(_declarations(sections), None)
    if known is None or known.wrapper or known.kind in ("type", "none", "bytes"):
        return body
    names = {comparable_name(one.name) for one in rows if one.section == "body"}
    if not names:
        shown = tuple(_shown(sections))
        return replace(known, shown=shown) if shown else body
    wrapper = _wrapper(names, examples)
    if wrapper is None:
        return body
    name, is_collection = wrapper
    return replace(known, wrapper=name, wraps_items=is_collection)


def _declarations(sections: Sequence[RoleSection]) -> Iterator[BodyDeclaration]:
    """Return a declaration for each title of a section without prose."""
    for one in sections:
        if one.role is Role.BODY and one.section.heading:
            span = one.section.heading.content.span
            yield BodyDeclaration(kind="unknown", type=None, span=span)


def _wrapper(
    names: set[str], examples: Sequence[ExampleDeclaration]
) -> tuple[str, bool] | None:
    """Return the member that all examples send alone, and whether it is an array."""
    requests = [one.example.request for one in examples if one.example.request]
    sent = [_object(one.body) for one in requests if one.is_json and one.body]
    members = {name for one in sent for name in one}
    if len(members) != 1 or not all(sent):
        return None
    (name,) = members
    if comparable_name(name) in names:
        return None
    values = [one[name] for one in sent]
    items = [
        each for one in values for each in (one if isinstance(one, list) else [one])
    ]
    inner = {
        comparable_name(str(key))
        for one in items
        if isinstance(one, dict)
        for key in one
    }
    if names.isdisjoint(inner):
        return None
    return name, all(isinstance(one, list) for one in values)


def _shown(sections: Sequence[RoleSection]) -> Iterator[tuple[str, ValueKind]]:
    found = [one.section for one in sections if one.role is Role.BODY]
    shown: dict[str, ValueKind] = {}
    for members in (_object(json_text(one)) for each in found for one in _blocks(each)):
        if not shown or not shown.keys().isdisjoint(members):
            shown |= {name: value_kind(value) for name, value in members.items()}
    if not shown:
        texts = (text for section in found for text in prose_blocks(section))
        for text in texts:
            for name in _names(text.source[:MAX_PROSE]):
                shown.setdefault(name, "none")
    yield from shown.items()


def _names(text: str) -> Iterator[str]:
    """Return what prose calls a parameter or a property of the body."""
    for sentence in _SENTENCE.finditer(text):
        if not _OF_NONE.search(sentence[0]):
            for named in _NAMED.finditer(sentence[0]):
                yield named["name"]


def _blocks(section: Section) -> Iterator[str]:
    """Return the code blocks of a section, without those that show an object of a type."""
    is_object = False
    for block in section.blocks:
        if isinstance(block, Annotation):
            annotation = json_object(block.json)
            is_object = not annotation.keys().isdisjoint(TYPE_KEYS)
        elif isinstance(block, Fence):
            if not is_object:
                yield block.body.strip()
            is_object = False


def _object(text: str | None) -> Mapping[str, object]:
    """Return a JSON object, empty for any other text."""
    try:
        content: object = msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
