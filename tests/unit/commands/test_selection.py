"""Which page set a page belongs to, and what of it a command is about."""

from pathlib import Path

import pytest
from docgen.commands.readings import readings

from docgen.config import Config, Target

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
    """Give, for each page set, its pages, those that were named, and whether it is whole."""
    return [
        (
            [page.shown for page in one.page_set.pages],
            [page.shown for page in one.page_set.pages if one.is_named(page.path)],
            one.work.is_whole,
        )
        for one in readings(CONFIG, paths)
    ]


V1 = ["docs/v1/a.md", "docs/v1/b.md"]
BETA = ["docs/beta/a.md"]
ALL = [*BETA, "docs/beta/old/c.md", *V1]

SETS: dict[str, tuple[tuple[str, ...], list[tuple[list[str], list[str], bool]]]] = {
    "no path is every source, each once": ((), [(V1, V1, True), (BETA, BETA, True)]),
    "a page of a source": (("docs/v1/a.md",), [(V1, ["docs/v1/a.md"], True)]),
    "a source": (("docs/v1",), [(V1, V1, True)]),
    "a page reached through a link": (("latest/a.md",), [(V1, ["docs/v1/a.md"], True)]),
    "pages of two sources": (
        ("docs/v1/a.md", "docs/beta"),
        [(V1, ["docs/v1/a.md"], True), (BETA, BETA, True)],
    ),
    "a page of no source is alone": (
        ("notes.md",),
        [(["notes.md"], ["notes.md"], False)],
    ),
    "a page that is left out is alone": (
        ("docs/beta/old/c.md",),
        [(["docs/beta/old/c.md"], ["docs/beta/old/c.md"], False)],
    ),
    "a folder above all sources is a page set of its own": (
        ("docs",),
        [(ALL, ALL, True)],
    ),
    "a page of a source that is not there": (
        ("docs/v1/a.md", "docs/v1/gone.md"),
        [(V1, ["docs/v1/a.md"], True), ([], [], False)],
    ),
}


@pytest.mark.parametrize(("paths", "expected"), SETS.values(), ids=SETS.keys())
def test_the_page_sets_are(
    paths: tuple[str, ...], expected: list[tuple[list[str], list[str], bool]]
) -> None:
    assert sets(*paths) == expected


def test_without_a_configuration_pages_are_a_set_of_their_own() -> None:
    (one,) = readings(Config(), ["docs/v1/a.md", "docs/v1/b.md"])
    assert [page.path for page in one.page_set.pages] == ["a.md", "b.md"]
    assert not one.work.is_whole
