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

    def __repr__(self) -> str:
        """Return `<Color.RED: 'red'>`; other values than members have no name."""
        if self._value_ in type(self)._value2member_map_:
            return super().__repr__()
        unknown = "" if self.is_known else "unknown value "
        return f"<{type(self).__qualname__}: {unknown}{self._value_!r}>"

    def __reduce_ex__(self, protocol: object) -> Reduced:
        return self.read, (self._value_,)

    @property
    def is_known(self) -> bool:
        """Whether the value is that of a declared member."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return pydantic's schema of an enum, which has none without members."""
        if len(cls):
            return handler(source)
        read = {"type": "no-info", "function": cls.read}
        return {"type": "function-after", "function": read, "schema": handler(str)}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """Return a JSON Schema that allows unknown values."""
        found = handler(schema)
        described = handler.resolve_ref_schema(found)
        if described.pop("enum", None) or described.pop("const", None):
            values = [member._value_ for member in cls]
            described["anyOf"] = [{"enum": values}, {"type": "string"}]
        return found


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
