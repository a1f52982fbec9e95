"""The page set of this repository: the schema that it gives, and the Python that lies there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import msgpack
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from docgen.build.emit import emit, templates_of
from docgen.config import Target
from docgen.flavours import FLAVOURS
from docgen.pipeline import Stage, build
from docgen.python.views import FileView
from docgen.schema.text import schema_text

ROOT = Path(__file__).parents[2]
PAGE = "resources/synchronization-provisioningconnector.md"
FILES = (
    "models/provisioning_connector.py",
    "models/provisioning_connector.pyi",
    "test_provisioning_connector.py",
)


class AsText(SingleFileSnapshotExtension):
    """A snapshot that a reviewer reads in its own file."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def test_the_schema_of_docs_src(snapshot: SnapshotAssertion) -> None:
    target = Target(source=(str(ROOT / "docs_src"),))
    schema = build(target, through=Stage.SCHEMA).schema
    assert schema_text(schema) == snapshot(extension_class=AsText)


@pytest.mark.parametrize("flavour", FLAVOURS[1:])
def test_a_page_of_docs_src_in_another_flavour(
    flavour: str, snapshot: SnapshotAssertion
) -> None:
    """`generated/` shows the first flavour; this shows one page of it in each other."""
    target = Target(source=(str(ROOT / "docs_src"),), flavour=flavour)
    views = build(target, through=Stage.VIEWS).lowered.views
    texts = [
        f"# {view.path}\n{emit(view, templates_of(target)).content}"
        for view in views
        if PAGE in view.pages and view.path.endswith(FILES)
    ]
    assert "\n\n".join(texts) == snapshot(extension_class=AsText)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_views_are_the_same_after_they_were_sent_to_another_process(
    flavour: str,
) -> None:
    target = Target(source=(str(ROOT / "docs_src"),), flavour=flavour)
    views = [*build(target, through=Stage.VIEWS).lowered.views]
    assert msgpack.decode(msgpack.encode(views), type=list[FileView]) == views
    assert len(views) > 100


def test_the_python_that_lies_in_generated_is_what_docs_src_gives(
    tmp_path: Path,
) -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "docs_src", tmp_path / "docs_src")
    subprocess.run(
        [sys.executable, "-m", "docgen", "generate"], cwd=tmp_path, check=True
    )
    assert tree(ROOT / "generated") == tree(tmp_path / "generated")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, but for what Python and its tools leave there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not set(path.parts) & {"__pycache__", ".mypy_cache"}
    }
