"""Selection: the page set that a page belongs to, and the pages that a command is about."""

from pathlib import Path

import pytest

from docgen.commands.selection import select
from docgen.config import Config, Target
from docgen.pages.page_set import PageSet
from docgen.pages.read import read

CONFIG = Config(
    targets=(
        Target(source=("docs/v1",), output="v1", package="one"),
        Target(source=("docs/v1",), output="again", package="two"),
        Target(source=("docs/beta",), output="beta", exclude=("docs/beta/old/**",)),
    )
)


@pytest.fixture(autouse=True)
def _pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (
        "docs/v1/a.md",
        "docs/v1/b.md",
        "docs/beta/a.md",
        "docs/beta/old/c.md",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    (tmp_path / "notes.md").write_text("")
    (tmp_path / "latest").symlink_to("docs/v1")
    monkeypatch.chdir(tmp_path)


def sets(*paths: str) -> list[tuple[list[str], list[str], bool]]:
    """Return, for each page set, its pages, the selected ones, and whether it is complete."""
    found = []
    for one in select(CONFIG, paths):
        pages = page_set(one.target)
        paths_in_set = [page.path for page in pages.pages]
        selected = filter(one.includes, paths_in_set)
        shown = [*map(pages.shown, paths_in_set)], [*map(pages.shown, selected)]
        found.append((*shown, one.is_whole))
    return found


def page_set(target: Target) -> PageSet:
    return read(
        target.source, exclude=target.exclude, config_file=target.config_file
    ).value


V1 = ["docs/v1/a.md", "docs/v1/b.md"]
BETA = ["docs/beta/a.md"]
ALL = [*BETA, "docs/beta/old/c.md", *V1]

SETS: dict[str, tuple[tuple[str, ...], list[tuple[list[str], list[str], bool]]]] = {
    "no path selects every source once": ((), [(V1, V1, True), (BETA, BETA, True)]),
    "a page of a source": (("docs/v1/a.md",), [(V1, ["docs/v1/a.md"], True)]),
    "a source": (("docs/v1",), [(V1, V1, True)]),
    "a page reached through a link": (("latest/a.md",), [(V1, ["docs/v1/a.md"], True)]),
    "pages of two sources": (
        ("docs/v1/a.md", "docs/beta"),
        [(V1, ["docs/v1/a.md"], True), (BETA, BETA, True)],
    ),
    "a page outside of every source is a separate page set": (
        ("notes.md",),
        [(["notes.md"], ["notes.md"], False)],
    ),
    "an excluded page is a separate page set": (
        ("docs/beta/old/c.md",),
        [(["docs/beta/old/c.md"], ["docs/beta/old/c.md"], False)],
    ),
    "a folder above all sources is a separate page set": (
        ("docs",),
        [(ALL, ALL, True)],
    ),
    "a missing page of a source": (
        ("docs/v1/a.md", "docs/v1/gone.md"),
        [(V1, ["docs/v1/a.md"], True), ([], [], False)],
    ),
}


@pytest.mark.parametrize(("paths", "expected"), SETS.values(), ids=SETS.keys())
def test_page_sets(
    paths: tuple[str, ...], expected: list[tuple[list[str], list[str], bool]]
) -> None:
    assert sets(*paths) == expected


def test_folder_in_a_source_selects_its_pages_and_no_sibling() -> None:
    for path in ("docs/v1/in/c.md", "docs/v1/in/deep/d.md", "docs/v1/inner/e.md"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("")
    ((_, selected, _),) = sets("docs/v1/in")
    assert selected == ["docs/v1/in/c.md", "docs/v1/in/deep/d.md"]


def test_pages_without_a_configuration_are_a_separate_page_set() -> None:
    (one,) = select(Config(), ["docs/v1/a.md", "docs/v1/b.md"])
    assert [page.path for page in page_set(one.target).pages] == ["a.md", "b.md"]
    assert not one.is_whole
