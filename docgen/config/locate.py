"""Find the file that configures docgen, and read its table."""

import os
import tomllib
from collections.abc import Iterator

from docgen.atomic import system_message
from docgen.config.settings import ConfigError


def config_file(folder: str) -> str | None:
    """Return the nearest `pyproject.toml` with a `[tool.docgen]`, from `folder` upwards.

    The path is relative to the current folder. The search ends at the root of the checkout, or
    of the file system if there is none.
    """
    for parent in _upwards(folder):
        file = os.path.relpath(os.path.join(parent, "pyproject.toml"))
        if os.path.isfile(file) and docgen_table(file) is not None:
            return file
    return None


def checkout_root(folder: str) -> str | None:
    """Return the nearest folder with a `.git`, from `folder` upwards."""
    last = [*_upwards(folder)][-1]
    return last if os.path.lexists(os.path.join(last, ".git")) else None


def _upwards(folder: str) -> Iterator[str]:
    """Yield the folder and its parents up to the root of the checkout."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return
        folder = parent


def docgen_table(file: str) -> object:
    """Return the value of `[tool.docgen]` in a file, `None` if it has none."""
    try:
        with open(file, "rb") as opened:
            values = tomllib.load(opened)
    except OSError as error:
        raise ConfigError(f"{file}: {system_message(error)}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{file}: not TOML: {error}") from error
    tool = values.get("tool", {})
    return tool.get("docgen") if isinstance(tool, dict) else None
