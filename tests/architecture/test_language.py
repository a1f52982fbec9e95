"""All text that a person reads is plain technical English, without the idiom of old versions."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
IDIOM = re.compile(
    r"""
    (?<![a-z]) (?:
        told | heed(?:s|ed)? | people's | person's | somebody | whoever | today's
        | passed[ ]over | mend(?:s|ed|ing)? | goes[ ]along | went[ ]along
        | in[ ]line[ ]with | (?<![Tt]here[ ])(?:is|are)[ ]no[ ](?!longer|more)[a-z]+
    ) (?![a-z])
    | \"\"\" (?:Give|Tell|Say|Be) [ ]
    """,
    re.VERBOSE,
)
UNCHECKED = ("tests/architecture/test_language.py",)
"""This file lists the words."""

PATTERNS = (
    "*.md",
    "docgen/**/*.md",
    "docgen/**/*.py",
    "templates/**/*.jinja",
    "docs_src/**/*.md",
    "tests/**/*.py",
)
NAMES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in PATTERNS
    for path in ROOT.glob(pattern)
)


def test_files_have_no_words_of_the_idiom() -> None:
    found = [
        f"{name}:{number}: {match[0]}"
        for name in NAMES
        if not name.startswith(UNCHECKED)
        for number, line in enumerate(
            (ROOT / name).read_text("utf-8", "replace").splitlines(), 1
        )
        for match in IDIOM.finditer(line)
    ]
    assert found == []


def test_case_names_have_no_words_of_the_idiom() -> None:
    names = [path.name for path in (ROOT / "tests" / "cases").iterdir()]
    assert [name for name in names if IDIOM.search(name.replace("-", " "))] == []
