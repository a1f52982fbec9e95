"""The CSDL element of an enum type.

In CSDL either all members of an enum type have a value or none, and all members of flags have one
(CSDL 4.0, 10.2.2). If a page declares only some values, the other members get the next free
numbers, which are powers of two for flags. An enum type without members is exported as a string.
"""

from collections.abc import Iterator, Sequence
from itertools import count, repeat

from docgen.export.csdl.content import is_simple_identifier
from docgen.export.csdl.xml import (
    XmlElement,
    deprecated,
    description_element,
    element,
    long_description,
)
from docgen.schema.model import EnumType, Member
from docgen.schema.names import short_name

_LARGEST_INT32 = 2**31 - 1
_LARGEST_INT64 = 2**63 - 1
_MAX_FLAGS = 63


def exported_members(one: EnumType) -> tuple[Member, ...]:
    """Return the members whose names CSDL allows."""
    return tuple(member for member in one.members if is_simple_identifier(member.name))


def enum_element(one: EnumType) -> XmlElement:
    """Return the element of an enum type."""
    members = exported_members(one)
    annotations = (
        *description_element(one.description),
        *long_description(tuple(_notes(one))),
        *deprecated(one.deprecated),
    )
    name = short_name(one.name)
    if not members:
        string = {"Name": name, "UnderlyingType": "Edm.String"}
        return element("TypeDefinition", string, *annotations)
    values = _values(one, members)
    attributes = {
        "Name": name,
        "UnderlyingType": _underlying_type(values),
        "IsFlags": "true" if _can_be_flags(one, members) else None,
    }
    strings = map(str, values) if values else repeat(None)
    return element(
        "EnumType",
        attributes,
        *annotations,
        *(_member(*pair) for pair in zip(members, strings, strict=False)),
    )


def _values(one: EnumType, members: Sequence[Member]) -> list[int]:
    """Return the value of each member; an empty list if values can be omitted."""
    declared = [_valid_value(member.value) for member in members]
    is_flags = _can_be_flags(one, members)
    if not is_flags and all(value is None for value in declared):
        return []
    numbers = (1 << bit for bit in range(_MAX_FLAGS)) if is_flags else count()
    used = frozenset(declared)
    free = (number for number in numbers if number not in used)
    return [next(free) if value is None else value for value in declared]


def _can_be_flags(one: EnumType, members: Sequence[Member]) -> bool:
    is_negative = any(
        member.value is not None and member.value < 0 for member in members
    )
    return one.flags and not is_negative and len(members) <= _MAX_FLAGS


def _valid_value(value: int | None) -> int | None:
    is_valid = value is not None and abs(value) <= _LARGEST_INT64
    return value if is_valid else None


def _underlying_type(values: Sequence[int]) -> str | None:
    is_small = all(abs(value) <= _LARGEST_INT32 for value in values)
    return None if is_small else "Edm.Int64"


def _member(member: Member, value: str | None) -> XmlElement:
    description = description_element(member.description)
    return element("Member", {"Name": member.name, "Value": value}, *description)


def _notes(one: EnumType) -> Iterator[str]:
    """Yield descriptions of what the element can't express."""
    members = exported_members(one)
    for member in one.members:
        if not is_simple_identifier(member.name):
            about = f": {member.description}" if member.description else "."
            yield f"Has `{member.name}` too{about}"
    if one.flags and not _can_be_flags(one, members):
        yield "A value may name several members."
