"""The type to which an action or a function is bound: the one that the path before it leads to.

The path is followed through the types of the schema: the first segment names a type (`/ships`,
`/me`), each further one a property of the type so far, a type that derives from it, or a documented
function. A placeholder is one entity of a collection. Where the path leads nowhere, an operation is
bound to the type that it belongs to, or to a collection of it if the segment before it is plural.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from docgen.schema.model import (
    ApiOperation,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    TypeReference,
)
from docgen.schema.names import short_name
from docgen.schema.type_graph import base_chain
from docgen.schema.url_segments import Segment, url_segments
from docgen.schema.url_templates import singular_word

_ALIASES = {"me": "user"}
"""First segments that are neither the name of a type nor its plural."""


class Paths(Struct, frozen=True, kw_only=True, dict=True):
    """The types of a schema, prepared for following paths."""

    schema: Schema

    @cached_property
    def types(self) -> Mapping[QualifiedName, StructuredType]:
        """The structured types by name."""
        return {
            one.name: one
            for one in self.schema.types
            if isinstance(one, StructuredType)
        }

    @cached_property
    def _by_word(self) -> Mapping[str, QualifiedName]:
        """The type for each short name in lower case; one of the shortest namespace."""
        names = sorted(self.types, key=lambda name: (name.count("."), name))
        return {short_name(name).lower(): name for name in reversed(names)}

    @cached_property
    def _bases(self) -> Mapping[QualifiedName, QualifiedName]:
        return {one.name: one.base_type for one in self.types.values() if one.base_type}

    @cached_property
    def _derived(self) -> Mapping[QualifiedName, Sequence[QualifiedName]]:
        found: dict[QualifiedName, list[QualifiedName]] = {}
        for name, base in self._bases.items():
            found.setdefault(base, []).append(name)
        return found

    @cached_property
    def _functions(self) -> Mapping[str, TypeReference]:
        """What the documented functions return, by name in lower case."""
        found: dict[str, TypeReference] = {}
        for one in self.schema.operations:
            for request in one.requests[:1] if one.kind == "function" else ():
                last = url_segments(request.path)[-1:]
                if last and last[0].word and one.returns:
                    found.setdefault(short_name(last[0].word).lower(), one.returns)
        return found

    def bound_type(
        self, operation: ApiOperation, before: Sequence[Segment]
    ) -> TypeReference | None:
        """Return the type to which the operation after a path is bound, `None` if unknown."""
        found = self.follow(before)
        if found is not None:
            return found
        if operation.owner not in self.types or operation.owner is None:
            return None
        last = before[-1] if before else None
        is_plural = last is not None and singular_word(last.word) != last.word
        return TypeReference(name=operation.owner, is_collection=is_plural)

    def follow(self, path: Sequence[Segment]) -> TypeReference | None:
        """Return the type that a path leads to, `None` if a segment of it is unknown."""
        at = self._first(path[0].word) if path and path[0].word else None
        for number, segment in enumerate(path):
            if number and segment.word:
                at = self._next(at, segment) if at else None
            if at is None:
                return None
            if segment.placeholders and not segment.is_path:
                at = TypeReference(name=at.name)
        return at

    def has_row(self, type: TypeReference, word: str) -> bool:
        """Return whether a word names a property of a type."""
        rows = () if type.is_collection else self._rows(type.name)
        return any(row.name.lower() == word.lower() for row in rows)

    def _first(self, word: str) -> TypeReference | None:
        """Return the type that the first segment names; only entities are in collections."""
        single = singular_word(word)
        name = self._by_word.get(_ALIASES.get(word.lower(), single.lower()))
        if name is None:
            return None
        is_collection = single != word and self.types[name].kind == "entity"
        return TypeReference(name=name, is_collection=is_collection)

    def _next(self, at: TypeReference, segment: Segment) -> TypeReference | None:
        word = segment.word
        derived = QualifiedName(word)
        if derived in self.types:
            return TypeReference(name=derived, is_collection=at.is_collection)
        for row in self._rows(at.name):
            if row.name.lower() == word.lower():
                return row.type
        return self._functions.get(short_name(word).lower())

    def _rows(self, name: QualifiedName) -> Iterator[Property]:
        """Return the rows of a type, of its ancestors and of the types that derive from it."""
        ancestors = base_chain(name, self._bases)
        for current in (*ancestors, *self._below(name, set(ancestors))):
            one = self.types.get(current)
            yield from one.rows if one else ()

    def _below(
        self, name: QualifiedName, seen: set[QualifiedName]
    ) -> Iterator[QualifiedName]:
        for derived in self._derived.get(name, ()):
            if derived not in seen:
                seen.add(derived)
                yield derived
                yield from self._below(derived, seen)
