"""The contents of a revision's pages: which are read, and when."""

from collections.abc import Iterable

import pytest

from docgen.pages import revision
from docgen.pages.find import Problem
from docgen.pages.git import GitError
from docgen.pages.revision import RevisionPages, blob_status
from docgen.pages.statuses import is_reliable

BLOBS = tuple((f"/docs/{number:02}.md", f"{number:040x}") for number in range(10, 30))


@pytest.fixture(autouse=True)
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The blobs that each call of git reads; the last blob is missing."""
    found: list[list[str]] = []

    def read_blobs(names: Iterable[str]) -> dict[str, bytes]:
        found.append([*names])
        return {one: one.encode() for one in found[-1] if one != BLOBS[-1][1]}

    monkeypatch.setattr(revision, "read_blobs", read_blobs)
    return found


def test_nothing_is_read_until_it_is_needed(calls: list[list[str]]) -> None:
    tree = RevisionPages(blobs=BLOBS).tree()
    assert tree.is_folder("/docs")
    assert len({tree.status(path) for path, _ in BLOBS}) == len(BLOBS)
    assert calls == []
    assert tree.read(BLOBS[3][0]) == BLOBS[3][1].encode()
    assert calls == [[BLOBS[3][1]]]


def test_all_pages_are_read_with_few_calls_of_git(calls: list[list[str]]) -> None:
    tree = RevisionPages(blobs=BLOBS).tree()
    assert [tree.read(path) for path, _ in BLOBS[:-1]] == [
        blob.encode() for _, blob in BLOBS[:-1]
    ]
    assert sorted(name for one in calls for name in one) == [name for _, name in BLOBS]
    assert [len(one) for one in calls] == [1, 2, 4, 8, 5]


def test_a_page_without_content_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = RevisionPages(blobs=BLOBS).tree()
    path = BLOBS[-1][0]
    assert tree.read(path) == Problem(path, "git has no content")

    def read_blobs(names: Iterable[str]) -> dict[str, bytes]:
        raise GitError(f"the pack of {', '.join(names)} is damaged")

    monkeypatch.setattr(revision, "read_blobs", read_blobs)
    found = RevisionPages(blobs=BLOBS).tree().read(path)
    assert found == Problem(path, f"the pack of {BLOBS[-1][1]} is damaged")


@pytest.mark.parametrize("length", [40, 64])
def test_the_name_of_a_blob_is_a_reliable_status(length: int) -> None:
    names = ["f" * length, *(f"{'0' * at}1".ljust(length, "0") for at in range(length))]
    statuses = {blob_status(name) for name in names}
    assert len(statuses) == len(names)
    now = 1_600_000_000 * 10**9
    assert all(is_reliable(status, now) for status in statuses)
