"""A docstring that one side changed and code that the other changed are merged."""

import pytest

from docgen.edits.docstrings import with_merged_docstrings
from docgen.pycode import definition_lines

LAST = '''\
class Boat:
    """A boat."""

    name: str | None = None
    """What it is called."""

    port: str | None = None

    def sail(self, to: str) -> str:
        """Sail away."""
        return to

    async def moor(
        self,
        to: str,
    ) -> None:
        """Moor it.

        At a pier.
        """

    def sink(self) -> None:
        raise OSError
'''
TYPE, DOC = ("name: str", "name: bytes"), ("What it is called.", "Its name.")
MERGED = {
    "a type and a docstring": (TYPE, DOC),
    "a comment and a docstring": (
        ("name: str | None = None", "name: str | None = None  # on the bow"),
        DOC,
    ),
    "a default and a docstring of two lines": (
        ("name: str | None = None", 'name: str = ""'),
        ("What it is called.", "Its name.\n\n    Painted on the bow.\n    "),
    ),
    "a type and an added docstring": (
        ("port: str | None = None", "port: bytes"),
        ("port: str | None = None\n", 'port: str | None = None\n    """Its port."""\n'),
    ),
    "a type and a removed docstring": (
        TYPE,
        ('    """What it is called."""\n', ""),
    ),
    "a signature and a docstring": (
        ("to: str) -> str", "to: int) -> int"),
        ("away", "far"),
    ),
    "a body and a docstring": (("return to", "return to.strip()"), ("away", "far")),
    "a wrapped signature and a docstring": (
        ("to: str,\n    ) -> None", "to: int,\n    ) -> None"),
        ("At a pier.", "In a port."),
    ),
    "a body and an added docstring": (
        ("raise OSError", "raise SystemExit"),
        ("def sink(self) -> None:\n", 'def sink(self) -> None:\n        """Sink."""\n'),
    ),
}


@pytest.mark.parametrize("swap", [False, True], ids=["by-hand-first", "page-first"])
@pytest.mark.parametrize(("code", "docstring"), MERGED.values(), ids=MERGED)
def test_both_changes_are_kept(
    code: tuple[str, str], docstring: tuple[str, str], swap: bool
) -> None:
    mine, theirs = (docstring, code) if swap else (code, docstring)
    edited, new = LAST.replace(*mine), LAST.replace(*theirs)
    assert edited != LAST != new
    lines = definition_lines("a.py", LAST)
    found = with_merged_docstrings("a.py", lines, edited, new)
    both = edited.replace(*theirs)
    if both == edited or both.count(mine[1]) != 1:
        first, second = (code, docstring)
        both = LAST.replace(*second).replace(*first)
    assert definition_lines("a.py", found.source) == definition_lines("a.py", both)
    assert {*found.lines} - {*lines} <= {*definition_lines("a.py", new)}
    assert {*found.lines} != {*lines}


CONFLICTS = {
    "two types": (TYPE, ("name: str", "name: int")),
    "two docstrings": (DOC, ("What it is called.", "Its label.")),
    "a docstring, and both": (
        DOC,
        ('str | None = None\n    """What', 'int\n    """How'),
    ),
    "two bodies": (("return to", "return ''"), ("return to", "return 'x'")),
}


@pytest.mark.parametrize(("mine", "theirs"), CONFLICTS.values(), ids=CONFLICTS)
def test_a_conflict_is_left(mine: tuple[str, str], theirs: tuple[str, str]) -> None:
    edited, new = LAST.replace(*mine), LAST.replace(*theirs)
    lines = definition_lines("a.py", LAST)
    found = with_merged_docstrings("a.py", lines, edited, new)
    assert (found.source, found.lines) == (edited, lines)


def test_no_body_is_left_empty() -> None:
    head = "def sink() -> int:\n"
    docstring, body = '    """Sink."""\n', "    return 1\n"
    lines = definition_lines("a.py", head + docstring + body)
    edited, new = head + docstring, head + body
    found = with_merged_docstrings("a.py", lines, edited, new)
    assert (found.source, found.lines) == (edited, lines)
