"""The help of the program: every option is documented, every command has examples."""

from collections.abc import Iterable, Mapping

import click
import pytest

from docgen.changes.model import Category
from docgen.cli.commands import COMMAND_SECTIONS, docgen
from docgen.commands.mock import FAILURES
from docgen.commands.permissions import TITLES
from docgen.reporters import FORMATS
from docgen.reporters.change_formats import CHANGE_FORMATS

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


CHOICES: Mapping[tuple[str, str], Iterable[str]] = {
    ("generate", "output_format"): FORMATS,
    ("lint", "output_format"): FORMATS,
    ("diff", "output_format"): CHANGE_FORMATS,
    ("diff", "categories"): [category.value for category in Category],
    ("permissions", "access"): TITLES,
    ("mock", "failures"): FAILURES,
}


@pytest.mark.parametrize(("name", "option"), CHOICES, ids=" ".join)
def test_choices_of_an_option_are_what_its_command_knows(
    name: str, option: str
) -> None:
    (found,) = (one for one in COMMANDS[name].params if one.name == option)
    assert isinstance(found.type, click.Choice)
    assert [*found.type.choices] == [*CHOICES[name, option]]


def test_an_unknown_command_is_not_found() -> None:
    assert docgen.get_command(click.Context(docgen), "frobnicate") is None
