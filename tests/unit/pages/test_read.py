"""Reading: which pages a path gives, what they are called, and what stands in the way."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.pages.read import read


def files(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def called(*paths: str) -> list[tuple[str, str]]:
    return [(page.path, page.shown) for page in read(paths).value.pages]


def told(*paths: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in read(paths).diagnostics]


def test_pages_of_a_folder_are_called_from_it_and_sorted(tmp_path: Path) -> None:
    files(tmp_path, "docs/resources/b.md", "docs/resources/a.md", "docs/api/c.md")
    assert called("docs") == [
        ("api/c.md", "docs/api/c.md"),
        ("resources/a.md", "docs/resources/a.md"),
        ("resources/b.md", "docs/resources/b.md"),
    ]


def test_a_lone_file_is_called_by_its_name(tmp_path: Path) -> None:
    files(tmp_path, "docs/resources/a.md")
    assert called("docs/resources/a.md") == [("a.md", "docs/resources/a.md")]


@pytest.mark.parametrize("checkout", ["here", "there"])
def test_several_sources_are_called_from_the_folder_of_the_project(
    tmp_path: Path, checkout: str
) -> None:
    project = tmp_path / checkout
    sources = [project / "docs", tmp_path / "other"]
    for source in sources:
        source.mkdir(parents=True)
        (source / "page.md").write_bytes(b"")
    pages = read([str(source) for source in sources], (), str(project)).value.pages
    assert [page.path for page in pages] == ["../other/page.md", "docs/page.md"]


def test_several_paths_are_called_from_their_deepest_common_folder(
    tmp_path: Path,
) -> None:
    files(tmp_path, "docs/v1/resources/a.md", "docs/v1/api/c.md")
    assert [path for path, _ in called("docs/v1/resources", "docs/v1/api/c.md")] == [
        "api/c.md",
        "resources/a.md",
    ]


def test_a_path_that_is_not_there_changes_no_name(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    assert called("docs", "elsewhere/b.md") == [("a.md", "docs/a.md")]


def test_pages_outside_of_the_current_folder_are_shown_as_they_were_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path, "docs/a.md", "here/b.md")
    monkeypatch.chdir(tmp_path / "here")
    assert called("../docs") == [("a.md", "../docs/a.md")]
    assert called(str(tmp_path / "docs")) == [("a.md", str(tmp_path / "docs/a.md"))]
    assert called(str(tmp_path / "here")) == [("b.md", "b.md")]


def test_the_bytes_are_as_they_lie_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf\r\n\x00\xff")
    assert read(["a.md"]).value.pages[0].content == b"\xef\xbb\xbf\r\n\x00\xff"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# team")))
    (page,) = read(["-"]).value.pages
    assert (page.path, page.shown, page.content) == ("<stdin>", "<stdin>", b"# team")


def test_only_markdown_is_found_in_a_folder(tmp_path: Path) -> None:
    files(
        tmp_path, "docs/a.md", "docs/B.MD", "docs/c.txt", "docs/.d.md", "docs/.e/f.md"
    )
    assert [path for path, _ in called("docs")] == ["B.MD", "a.md"]


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    assert called("a.txt") == [("a.txt", "a.txt")]


def test_patterns_leave_pages_out(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/drafts/b.md")
    pages = read(["docs"], ["docs/drafts/**"], ".").value.pages
    assert [page.path for page in pages] == ["a.md"]


@pytest.mark.parametrize("paths", [("a.md", "a.md"), (".", "a.md"), ("a.md", "./a.md")])
def test_a_page_that_is_named_twice_is_read_once(
    tmp_path: Path, paths: tuple[str, ...]
) -> None:
    files(tmp_path, "a.md")
    assert called(*paths) == [("a.md", "a.md")]
    assert told(*paths) == [
        ("duplicate-page", "`a.md` was named twice; it was read once")
    ]


def test_a_link_to_a_page_is_the_page_itself(tmp_path: Path) -> None:
    files(tmp_path, "docs/b.md")
    (tmp_path / "docs/a.md").symlink_to("b.md")
    assert called("docs") == [("b.md", "docs/b.md")]
    assert [code for code, _ in told("docs")] == ["duplicate-page"]


def test_pages_that_differ_in_case_alone_are_told_of(tmp_path: Path) -> None:
    files(tmp_path, "docs/Team.md", "docs/team.md")
    if len(list((tmp_path / "docs").iterdir())) == 1:
        pytest.skip("this file system holds one of them")
    assert len(called("docs")) == 2
    assert told("docs") == [
        ("duplicate-page", "`team.md` and `Team.md` differ in case alone")
    ]


def lock(path: Path) -> None:
    path.write_bytes(b"# team")
    path.chmod(0)


MISSING = "could not be read: no such file or directory"

TROUBLES = {
    "a path that is not there": (str, MISSING),
    "a file that nobody may read": (lock, "could not be read: permission denied"),
    "a link that leads nowhere": (lambda path: path.symlink_to("gone"), MISSING),
    "a link that leads to itself": (
        lambda path: path.symlink_to(path.name),
        "could not",
    ),
    "a pipe, without waiting for it": (os.mkfifo, "it is no regular file"),
    "a device, without reading it": (
        lambda path: path.symlink_to("/dev/zero"),
        "it is no regular file",
    ),
    "a folder without pages": (lambda path: path.mkdir(), "no `*.md` file lies in it"),
}


@pytest.mark.parametrize(("make", "reason"), TROUBLES.values(), ids=TROUBLES.keys())
def test_what_gives_no_page_is_told_of(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    files(tmp_path, "good.md")
    make(tmp_path / "bad.md")
    ((code, message),) = told("good.md", "bad.md")
    assert code == "unreadable-page"
    assert message.startswith("`bad.md` could not be read: ")
    assert reason in message
    assert called("good.md", "bad.md") == [("good.md", "good.md")]


IN_A_FOLDER = {
    "a folder with the name of a page": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a file that nobody may read": lock,
    "a link that leads nowhere": lambda path: path.symlink_to("gone"),
    "a link to a file outside": lambda path: path.symlink_to("../secret.txt"),
    "a link to a folder outside": lambda path: path.symlink_to("../other"),
}


@pytest.mark.parametrize("make", IN_A_FOLDER.values(), ids=IN_A_FOLDER.keys())
def test_what_is_no_page_in_a_folder_is_told_of_and_the_others_are_read(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    files(tmp_path, "docs/good.md", "other/page.md", "secret.txt")
    make(tmp_path / "docs/bad.md")
    assert called("docs") == [("good.md", "docs/good.md")]
    assert [code for code, _ in told("docs")] == ["unreadable-page"]


def test_a_link_to_a_folder_inside_adds_nothing(tmp_path: Path) -> None:
    files(tmp_path, "docs/v1/a.md")
    (tmp_path / "docs/latest").symlink_to("v1")
    (tmp_path / "docs/v1/loop").symlink_to("..")
    assert called("docs") == [("v1/a.md", "docs/v1/a.md")]
    assert told("docs") == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the name")
def test_a_name_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    files(tmp_path, "docs/good.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/docs/\xff.md")).write_bytes(b"")
    assert [message for _, message in told("docs")] == [
        "`\udcff.md` could not be read: its name is not UTF-8"
    ]


@pytest.mark.parametrize("pattern", ["docs/old", "**/old/**", "docs/old/a.md", "**"])
def test_an_exclude_pattern_that_matches_is_not_reported(
    tmp_path: Path, pattern: str
) -> None:
    files(tmp_path, "docs/old/a.md", "docs/b.md")
    codes = [one.code for one in read(["docs"], [pattern], ".").diagnostics]
    assert "unused-exclude" not in codes


def test_an_exclude_pattern_that_matches_nothing_is_reported_once(
    tmp_path: Path,
) -> None:
    files(tmp_path, "docs/old/a.md", "docs/b.md")
    done = read(["docs"], ["docs/old/**", "old/**", "old/**"], ".")
    (found,) = done.diagnostics
    assert found.code == "unused-exclude"
    assert "`old/**`" in found.message
    assert done.value.shown(found.path) == "pyproject.toml"
