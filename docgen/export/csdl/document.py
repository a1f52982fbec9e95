"""The document: write a schema as CSDL 4.0 XML, with a `Schema` element for each namespace.

The document is well-formed, every name in it is an identifier, every reference resolves, and
inherited properties are not declared again. Types are sorted by name.

Actions and functions are those of API pages, after the types. CSDL can't express positions on
pages, annotations and samples, nor requests, permissions and examples.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import assert_never

from docgen.export.csdl.content import (
    CORE,
    VALIDATION,
    ExportedTypes,
    HierarchyFacts,
    exported_types,
    hierarchy_facts,
)
from docgen.export.csdl.enums import enum_element
from docgen.export.csdl.operation_elements import call_element
from docgen.export.csdl.operations import (
    BoundCall,
    documented_calls,
    exported_calls,
)
from docgen.export.csdl.structured import structured_element, undeclared_element
from docgen.export.csdl.xml import (
    XmlElement,
    document_text,
    element,
    long_description,
)
from docgen.schema.model import EnumType, QualifiedName, Schema, StructuredType, Type
from docgen.schema.names import DEFAULT_NAMESPACE, namespace

_EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
_EDM = "http://docs.oasis-open.org/odata/ns/edm"
_VOCABULARIES = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies"


def to_csdl(schema: Schema) -> str:
    """Return the schema as a CSDL document."""
    documented = documented_calls(schema)
    referenced = (one.name for call in documented for one in call.types)
    exported = exported_types(schema, referenced)
    found = exported_calls(exported, documented)
    omitted = [one.name for one in schema.types if one.name not in exported.types]
    notes = (
        *(f"`{name}` is a type too." for name in omitted),
        *(f"`{request}` is an operation too." for request in found.omitted),
    )
    services = element("edmx:DataServices", {}, *_schemas(exported, found.calls, notes))
    references = (_reference(name) for name in (CORE, VALIDATION))
    version = {"Version": "4.0", "xmlns:edmx": _EDMX}
    return document_text(element("edmx:Edmx", version, *references, services))


def _reference(vocabulary: str) -> XmlElement:
    uri = {"Uri": f"{_VOCABULARIES}/{vocabulary}.xml"}
    include = element("edmx:Include", {"Namespace": vocabulary})
    return element("edmx:Reference", uri, include)


def _schemas(
    exported: ExportedTypes, calls: Sequence[BoundCall], notes: Sequence[str]
) -> Iterator[XmlElement]:
    by_namespace: dict[str, list[XmlElement]] = defaultdict(list)
    for name, one in sorted(_types(exported)):
        by_namespace[namespace(name)].append(one)
    for call in calls:
        by_namespace[call.namespace].append(call_element(call))
    for space in sorted(by_namespace) or [DEFAULT_NAMESPACE]:
        attributes = {"Namespace": space, "xmlns": _EDM}
        yield element(
            "Schema", attributes, *long_description(notes), *by_namespace[space]
        )
        notes = ()


def _types(exported: ExportedTypes) -> Iterator[tuple[QualifiedName, XmlElement]]:
    facts = hierarchy_facts(exported)
    for name, kind in exported.undeclared.items():
        yield name, undeclared_element(name, kind)
    for name, one in exported.types.items():
        yield name, _type(exported, facts, one)


def _type(exported: ExportedTypes, facts: HierarchyFacts, one: Type) -> XmlElement:
    match one:
        case StructuredType():
            return structured_element(exported, facts, one)
        case EnumType():
            return enum_element(one)
        case _:
            assert_never(one)
