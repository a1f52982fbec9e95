"""All text that a person reads is plain technical English, without the idiom of old versions."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IDIOM = re.compile(
    r"""
    (?<![a-z]) (?:
        told | heed(?:s|ed)? | people's | person's | somebody | whoever | today's
        | passed[ ]over | mend(?:s|ed|ing)? | goes[ ]along | went[ ]along
        | in[ ]line[ ]with | (?<!there[ ])is[ ]no[ ](?!longer|more)[a-z]+
    ) (?![a-z])
    | \"\"\" (?:Give|Tell|Say|Be) [ ]
    """,
    re.VERBOSE,
)
UNCHECKED = (
    "tests/architecture/test_language.py",
    "tests/behaviour/",
    "tests/merges/",
    "tests/properties/",
    "tests/unit/conftest.py",
    "tests/unit/edits/",
    "tests/unit/export/",
    "tests/unit/extract/",
    "tests/unit/output/",
    "tests/unit/pycode/",
    "tests/unit/python/",
    "tests/unit/render/",
    "tests/unit/resolve/",
    "tests/unit/schema/",
)
"""Folders and files that still have words of the idiom, except this one, which lists them.

Remove a line when its folder is rewritten; add none.
"""

PATTERNS = (
    "*.md",
    "docgen/**/*.md",
    "docgen/**/*.py",
    "templates/**/*.jinja",
    "tests/**/*.py",
)
NAMES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in PATTERNS
    for path in ROOT.glob(pattern)
)


@pytest.mark.parametrize(
    "name", [name for name in NAMES if not name.startswith(UNCHECKED)]
)
def test_file_has_no_words_of_the_idiom(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [
        f"{number}: {match[0]}"
        for number, line in enumerate(lines, 1)
        for match in IDIOM.finditer(line)
    ]
    assert found == []


def test_case_names_have_no_words_of_the_idiom() -> None:
    names = [path.name for path in (ROOT / "tests" / "cases").iterdir()]
    assert [name for name in names if IDIOM.search(name.replace("-", " "))] == []
