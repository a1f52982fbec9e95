"""The help of the program: every option is documented, every command has examples."""

import click
import pytest

from docgen.cli.command_group import COMMAND_SECTIONS
from docgen.cli.commands import docgen

COMMANDS = {"docgen": docgen, **docgen.commands}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    silent = [
        parameter.name
        for parameter in COMMANDS[name].params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert silent == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_made_of_sentences(name: str) -> None:
    command = COMMANDS[name]
    texts = [
        command.help or "",
        *(one.help or "" for one in command.params if isinstance(one, click.Option)),
    ]
    assert [one for one in texts if one[0].islower() and ":" not in one] == []
    assert [one for one in texts if not one.rstrip().endswith(".")] == []


@pytest.mark.parametrize("name", docgen.commands)
def test_every_command_has_an_example(name: str) -> None:
    assert f"  docgen {name}" in (docgen.commands[name].epilog or "")


def test_every_command_is_in_one_section() -> None:
    listed = [name for names in COMMAND_SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(docgen.commands)
