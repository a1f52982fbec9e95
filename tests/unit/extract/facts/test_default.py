"""Defaults: how a text states one."""

import pytest

from docgen.extract.facts.default import default_value

DEFAULTS = {
    "default value is": ("Default value is `low`.", "low"),
    "the default is": ("The default is `low`.", "low"),
    "defaults to": ("Optional. Defaults to `true`.", "true"),
    "default with a colon": ("Default: **low**.", "low"),
    "a bare truth": ("Default is false Inherited from ship", "false"),
    "a number": ("Default value is 30 seconds.", "30"),
    "a bare word at the end": ("Default is low.", "low"),
    "quoted": ("The default value is 'low'.", "low"),
    "the value first": ("`low` (default), `high`", "low"),
    "null is none": ("The default is `null`.", None),
    "by default": ("By default, it is low.", None),
    "prose": ("The default is the first one.", None),
    "another word": ("The default sail.", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("source", "value"), DEFAULTS.values(), ids=DEFAULTS)
def test_a_default_is_stated(source: str, value: str | None) -> None:
    assert default_value(source) == value
