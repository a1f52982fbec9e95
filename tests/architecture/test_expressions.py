"""Regular expressions mean the same on every Python that docgen runs on."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[+*?]|\{[0-9,]+\})\+")
FILES = sorted([*ROOT.glob("docgen/**/*.py"), *ROOT.glob("templates/**/*.jinja")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_group_is_possessive_for_python_3_11_2_loses_its_place_in_it(
    file: Path,
) -> None:
    """`(?>(?:…)+)` says the same, and is matched by each of them."""
    assert not POSSESSIVE_GROUP.search(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["(?:a|b)++", "(?:a)?+", "(a)*+", "(?:a){1,2}+"])
def test_the_rule_finds_each_kind(text: str) -> None:
    assert POSSESSIVE_GROUP.search(text)
