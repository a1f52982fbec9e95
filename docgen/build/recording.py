"""Record the types whose facts are looked up while a type is lowered."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from msgspec.structs import replace

from docgen.python.documented.model import NO_EXAMPLES, ExamplePages
from docgen.python.layout import Layout
from docgen.python.lower import LoweringContext, lowering_context
from docgen.python.signatures.context import UrlFacts
from docgen.python.type_facts import TypeFacts
from docgen.schema.model import QualifiedName, Schema

K = TypeVar("K", bound=str)
V = TypeVar("V")


def recording_context(
    schema: Schema,
    layout: Layout,
    facts: TypeFacts,
    urls: UrlFacts,
    used: set[str],
    lineages: set[str],
    examples: ExamplePages = NO_EXAMPLES,
) -> LoweringContext:
    """Return a context that adds types whose facts are looked up to `used`.

    Types whose ancestors are looked up are added to `lineages`.
    """
    numbers = RecordingMapping(facts.lineage.numbers, lineages)
    recording = replace(
        facts,
        types=RecordingMapping(facts.types, used),
        lineage=replace(facts.lineage, numbers=numbers),
        declared=RecordingMapping(facts.declared, used),
        field_names=RecordingMapping(facts.field_names, used),
        values=RecordingMapping(facts.values, used),
        with_model_keys=RecordingSet(facts.with_model_keys, used),
    )
    context = lowering_context(schema, layout, recording, urls, examples)
    types = RecordingMapping(context.samples.types, used)
    return replace(context, samples=replace(context.samples, types=types))


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


class RecordingMapping(Mapping[K, V]):
    """A mapping that adds every key that is looked up, present or not, to `keys_used`."""

    def __init__(self, inner: Mapping[K, V], keys_used: set[str]) -> None:
        self._inner, self._keys_used = inner, keys_used

    def __getitem__(self, key: K) -> V:
        self._keys_used.add(key)
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        self._keys_used.update(self._inner)
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


class RecordingSet(AbstractSet[K]):
    """A set that adds every name whose membership is tested to `keys_used`."""

    def __init__(self, inner: AbstractSet[K], keys_used: set[str]) -> None:
        self._inner, self._keys_used = inner, keys_used

    def __contains__(self, name: object) -> bool:
        if isinstance(name, str):
            self._keys_used.add(name)
        return name in self._inner

    def __iter__(self) -> Iterator[K]:
        self._keys_used.update(self._inner)
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)
