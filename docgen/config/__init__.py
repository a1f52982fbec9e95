"""The configuration: `[tool.docgen]` of a `pyproject.toml`."""

from docgen.config.load import load_config
from docgen.config.locate import checkout_root, config_file
from docgen.config.settings import NO_CONFIG, Config, ConfigError, Target
from docgen.config.toml_table import did_you_mean

__all__ = [
    "NO_CONFIG",
    "Config",
    "ConfigError",
    "Target",
    "checkout_root",
    "config_file",
    "did_you_mean",
    "load_config",
]
