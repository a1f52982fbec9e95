"""What was found, set right by an overlay."""

from pathlib import Path

import pytest

from docgen.pages.read import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"docs/{name}.md").write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("overlay", "pages"),
    [
        pytest.param(
            {}, {"a.md": b"a", "b.md": b"b"}, id="without one the disk counts"
        ),
        pytest.param(
            {"docs/a.md": b"new"},
            {"a.md": b"new", "b.md": b"b"},
            id="a page has the text that the overlay has",
        ),
        pytest.param(
            {"docs/a.md": None}, {"b.md": b"b"}, id="a page that does not count is none"
        ),
        pytest.param(
            {"docs/c/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b", "c/d.md": b"d"},
            id="a page that the disk lacks is read",
        ),
        pytest.param(
            {"docs/.c/d.md": b"d", "docs/d.txt": b"d", "docs2/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b"},
            id="what is hidden, no page, or beside the folder is not read",
        ),
        pytest.param(
            {"docs/left/d.md": b"d"},
            {"a.md": b"a", "b.md": b"b"},
            id="what is left out stays out",
        ),
    ],
)
def test_an_overlay_counts_and_not_the_disk(
    folder: Path, overlay: dict[str, bytes | None], pages: dict[str, bytes]
) -> None:
    (folder / "docs/left").mkdir()
    laid = {str(folder / path): content for path, content in overlay.items()}
    found = read([str(folder / "docs")], ["**/left"], str(folder), laid)
    assert {page.path: page.content for page in found.value.pages} == pages
    assert found.diagnostics == ()
