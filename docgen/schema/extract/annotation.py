"""The annotation of a resource: the JSON of a comment in, what it says of the type out."""

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from docgen.markdown.page import Annotation, Section
from docgen.schema.model import QualifiedName, WireName
from docgen.schema.names import property_name, qualified_name
from docgen.source import Span

_TYPE_KEYS = ("@odata.type", "@type")
_PAGE_ANNOTATION = re.compile(
    r'"#page\.annotation"[^{}]{0,2000}?"namespace"\s{0,9}:\s{0,9}"([\w.]{1,500})"'
)
_SEPARATORS = re.compile(r"[,;\s]+")


class ResourceAnnotation(Struct, frozen=True, kw_only=True):
    """What an annotation says. `base` is empty where it says that there is none."""

    is_resource: bool
    name: QualifiedName | None
    written_name: str | None
    base: str | None
    keys: tuple[WireName, ...]
    abstract: bool
    open: bool
    json: str
    span: Span
    places: dict[str, Span]


def resource_annotation(sections: tuple[Section, ...]) -> ResourceAnnotation | None:
    """Give the first annotation that describes a resource, else one that only names a type."""
    found = list(_annotations(sections))
    for wanted in ("resource", "ignored"):
        for annotation, content in found:
            is_named = wanted == "resource" or _type_name(content) is not None
            if str(content.get("blockType")).lower() == wanted and is_named:
                return _read(annotation, content)
    return None


def page_namespace(text: str) -> str | None:
    """Give the namespace that the `#page.annotation` of a page states."""
    match = _PAGE_ANNOTATION.search(text) if "#page.annotation" in text else None
    return match[1] if match else None


def block_types(sections: tuple[Section, ...]) -> frozenset[str]:
    """Give the `blockType` of every annotation, in lower case."""
    return frozenset(
        str(content.get("blockType")).lower() for _, content in _annotations(sections)
    )


def _annotations(
    sections: tuple[Section, ...],
) -> Iterator[tuple[Annotation, dict[str, object]]]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Annotation) and (content := json_object(block.json)):
                yield block, content


def json_object(text: str) -> dict[str, object]:
    """Give a JSON object as a dictionary; an empty one where `text` is none."""
    try:
        value: object = msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return {}
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else {}


def _read(annotation: Annotation, content: dict[str, object]) -> ResourceAnnotation:
    base = content.get("baseType", "absent")
    return ResourceAnnotation(
        is_resource=str(content.get("blockType")).lower() == "resource",
        name=_type_name(content),
        written_name=_written_name(content),
        base=None if base == "absent" else (_text(base) or "").lstrip("#"),
        keys=_keys(_text(content.get("keyProperty"))),
        abstract=any(_is_true(content.get(key)) for key in ("abstract", "isAbstract")),
        open=any(_is_true(content.get(key)) for key in ("openType", "isOpen")),
        json=annotation.json,
        span=annotation.span,
        places=dict(annotation.keys),
    )


def _type_name(content: dict[str, object]) -> QualifiedName | None:
    return qualified_name(_written_name(content) or "")


def _written_name(content: dict[str, object]) -> str | None:
    texts = (_text(content.get(key)) for key in _TYPE_KEYS)
    return next((text.lstrip("#") for text in texts if text), None)


def name_span(annotation: ResourceAnnotation) -> Span:
    """Give the place of the key that names the type, or of the annotation."""
    places = (annotation.places.get(key) for key in _TYPE_KEYS)
    return next((place for place in places if place), annotation.span)


def other_names(
    sections: tuple[Section, ...], taken: ResourceAnnotation
) -> Iterator[tuple[QualifiedName, Span]]:
    """Give the names in other annotations of a resource, with the places of these."""
    for annotation, content in _annotations(sections):
        name = _type_name(content)
        is_resource = str(content.get("blockType")).lower() == "resource"
        if is_resource and name and name != taken.name:
            yield name, annotation.span


def _keys(text: str | None) -> tuple[WireName, ...]:
    names = (property_name(word) for word in _SEPARATORS.split(text or "") if word)
    return tuple(name for name in names if name)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.lower() == "true")
