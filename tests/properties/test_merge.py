"""The laws of merging, on random edits of people and random changes of pages.

What people wrote stays. A second run changes nothing. A change of a page that is taken back gives
the edited file back: the same syntax tree, comments and order.
"""

from collections import Counter

import pytest
from rewriting import Rewriting
from same_code import same_code

from docgen.diagnostics import Result
from docgen.edits.decision import MergeResult
from docgen.edits.merge import merge
from docgen.pycode import definition_lines, fingerprinted, parse_parts

MODEL = '''\
"""The model of `m.g.ship`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from graph.models.crew import Crew
    from graph.models.port import Port


@dataclass(slots=True, kw_only=True)
class Ship(Entity):
    """A ship.

    See `resources/ship.md`.
    """

    name: str | None = None
    """The name."""

    built: dt.date | None = None
    """When it was built."""

    crew: Crew | None = None

    ports: list[Port] | None = None
    """The ports that it calls at, in the order in which it
    calls at them.
    """
'''
STUB = """\
from dataclasses import dataclass

from graph.models.entity import Entity
from graph.models.port import Port

@dataclass(kw_only=True)
class Ship(Entity):
    name: str | None = None
    crew: str | None = None
    ports: list[Port] | None = None
"""
ENUM = '''\
"""The enum `m.g.mood`."""

from graph._enums import OpenEnum


class Mood(OpenEnum):
    """How a ship feels."""

    CALM = "calm"
    LOUD = "loud"
    MAD = "mad"
'''
OPERATIONS = '''\
"""The operations of `m.g.ship`."""

from typing import Protocol, overload


class ShipOperations(Protocol):
    """What can be done with `ship`."""

    def get_ship(self) -> Ship:
        """Read a ship."""
        ...

    def list_ships(self) -> list[Ship]:
        """Read all ships."""
        ...
'''
OVERLOADS = OPERATIONS + '''\

    @overload
    def find(self, a: int) -> list[Ship]: ...

    @overload
    def find(self, a: str) -> list[Ship]: ...

    def find(self, a: int | str) -> list[Ship]:
        """Find ships."""
        ...
'''
SKELETON = '''\
"""What `resources/ship.md` says of `ship`."""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "m.g.ship"
WIRE_NAMES = {
    "name": "name",
}
PARAMETERS = {"get_ship": ["self"]}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Ship


def test_names_on_the_wire() -> None:
    assert wire_names(models.Ship).items() >= WIRE_NAMES.items()


# Your own checks below this line are kept.
'''
TEXTS = {
    "a model": MODEL,
    "a stub": STUB,
    "an enum": ENUM,
    "operations": OPERATIONS,
    "a test": SKELETON,
}
ALL = {**TEXTS, "overloads": OVERLOADS}
SEEDS = range(40)
PATH = "a.py"


def merged(last: MergeResult, today: str) -> Result[MergeResult]:
    return merge(PATH, last.definitions, last.text, today)


def written(text: str) -> Counter[tuple[str, str]]:
    """Return what a text is made of; what is imported is in no particular place."""
    parts = fingerprinted(parse_parts(text) or ())
    return Counter((p.key, p.fingerprint.removesuffix("!")) for p in parts)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_what_people_wrote_stays_and_twice_is_once(text: str, seed: int) -> None:
    rewriting = Rewriting(seed)
    edited = rewriting.by_people(text)
    file = MergeResult(text=edited, definitions=definition_lines(PATH, text))
    theirs = written(edited) - written(text)
    for _ in range(3):
        text = rewriting.by_page(text)
        result = merged(file, text)
        assert theirs <= written(result.value.text)
        assert merged(result.value, text).value == result.value
        file = result.value


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_a_page_takes_back_leaves_no_trace(text: str, seed: int) -> None:
    rewriting = Rewriting(seed)
    edited = rewriting.by_people(text)
    before = MergeResult(text=edited, definitions=definition_lines(PATH, text))
    file = merged(before, text).value
    assert file.text == edited
    one = rewriting.by_page(text)
    other = rewriting.by_page(one)
    there = merged(file, one).value
    farther = merged(there, other).value
    back = merged(farther, one).value
    whole = merged(back, text).value
    assert same_code(back.text, there.text)
    assert same_code(whole.text, edited)
