"""Parse the annotation of a resource, the JSON in an HTML comment that describes its type."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from docgen.markdown.page import Annotation, Section
from docgen.regex import Regex
from docgen.schema.model import QualifiedName, WireName
from docgen.schema.names import property_name, qualified_name, short_name
from docgen.source import Span

HTTP_BLOCKS = frozenset({"request", "response"})
"""Values of `blockType` in the annotations of API pages."""

_RESOURCE = "resource"
_TYPE_KEYS = ("@odata.type", "@type")
_PAGE_ANNOTATION = Regex(
    r'"#page\.annotation"[^{}]{0,2000}?"namespace"\s{0,9}:\s{0,9}"([\w.]{1,500})"'
)
_SEPARATORS = Regex(r"[,;\s]+")


class ParsedAnnotation(Struct, frozen=True, kw_only=True):
    """An annotation of any `blockType`, and its JSON as a dictionary."""

    annotation: Annotation
    content: dict[str, object]

    @property
    def block_type(self) -> str:
        """What the annotation describes, in lower case: `resource`, `request` …."""
        return str(self.content.get("blockType")).lower()

    @property
    def type_name(self) -> QualifiedName | None:
        """The name of the type, if it is valid."""
        return qualified_name(self.written_name or "")

    @property
    def written_name(self) -> str | None:
        """The name of the type as it is written, without `#`."""
        names = (_string(self.content.get(key)) for key in _TYPE_KEYS)
        return next((name.lstrip("#") for name in names if name), None)


class OtherName(Struct, frozen=True, kw_only=True):
    """The name of a type in a further annotation of a resource, which is not used."""

    name: QualifiedName
    span: Span


class ResourceAnnotation(Struct, frozen=True, kw_only=True):
    """The annotation that describes the type of a chapter.

    `base` is empty if `baseType` is empty, and `None` without `baseType`. `spans` has the span of
    each key. `others` are the names in further annotations of resources.
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
    spans: dict[str, Span]
    others: tuple[OtherName, ...]

    @property
    def name_span(self) -> Span:
        """The span of the key that names the type, or else the span of the annotation."""
        spans = (self.spans.get(key) for key in _TYPE_KEYS)
        return next((span for span in spans if span), self.span)

    @property
    def base_span(self) -> Span:
        """The span of `baseType`, or else the span of the annotation."""
        return self.spans.get("baseType", self.span)


def parsed_annotations(sections: Iterable[Section]) -> tuple[ParsedAnnotation, ...]:
    """Return the annotations in some sections whose JSON object is not empty."""
    return tuple(
        ParsedAnnotation(annotation=block, content=content)
        for section in sections
        for block in section.blocks
        if isinstance(block, Annotation) and (content := json_object(block.json))
    )


def resource_annotation(
    annotations: Sequence[ParsedAnnotation], title: str = ""
) -> ResourceAnnotation | None:
    """Return the annotation of a resource, else the first `ignored` one that names a type.

    Of several, it is the first one with the name in the title, or else the first one.
    """
    resources = [one for one in annotations if one.block_type == _RESOURCE]
    ignored = (one for one in annotations if one.block_type == "ignored")
    of_title = (
        one
        for one in resources
        if title and short_name(one.type_name or "").lower() == title.lower()
    )
    used = next(of_title, None) or next(
        iter((*resources, *(one for one in ignored if one.type_name))), None
    )
    return _resource(used, annotations) if used else None


def annotated_namespace(text: str) -> str | None:
    """Return the namespace in the `#page.annotation` of a page."""
    match = _PAGE_ANNOTATION.search(text) if "#page.annotation" in text else None
    return match[1] if match else None


def json_object(text: str) -> dict[str, object]:
    """Return a JSON object as a dictionary; an empty one if `text` is not a JSON object."""
    try:
        value: object = msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return {}
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else {}


def _resource(
    used: ParsedAnnotation, annotations: Iterable[ParsedAnnotation]
) -> ResourceAnnotation:
    content = used.content
    base = (_string(content.get("baseType")) or "").lstrip("#")
    return ResourceAnnotation(
        is_resource=used.block_type == _RESOURCE,
        name=used.type_name,
        written_name=used.written_name,
        base=base if "baseType" in content else None,
        keys=_keys(_string(content.get("keyProperty"))),
        abstract=any(_is_true(content.get(key)) for key in ("abstract", "isAbstract")),
        open=any(_is_true(content.get(key)) for key in ("openType", "isOpen")),
        json=used.annotation.json,
        span=used.annotation.span,
        spans=dict(used.annotation.keys),
        others=tuple(_other_names(annotations, used.type_name)),
    )


def _other_names(
    annotations: Iterable[ParsedAnnotation], used: QualifiedName | None
) -> Iterator[OtherName]:
    for one in annotations:
        if one.block_type == _RESOURCE and one.type_name and one.type_name != used:
            yield OtherName(name=one.type_name, span=one.annotation.span)


def _keys(text: str | None) -> tuple[WireName, ...]:
    names = (property_name(word) for word in _SEPARATORS.split(text or "") if word)
    return tuple(dict.fromkeys(name for name in names if name))


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.lower() == "true")
