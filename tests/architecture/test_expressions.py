"""Regular expressions behave the same on every Python version that docgen supports."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[+*?]|\{[0-9,]+\})\+")
MODULES = sorted(ROOT.glob("docgen/**/*.py"))


def having(expression: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    """Return the files in which an expression matches."""
    return [
        file.relative_to(ROOT).as_posix()
        for file in files
        if expression.search(file.read_text(encoding="utf-8"))
    ]


def test_no_group_is_possessive() -> None:
    """Python 3.11.2 matches possessive groups wrongly; `(?>(?:…)+)` is equivalent."""
    templates = ROOT.glob("templates/**/*.jinja")
    assert having(POSSESSIVE_GROUP, [*MODULES, *templates]) == []


@pytest.mark.parametrize("text", ["(?:a|b)++", "(?:a)?+", "(a)*+", "(?:a){1,2}+"])
def test_each_kind_of_possessive_group_is_found(text: str) -> None:
    assert POSSESSIVE_GROUP.search(text)


COMPILED_AT_IMPORT = re.compile(r"^\w+(?:: [^=\n]+)? = re\.compile\(", re.MULTILINE)
COMPARED_BY_IDENTITY = {ROOT / "docgen/pages/globs.py"}
"""Modules with an expression that is compared by identity, and is compiled in no time."""


def test_no_expression_is_compiled_at_import() -> None:
    """`docgen.regex.Regex` compiles on first use; a run needs a third of all expressions."""
    others = [file for file in MODULES if file not in COMPARED_BY_IDENTITY]
    assert having(COMPILED_AT_IMPORT, others) == []
