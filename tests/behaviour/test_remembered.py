"""Commands have the same results with the cache as without it."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import Checkout, Docgen, Run
from imports import imported

TEAM = "docs/resources/team.md"
MOOD = "docs/resources/mood.md"

COMMANDS = {
    "lint": ("lint",),
    "lint of a page": ("lint", TEAM),
    "lint of a page named twice": ("lint", TEAM, TEAM),
    "lint of a missing page": ("lint", TEAM, "docs/missing.md"),
    "lint of a folder": ("lint", "docs/resources", "--output-format", "json"),
    "lint of pages outside of sources": ("lint", "other"),
    "lint with a selection": ("lint", "--select", "warning"),
    "export": ("export", "docs", "--format", "json"),
    "export of a page": ("export", TEAM, "--format", "csdl"),
    "convert": ("convert", TEAM),
    "convert to a flavour": ("convert", TEAM, "--flavour", "pydantic"),
    "convert of pages outside of sources": ("convert", "other"),
    "show": ("show", TEAM, "--stage", "view"),
    "generate of a page": ("generate", TEAM, "--check", "--diff"),
}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def _with_findings(checkout: Checkout) -> None:
    """Add something to the pages that each stage reports."""
    checkout.edit(TEAM, "|size|Int32|", "|size|colour|")
    checkout.edit(TEAM, "|id|String|The key.|", "|Id|String|**TODO: key**|surplus|")
    checkout.write("other/team.md", (checkout.folder / TEAM).read_text("utf-8"))


def _a_row_more(checkout: Checkout) -> None:
    checkout.edit(TEAM, "|size|", "|to string|String|A name.|\n|size|")


def _a_name_less(checkout: Checkout) -> None:
    checkout.edit(MOOD, "# mood", "# humour")


def _a_page_less(checkout: Checkout) -> None:
    (checkout.folder / MOOD).unlink()


def _a_page_more(checkout: Checkout) -> None:
    page = (checkout.folder / TEAM).read_text("utf-8")
    checkout.write("docs/resources/twin.md", page)


def _a_page_nobody_can_read(checkout: Checkout) -> None:
    (checkout.folder / MOOD).unlink()
    (checkout.folder / MOOD).mkdir()


def _another_base(checkout: Checkout) -> None:
    checkout.write(
        "pyproject.toml", "[tool.docgen]\nsource = ['docs']\nentity_base = ''\n"
    )


def _another_severity(checkout: Checkout) -> None:
    checkout.write(
        "pyproject.toml",
        "[tool.docgen]\nsource = ['docs']\nseverity = {placeholder = 'error'}\n",
    )


CHANGES = (
    _a_row_more,
    _a_name_less,
    _a_page_less,
    _a_page_more,
    _a_page_nobody_can_read,
    _another_base,
    _another_severity,
)


def comparable(ran: Run) -> Run:
    """Return the result of a command without its duration."""
    return ran._replace(err=re.sub(r"in \d+\.\d s", "", ran.err))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__[1:])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_every_command_has_the_same_result_with_the_cache(
    checkout: Checkout,
    docgen: Docgen,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    change: Callable[[Checkout], None],
) -> None:
    def without_cache() -> Run:
        with monkeypatch.context() as here:
            here.setenv("DOCGEN_CACHE_DIR", "/dev/null")
            return comparable(docgen(*command))

    before = without_cache()
    assert [comparable(docgen(*command)) for _ in range(2)] == [before, before]
    change(checkout)
    after = without_cache()
    assert [comparable(docgen(*command)) for _ in range(2)] == [after, after]


@pytest.mark.parametrize("kind", ["declare-*", "lowering-*", "pages*", "*"])
def test_a_damaged_cache_changes_nothing(
    checkout: Checkout, docgen: Docgen, cache: Path, kind: str
) -> None:
    first = comparable(docgen("lint"))
    found = [*cache.glob(f"sources-*/{kind}")]
    assert found
    for file in found:
        file.write_bytes(random.Random(1).randbytes(5_000))  # noqa: S311
    assert comparable(docgen("lint")) == first
    _a_row_more(checkout)
    assert comparable(docgen("lint")) == comparable(docgen("lint", "--no-cache"))


@pytest.mark.usefixtures("checkout")
def test_lint_of_unchanged_pages_parses_nothing() -> None:
    parser = "docgen.markdown.parse"
    assert parser in imported("lint", MOOD)
    assert parser not in imported("lint", MOOD)
    assert parser not in imported("lint")


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "command",
    [
        ("export", "docs", "--format", "json"),
        ("convert", TEAM),
        ("generate", TEAM),
        ("show", TEAM, "--stage", "schema"),
    ],
    ids=lambda command: command[0],
)
def test_no_other_command_parses_an_unchanged_page(
    command: tuple[str, ...],
) -> None:
    assert "markdown_it" in imported("generate")
    assert "markdown_it" not in imported(*command)


def test_no_cache_creates_no_cache(docgen: Docgen, cache: Path) -> None:
    docgen("lint", "--no-cache")
    docgen("generate", TEAM, "--no-cache")
    assert not cache.exists()


def test_nothing_is_cached_for_single_pages(docgen: Docgen, cache: Path) -> None:
    docgen("lint", "other/team.md")
    docgen("convert", "other/team.md")
    docgen("export", TEAM, "--format", "json")
    assert not cache.exists()
    docgen("lint", "other")
    assert [path.name[:8] for path in cache.iterdir()] == ["sources-"]


@pytest.mark.parametrize("command", ["generate", "lint"])
def test_a_page_whose_name_is_not_utf_8_is_reported_every_time(
    checkout: Checkout, docgen: Docgen, command: str
) -> None:
    name = os.fsencode(checkout.folder / "docs") + b"/\xff.md"
    try:
        Path(os.fsdecode(name)).write_text("# a", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    for _ in range(2):
        ran = docgen(command)
        assert ran.status == 1
        assert "its name is not UTF-8" in ran.out + ran.err
