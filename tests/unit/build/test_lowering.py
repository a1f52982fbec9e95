"""Incremental lowering: which types are lowered again after a change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.build import lowering
from docgen.build.memo import Memo
from docgen.config import Target
from docgen.pipeline import build
from docgen.python import lower
from docgen.schema.model import Type

PAGES = {
    "shelf": "|id|String|\n|books|[book](book.md) collection|",
    "book": "|title|String|\n|genre|[genre](genre.md)|",
    "genre": "|name|String|",
    "author": "|name|String|",
}


def page(name: str, rows: str, base: str = "") -> str:
    inherits = f"Inherits from [{base}]({base}.md).\n\n" if base else ""
    return (
        f"# {name} resource type\n\n{inherits}## Properties\n"
        f"|Property|Type|\n|:--|:--|\n{rows}\n"
    )


class Project:
    """Pages in a folder, built with one memo; `lowered` are the types of the last build."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.memo = folder, Memo()
        self.lowered: list[str] = []
        for name, rows in PAGES.items():
            self.write(name, rows)

    def write(self, name: str, rows: str, base: str = "") -> None:
        (self.folder / f"{name}.md").write_text(page(name, rows, base))

    def build(self) -> set[str]:
        self.lowered.clear()
        target = Target(source=(str(self.folder),), entity_base="")
        build(target, memo=self.memo)
        return {name.removeprefix("microsoft.graph.") for name in self.lowered}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path)
    original: Callable[..., object] = getattr(lower, LOWER_TYPE)

    def recorded(type_: Type, *context: object) -> object:
        made.lowered.append(type_.name)
        return original(type_, *context)

    monkeypatch.setattr(lowering, LOWER_TYPE, recorded)
    return made


LOWER_TYPE = "lower_type"


def test_first_build_lowers_every_type(project: Project) -> None:
    assert project.build() == PAGES.keys()


def test_unchanged_pages_lower_nothing(project: Project) -> None:
    project.build()
    assert project.build() == set()


def test_changed_page_lowers_its_type(project: Project) -> None:
    project.build()
    project.write("author", "|name|String|\n|born|Date|")
    assert project.build() == {"author"}
    assert project.build() == set()


def test_second_change_lowers_only_what_it_changes(project: Project) -> None:
    project.build()
    project.write("author", "|name|String|\n|born|Date|")
    project.build()
    project.write("genre", "|label|String|")
    assert "author" not in project.build()


def test_changed_base_type_lowers_derived_types(project: Project) -> None:
    project.write("novel", "|chapters|Int32|", base="book")
    project.build()
    project.write("book", "|title|String|\n|pages|Int32|")
    assert {"book", "novel"} <= project.build()


def test_new_type_lowers_every_type(project: Project) -> None:
    """Modules are named together, so a new one counts for all."""
    project.build()
    project.write("novel", "|chapters|Int32|")
    assert project.build() == {*PAGES, "novel"}
