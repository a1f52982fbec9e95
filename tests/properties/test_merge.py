"""Merging random edits by hand with random changes of pages.

Hand-written code is kept. A second run changes nothing. A reverted change of a page restores the
edited file: the same syntax tree, comments and order.
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
    """Operations of `ship`."""

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
"""Tests of `ship`, generated from `resources/ship.md`."""

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
SOURCES = {
    "a model": MODEL,
    "a stub": STUB,
    "an enum": ENUM,
    "operations": OPERATIONS,
    "a test": SKELETON,
}
ALL_SOURCES = {**SOURCES, "overloads": OVERLOADS}
SEEDS = range(40)
PATH = "a.py"


def merged(last: MergeResult, new: str) -> Result[MergeResult]:
    return merge(PATH, last.definitions, last.source, new)


def fingerprints(code: str) -> Counter[tuple[str, str]]:
    """Return the parts of source code; the position of an import does not count."""
    parts = fingerprinted(parse_parts(code) or ())
    return Counter((p.key, p.fingerprint.removesuffix("!")) for p in parts)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", ALL_SOURCES.values(), ids=ALL_SOURCES)
def test_hand_written_code_is_kept_and_a_second_run_changes_nothing(
    code: str, seed: int
) -> None:
    rewriting = Rewriting(seed)
    edited = rewriting.by_hand(code)
    file = MergeResult(source=edited, definitions=definition_lines(PATH, code))
    edits = fingerprints(edited) - fingerprints(code)
    for _ in range(3):
        code = rewriting.by_page(code)
        result = merged(file, code)
        assert edits <= fingerprints(result.value.source)
        assert merged(result.value, code).value == result.value
        file = result.value


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", SOURCES.values(), ids=SOURCES)
def test_reverted_page_restores_the_edited_file(code: str, seed: int) -> None:
    rewriting = Rewriting(seed)
    edited = rewriting.by_hand(code)
    before = MergeResult(source=edited, definitions=definition_lines(PATH, code))
    file = merged(before, code).value
    assert file.source == edited
    first = rewriting.by_page(code)
    second = rewriting.by_page(first)
    after_first = merged(file, first).value
    after_second = merged(after_first, second).value
    reverted_once = merged(after_second, first).value
    reverted_twice = merged(reverted_once, code).value
    assert same_code(reverted_once.source, after_first.source)
    assert same_code(reverted_twice.source, edited)
