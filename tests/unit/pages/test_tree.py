"""Trees: pages on the disk, and with other content at some locations."""

from pathlib import Path

import pytest

from docgen.pages.read import read
from docgen.pages.statuses import file_status
from docgen.pages.tree import DISK, Tree, TreeOfRun, tree_of_run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"docs/{name}.md").write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("overrides", "pages"),
    [
        pytest.param(
            {},
            {"a.md": b"a", "b.md": b"b"},
            id="without overrides pages are those on the disk",
        ),
        pytest.param(
            {"docs/a.md": b"new"},
            {"a.md": b"new", "b.md": b"b"},
            id="a page has the content of its override",
        ),
        pytest.param(
            {"docs/a.md": None}, {"b.md": b"b"}, id="a removed page is not read"
        ),
        pytest.param(
            {"docs/c/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b", "c/d.md": b"d"},
            id="an added page is read",
        ),
        pytest.param(
            {"docs/.c/d.md": b"d", "docs/d.txt": b"d", "docs2/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b"},
            id="hidden files, other files and other folders are not read",
        ),
        pytest.param(
            {"docs/left/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b"},
            id="an added page can be excluded",
        ),
    ],
)
def test_overrides_replace_the_disk(
    folder: Path, overrides: dict[str, bytes | None], pages: dict[str, bytes]
) -> None:
    (folder / "docs/left").mkdir()
    tree = Tree({str(folder / path): content for path, content in overrides.items()})
    found = read(
        [str(folder / "docs")],
        tree,
        exclude=["**/left"],
        config_file=str(folder / "pyproject.toml"),
    )
    assert {page.path: page.content for page in found.value.pages} == pages
    assert found.diagnostics == ()


def test_a_run_looks_at_an_entry_of_a_folder_once(folder: Path) -> None:
    docs, run = str(folder / "docs"), tree_of_run(DISK)
    first = file_status(f"{docs}/a.md")
    assert run.folder_statuses(docs, ["a.md", "none.md"]) == [first, None]
    for name in ("a", "b", "none"):
        (folder / f"docs/{name}.md").write_text("changed", encoding="utf-8")
    now = [file_status(f"{docs}/{name}.md") for name in ("a", "b", "none")]
    names = ["none.md", "b.md", "a.md"]
    assert run.folder_statuses(docs, names) == [None, now[1], first]
    assert run.folder_statuses(str(folder), ["a.md"]) == [None]
    assert tree_of_run(run).folder_statuses(docs, ["a.md"]) == [now[0]]
    assert [*DISK.folder_statuses(docs, names)] == now[::-1]


def test_only_the_disk_has_a_tree_of_a_run(folder: Path) -> None:
    overridden = Tree({str(folder / "docs/a.md"): b"new"})
    assert tree_of_run(overridden) is overridden
    assert isinstance(tree_of_run(DISK), TreeOfRun)
