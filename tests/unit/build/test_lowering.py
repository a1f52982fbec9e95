"""Incremental lowering: which types are lowered again, and that no change of a type is missed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.build import lowering
from docgen.build.memo import Memo
from docgen.build.store import Store
from docgen.build.workers import WorkerDied
from docgen.config import Target
from docgen.pipeline import build
from docgen.python import lower
from docgen.schema.model import EnumType, QualifiedName, Source, Type

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

    def build(self, flavour: str = "dataclass") -> set[str]:
        self.lowered.clear()
        target = Target(
            source=(str(self.folder),), entity_base="", flavour=flavour, output=flavour
        )
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


def test_changed_prose_names_no_type_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / "notes.md").write_text(
        "# Notes\n\nBooks are on [shelves](shelf.md).\n"
    )
    project.build()
    (project.folder / "notes.md").write_text("# Notes\n\nBooks are elsewhere.\n")
    monkeypatch.setattr(lowering, "type_facts", None)
    assert project.build() == set()


def test_broken_link_in_changed_prose_is_reported(project: Project) -> None:
    notes = project.folder / "notes.md"
    target = Target(source=(str(project.folder),), entity_base="")
    notes.write_text("# Notes\n\nBooks are on [shelves](shelf.md).\n")
    codes = [{one.code for one in build(target, memo=project.memo).diagnostics}]
    notes.write_text("# Notes\n\nBooks are on [shelves](ladder.md).\n")
    codes.append({one.code for one in build(target, memo=project.memo).diagnostics})
    assert [("broken-link" in found) for found in codes] == [False, True]


def test_content_that_is_missing_is_emitted_again(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    project.memo = Memo(Store(str(cache), "x"))
    project.build()
    for pack in (cache / "x").glob("emit-*"):
        pack.unlink()
    project.memo = Memo(Store(str(cache), "x"))
    assert project.build() == PAGES.keys()
    project.memo = Memo(Store(str(cache), "x"))
    assert project.build() == set()


def test_changed_page_lowers_its_type(project: Project) -> None:
    project.build()
    project.write("author", "|name|String|\n|born|Date|")
    assert project.build() == {"author"}
    assert project.build() == set()


def api_page(name: str, status: int) -> str:
    return (
        f"# Get {name}\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n"
        f"``` http\nGET /{name}s/{{id}}\n```\n\n## Response\n\n"
        f"This method returns `{status} OK` and a [{name}]({name}.md) object.\n"
    )


def test_changed_api_page_lowers_the_type_of_its_operation(project: Project) -> None:
    for name in ("author", "genre"):
        (project.folder / f"get-{name}.md").write_text(api_page(name, 200))
        methods = f"|Method|Return type|\n|:--|:--|\n|[Get](get-{name}.md)|[{name}]({name}.md)|"
        project.write(name, f"|name|String|\n\n## Methods\n{methods}")
    project.build()
    for status in (201, 203, 200):
        (project.folder / "get-author.md").write_text(api_page("author", status))
        assert project.build() == {"author"}
        assert project.build() == set()


def test_second_change_lowers_only_what_it_changes(project: Project) -> None:
    project.build()
    project.write("author", "|name|String|\n|born|Date|")
    project.build()
    project.write("genre", "|label|String|")
    assert "author" not in project.build()


def test_many_changes_lower_only_what_they_change(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each change adds a pack to the cache; packs are collected while changes go on."""
    cache = tmp_path_factory.mktemp("cache")
    for number in range(30):
        project.memo = Memo(Store(str(cache), "x"))
        project.write("author", f"|name|String|\n|born{number}|Date|")
        assert project.build() == ({"author"} if number else PAGES.keys())
    assert len([*(cache / "x").glob("emit-*")]) <= 12


def test_many_changes_emit_no_file_of_another_target_again(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """While packs of one target are collected, those of the other are kept."""
    cache = tmp_path_factory.mktemp("cache")
    for number in range(30):
        project.write("author", f"|name|String|\n|born{number}|Date|")
        for flavour in ("dataclass", "typeddict"):
            project.memo = Memo(Store(str(cache), "x"))
            assert project.build(flavour) == ({"author"} if number else PAGES.keys())


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


STRUCTURED = """\
# {name} resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:--|:--|:--|
{rows}

## JSON representation
<!-- {{ "blockType": "resource", {annotation} "@odata.type": "microsoft.graph.{name}" }} -->
``` json
{sample}
```
"""
ENUM = "# {name} enum type\n\n## Members\n|Member|Description|\n|:--|:--|\n{rows}\n"
BASE = '"baseType": "microsoft.graph.{}",'


def structured(name: str, rows: str, sample: str = "{}", base: str = "") -> str:
    annotation = BASE.format(base) if base else ""
    return STRUCTURED.format(name=name, rows=rows, sample=sample, annotation=annotation)


def enum(name: str, *members: str) -> str:
    rows = "\n".join(f"|{member}|A value.|" for member in members)
    return ENUM.format(name=name, rows=rows)


SAMPLE = """{
  "fleet": [{ "name": "a", "speed": 4, "mood": "calm", "class-of": { "number": 1 } }],
  "mood": "calm",
  "boat": { "@odata.type": "#microsoft.graph.yacht", "name": "b", "speed": 5 }
}"""
RELATED = {
    "harbour": structured(
        "harbour",
        "|fleet|[boat](boat.md) collection|Boats.|\n|boat|[boat](boat.md)|One of `calm`.|\n"
        "|mood|[mood](mood.md)|It is `calm` or `wild`.|\n"
        "|boat-of|[boat](boat.md)|A key that is not a name.|",
        SAMPLE,
    ),
    "boat": structured(
        "boat",
        "|name|String|A name.|\n"
        "|mood|[mood](mood.md)|A mood. The possible values are: `calm`, `wild`.|\n"
        "|class-of|[rank](rank.md)|A rank.|",
        base="thing",
    ),
    "yacht": structured("yacht", "|speed|Int32|In knots.|", base="boat"),
    "thing": structured("thing", "|number|Int32|A number.|"),
    "rank": structured("rank", "|number|Int32|A number.|"),
    "mood": enum("mood", "calm", "wild"),
    "hull": structured("hull", "|Speed|Int32|In knots.|"),
    "raft": structured("raft", "|logs|Int32|How many.|", base="hull"),
    "dinghy": structured("dinghy", "|oars|Int32|How many.|", base="thing"),
    "quay": structured("quay", "|dinghy-of|[dinghy](dinghy.md)|A dinghy.|"),
}
"""Types that use one another: as base types, types of properties, and in samples."""

RELATED_CHANGES = {
    "a property of the type of a property": (
        "boat",
        structured(
            "boat", "|name|Int64|A name.|\n|mood|[mood](mood.md)|A mood.|", base="thing"
        ),
    ),
    "a property that becomes inherited": (
        "thing",
        structured("thing", "|number|Int32|A number.|\n|speed|Int32|In knots.|"),
    ),
    "a property whose name conflicts with one of a derived type": (
        "thing",
        structured("thing", "|Speed|Int32|A number.|\n|Name|Int32|A number.|"),
    ),
    "a key that is not nullable": (
        "boat",
        structured("boat", "|name|String|Not nullable.|", base="thing").replace(
            '"baseType"', '"keyProperty": "name", "baseType"'
        ),
    ),
    "no base type": (
        "boat",
        structured("boat", "|name|String|A name.|\n|class-of|[rank](rank.md)|A rank.|"),
    ),
    "another base type": (
        "yacht",
        structured("yacht", "|speed|Int32|In knots.|", base="rank"),
    ),
    "a base type between two types": (
        "thing",
        structured("thing", "|number|Int32|A number.|", base="rank"),
    ),
    "a property whose name a base type has in another case": (
        "raft",
        structured("raft", "|speed|Int32|In knots.|", base="hull"),
    ),
    "a key of a model, in the base type of the type of a property": (
        "thing",
        structured(
            "thing", "|number|Int32|A number.|\n|of-rank|[rank](rank.md)|A rank.|"
        ),
    ),
    "a property that is no longer a key only": (
        "boat",
        structured("boat", "|classOf|[rank](rank.md)|A rank.|", base="thing"),
    ),
    "members of an enum type": ("mood", enum("mood", "tired", "wild")),
    "one member more": ("mood", enum("mood", "calm", "wild", "free")),
    "an enum type instead of a structured type": ("rank", enum("rank", "first")),
    "a structured type instead of an enum type": (
        "mood",
        structured("mood", "|level|Int32|A number.|"),
    ),
    "a sample": ("harbour", RELATED["harbour"].replace('"calm",', '"wild",')),
    "a property that a sample has": (
        "rank",
        structured("rank", "|level|Int32|A level.|"),
    ),
    "a property that a sample has, in a base type": (
        "thing",
        structured("thing", "|mood|String|A mood.|"),
    ),
    "a property that a sample lacks": (
        "rank",
        structured("rank", "|colour|String|A colour.|\n|number|Int32|A number.|"),
    ),
    "a description": ("rank", structured("rank", "|number|Int32|Counts ships.|")),
    "a property that is read-only": (
        "rank",
        structured("rank", "|number|Int32|A number. Read-only.|"),
    ),
}


def test_a_property_of_another_type_matters_only_to_types_that_use_it(
    project: Project,
) -> None:
    for name, content in RELATED.items():
        (project.folder / f"{name}.md").write_text(content)
    project.build()
    boat = project.folder / "boat.md"
    colour, name = "|colour|String|A colour.|\n", "|name|String|A name.|\n"
    boat.write_text(RELATED["boat"].replace(name, colour + name))
    assert project.build() == {"boat", "yacht"}
    boat.write_text(RELATED["boat"].replace(name, name.replace("String", "Int64")))
    assert project.build() == {"boat", "yacht", "harbour"}


def generated(folder: Path, flavour: str, memo: Memo) -> dict[str, str]:
    target = Target(source=(str(folder),), flavour=flavour, entity_base="")
    lowered = build(target, memo=memo).lowered
    return {one.record.path: lowered.content(one.record.path) for one in lowered.files}


@pytest.mark.parametrize("flavour", ["dataclass", "typeddict"])
@pytest.mark.parametrize(
    ("name", "changed"), RELATED_CHANGES.values(), ids=RELATED_CHANGES.keys()
)
def test_build_after_a_change_equals_a_new_build(
    tmp_path: Path, name: str, changed: str, flavour: str
) -> None:
    for page_name, content in RELATED.items():
        (tmp_path / f"{page_name}.md").write_text(content)
    memo = Memo()
    before = generated(tmp_path, flavour, memo)
    for content in (changed, RELATED[name]):
        (tmp_path / f"{name}.md").write_text(content)
        found = generated(tmp_path, flavour, memo)
        assert found == generated(tmp_path, flavour, Memo())
        assert (found == before) == (content == RELATED[name])


def test_a_type_follows_the_new_base_type_of_the_type_of_a_property(
    tmp_path: Path,
) -> None:
    """`dinghy` first gets a base type, and then this gets a key that is not a name."""
    memo, number = Memo(), "|number|Int32|A number.|"
    for name in ("rank", "quay", "thing"):
        (tmp_path / f"{name}.md").write_text(RELATED[name])
    dinghy = structured("dinghy", "|oars|Int32|How many.|")
    (tmp_path / "dinghy.md").write_text(dinghy)
    with_key = structured("thing", f"{number}\n|of-rank|[rank](rank.md)|A rank.|")
    for name, content in (("dinghy", RELATED["dinghy"]), ("thing", with_key)):
        before = generated(tmp_path, "typeddict", memo)
        (tmp_path / f"{name}.md").write_text(content)
        found = generated(tmp_path, "typeddict", memo)
        assert found == generated(tmp_path, "typeddict", Memo())
    (quay,) = (path for path in found if path.endswith("models/quay.py"))
    assert found[quay] != before[quay]


def test_a_dead_worker_is_reported_with_the_first_page_of_its_type() -> None:
    at = (Source(path="boat.md", line=1), Source(path="ship.md", line=1))
    type_ = EnumType(
        name=QualifiedName("m.g.boat"), flags=False, sources=at, members=()
    )
    error = lowering._worker_died(type_, WorkerDied("was ended"))
    assert str(error).endswith("`m.g.boat` (from boat.md) was ended")
