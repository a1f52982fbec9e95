"""Glob patterns: which paths they match."""

import pytest

from docgen.pages.globs import compile_globs

MATCHES = {
    "a folder of that name at the top": ("**/drafts/**", "drafts/team.md"),
    "a folder of that name below": ("**/drafts/**", "docs/a/drafts/b/team.md"),
    "the folder itself, so that it is not searched": ("**/drafts/**", "docs/drafts"),
    "everything in a matching folder": ("docs/old", "docs/old/a/team.md"),
    "a star within one name": ("docs/old-*.md", "docs/old-team.md"),
    "a question mark for one character": ("docs/v?/*.md", "docs/v1/team.md"),
    "a pattern that starts with ./": ("./docs/team.md", "docs/team.md"),
    "only two stars": ("**", "docs/team.md"),
}

NO_MATCHES = {
    "a star does not reach into folders": ("docs/*.md", "docs/a/team.md"),
    "a name with only the same prefix": ("**/drafts/**", "docs/drafts2/team.md"),
    "a pattern must match the complete path": ("team.md", "docs/team.md"),
    "letters in another case": ("docs/Team.md", "docs/team.md"),
    "brackets and dots are literal": ("docs/[ab].md", "docs/a.md"),
}


@pytest.mark.parametrize(("pattern", "path"), MATCHES.values(), ids=MATCHES.keys())
def test_pattern_matches(pattern: str, path: str) -> None:
    assert compile_globs([pattern]).fullmatch(path)


@pytest.mark.parametrize(
    ("pattern", "path"), NO_MATCHES.values(), ids=NO_MATCHES.keys()
)
def test_pattern_does_not_match(pattern: str, path: str) -> None:
    assert not compile_globs([pattern]).fullmatch(path)


def test_no_pattern_matches_nothing() -> None:
    assert not compile_globs([]).fullmatch("docs/team.md")
