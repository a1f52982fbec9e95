"""Which diagnostics `[tool.docgen.per-page-ignores]` removes."""

import pytest

from docgen.config import Config
from docgen.config.reported import ignored_by
from docgen.config.settings import PageIgnore
from docgen.diagnostics import Code, diagnostic
from docgen.source import START

LINK = diagnostic(Code.BROKEN_LINK, "…", "resources/legacy/team.md", START)


def is_ignored(pattern: str, *codes: str, folder: str = "") -> bool:
    ignore = PageIgnore(pattern=pattern, codes=codes)
    config = Config(page_ignores=(ignore,), folder=folder)
    predicate = ignored_by(config, lambda path: f"docs/{path}")
    return predicate is not None and predicate(LINK)


@pytest.mark.parametrize(
    "pattern",
    [
        "resources/legacy/**",
        "resources/legacy/team.md",
        "docs/resources/legacy",
        "**/team.md",
        "**",
    ],
)
def test_is_ignored_on_a_page_that_matches(pattern: str) -> None:
    assert is_ignored(pattern, "placeholder", "broken-link")


@pytest.mark.parametrize("pattern", ["legacy/**", "team.md", "docs/resources/*.md"])
def test_is_kept_on_a_page_that_does_not_match(pattern: str) -> None:
    assert not is_ignored(pattern, "broken-link")


def test_other_codes_are_kept() -> None:
    assert not is_ignored("**", "placeholder")


def test_a_pattern_is_relative_to_the_folder_of_the_configuration() -> None:
    assert is_ignored("resources/legacy/*", "broken-link", folder="docs")
    assert is_ignored("docs/resources/legacy/*", "broken-link", folder="docs/..")
    assert not is_ignored("docs/resources/legacy/*", "broken-link", folder="docs")
