"""The page set of this repository: the schema that it gives, and the Python that lies there."""

import subprocess
import sys
from pathlib import Path

from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from docgen.config import Target
from docgen.pipeline import pages_of, schema_of
from docgen.schema.text import schema_text

ROOT = Path(__file__).parents[2]


class AsText(SingleFileSnapshotExtension):
    """A snapshot that a reviewer reads in its own file."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def test_the_schema_of_docs_src(snapshot: SnapshotAssertion) -> None:
    target = Target(source=(str(ROOT / "docs_src"),))
    pages = pages_of(target).value.pages
    schema = schema_of(pages, target.entity_base, is_whole=True).value
    assert schema_text(schema) == snapshot(extension_class=AsText)


def test_the_python_that_lies_in_generated_is_what_docs_src_gives() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "generate", "--check", "--diff"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
