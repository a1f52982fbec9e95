"""Trees: pages on the disk, and with other content at some locations."""

from pathlib import Path

import pytest

from docgen.pages.read import read
from docgen.pages.tree import Tree


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
