"""The record of a file in the manifest: its compact form and its notes of edits."""

import pytest

from docgen.edits.decision import DELETED, FileRecord, compact
from docgen.pycode import definition_lines

FINGERPRINT = "8e30c"


def record(*lines: str) -> FileRecord:
    return FileRecord(path="a.py", digests=(), pages=(), lines=compact(lines))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Team.size\t{DELETED}", True),
        (f"import json\t{DELETED}", True),
        (f"Team.size^\t{FINGERPRINT}", True),
        (f"Team.size\t{FINGERPRINT}", False),
        (f"Team.*\t{FINGERPRINT}", False),
        ("Team.zeros\t80000", False),
    ],
    ids=[
        "a deleted part",
        "a deleted import",
        "a predecessor",
        "a definition",
        "an order of parts",
        "zeros at the end",
    ],
)
def test_record_has_notes_of_edits(line: str, expected: bool) -> None:
    assert record(f"Team\t{FINGERPRINT}", line).has_notes is expected


MODULE = '''\
"""Words."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from graph import *

if TYPE_CHECKING:
    import datetime as dt

# a comment


@decorated
class Team(Model):
    """A team."""

    # a comment
    name: str | None = None

    @property
    def label(self) -> str: ...


class Other(Model):
    name: str | None = None


@overload
def get(a: int): ...
@overload
def get(a: str): ...
'''

LINES = {
    "of a module": definition_lines("a.py", MODULE),
    "of a module without classes": definition_lines("a.py", "x = 1\ny = 2\n"),
    "of imports only": definition_lines("a.py", "import a\nfrom b import c\n"),
    "with notes": (
        f"Team\t{FINGERPRINT}",
        f"Team.a\t{DELETED}",
        f"import a\t{DELETED}",
    ),
    "of members without a class": (f"Team.name\t{FINGERPRINT}", f"Zoo\t{FINGERPRINT}"),
    "with two fingerprints": (f"Team\t{FINGERPRINT}", f"Team\t{FINGERPRINT[::-1]}"),
    "without lines": (),
}


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES.keys())
def test_compact_form_has_all_lines(lines: tuple[str, ...]) -> None:
    assert record(*lines).definitions == tuple(sorted(lines))


def test_compact_names_are_relative_to_the_main_class() -> None:
    lines = ("A\t11111", "Team.x\t33333", "Team\t22222", "Team.__doc__\t44444")
    assert compact(lines) == '\n22222Team\n11111A\n44444."\n33333.x'


def test_compact_imports_share_a_line() -> None:
    assert compact(("a\t11111", "import b\t2222", "import c\t3333!")) == (
        "\n11111a\n 2222b 3333!c"
    )


def test_note_of_an_edit_may_be_before_other_definitions() -> None:
    lines = (f"Team.size^\t{FINGERPRINT}", f"Team.width\t{FINGERPRINT}")
    assert record(f"Team\t{FINGERPRINT}", *lines).has_notes
