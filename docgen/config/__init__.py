"""The configuration: `[tool.docgen]` of a `pyproject.toml`."""

from docgen.config.find import checkout_root, config_file
from docgen.config.load import load
from docgen.config.settings import Config, ConfigError, Target
from docgen.config.table import nearest

__all__ = [
    "Config",
    "ConfigError",
    "Target",
    "checkout_root",
    "config_file",
    "load",
    "nearest",
]
