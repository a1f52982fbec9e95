"""The JSON Schema and the reference: both have every key of the table."""

import json

import jsonschema
import pytest

from docgen.config.key_table import KEYS, Key
from docgen.config.reference import configuration_page, key_section
from docgen.config.schema import json_schema
from docgen.diagnostics import Code

VALIDATOR = jsonschema.Draft7Validator(json_schema())

REFUSED: dict[str, dict[str, object]] = {
    "a table without a source": {"output": "generated"},
    "an unknown key": {"source": ["docs"], "outputs": "generated"},
    "a string for a list": {"source": "docs"},
    "an empty list of sources": {"source": []},
    "an unknown flavour": {"source": ["docs"], "flavour": "clay"},
    "an unknown severity": {"source": ["docs"], "severity": {"broken-link": "warn"}},
    "an unknown code": {"source": ["docs"], "severity": {"broken-lnk": "off"}},
    "an unknown code to ignore": {
        "source": ["docs"],
        "per-page-ignores": {"a/*": ["broken-lnk"]},
    },
    "a key that targets can't have": {"target": [{"exclude": ["a/*"]}]},
}


def test_the_schema_is_a_valid_one() -> None:
    VALIDATOR.check_schema(json_schema())


@pytest.mark.parametrize("table", REFUSED.values(), ids=REFUSED.keys())
def test_the_schema_refuses(table: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid(json.loads(json.dumps(table)))


def test_the_schema_accepts_every_code() -> None:
    codes = [code.id for code in Code]
    severity = dict.fromkeys(codes, "off")
    ignores = {"resources/legacy/**": codes}
    table = {"source": ["docs"], "severity": severity, "per-page-ignores": ignores}
    assert VALIDATOR.is_valid(table)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_a_key_is_described_with_its_default_and_example(key: Key) -> None:
    section = key_section(key)
    assert section in configuration_page()
    assert key.example in section
    if isinstance(key.default, str):
        assert f'Default: `"{key.default}"`' in section
