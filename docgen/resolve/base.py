"""The base of a type: a name as a page states it in, the type that it means out."""

from msgspec import Struct

from docgen.extract.type_expression import TypeName
from docgen.resolve.naming import Naming
from docgen.resolve.parts import StructuredPart, declared_name
from docgen.resolve.references import Reference, reference
from docgen.schema.model import QualifiedName

LAZY_BASE = "entity"
"""The short name of a base that says no more than that the type has a key."""


class Base(Struct, frozen=True, kw_only=True):
    """The base that pages state; `is_stated` is true too where they state that there is none."""

    name: QualifiedName | None = None
    is_stated: bool = False


def referred_base(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    """Find the type that a part names as a base."""
    if name is None:
        return None
    return reference(naming.index, part.path, part.declaration.namespace, name)


def declared_base(
    naming: Naming, part: StructuredPart, name: TypeName | None
) -> Reference | None:
    """Find the type that a part names as a base, if a page declares it and it is another."""
    found = referred_base(naming, part, name)
    if not found or not found.is_declared or found.name == declared_name(part):
        return None
    return found
