"""Changes: what differs between two versions of a page set."""

from enum import StrEnum

from msgspec import Struct

from docgen.schema.model import QualifiedName, Source


class Category(StrEnum):
    """What a change affects, the most important first."""

    WIRE = "WIRE"
    """What is sent or received."""
    SOURCE = "SOURCE"
    """Python code only: names and annotations."""
    DOCS = "DOCS"
    """What people read, and what pages did not say before."""


class Change(Struct, frozen=True, kw_only=True, array_like=True):
    """One difference between two versions.

    `kind` is a subject with what happened to it: `property-added`, `url-removed`. `fact` is what
    differs of a subject that changed: `type`, `description`. `type` is the new name of the type,
    that of a removed one, or `None` for an operation that belongs to no type. `member` is the name
    of a property, of a member or of an operation; for a part of an operation that of the operation,
    a space, and the part: `list $filter`, `list GET /teams`. `old` and `new` are the positions in
    both versions; one of them may be missing.

    `was` is the old name of what changed: a type, or a type and a member, joined by a dot; of what
    was added to a type, that type. `uses` and `possible_uses` are the lines of Python that use it,
    if they were searched; of possible uses the type is not known.
    """

    kind: str
    fact: str
    type: QualifiedName | None
    member: str | None
    category: Category
    breaking: bool
    message: str
    old: Source | None
    new: Source | None
    was: str = ""
    uses: tuple[Source, ...] = ()
    possible_uses: tuple[Source, ...] = ()
