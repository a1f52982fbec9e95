"""Fingerprints: which parts of a module have one, and when it changes."""

import pytest

from docgen.pycode import definition_lines

MODULE = '''\
"""Words."""

import json

LIMIT = 3


@decorated
class Team(Model):
    """A team."""

    name: str | None = None
    size: int = 0

    @property
    def label(self) -> str:
        return "class Inner: pass"


def plain() -> None:
    def inner() -> None: ...
'''


def fingerprints(text: str, path: str = "a.py") -> dict[str, str]:
    lines = (line.split("\t") for line in definition_lines(path, text))
    return {line[0]: line[1] for line in lines}


def changed(before: str, after: str) -> set[str]:
    old, new = fingerprints(before), fingerprints(after)
    return {name for name in old | new if old.get(name) != new.get(name)}


def test_each_part_has_one() -> None:
    assert list(fingerprints(MODULE)) == [
        "*",
        "LIMIT",
        "Team",
        "Team.*",
        "Team.__doc__",
        "Team.label",
        "Team.label@property",
        "Team.name",
        "Team.size",
        "Team@decorated",
        "__doc__",
        "import json",
        "plain",
    ]


CHANGES = {
    "an import": ("import json", "import os", {"import json", "import os"}),
    "the docstring of the module": ("Words", "Other words", {"__doc__"}),
    "a constant": ("LIMIT = 3", "LIMIT = 4", {"LIMIT"}),
    "a field": ("size: int = 0", "size: int = 1", {"Team.size"}),
    "the body of a method": ("Inner", "Outer", {"Team.label"}),
    "a decorator of a method": (
        "@property",
        "@cached",
        {"Team.label@property", "Team.label@cached"},
    ),
    "a decorator of a class": (
        "@decorated",
        "@other",
        {"Team@decorated", "Team@other"},
    ),
    "the docstring of a class": ("A team.", "A group.", {"Team.__doc__"}),
    "a function inside a function": ("def inner", "def outer", {"plain"}),
    "a new field": (
        "    size: int = 0\n",
        "    size: int = 0\n    age: int = 0\n",
        {"Team.age", "Team.*"},
    ),
    "a comment between two fields": (
        "    size: int = 0\n",
        "    # how many\n    size: int = 0\n",
        {"Team.#gTctn"},
    ),
}


@pytest.mark.parametrize(("old", "new", "names"), CHANGES.values(), ids=CHANGES.keys())
def test_change_affects_only_the_lines_of_the_changed_parts(
    old: str, new: str, names: set[str]
) -> None:
    assert changed(MODULE, MODULE.replace(old, new, 1)) == names


def test_repeated_names_are_numbered() -> None:
    text = "def get(a: int): ...\n\n\ndef get(a: str): ...\n"
    assert list(fingerprints(text)) == ["*", "get", "get~2"]


@pytest.mark.parametrize(
    ("path", "text"),
    [("py.typed", "a = 1"), ("a.py", "a = = 1"), ("a.py", "\x00")],
    ids=["another suffix", "a syntax error", "a NUL"],
)
def test_file_that_is_not_python_has_no_lines(path: str, text: str) -> None:
    assert definition_lines(path, text) == ()
