"""`docgen config`: describe the configuration keys."""

import json
from collections.abc import Iterable

from docgen.config.key_table import KEYS_BY_NAME
from docgen.config.reference import configuration_page, key_section
from docgen.config.schema import json_schema


def describe(keys: Iterable[str]) -> str:
    """Return the sections of some keys as markdown; without keys, the page of all keys."""
    names = sorted(keys)
    if not names:
        return configuration_page()
    return "\n".join(key_section(KEYS_BY_NAME[name]) for name in names)


def configuration_schema() -> str:
    """Return the JSON Schema of `[tool.docgen]`."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
