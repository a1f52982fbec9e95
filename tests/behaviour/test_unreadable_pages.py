"""A page that can't be read leaves everything that depends on it unchanged."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checkout import CONFIG, MOOD, ROOM, TEAM, Checkout, Docgen

from docgen.pages.tree import Tree

PLACE = """\
# place resource type

Namespace: microsoft.graph

Base type of what can be entered.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|floor|Int32|Where it is.|
"""
ENTITY = """\
# entity resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
"""
HALL = """\
# hall resource type

Namespace: microsoft.graph

Inherits from [place](place.md).

## Properties
|Property|Type|Description|
|:---|:---|:---|
|floor|Int32|Where it is. Inherited from [place](place.md).|
|moods|[mood](mood.md) collection|How people feel in it.|
"""
KITCHEN = HALL.replace("# hall", "# kitchen").replace(
    "[place](place.md)", "[hall](hall.md)"
)
ALONE = ROOM.replace("room", "shed").replace("microsoft.graph.calls", "microsoft.graph")

PAGES = {
    "docs/resources/place.md": PLACE,
    "docs/resources/entity.md": ENTITY,
    "docs/resources/hall.md": HALL,
    "docs/resources/kitchen.md": KITCHEN,
    "docs/resources/shed.md": ALONE,
}
NAMES = ["place", "entity", "mood", "calls-room", "team", "hall", "shed"]


def _forbidden(path: Path) -> None:
    path.chmod(0)


def _binary(path: Path) -> None:
    path.write_bytes(b"\0\1\2\xff" * 500)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("missing.md")


def _link_outside(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


WAYS = [_forbidden, _binary, _folder, _dangling_link, _link_outside, _pipe]


@pytest.fixture
def generated(checkout: Checkout, docgen: Docgen) -> Checkout:
    """Generate from pages that refer to each other."""
    for path, text in PAGES.items():
        checkout.write(path, text)
    assert docgen("generate").status == 0
    return checkout


def spoiled(checkout: Checkout, name: str, spoil: Callable[[Path], None]) -> Path:
    path = checkout.folder / f"docs/resources/{name}.md"
    spoil(path)
    return path


def repaired(checkout: Checkout, path: Path) -> None:
    """Write a page again."""
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()
    relative = path.relative_to(checkout.folder).as_posix()
    checkout.write(relative, {**PAGES, **_OTHERS}[relative])


_OTHERS = {
    "docs/resources/mood.md": MOOD,
    "docs/resources/calls-room.md": ROOM,
    "docs/resources/team.md": TEAM,
}


@pytest.mark.parametrize("forgets", [False, True], ids=["with cache", "without cache"])
@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        *((name, _forbidden) for name in NAMES),
        *(("place", spoil) for spoil in WAYS[1:]),
    ],
)
def test_nothing_changes(
    generated: Checkout,
    docgen: Docgen,
    name: str,
    spoil: Callable[[Path], None],
    forgets: bool,
) -> None:
    before = generated.tree()
    path = spoiled(generated, name, spoil)
    for _ in range(2):
        if forgets:
            shutil.rmtree(generated.folder.parent / "cache")
        ran = docgen("generate")
        assert ran.status == 1
        assert f"docs/resources/{name}.md:1:1: error[unreadable-page]" in ran.err
        assert generated.tree() == before
    repaired(generated, path)
    assert docgen("generate", "--check").status == 0


@pytest.mark.parametrize("name", ["place", "entity", "mood"])
def test_other_pages_are_generated(
    generated: Checkout, docgen: Docgen, name: str
) -> None:
    spoiled(generated, name, _forbidden)
    generated.edit("docs/resources/hall.md", "|moods|", "|feelings|")
    generated.edit("docs/resources/shed.md", "|name|", "|label|")
    generated.write("docs/resources/den.md", HALL.replace("hall", "den"))
    before = generated.tree()
    assert docgen("generate").status == 1
    after = generated.tree()
    assert b"feelings: list[Mood] | None" in after["graph/models/hall.py"]
    assert b"label: str | None" in after["graph/models/shed.py"]
    assert b"class Den(Place)" in after["graph/models/den.py"]
    assert b"Den" in after["graph/models/__init__.pyi"]
    path = f"graph/models/{name}.py"
    assert after[path] == before[path]


def test_a_type_that_is_not_connected_is_generated_without_the_cache(
    generated: Checkout, docgen: Docgen
) -> None:
    generated.edit("pyproject.toml", CONFIG, CONFIG + 'entity_base = ""\n')
    assert docgen("generate").status == 0
    spoiled(generated, "place", _forbidden)
    generated.edit("docs/resources/shed.md", "|name|", "|label|")
    generated.edit("docs/resources/hall.md", "|moods|", "|feelings|")
    before = generated.tree()
    assert docgen("generate", "--no-cache").status == 1
    after = generated.tree()
    assert b"label: str | None" in after["graph/models/shed.py"]
    assert after["graph/models/hall.py"] == before["graph/models/hall.py"]
    assert docgen("generate").status == 1
    assert b"feelings: list[Mood] | None" in generated.tree()["graph/models/hall.py"]


def test_what_was_never_generated_is_not_restored(
    generated: Checkout, docgen: Docgen
) -> None:
    generated.edit("docs/resources/place.md", "|floor|", "|level|")
    before = generated.tree()
    assert docgen("generate", "--check").status == 1
    assert docgen("lint").status == 0
    spoiled(generated, "place", _forbidden)
    assert docgen("generate").status == 1
    assert generated.tree() == before


def test_a_page_that_was_generated_from_alone_is_not_restored_from_later_versions(
    generated: Checkout, docgen: Docgen
) -> None:
    generated.edit("docs/resources/place.md", "|floor|", "|level|")
    assert docgen("generate", "docs/resources/shed.md").status == 0
    before = generated.tree()
    spoiled(generated, "place", _forbidden)
    assert docgen("generate").status == 1
    assert generated.tree() == before


def test_edits_are_kept_and_merged(generated: Checkout, docgen: Docgen) -> None:
    model = "generated/graph/models/hall.py"
    generated.edit(model, "class Hall(Place):", "class Hall(Place):\n    seats = 3\n")
    assert docgen("generate").status == 0
    spoiled(generated, "place", _folder)
    before = generated.tree()
    assert docgen("generate").status == 1
    assert generated.tree() == before


def test_the_stub_of_an_edited_module_is_left_unchanged_without_the_cache(
    generated: Checkout, docgen: Docgen
) -> None:
    model = "generated/graph/models/hall.py"
    generated.edit(model, "class Hall(Place):", "class Hall(Place):\n    seats = 3\n")
    assert docgen("generate").status == 0
    generated.edit(model, "seats = 3", "chairs = 3")
    spoiled(generated, "place", _folder)
    shutil.rmtree(generated.folder.parent / "cache")
    before = generated.tree()
    assert b"seats" in before["graph/models/hall.pyi"]
    assert docgen("generate").status == 1
    assert generated.tree() == before


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_disappears_during_the_run(
    generated: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = generated.tree()
    path = generated.folder / f"docs/resources/{name}.md"
    path.write_bytes(path.read_bytes() + b"\nMore.\n")
    real = Tree.read

    def read(tree: Tree, location: str) -> object:
        if location == str(path):
            path.unlink(missing_ok=True)
        return real(tree, location)

    monkeypatch.setattr(Tree, "read", read)
    ran = docgen("generate")
    assert ran.status == 1
    assert f"{name}.md:1:1: error[unreadable-page]" in ran.err
    assert generated.tree() == before


def test_a_page_that_disappears_after_its_status_was_read(
    generated: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, later: None
) -> None:
    del later
    assert docgen("generate", "--check").status == 0
    path = generated.folder / "docs/resources/place.md"
    (cache,) = (generated.folder.parent / "cache").glob("sources-*")
    for pack in cache.glob("declare-*"):
        pack.unlink()
    before = generated.tree()
    generated.edit("docs/resources/shed.md", "|name|", "|label|")
    real = Tree.read

    def read(tree: Tree, location: str) -> object:
        path.unlink(missing_ok=True)
        return real(tree, location)

    monkeypatch.setattr(Tree, "read", read)
    ran = docgen("generate")
    assert ran.status == 1
    assert "place.md:1:1: error[unreadable-page]" in ran.err
    after = generated.tree()
    for file in ("place", "hall", "kitchen"):
        model = f"graph/models/{file}.py"
        assert after[model] == before[model]
