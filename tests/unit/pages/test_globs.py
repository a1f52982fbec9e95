"""Patterns that leave pages out."""

import pytest

from docgen.pages.globs import leaves_out

LEFT_OUT = {
    "a folder of that name at the top": ("**/drafts/**", "drafts/team.md"),
    "a folder of that name further down": ("**/drafts/**", "docs/a/drafts/b/team.md"),
    "the folder itself, so that it is not walked": ("**/drafts/**", "docs/drafts"),
    "everything in a folder that the pattern fits": ("docs/old", "docs/old/a/team.md"),
    "a star within one name": ("docs/old-*.md", "docs/old-team.md"),
    "a question mark for one character": ("docs/v?/*.md", "docs/v1/team.md"),
    "a pattern that begins with ./": ("./docs/team.md", "docs/team.md"),
    "two stars alone": ("**", "docs/team.md"),
}

STAYS = {
    "a star does not reach into folders": ("docs/*.md", "docs/a/team.md"),
    "a name that only begins so": ("**/drafts/**", "docs/drafts2/team.md"),
    "a pattern is held against the whole path": ("team.md", "docs/team.md"),
    "letters in another case": ("docs/Team.md", "docs/team.md"),
    "brackets and dots mean themselves": ("docs/[ab].md", "docs/a.md"),
}


@pytest.mark.parametrize(("pattern", "path"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_is_left_out(pattern: str, path: str) -> None:
    assert leaves_out([pattern]).fullmatch(path)


@pytest.mark.parametrize(("pattern", "path"), STAYS.values(), ids=STAYS.keys())
def test_stays(pattern: str, path: str) -> None:
    assert not leaves_out([pattern]).fullmatch(path)


def test_without_patterns_everything_stays() -> None:
    assert not leaves_out([]).fullmatch("docs/team.md")
