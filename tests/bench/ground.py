"""What a bench stands on: a folder of pages, one of payloads, and one that may be written to."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docgen.config import Target
from docgen.pipeline import Stage, build
from docgen.schema.model import Schema
from tests.bench.processes import DOCGEN, Command

CONFIG = """\
[tool.docgen]
source = [{source!r}]
output = "out"
package = "graph_{flavour}"
flavour = {flavour!r}
"""


@dataclass(frozen=True)
class Ground:
    """Folders, and what is made from the pages but once."""

    corpus: Path
    payloads: Path
    scratch: Path

    @cached_property
    def schema(self) -> Schema:
        """What the pages declare."""
        source = str(self.corpus)
        return build(
            Target(source=(source,), folder=source), through=Stage.SCHEMA
        ).schema

    def package(self, flavour: str = "dataclass") -> Path:
        """Give the folder with the package `graph_<flavour>`, made at the first call."""
        folder = self.project(flavour, flavour)
        if not (folder / "out").exists():
            Command(words=(*DOCGEN, "generate"), folder=folder).run()
        return folder / "out"

    def project(self, name: str, flavour: str = "dataclass") -> Path:
        """Give a folder in which `docgen generate` writes such a package to `out`."""
        folder = self.scratch / name
        folder.mkdir(exist_ok=True)
        config = CONFIG.format(source=str(self.corpus), flavour=flavour)
        (folder / "pyproject.toml").write_text(config, encoding="utf-8")
        return folder
