"""Formatting: however a formatter wraps and marks a page, it declares the same.

`pytest tests/properties/test_formatting.py --edited-pages CORPUS` formats the pages of a folder.
"""

import json
from pathlib import Path
from random import Random

import pytest
from formatting import formatted

from docgen.config import Target
from docgen.export.json import to_json
from docgen.pipeline import Stage, build

SEEDS = range(1, 9)
_POSITIONS = ("line", "column")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_formatter_changes_no_schema(
    seed: int, tmp_path: Path, pages: list[tuple[Path, Path]]
) -> None:
    for page, path in pages:
        original, copy = tmp_path / "original" / path, tmp_path / "formatted" / path
        text = page.read_text(encoding="utf-8-sig", errors="replace")
        for file in (original, copy):
            file.parent.mkdir(parents=True, exist_ok=True)
        original.write_text(text, encoding="utf-8")
        random = Random(f"{seed} {path}")  # noqa: S311
        copy.write_text(formatted(text, random), encoding="utf-8")
    before = declared(tmp_path / "original")
    after = declared(tmp_path / "formatted")
    assert after.keys() == before.keys()
    changed = [name for name in before if after[name] != before[name]]
    assert changed == []


def declared(folder: Path) -> dict[str, object]:
    """Return the exported types of a folder by name, without positions."""
    schema = build(Target(source=(str(folder),)), through=Stage.SCHEMA).schema
    types = json.loads(to_json(schema, ()), object_hook=without_positions)["types"]
    return {one["name"]: one for one in types}


def without_positions(value: dict[str, object]) -> dict[str, object]:
    return {key: one for key, one in value.items() if key not in _POSITIONS}
