"""What a build came to, as far as it is told."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from docgen.output.plan import Applied, Plan
from docgen.rebuild.told import Told

T = TypeVar("T")


class Built(Struct, frozen=True, kw_only=True):
    """What was planned and done in the output folder, and what is told of how many pages."""

    plan: Plan
    done: Applied = Applied()
    told: tuple[Told, ...]
    pages: int


class Progress(Protocol):
    """Gives the things that it is given, and tells how many of them were."""

    def __call__(self, things: Sequence[T], doing: str) -> Iterator[T]:
        """Give the things; `doing` says what is done with them."""
        ...
