"""The document: a `Schema` in, CSDL 4.0 XML out, one schema a namespace.

What the document promises: it is well-formed, every name in it is an identifier, every reference
resolves, and what a type inherits is not declared again. The order is that of names.

What CSDL has no word for is left to the other formats: places on pages, annotations, samples, and
operations, for a Methods table tells neither whether one is a function or an action nor what its
parameters are.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import assert_never

from docgen.export.csdl.content import (
    CORE,
    VALIDATION,
    AncestorIndex,
    ExportedTypes,
    ancestor_index,
    scope,
)
from docgen.export.csdl.enums import enum_element
from docgen.export.csdl.structured import structured_element, undeclared_element
from docgen.export.csdl.xml import XmlElement, document_text, element, unsaid
from docgen.schema.model import EnumType, QualifiedName, Schema, StructuredType, Type
from docgen.schema.names import DEFAULT_NAMESPACE, namespace

_EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
_EDM = "http://docs.oasis-open.org/odata/ns/edm"
_VOCABULARIES = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies"


def to_csdl(schema: Schema) -> str:
    """Return the schema as a CSDL document."""
    found = scope(schema)
    unsayable = [one.name for one in schema.types if one.name not in found.types]
    services = element("edmx:DataServices", {}, *_schemas(found, unsayable))
    references = (_reference(name) for name in (CORE, VALIDATION))
    version = {"Version": "4.0", "xmlns:edmx": _EDMX}
    return document_text(element("edmx:Edmx", version, *references, services))


def _reference(vocabulary: str) -> XmlElement:
    uri = {"Uri": f"{_VOCABULARIES}/{vocabulary}.xml"}
    include = element("edmx:Include", {"Namespace": vocabulary})
    return element("edmx:Reference", uri, include)


def _schemas(
    found: ExportedTypes, unsayable: list[QualifiedName]
) -> Iterator[XmlElement]:
    spaces: dict[str, list[XmlElement]] = defaultdict(list)
    for name, one in sorted(_types(found)):
        spaces[namespace(name)].append(one)
    notes = tuple(f"`{name}` is a type too." for name in unsayable)
    for space in sorted(spaces) or [DEFAULT_NAMESPACE]:
        about = {"Namespace": space, "xmlns": _EDM}
        yield element("Schema", about, *unsaid(notes), *spaces[space])
        notes = ()


def _types(found: ExportedTypes) -> Iterator[tuple[QualifiedName, XmlElement]]:
    from_above = ancestor_index(found)
    for name, kind in found.undeclared.items():
        yield name, undeclared_element(name, kind)
    for name, one in found.types.items():
        yield name, _type(found, from_above, one)


def _type(found: ExportedTypes, from_above: AncestorIndex, one: Type) -> XmlElement:
    match one:
        case StructuredType():
            return structured_element(found, from_above, one)
        case EnumType():
            return enum_element(one)
        case _:
            assert_never(one)
