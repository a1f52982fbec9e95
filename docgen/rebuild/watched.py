"""Mappings and sets that note which of their keys are asked for."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

K = TypeVar("K", bound=str)
V = TypeVar("V")


class Watched(Mapping[K, V]):
    """A mapping that enters every key that is asked for, there or not, into `asked`."""

    def __init__(self, inner: Mapping[K, V], asked: set[str]) -> None:
        self._inner, self._asked = inner, asked

    def __getitem__(self, key: K) -> V:
        self._asked.add(key)
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        self._asked.update(self._inner)
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


class WatchedNames(AbstractSet[K]):
    """A set that enters every name that is asked for into `asked`."""

    def __init__(self, inner: AbstractSet[K], asked: set[str]) -> None:
        self._inner, self._asked = inner, asked

    def __contains__(self, name: object) -> bool:
        if isinstance(name, str):
            self._asked.add(name)
        return name in self._inner

    def __iter__(self) -> Iterator[K]:
        self._asked.update(self._inner)
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)
