"""Enum types in JSON: an `EnumType` in, a JSON Schema of texts out.

A closed type is its members; an open one takes any text beside them, and flags are members joined
by commas. Members that a page describes stand one by one, for only so can each have its text.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.schema.model import EnumType, Member

_SPECIAL = re.compile(r"[\^$\\.*+?()\[\]{}|/]")
"""What a regular expression of ECMA-262 reads as something else than itself."""


def enum_schema(one: EnumType) -> dict[str, object]:
    """Return what a value of an enum type looks like."""
    branches = list(_branches(one))
    if len(branches) == 1:
        return {"type": "string", **branches[0]}
    return {"type": "string", "anyOf": branches} if branches else {"type": "string"}


def listed(values: Sequence[str]) -> dict[str, object]:
    """Return what a text looks like for which a page lists values, perhaps not all."""
    return {"type": "string", "anyOf": [{"enum": list(values)}, {"type": "string"}]}


def _branches(one: EnumType) -> Iterator[dict[str, object]]:
    if not one.members:
        return
    if any(member.description for member in one.members):
        yield from map(_described, one.members)
    else:
        yield {"enum": [member.name for member in one.members]}
    if one.flags:
        yield {"pattern": _several(one.members)}
    if one.open:
        yield {"type": "string"}


def _described(member: Member) -> dict[str, object]:
    about = {"description": member.description} if member.description else {}
    return {"const": member.name, **about}


def _several(members: Sequence[Member]) -> str:
    name = "|".join(_SPECIAL.sub(r"\\\g<0>", member.name) for member in members)
    return f"^(?:{name})(?:, ?(?:{name}))*$"
