"""Two versions of a file that branches changed, merged by parts."""

from functools import partial

import pytest

from docgen.edits.branches import (
    MergedBranches,
    WrittenParts,
    merge_branches,
    written_parts,
)
from docgen.pycode import definition_lines

ANCESTOR = '''\
"""Boats."""

from sea import Port


class Boat:
    """A boat."""

    name: str = ""
    """What it is called."""

    port: Port | None = None
    """Where it lies."""

    @property
    def label(self) -> str:
        return self.name
'''
NAME = 'name: str = ""'
PORT = "port: Port | None = None"


def merged(ours: str, theirs: str, *generated: str) -> MergedBranches:
    """Merge two versions; `generated` names those that docgen wrote."""
    written = written_parts(
        definition_lines("a.py", ours) if "ours" in generated else (),
        definition_lines("a.py", theirs) if "theirs" in generated else (),
    )
    found = merge_branches("a.py", ANCESTOR, ours, theirs, lambda: written)
    assert found
    return found


def with_row(source: str, name: str, type_: str = "int") -> str:
    member = f'    {name}: {type_} = 0\n    """The {name}."""\n\n'
    return source.replace("    @property", f"{member}    @property")


def test_members_that_both_add_in_one_place_are_both_added() -> None:
    ours, theirs = with_row(ANCESTOR, "length"), with_row(ANCESTOR, "width")
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert [found.source.count(f"{name}: int") for name in ("length", "width")] == [
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("generated", "kept"),
    [
        (("ours",), "float"),
        (("theirs",), "bytes"),
        (("ours", "theirs"), "float"),
    ],
    ids=["theirs-by-hand", "ours-by-hand", "both-generated"],
)
def test_of_a_field_that_both_changed_the_one_edited_by_hand_is_kept(
    generated: tuple[str, ...], kept: str
) -> None:
    ours = ANCESTOR.replace(NAME, 'name: bytes = ""')
    theirs = ANCESTOR.replace(NAME, 'name: float = ""')
    found = merged(ours, theirs, *generated)
    assert found.conflicts == ()
    assert f"name: {kept}" in found.source


CONFLICTS = {
    "a field": (NAME, 'name: bytes = ""', 'name: float = ""', "Boat.name"),
    "a function": ("return self.name", "return 'ours'", "return 'theirs'", "label"),
    "a class head": ("class Boat:", "class Boat(A):", "class Boat(B):", "Boat"),
    "a class docstring": ("A boat.", "Ours.", "Theirs.", "Boat.__doc__"),
    "a module docstring": ("Boats.", "Ours.", "Theirs.", "__doc__"),
    "a decorator": ("@property", "@property  # a", "@property  # b", "@property"),
    "an import": ("import Port", "import Ours as Port", "import Its as Port", "Port"),
}


@pytest.mark.parametrize(
    ("old", "ours", "theirs", "name"), CONFLICTS.values(), ids=CONFLICTS.keys()
)
def test_what_both_edited_by_hand_is_between_markers_alone(
    old: str, ours: str, theirs: str, name: str
) -> None:
    mine = with_row(ANCESTOR, "length").replace(old, ours)
    other = with_row(ANCESTOR, "width").replace(old, theirs)
    found = merged(mine, other)
    assert len(found.conflicts) == 1
    assert found.conflicts[0].endswith(name)
    lines = found.source.split("\n")
    begin, middle, end = (lines.index(one) for one in MARKERS)
    assert any(ours in line for line in lines[begin:middle])
    assert any(theirs in line for line in lines[middle:end])
    outside = [*lines[:begin], *lines[end + 1 :]]
    assert not [line for line in outside if ours in line or theirs in line]
    assert sum("length: int" in line or "width: int" in line for line in outside) == 2
    resolved = [*lines[:begin], *lines[middle + 1 : end], *lines[end + 1 :]]
    compile("\n".join(resolved), "resolved", "exec")


MARKERS = ("<<<<<<< ours", "=======", ">>>>>>> theirs")


COMMENTED = {
    "a class": ("class Boat:", "class Boat:  # afloat"),
    "a field": (NAME, f"{NAME}  # painted"),
    "a function": ("def label(self) -> str:", "def label(self) -> str:  # short"),
    "a decorator": ("@property", "@property  # cached"),
    "an import": ("import Port", "import Port  # at sea"),
}


@pytest.mark.parametrize(("old", "new"), COMMENTED.values(), ids=COMMENTED)
@pytest.mark.parametrize("swap", [False, True], ids=["ours", "theirs"])
def test_a_comment_on_one_branch_is_merged(old: str, new: str, swap: bool) -> None:
    commented, other = ANCESTOR.replace(old, new), with_row(ANCESTOR, "width")
    found = merged(other, commented) if swap else merged(commented, other)
    assert found.conflicts == ()
    assert new in found.source
    assert "width: int" in found.source


def test_what_one_removed_and_the_other_changed_is_kept() -> None:
    removed = ANCESTOR.replace(f'    {NAME}\n    """What it is called."""\n\n', "")
    changed = ANCESTOR.replace("What it is called.", "Its name.")
    for ours, theirs in ((removed, changed), (changed, removed)):
        assert "Its name." in merged(ours, theirs).source


_METHOD = "    @property\n    def label(self) -> str:\n        return self.name\n"
GONE = {
    "a field": (f'    {NAME}\n    """What it is called."""\n\n', NAME, "name: bytes"),
    "a described field": (
        f'    {NAME}\n    """What it is called."""\n\n',
        "is called",
        "is named",
    ),
    "a method": (_METHOD, "self.name", "self.name or ''"),
    "a decorator": ("    @property\n", "@property", "@property  # new"),
    "a docstring": ('    """A boat."""\n\n', "A boat.", "Any boat."),
    "a class": (ANCESTOR[ANCESTOR.index("class Boat") :], "name: str", "name: bytes"),
}


@pytest.mark.parametrize(("code", "old", "new"), GONE.values(), ids=GONE)
def test_what_was_deleted_by_hand_stays_deleted_where_docgen_changed_it(
    code: str, old: str, new: str
) -> None:
    removed, changed = ANCESTOR.replace(code, ""), ANCESTOR.replace(old, new)
    before, after = (definition_lines("a.py", one) for one in (ANCESTOR, changed))
    for ours, theirs, lines in (
        (removed, changed, (before, after)),
        (changed, removed, (after, before)),
    ):
        written = partial(written_parts, *lines)
        found = merge_branches("a.py", ANCESTOR, ours, theirs, written)
        assert found
        assert found.source.split() == removed.split()


@pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "theirs"])
def test_what_was_deleted_by_hand_is_kept_where_it_was_edited_by_hand(
    *, is_ours: bool
) -> None:
    removed = ANCESTOR.replace(GONE["a field"][0], "")
    edited = ANCESTOR.replace(NAME, "name: bytes")
    versions = (removed, edited) if is_ours else (edited, removed)
    lines = definition_lines("a.py", ANCESTOR)
    written = partial(written_parts, lines, lines)
    found = merge_branches("a.py", ANCESTOR, *versions, written)
    assert found
    assert "name: bytes" in found.source


def test_what_one_removed_is_removed() -> None:
    removed = ANCESTOR.replace(f'    {NAME}\n    """What it is called."""\n\n', "")
    other = with_row(ANCESTOR, "width")
    for ours, theirs in ((removed, other), (other, removed)):
        found = merged(ours, theirs)
        assert NAME not in found.source
        assert "width" in found.source


def test_files_that_both_branches_add_are_merged() -> None:
    ours, theirs = with_row(ANCESTOR, "length"), with_row(ANCESTOR, "width")
    found = merge_branches("a.py", "", ours, theirs, WrittenParts)
    assert found
    assert found.conflicts == ()
    assert "length: int" in found.source
    assert "width: int" in found.source


def test_windows_line_endings_of_ours_are_kept() -> None:
    ours = (
        with_row(ANCESTOR, "length").replace(NAME, "name: bytes").replace("\n", "\r\n")
    )
    theirs = with_row(ANCESTOR, "width").replace(NAME, "name: float")
    source = merged(ours, theirs).source
    assert source.count("\r\n") == source.count("\n")


@pytest.mark.parametrize("version", range(3), ids=["ancestor", "ours", "theirs"])
def test_a_version_that_is_not_python_can_not_be_merged(version: int) -> None:
    versions = [ANCESTOR, ANCESTOR, ANCESTOR]
    versions[version] = "class:\n"
    ancestor, ours, theirs = versions
    assert merge_branches("a.py", ancestor, ours, theirs, WrittenParts) is None
