"""The values of a configuration. Paths are relative to the current folder."""

import os
from collections.abc import Mapping

from msgspec import Struct

from docgen.diagnostics import Severity
from docgen.flavours import FLAVOURS


class Target(Struct, frozen=True, kw_only=True):
    """One package to generate.

    `source` are files and folders, `exclude` patterns for paths below `folder`, `templates`
    folders that are searched before docgen's own. `client` says whether the package has clients.
    """

    source: tuple[str, ...] = ()
    output: str = ""
    package: str = "graph"
    flavour: str = FLAVOURS[0]
    entity_base: str = "microsoft.graph.entity"
    base_url: str = ""
    client: bool = True
    exclude: tuple[str, ...] = ()
    config_file: str = "pyproject.toml"
    templates: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the configuration file."""
        return os.path.dirname(self.config_file)


class PageIgnore(Struct, frozen=True, kw_only=True):
    """Codes to ignore on the pages that a pattern matches, sorted."""

    pattern: str
    codes: tuple[str, ...]


class Config(Struct, frozen=True, kw_only=True):
    """The values of a `[tool.docgen]` table.

    `severities` maps codes to their configured severity, `None` if they are off. `folder` is that
    of the configuration file; patterns are relative to it. `baseline` is the file of known
    diagnostics, empty for none.
    """

    targets: tuple[Target, ...] = ()
    severities: Mapping[str, Severity | None] = {}
    page_ignores: tuple[PageIgnore, ...] = ()
    folder: str = ""
    baseline: str = ""


NO_CONFIG = Config()


class ConfigError(Exception):
    """Raised for a configuration that can't be used; the message names file and key."""
