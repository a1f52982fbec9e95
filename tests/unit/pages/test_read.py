"""Reading: which pages are at a path, their paths, and what cannot be read."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.pages.page_set import PageFile
from docgen.pages.read import open_page, read
from docgen.pages.tree import DISK


def files(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def pages(*paths: str) -> list[tuple[str, str]]:
    """Return the pages at paths, each as it is in the set and as a user would write it."""
    found = read(paths).value
    return [(page.path, found.shown(page.path)) for page in found.pages]


def diagnostics(*paths: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in read(paths).diagnostics]


def test_paths_are_relative_to_the_folder_and_sorted(tmp_path: Path) -> None:
    files(tmp_path, "docs/resources/b.md", "docs/resources/a.md", "docs/api/c.md")
    assert pages("docs") == [
        ("api/c.md", "docs/api/c.md"),
        ("resources/a.md", "docs/resources/a.md"),
        ("resources/b.md", "docs/resources/b.md"),
    ]


def test_single_file_has_its_name_as_path(tmp_path: Path) -> None:
    files(tmp_path, "docs/resources/a.md")
    assert pages("docs/resources/a.md") == [("a.md", "docs/resources/a.md")]


@pytest.mark.parametrize("checkout", ["here", "there"])
def test_paths_in_several_sources_are_relative_to_the_project(
    tmp_path: Path, checkout: str
) -> None:
    project = tmp_path / checkout
    sources = [project / "docs", tmp_path / "other"]
    for source in sources:
        source.mkdir(parents=True)
        (source / "page.md").write_bytes(b"")
    found = read(
        [str(source) for source in sources], config_file=str(project / "pyproject.toml")
    )
    assert [page.path for page in found.value.pages] == [
        "../other/page.md",
        "docs/page.md",
    ]


def test_paths_in_several_folders_are_relative_to_the_common_folder(
    tmp_path: Path,
) -> None:
    files(tmp_path, "docs/v1/resources/a.md", "docs/v1/api/c.md")
    assert [path for path, _ in pages("docs/v1/resources", "docs/v1/api/c.md")] == [
        "api/c.md",
        "resources/a.md",
    ]


def test_missing_path_changes_no_other_path(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md")
    assert pages("docs", "elsewhere/b.md") == [("a.md", "docs/a.md")]


def test_pages_outside_of_the_current_folder_are_shown_as_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path, "docs/a.md", "here/b.md")
    monkeypatch.chdir(tmp_path / "here")
    assert pages("../docs") == [("a.md", "../docs/a.md")]
    assert pages(str(tmp_path / "docs")) == [("a.md", str(tmp_path / "docs/a.md"))]
    assert pages(str(tmp_path / "here")) == [("b.md", "b.md")]


def test_content_is_read_unchanged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf\r\n\x00\xff")
    assert read(["a.md"]).value.pages[0].content == b"\xef\xbb\xbf\r\n\x00\xff"


def test_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# team")))
    found = read(["-"])
    (page,) = found.value.pages
    assert (page.path, page.content, found.diagnostics) == ("<stdin>", b"# team", ())
    assert read([]).value.shown(page.path) == "<stdin>"


def test_only_markdown_files_are_found_in_a_folder(tmp_path: Path) -> None:
    files(
        tmp_path, "docs/a.md", "docs/B.MD", "docs/c.txt", "docs/.d.md", "docs/.e/f.md"
    )
    assert [path for path, _ in pages("docs")] == ["B.MD", "a.md"]


def test_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    assert pages("a.txt") == [("a.txt", "a.txt")]


def test_exclude_patterns_exclude_pages(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/drafts/b.md")
    found = read(["docs"], exclude=["docs/drafts/**"], config_file="pyproject.toml")
    assert [page.path for page in found.value.pages] == ["a.md"]


@pytest.mark.parametrize("paths", [("a.md", "a.md"), (".", "a.md"), ("a.md", "./a.md")])
def test_page_named_twice_is_read_once(tmp_path: Path, paths: tuple[str, ...]) -> None:
    files(tmp_path, "a.md")
    assert pages(*paths) == [("a.md", "a.md")]
    assert diagnostics(*paths) == [
        ("duplicate-page", "`a.md` is given twice; reading it once")
    ]


def test_link_to_a_page_is_the_same_page(tmp_path: Path) -> None:
    files(tmp_path, "docs/b.md")
    (tmp_path / "docs/a.md").symlink_to("b.md")
    assert pages("docs") == [("b.md", "docs/b.md")]
    assert [code for code, _ in diagnostics("docs")] == ["duplicate-page"]


def test_pages_that_differ_in_case_only_are_reported(tmp_path: Path) -> None:
    files(tmp_path, "docs/Team.md", "docs/team.md")
    if len(list((tmp_path / "docs").iterdir())) == 1:
        pytest.skip("this file system holds one of them")
    assert len(pages("docs")) == 2
    assert diagnostics("docs") == [
        ("duplicate-page", "`team.md` and `Team.md` differ only in case")
    ]


def lock(path: Path) -> None:
    path.write_bytes(b"# team")
    path.chmod(0)


MISSING = "could not be read: no such file or directory"

PROBLEMS = {
    "a missing path": (str, MISSING),
    "a file without read permission": (lock, "could not be read: permission denied"),
    "a link that leads nowhere": (lambda path: path.symlink_to("gone"), MISSING),
    "a link that leads to itself": (
        lambda path: path.symlink_to(path.name),
        "could not",
    ),
    "a pipe, without waiting for it": (os.mkfifo, "it is not a regular file"),
    "a device, without reading it": (
        lambda path: path.symlink_to("/dev/zero"),
        "it is not a regular file",
    ),
    "a folder without pages": (
        lambda path: path.mkdir(),
        "there is no `*.md` file in it",
    ),
}


@pytest.mark.parametrize(("make", "reason"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_path_that_is_not_a_page_is_reported(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    files(tmp_path, "good.md")
    make(tmp_path / "bad.md")
    ((code, message),) = diagnostics("good.md", "bad.md")
    assert code == "unreadable-page"
    assert message.startswith("`bad.md` could not be read: ")
    assert reason in message
    assert pages("good.md", "bad.md") == [("good.md", "good.md")]


IN_A_FOLDER = {
    "a folder with the name of a page": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a file without read permission": lock,
    "a link that leads nowhere": lambda path: path.symlink_to("gone"),
    "a link to a file outside": lambda path: path.symlink_to("../secret.txt"),
    "a link to a folder outside": lambda path: path.symlink_to("../other"),
}


@pytest.mark.parametrize("make", IN_A_FOLDER.values(), ids=IN_A_FOLDER.keys())
def test_problem_in_a_folder_is_reported_and_other_pages_are_read(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    files(tmp_path, "docs/good.md", "other/page.md", "secret.txt")
    make(tmp_path / "docs/bad.md")
    assert pages("docs") == [("good.md", "docs/good.md")]
    assert [code for code, _ in diagnostics("docs")] == ["unreadable-page"]


def test_link_to_a_folder_inside_adds_no_page(tmp_path: Path) -> None:
    files(tmp_path, "docs/v1/a.md")
    (tmp_path / "docs/latest").symlink_to("v1")
    (tmp_path / "docs/v1/loop").symlink_to("..")
    assert pages("docs") == [("v1/a.md", "docs/v1/a.md")]
    assert diagnostics("docs") == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse the name")
def test_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    files(tmp_path, "docs/good.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/docs/\xff.md")).write_bytes(b"")
    assert [message for _, message in diagnostics("docs")] == [
        "`\udcff.md` could not be read: its name is not UTF-8"
    ]


@pytest.mark.parametrize("pattern", ["docs/old", "**/old/**", "docs/old/a.md", "**"])
def test_an_exclude_pattern_that_matches_is_not_reported(
    tmp_path: Path, pattern: str
) -> None:
    files(tmp_path, "docs/old/a.md", "docs/b.md")
    codes = [
        one.code
        for one in read(
            ["docs"], exclude=[pattern], config_file="pyproject.toml"
        ).diagnostics
    ]
    assert "unused-exclude" not in codes


def test_an_exclude_pattern_that_matches_nothing_is_reported_once(
    tmp_path: Path,
) -> None:
    files(tmp_path, "docs/old/a.md", "docs/b.md")
    done = read(
        ["docs"],
        exclude=["docs/old/**", "old/**", "old/**"],
        config_file="pyproject.toml",
    )
    (found,) = done.diagnostics
    assert found.code == "unused-exclude"
    assert "`old/**`" in found.message
    assert done.value.shown(found.path) == "pyproject.toml"


def test_link_into_a_sibling_folder_with_the_same_prefix_is_refused(
    tmp_path: Path,
) -> None:
    files(tmp_path, "docs/a.md", "docs-private/secret.md")
    (tmp_path / "docs/b.md").symlink_to("../docs-private/secret.md")
    assert pages("docs") == [("a.md", "docs/a.md")]
    assert [code for code, _ in diagnostics("docs")] == ["unreadable-page"]


def test_opened_page_has_the_digest_of_its_content(tmp_path: Path) -> None:
    files(tmp_path, "a.md")
    location = str(tmp_path / "a.md")
    stale = PageFile(path="a.md", location=location, digest="of older content")
    opened = open_page(stale, DISK)
    (page,) = read(["a.md"]).value.pages
    assert (opened.digest, opened.content) == (page.digest, b"a.md")


def test_removed_page_cannot_be_opened(tmp_path: Path) -> None:
    removed = PageFile(path="a.md", location=str(tmp_path / "a.md"), digest="1")
    opened = open_page(removed, DISK)
    assert opened.content is None
    assert opened.problem.startswith("no such file")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_page_set_with_a_page_that_cannot_be_read_is_not_plain(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/b.md")
    assert read(["docs"]).value.is_plain
    (tmp_path / "docs/a.md").chmod(0)
    assert not read(["docs"]).value.is_plain


def test_searched_folders_are_known(tmp_path: Path) -> None:
    files(tmp_path, "docs/a.md", "docs/inner/b.md", "docs/.hidden/c.md")
    searched = {os.path.relpath(one.location) for one in read(["docs"]).value.searched}
    assert searched == {"docs", str(Path("docs", "inner"))}
