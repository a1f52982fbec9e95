"""Keys: a type and the rows of all types above it in, the type with its own key settled out.

A key that an ancestor has is not stated again. A key that no row and no ancestor declares becomes
a property, a string; a complex type has no key.
"""

from collections.abc import Container

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.parts import StructuredGroup, StructuredPart
from docgen.schema.edm import STRING
from docgen.schema.model import (
    Property,
    StructuredType,
    TypeReference,
    WireName,
    source_of,
)


def with_key(
    keyed: StructuredType,
    above: Container[WireName],
    group: StructuredGroup,
    is_inherited: bool,
) -> Result[StructuredType]:
    """Settle the key of a type, and declare what neither it nor `above` has a row for."""
    if not keyed.key or is_inherited:
        return Result(replace(keyed, key=()))
    part = next(p for p in group.parts if p.declaration.key == keyed.key)
    if keyed.kind == "complex":
        return Result(replace(keyed, key=()), (_no_entity(keyed, part),))
    own = {row.name for row in (*keyed.properties, *keyed.navigation_properties)}
    lacking = [name for name in keyed.key if name not in own and name not in above]
    new = (_property(part, name) for name in lacking)
    reported = tuple(_undeclared(part, name) for name in lacking)
    return Result(replace(keyed, properties=(*new, *keyed.properties)), reported)


def _no_entity(keyed: StructuredType, part: StructuredPart) -> Diagnostic:
    name = keyed.key[0]
    message = (
        f"key `{name}` has no row, and `{keyed.name}` is not an entity type; "
        "used no key"
    )
    advice = "remove `keyProperty`, or add a row"
    span = part.declaration.key_span
    return diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _property(part: StructuredPart, name: WireName) -> Property:
    source = source_of(part.path, part.declaration.key_span)
    return Property(name=name, type=TypeReference(name=STRING), source=source)


def _undeclared(part: StructuredPart, name: WireName) -> Diagnostic:
    message = f"key `{name}` has no row; used the type `String`"
    advice = f"add a row for `{name}` below `## Properties`"
    span = part.declaration.key_span
    return diagnostic(Code.UNDECLARED_KEY, message, part.path, span, advice)
