"""The annotation of a resource: the JSON of a comment in, what it says of the type out."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from docgen.markdown.page import Annotation, Section
from docgen.schema.model import QualifiedName, WireName
from docgen.schema.names import property_name, qualified_name
from docgen.source import Span

_RESOURCE = "resource"
_TYPE_KEYS = ("@odata.type", "@type")
_PAGE_ANNOTATION = re.compile(
    r'"#page\.annotation"[^{}]{0,2000}?"namespace"\s{0,9}:\s{0,9}"([\w.]{1,500})"'
)
_SEPARATORS = re.compile(r"[,;\s]+")


class ReadAnnotation(Struct, frozen=True, kw_only=True):
    """An annotation of any `blockType`, and its JSON as a dictionary."""

    annotation: Annotation
    content: dict[str, object]

    @property
    def block_type(self) -> str:
        """What the annotation describes, in lower case: `resource`, `request` …."""
        return str(self.content.get("blockType")).lower()


class OtherName(Struct, frozen=True, kw_only=True):
    """The name of a type in another annotation than the one that was taken."""

    name: QualifiedName
    span: Span


class ResourceAnnotation(Struct, frozen=True, kw_only=True):
    """What an annotation says. `base` is empty where it says that there is none.

    `others` are the names that further annotations of resources give.
    """

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
    others: tuple[OtherName, ...]


def read_annotations(sections: Iterable[Section]) -> tuple[ReadAnnotation, ...]:
    """Return every annotation of some sections whose JSON says something."""
    return tuple(
        ReadAnnotation(annotation=block, content=content)
        for section in sections
        for block in section.blocks
        if isinstance(block, Annotation) and (content := json_object(block.json))
    )


def resource_annotation(found: Sequence[ReadAnnotation]) -> ResourceAnnotation | None:
    """Return the first annotation that describes a resource, else one that only names a type."""
    for wanted in (_RESOURCE, "ignored"):
        for one in found:
            is_named = wanted == _RESOURCE or _type_name(one.content) is not None
            if one.block_type == wanted and is_named:
                return _resource(one, found)
    return None


def page_namespace(text: str) -> str | None:
    """Return the namespace that the `#page.annotation` of a page states."""
    match = _PAGE_ANNOTATION.search(text) if "#page.annotation" in text else None
    return match[1] if match else None


def json_object(text: str) -> dict[str, object]:
    """Return a JSON object as a dictionary; an empty one where `text` is none."""
    try:
        value: object = msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return {}
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else {}


def _resource(
    taken: ReadAnnotation, found: Iterable[ReadAnnotation]
) -> ResourceAnnotation:
    annotation, content = taken.annotation, taken.content
    base = content.get("baseType", "absent")
    return ResourceAnnotation(
        is_resource=taken.block_type == _RESOURCE,
        name=_type_name(content),
        written_name=_written_name(content),
        base=None if base == "absent" else (_text(base) or "").lstrip("#"),
        keys=_keys(_text(content.get("keyProperty"))),
        abstract=any(_is_true(content.get(key)) for key in ("abstract", "isAbstract")),
        open=any(_is_true(content.get(key)) for key in ("openType", "isOpen")),
        json=annotation.json,
        span=annotation.span,
        places=dict(annotation.keys),
        others=tuple(_other_names(found, _type_name(content))),
    )


def _other_names(
    found: Iterable[ReadAnnotation], taken: QualifiedName | None
) -> Iterator[OtherName]:
    for one in found:
        name = _type_name(one.content)
        if one.block_type == _RESOURCE and name and name != taken:
            yield OtherName(name=name, span=one.annotation.span)


def _type_name(content: dict[str, object]) -> QualifiedName | None:
    return qualified_name(_written_name(content) or "")


def _written_name(content: dict[str, object]) -> str | None:
    texts = (_text(content.get(key)) for key in _TYPE_KEYS)
    return next((text.lstrip("#") for text in texts if text), None)


def name_span(annotation: ResourceAnnotation) -> Span:
    """Return the span of the key that names the type, or of the annotation."""
    places = (annotation.places.get(key) for key in _TYPE_KEYS)
    return next((place for place in places if place), annotation.span)


def _keys(text: str | None) -> tuple[WireName, ...]:
    names = (property_name(word) for word in _SEPARATORS.split(text or "") if word)
    return tuple(dict.fromkeys(name for name in names if name))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.lower() == "true")
