"""Changes between two versions of pages: exactly those that were made.

`pytest tests/properties/test_diff.py --edited-pages CORPUS` edits the pages of a folder.
"""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from fleet import schema_of
from formatting import formatted

from docgen.changes.compare import compare_schemas
from docgen.changes.model import Category, Change
from docgen.schema.model import Property, Schema, StructuredType

SEEDS = (1, 2, 3)
MOST = 40
"""Edited rows of one test."""


@pytest.fixture
def texts(pages: list[tuple[Path, Path]]) -> dict[str, str]:
    """Return the pages by path."""
    return {
        path.as_posix(): page.read_text(encoding="utf-8-sig", errors="replace")
        for page, path in pages
    }


def test_formatted_pages_have_no_changes(
    edits_seed: int, texts: dict[str, str]
) -> None:
    after = {
        path: formatted(text, Random(f"{edits_seed} {path}"))  # noqa: S311
        for path, text in texts.items()
    }
    found = compare_schemas(schema_of(texts), schema_of(after))
    assert [one for one in found if one.category is not Category.DOCS] == []


def test_rows_in_another_order_are_no_change(
    edits_seed: int, texts: dict[str, str]
) -> None:
    random = Random(edits_seed)  # noqa: S311
    table = re.compile(r"(?m)^\|[:\- |]+\|[ ]*\n((?:\|.*\n)+)")

    def shuffled(match: re.Match[str]) -> str:
        rows = match[1].splitlines(keepends=True)
        if "ermission" in match.string[max(0, match.start() - 80) : match.start()]:
            return match[0]
        random.shuffle(rows)
        return match[0].removesuffix(match[1]) + "".join(rows)

    before = {path: text for path, text in texts.items() if not path.startswith("api/")}
    after = {path: table.sub(shuffled, text) for path, text in before.items()}
    found = compare_schemas(schema_of(before), schema_of(after))
    assert [one for one in found if one.fact != "sample"] == []


def test_edited_rows_are_the_only_changes(
    edits_seed: int, texts: dict[str, str]
) -> None:
    random = Random(edits_seed)  # noqa: S311
    before = schema_of(texts)
    rows = [*_rows_of_their_own(before)]
    random.shuffle(rows)
    lines = {path: text.split("\n") for path, text in texts.items()}
    expected = Counter[tuple[str, str, str]]()
    edited: set[str] = set()
    for type_, row in rows:
        if row.source.path in edited or len(edited) == MOST:
            continue
        edited.add(row.source.path)
        line = lines[row.source.path][row.source.line - 1]
        kind, *new = _edit(line, row, random)
        lines[row.source.path][row.source.line - 1 : row.source.line] = new
        name = "added1" if kind == "property-added" else row.name
        expected[kind, type_.name, name] += 1
    after = schema_of({path: "\n".join(text) for path, text in lines.items()})
    found = [one for one in compare_schemas(before, after) if one.fact != "sample"]
    assert Counter(map(_key, found)) == expected
    back = compare_schemas(after, before)
    assert Counter(map(_key, filter(_is_one_sided, back))) == Counter(
        _mirrored(one) for one in found if _is_one_sided(one)
    )


def _rows_of_their_own(schema: Schema) -> list[tuple[StructuredType, Property]]:
    """Return rows of strings that are on one line and in one type only."""
    types = [one for one in schema.types if isinstance(one, StructuredType)]
    names = Counter(row.name.casefold() for one in types for row in one.rows)
    return [
        (one, row)
        for one in types
        if len(one.properties) > 2 and len(one.sources) == 1
        for row in one.properties
        if names[row.name.casefold()] == 1
        and row.type.name == "Edm.String"
        and not (row.type.is_collection or row.values or row.inherited_from)
        and not (row.sources or row.is_key)
    ]


def _edit(line: str, row: Property, random: Random) -> list[str]:
    """Return a kind of change, and the lines that replace the line of a row."""
    match = re.fullmatch(r"(\s*\|?[^|]*)\|([^|]*)\|([^|]*)(\|?\s*)", line)
    choices = ["property-removed", "property-added"]
    if match and "tring" in match[2]:
        choices += ["property-changed/type"]
    if match and row.description and match[3].strip().isascii():
        choices += ["property-changed/description"]
    kind = random.choice(choices)
    match kind:
        case "property-removed":
            return [kind]
        case "property-added":
            return [kind, line, "|added1|Boolean|One more.|"]
        case "property-changed/type":
            assert match
            return [kind, f"{match[1]}|Int64|{match[3]}{match[4]}"]
        case _:
            assert match
            return [kind, f"{match[1]}|{match[2]}|Now {match[3].strip()}{match[4]}"]


def _is_one_sided(one: Change) -> bool:
    return one.kind.endswith(("-added", "-removed"))


def _key(one: Change) -> tuple[str, str, str]:
    kind = f"{one.kind}/{one.fact}" if one.fact else one.kind
    return kind, one.type or "", one.member or ""


def _mirrored(one: Change) -> tuple[str, str, str]:
    kind, type_, member = _key(one)
    subject, _, verb = kind.partition("-")
    return f"{subject}-{'added' if verb == 'removed' else 'removed'}", type_, member
