"""What can be configured, and what holds where nothing is. Paths hold from the current folder."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.diagnostics import Severity
from docgen.flavours import FLAVOURS

DEFAULTS: Mapping[str, str] = {
    "output": "generated",
    "package": "graph",
    "flavour": FLAVOURS[0],
    "entity_base": "microsoft.graph.entity",
}


class Target(Struct, frozen=True, kw_only=True):
    """One package to be written.

    `source` are files and folders, `exclude` patterns for paths below `folder`, `templates`
    folders that are looked in before docgen's own.
    """

    source: tuple[str, ...] = ()
    output: str = ""
    package: str = DEFAULTS["package"]
    flavour: str = DEFAULTS["flavour"]
    entity_base: str = DEFAULTS["entity_base"]
    exclude: tuple[str, ...] = ()
    folder: str = ""
    templates: tuple[str, ...] = ()


class Config(Struct, frozen=True, kw_only=True):
    """Everything that one `[tool.docgen]` says; without one there is no target."""

    targets: tuple[Target, ...] = ()
    severities: Mapping[str, Severity | None] = {}


class ConfigError(Exception):
    """The configuration can't be used; the message is for the user and names file and key."""
