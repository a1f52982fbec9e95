"""Base classes of enums, which keep unknown values."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

Reduced: TypeAlias = tuple[Callable[[str], Any], tuple[str]]
"""The result of `__reduce_ex__`: a copied or pickled value is read from its string."""


class OpenEnum(StrEnum):
    """An enum that keeps unknown values; a value is a string and compares like one."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls._unknown(value) if isinstance(value, str) else None

    @classmethod
    def _unknown(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @classmethod
    def read(cls, value: str) -> Self:
        """Return the member for a known or unknown value; the enum may be empty."""
        member = cls._value2member_map_.get(value)
        return member if isinstance(member, cls) else cls._unknown(value)

    def __reduce_ex__(self, protocol: object) -> Reduced:
        return self.read, (self._value_,)

    @property
    def is_known(self) -> bool:
        """Whether the value is that of a declared member."""
        return self._value_ in type(self)._value2member_map_


class FlagsEnum(OpenEnum):
    """An enum whose value can name several members, separated by commas.

    `A | B` joins values, `A in value` tests for one, and iteration yields each. The
    string is kept as it was read.
    """

    @property
    def parts(self) -> tuple[str, ...]:
        """The named values, known or not."""
        parts = (part.strip() for part in self._value_.split(","))
        return tuple(part for part in parts if part)

    @property
    def is_known(self) -> bool:
        """Whether every value is that of a declared member."""
        return all(part in type(self)._value2member_map_ for part in self.parts)

    def __iter__(self) -> Iterator[Self]:
        return map(self.read, self.parts)

    def __contains__(self, value: object) -> bool:
        values = value.split(",") if isinstance(value, str) else ()
        return bool(values) and {part.strip() for part in values} <= {*self.parts}

    def __or__(self, other: str) -> Self:
        both = self.read(f"{self},{other}")
        return self.read(",".join(dict.fromkeys(both.parts)))
