"""Regular expressions behave the same on every Python version that docgen supports."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[+*?]|\{[0-9,]+\})\+")
FILES = sorted([*ROOT.glob("docgen/**/*.py"), *ROOT.glob("templates/**/*.jinja")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_group_is_possessive(
    file: Path,
) -> None:
    """Python 3.11.2 matches possessive groups wrongly; `(?>(?:…)+)` is equivalent."""
    assert not POSSESSIVE_GROUP.search(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["(?:a|b)++", "(?:a)?+", "(a)*+", "(?:a){1,2}+"])
def test_each_kind_of_possessive_group_is_found(text: str) -> None:
    assert POSSESSIVE_GROUP.search(text)


COMPILED_AT_IMPORT = re.compile(r"^\w+(?:: [^=\n]+)? = re\.compile\(", re.MULTILINE)
COMPARED_BY_IDENTITY = {"pages/globs.py"}
"""Modules with an expression that is compared by identity, and is compiled in no time."""


@pytest.mark.parametrize(
    "file", [*ROOT.glob("docgen/**/*.py")], ids=lambda file: file.name
)
def test_no_expression_is_compiled_at_import(file: Path) -> None:
    """`docgen.regex.Regex` compiles on first use; a run needs a third of all expressions."""
    if file.relative_to(ROOT / "docgen").as_posix() not in COMPARED_BY_IDENTITY:
        assert not COMPILED_AT_IMPORT.search(file.read_text(encoding="utf-8"))
