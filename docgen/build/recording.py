"""Mappings and sets that record which of their keys are looked up."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

K = TypeVar("K", bound=str)
V = TypeVar("V")


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
