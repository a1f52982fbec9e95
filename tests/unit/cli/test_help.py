"""The help of the program: every option is documented, every command has examples."""

import click
import pytest

from docgen.cli.commands import COMMAND_SECTIONS, docgen

SUMMARIES = {
    name: summary
    for section in COMMAND_SECTIONS.values()
    for name, summary in section.items()
}


def command(name: str) -> click.Command:
    found = docgen.get_command(click.Context(docgen), name)
    assert found
    return found


COMMANDS = {"docgen": docgen, **{name: command(name) for name in SUMMARIES}}


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
    options = (one for one in COMMANDS[name].params if isinstance(one, click.Option))
    texts = [COMMANDS[name].help or "", *(one.help or "" for one in options)]
    assert [one for one in texts if one[0].islower() and ":" not in one] == []
    assert [one for one in texts if not one.rstrip().endswith(".")] == []


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_an_example(name: str) -> None:
    assert f"  docgen {name}" in (COMMANDS[name].epilog or "")


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_program_lists_the_first_line_of_the_help(name: str) -> None:
    assert (COMMANDS[name].help or "").partition("\n")[0] == SUMMARIES[name]
    assert COMMANDS[name].name == name


def test_an_unknown_command_is_not_found() -> None:
    assert docgen.get_command(click.Context(docgen), "frobnicate") is None
