"""The folders of a benchmark: pages, payloads, and one for everything that is written."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docgen.config import Target
from docgen.pipeline import Stage, build
from docgen.schema.model import Schema
from tests.bench.clock import ONCE
from tests.bench.processes import DOCGEN, Command

CONFIG = """\
[tool.docgen]
source = [{source!r}]
output = "out"
package = "graph_{flavour}"
flavour = {flavour!r}
client = {client}
"""


@dataclass(frozen=True)
class Workspace:
    """Folders, and results that are made from the pages once."""

    corpus: Path
    payloads: Path
    scratch: Path

    @cached_property
    def schema(self) -> Schema:
        """The schema of the pages."""
        source = str(self.corpus)
        return build(
            Target(source=(source,), config_file=f"{source}/pyproject.toml"),
            through=Stage.SCHEMA,
        ).schema

    def package(self, flavour: str = "dataclass") -> Path:
        """Return the folder with the package `graph_<flavour>`, generated at the first call."""
        folder = self.project(flavour, flavour)
        if not (folder / "out").exists():
            Command(words=(*DOCGEN, "generate"), folder=folder).run()
        return folder / "out"

    def project(self, name: str, flavour: str = "dataclass") -> Path:
        """Return a folder in which `docgen generate` writes such a package to `out`."""
        folder = self.scratch / name
        folder.mkdir(exist_ok=True)
        config = CONFIG.format(
            source=str(self.corpus), flavour=flavour, client=str(not ONCE).lower()
        )
        (folder / "pyproject.toml").write_text(config, encoding="utf-8")
        return folder
