"""Whether a part that is missing in a file was deleted by hand, or never written to it."""

from collections.abc import Mapping

import pytest

from docgen.edits.decision import FileRecord, compact
from docgen.edits.lineage import FileLineage, Version, base_in_lineage
from docgen.pycode import definition_lines

PATH = "a.py"
WITHOUT = '''\
class Boat:
    """A boat."""

    name: str = ""
'''
WITH = f"{WITHOUT}    port: str = ''\n"
OTHER = WITHOUT.replace("A boat.", "A ship.")

PORT = "Boat.port"
DELETED: Mapping[str, frozenset[str]] = {}
NEVER_WRITTEN = {PORT: frozenset[str]()}


def version(content: str, *digests: str, parents: tuple[str, ...] = ()) -> Version:
    """Return a version of the file; docgen last wrote it with the port, with these digests."""
    lines = compact(definition_lines(PATH, WITH))
    record = FileRecord(path=PATH, digests=digests, pages=(), lines=lines)
    return Version(content=content, record=record, parents=parents)


def base_of_port(current: Version, **earlier: Version) -> Mapping[str, frozenset[str]]:
    return base_in_lineage(PATH, [PORT], FileLineage(current=current, earlier=earlier))


@pytest.mark.parametrize(
    ("digests", "found"),
    [(("1",), DELETED), (("1", "2"), NEVER_WRITTEN), (("1", "2", "3"), NEVER_WRITTEN)],
    ids=["one", "two", "three"],
)
def test_outside_of_git_a_missing_part_was_deleted_unless_the_record_was_merged(
    digests: tuple[str, ...], found: Mapping[str, frozenset[str]]
) -> None:
    assert base_of_port(version(WITHOUT, *digests)) == found


def test_outside_of_git_a_part_that_differs_was_edited_by_hand() -> None:
    edited = WITH.replace("''", "'here'")
    assert base_of_port(version(edited, "1", "2")) == {}


def test_a_part_that_an_earlier_version_has_was_deleted() -> None:
    current = version(WITHOUT, "1", parents=("last",))
    assert base_of_port(current, last=version(WITH, "1")) == DELETED


def test_a_part_that_no_version_has_was_never_written() -> None:
    current = version(WITHOUT, "1", parents=("last",))
    assert base_of_port(current, last=version(WITHOUT, "1")) == NEVER_WRITTEN


@pytest.mark.parametrize(
    ("last", "first", "found"),
    [
        (version(WITHOUT, "2"), version(OTHER, "1"), DELETED),
        (version(WITHOUT, "2"), version(WITHOUT, "1"), NEVER_WRITTEN),
        (version(WITHOUT, "1"), version(OTHER, "1"), NEVER_WRITTEN),
        (version(WITHOUT, "1", "2"), version(OTHER, "1"), NEVER_WRITTEN),
    ],
    ids=["written", "same-file", "same-record", "merged-record"],
)
def test_a_part_was_deleted_if_docgen_wrote_it_in_a_commit_without_it(
    last: Version, first: Version, found: Mapping[str, frozenset[str]]
) -> None:
    last = Version(content=last.content, record=last.record, parents=("first",))
    current = version(WITHOUT, "3", parents=("last",))
    assert base_of_port(current, last=last, first=first) == found
