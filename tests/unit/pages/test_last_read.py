"""The last read: pages with the same status are not opened, and changes are always found."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.pages.last_read import (
    NOTHING_READ,
    LastRead,
    last_read,
    search_of,
)
from docgen.pages.page_set import PageFile, PageSet
from docgen.pages.read import read
from docgen.pages.tree import DISK, Tree

_SECOND = 1_000_000_000


def files(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def recorded(
    found: Result[PageSet],
    *paths: str,
    exclude: tuple[str, ...] = (),
    tree: Tree = DISK,
) -> LastRead:
    """Return the record of a run; all its statuses are old enough to be reliable."""
    started = found.value.started + 10 * _SECOND
    later = Result(replace(found.value, started=started), found.diagnostics)
    return last_read(later, search_of(paths, exclude, ""), tree)


def remembered(*paths: str) -> LastRead:
    """Return the record of a run, with digests that no content has."""
    last = recorded(read(paths), *paths)
    return replace(
        last, pages=tuple(replace(one, digest="known") for one in last.pages)
    )


def test_page_with_the_same_status_is_not_opened(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    (again,) = read(["docs"], last=remembered("docs")).value.pages
    assert (again.digest, again.content) == ("known", None)
    (again,) = read(["docs/a.md"], last=remembered("docs/a.md")).value.pages
    assert (again.digest, again.content) == ("known", None)


@pytest.mark.parametrize("path", ["docs", "docs/a.md"])
def test_page_with_another_status_is_opened(tmp_path: Path, path: str) -> None:
    files(tmp_path, "docs/a.md")
    last = remembered(path)
    (tmp_path / "docs/a.md").write_bytes(b"longer than before")
    (again,) = read([path], last=last).value.pages
    assert again.content == b"longer than before"
    assert again.digest != "known"
    assert again.status


def test_recent_statuses_are_not_reliable(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    os.utime(tmp_path / "docs/a.md", (0, 0))  # but the inode was changed just now
    found = read(["docs"])
    last = last_read(found, search_of(["docs"], (), ""), DISK)
    assert [one.status for one in last.pages] == [None]
    (again,) = read(["docs"], last=last).value.pages
    assert again.content == b"docs/a.md"


def test_content_is_not_recorded(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    assert [one.content for one in remembered("docs").pages] == [None]


def _add(folder: Path) -> None:
    files(folder, "docs/c.md")


def _add_below(folder: Path) -> None:
    files(folder, "docs/new/c.md")


def _add_below_empty_folder(folder: Path) -> None:
    files(folder, "docs/empty/c.md")


def _remove(folder: Path) -> None:
    (folder / "docs/a.md").unlink()


def _rename(folder: Path) -> None:
    (folder / "docs/a.md").rename(folder / "docs/d.md")


def _move(folder: Path) -> None:
    (folder / "docs/a.md").rename(folder / "docs/inner/a.md")


def _replace_by_file(folder: Path) -> None:
    files(folder, "x")
    (folder / "x").replace(folder / "docs/a.md")


def _replace_by_link(folder: Path) -> None:
    (folder / "docs/a.md").unlink()
    (folder / "docs/a.md").symlink_to("inner/b.md")


def _replace_by_folder(folder: Path) -> None:
    (folder / "docs/a.md").unlink()
    (folder / "docs/a.md").mkdir()


def _replace_text_by_folder(folder: Path) -> None:
    (folder / "docs/notes").unlink()
    files(folder, "docs/notes/c.md")


def _replace_text_by_link(folder: Path) -> None:
    (folder / "docs/notes").unlink()
    (folder / "docs/notes").symlink_to("inner")


def _replace_inner_by_link(folder: Path) -> None:
    (folder / "docs/inner").rename(folder / "other")
    (folder / "docs/inner").symlink_to("../other")


def _remove_inner(folder: Path) -> None:
    shutil.rmtree(folder / "docs/inner")


def _remove_all(folder: Path) -> None:
    shutil.rmtree(folder / "docs")


def _change_case(folder: Path) -> None:
    files(folder, "docs/A.md")


def _link_source(folder: Path) -> None:
    shutil.copytree(folder / "docs", folder / "copy")
    files(folder, "copy/c.md")
    shutil.rmtree(folder / "docs")
    (folder / "docs").symlink_to("copy")


@pytest.mark.parametrize(
    "change",
    [
        _add,
        _add_below,
        _add_below_empty_folder,
        _remove,
        _rename,
        _move,
        _replace_by_file,
        _replace_by_link,
        _replace_by_folder,
        _replace_text_by_folder,
        _replace_text_by_link,
        _replace_inner_by_link,
        _remove_inner,
        _remove_all,
        _change_case,
        _link_source,
    ],
)
def test_a_change_is_found_as_without_the_last_read(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    files(tmp_path, "docs/a.md", "docs/b.md", "docs/inner/b.md", "docs/notes")
    (tmp_path / "docs/empty").mkdir()
    last = recorded(read(["docs"]), "docs")
    assert last.searched
    change(tmp_path)
    assert_same(read(["docs"]), read(["docs"], last=last))


def assert_same(fresh: Result[PageSet], again: Result[PageSet]) -> None:
    """Compare the results of two reads, apart from times and content."""
    assert again.diagnostics == fresh.diagnostics
    assert _comparable(again.value) == _comparable(fresh.value)


def _comparable(found: PageSet) -> PageSet:
    pages = tuple(replace(one, content=None) for one in found.pages)
    return replace(found, pages=pages, started=0)


def test_the_target_of_a_link_is_read_again(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/text")
    (tmp_path / "docs/link.md").symlink_to("text")
    last = recorded(read(["docs"]), "docs")
    assert last.searched == ()
    (tmp_path / "docs/text").write_bytes(b"other text")
    found = {one.path: one.content for one in read(["docs"], last=last).value.pages}
    assert found == {"a.md": None, "link.md": b"other text"}


def test_a_file_that_became_a_folder_is_searched(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "b.md")
    last = recorded(read(["docs", "b.md"]), "docs", "b.md")
    (tmp_path / "b.md").unlink()
    files(tmp_path, "b.md/c.md")
    assert_same(read(["docs", "b.md"]), read(["docs", "b.md"], last=last))


def test_a_page_without_a_status_is_never_known(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    tree = Tree(overrides={str(tmp_path / "docs/a.md"): b"one"})
    last = recorded(read(["docs"], tree), "docs", tree=tree)
    tree = Tree(overrides={str(tmp_path / "docs/a.md"): b"two"})
    (page,) = read(["docs"], tree, last=last).value.pages
    assert page.content == b"two"


def test_same_folders_are_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path, "docs/a.md", "docs/inner/b.md", "docs/z.md")
    fresh = read(["docs"])
    last = recorded(fresh, "docs")
    monkeypatch.setattr(Tree, "find", None)
    assert_same(fresh, read(["docs"], last=last))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (((), ("docs",)), ((), ("docs", "more"))),
        (((), ("docs", "more")), ((), ("docs",))),
        (((), ("docs",)), (("docs/inner",), ("docs",))),
        ((("docs/inner",), ("docs",)), ((), ("docs",))),
        (((), ("docs", "a.md")), ((), ("docs", "a.md"))),
        (((), ("docs", "docs/inner")), ((), ("docs", "docs/inner"))),
        ((("unused",), ("docs",)), (("unused",), ("docs",))),
    ],
    ids=[
        "path-added",
        "path-removed",
        "pattern-added",
        "pattern-removed",
        "file",
        "page-found-twice",
        "unused-pattern",
    ],
)
def test_another_search_or_one_with_diagnostics_is_repeated(
    tmp_path: Path,
    first: tuple[tuple[str, ...], tuple[str, ...]],
    then: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    files(tmp_path, "docs/a.md", "docs/inner/b.md", "more/c.md", "a.md")
    exclude, paths = first
    found = read(paths, exclude=exclude, config_file="pyproject.toml")
    last = recorded(found, *paths, exclude=exclude)
    exclude, paths = then
    fresh = read(paths, exclude=exclude, config_file="pyproject.toml")
    again = read(paths, exclude=exclude, config_file="pyproject.toml", last=last)
    assert_same(fresh, again)


def test_content_that_replaces_that_on_disk_is_read(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    location = str(tmp_path / "docs/a.md")
    tree = Tree(overrides={location: b"new", str(tmp_path / "docs/b.md"): b"added"})
    found = read(["docs"], tree, last=remembered("docs")).value.pages
    assert [one.content for one in found] == [b"new", b"added"]


def test_pages_that_are_on_the_disk_only_are_found_later(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/b.md")
    tree = Tree(overrides={str(tmp_path / "docs/b.md"): None})
    last = recorded(read(["docs"], tree), "docs", tree=tree)
    assert_same(read(["docs"]), read(["docs"], last=last))


def test_without_a_record_every_page_is_opened(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    (page,) = read(["docs"], last=NOTHING_READ).value.pages
    assert isinstance(page, PageFile)
    assert page.content == b"docs/a.md"
