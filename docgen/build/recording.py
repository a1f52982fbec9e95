"""Record what is looked up about other types while a type is lowered.

Most lookups are of a single property, so they are recorded one by one: a new property of a type
concerns only the types that looked up its name. Which types there are, and which of them are enum
types, is part of `NamesRecord.key`; if that changes, all types are lowered, so that this needs no
recording.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.build.memo import digest_of
from docgen.python.documented.model import NO_EXAMPLES, ExamplePages
from docgen.python.layout import Layout
from docgen.python.lower import LoweringContext, lowering_context
from docgen.python.signatures.context import UrlFacts
from docgen.python.type_facts import TypeFacts
from docgen.schema.model import Property, QualifiedName, Schema, Source, WireName
from docgen.schema.names import MAX_NAME_LENGTH

K = TypeVar("K", bound=str)
E = TypeVar("E")
V = TypeVar("V")

_NOWHERE = Source(path="", line=0)
_MODEL_KEYS = ""
"""Recorded like the name of a property where `TypeFacts.with_model_keys` is looked up.

An empty key of a sample is recorded as the same, which only lowers more.
"""


class Lookups(Struct, frozen=True):
    """What was looked up: types as a whole, types whose ancestors were, and single properties.

    `owners` are the types of these properties, and `properties` their names. The sets are filled
    and cleared for each type, because the context that is used for all types has them.
    """

    types: set[str] = field(default_factory=set)
    lineages: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    properties: set[str] = field(default_factory=set)

    def clear(self) -> None:
        """Forget all lookups."""
        for one in (self.types, self.lineages, self.owners, self.properties):
            one.clear()

    def add_property(self, owner: str, name: str) -> None:
        """Add a property of a type, whether there is one or not.

        Names that `wire_name` refuses are left out: no property has one.
        """
        self.owners.add(owner)
        if name.isprintable() and len(name) <= MAX_NAME_LENGTH:
            self.properties.add(name)


def recording_context(
    schema: Schema,
    layout: Layout,
    facts: TypeFacts,
    urls: UrlFacts,
    lookups: Lookups,
    examples: ExamplePages = NO_EXAMPLES,
) -> LoweringContext:
    """Return a context that adds to `lookups` what is looked up."""

    def add_key(key: object) -> None:
        match key:
            case (str(owner), str(name)):
                lookups.add_property(owner, name)

    def add_model_keys(owner: object) -> None:
        lookups.add_property(str(owner), _MODEL_KEYS)

    numbers = RecordingMapping(facts.lineage.numbers, lookups.lineages)
    recording = replace(
        facts,
        types=RecordingMapping(facts.types, lookups.types),
        lineage=replace(facts.lineage, numbers=numbers),
        declared=RecordingProperties(facts.declared, lookups),
        keys=RecordingSet(facts.keys, add_key),
        field_names=RecordingMapping(facts.field_names, lookups.types),
        values=RecordingMapping(facts.values, lookups.types),
        with_model_keys=RecordingSet(facts.with_model_keys, add_model_keys),
    )
    context = lowering_context(schema, layout, recording, urls, examples)
    enums = RecordingMapping(context.samples.enums, lookups.types)
    return replace(context, samples=replace(context.samples, enums=enums))


def with_ancestors(names: Iterable[str], facts: TypeFacts) -> set[str]:
    """Return types and all their ancestors."""
    found: set[str] = set()
    for name in names:
        current: str | None = name
        while current is not None and current not in found:
            found.add(current)
            type_ = facts.types.get(QualifiedName(current))
            current = type_.base_type if type_ else None
    return found


def property_digests(name: QualifiedName, facts: TypeFacts) -> str:
    """Return a line for each property of a type: its name, and a digest of what lookups return.

    Lookups of single properties return neither positions nor descriptions, so that these concern
    no other type.
    """
    lines: list[str] = []
    if name in facts.with_model_keys:
        lines.append(f"{_MODEL_KEYS}\t")
    declared = facts.declared.get(name, {})
    type_ = facts.types.get(name)
    for wire_name in dict.fromkeys((*declared, *(type_.key if type_ else ()))):
        one = declared.get(wire_name)
        is_key = (name, wire_name) in facts.keys
        digest = digest_of(_looked_up(one) if one else None, is_key)
        lines.append(f"{wire_name}\t{digest.hex()}")
    return "\n".join(lines)


def has_model_keys(digests: str) -> bool:
    """Return whether the type with these `property_digests` is one `with_model_keys`."""
    return digests.startswith(f"{_MODEL_KEYS}\t")


def changed_properties(last: str, now: str) -> frozenset[str]:
    """Return the names of the properties whose digests are different."""
    changed = {*last.split("\n")} ^ {*now.split("\n")}
    return frozenset(line.partition("\t")[0] for line in changed)


def _looked_up(one: Property) -> Property:
    """Return what a lookup of a property returns."""
    return replace(one, source=_NOWHERE, sources=(), description=None)


class RecordingMapping(Mapping[K, V]):
    """A mapping that adds every key whose value is looked up to `keys_used`."""

    def __init__(self, inner: Mapping[K, V], keys_used: set[str]) -> None:
        self._inner, self._keys_used = inner, keys_used

    def __getitem__(self, key: K) -> V:
        value = self._inner[key]
        self._keys_used.add(key)
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._inner

    def __iter__(self) -> Iterator[K]:
        self._keys_used.update(self._inner)
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


class RecordingSet(AbstractSet[E]):
    """A set that calls `record` with every element whose membership is tested."""

    def __init__(self, inner: AbstractSet[E], record: Callable[[object], None]) -> None:
        self._inner, self._record = inner, record

    def __contains__(self, element: object) -> bool:
        self._record(element)
        return element in self._inner

    def __iter__(self) -> Iterator[E]:
        for element in self._inner:
            self._record(element)
            yield element

    def __len__(self) -> int:
        return len(self._inner)


class RecordingProperties(Mapping[QualifiedName, Mapping[WireName, Property]]):
    """The properties of types; it adds the types and the names that are looked up to `lookups`."""

    def __init__(
        self,
        inner: Mapping[QualifiedName, Mapping[WireName, Property]],
        lookups: Lookups,
    ) -> None:
        self._inner, self._lookups = inner, lookups

    def __getitem__(self, name: QualifiedName) -> Mapping[WireName, Property]:
        return _RecordingType(name, self._inner[name], self._lookups)

    def __iter__(self) -> Iterator[QualifiedName]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


class _RecordingType(Mapping[WireName, Property]):
    """The properties of one type. A single one is returned as `property_digests` has it."""

    def __init__(
        self, name: str, inner: Mapping[WireName, Property], lookups: Lookups
    ) -> None:
        self._name, self._inner, self._lookups = name, inner, lookups

    def __getitem__(self, name: WireName) -> Property:
        self._lookups.add_property(self._name, name)
        return _looked_up(self._inner[name])

    def __iter__(self) -> Iterator[WireName]:
        self._lookups.types.add(self._name)
        return iter(self._inner)

    def __len__(self) -> int:
        self._lookups.types.add(self._name)
        return len(self._inner)

    def values(self) -> ValuesView[Property]:
        """Return all properties, with positions and descriptions."""
        self._lookups.types.add(self._name)
        return self._inner.values()
