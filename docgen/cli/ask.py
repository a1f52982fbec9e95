"""Ask the user to confirm the guessed settings of `docgen init`."""

import sys

import click

from docgen.commands.errors import UsageError
from docgen.commands.init import Settings
from docgen.config.load import package_problem


def answers(proposed: Settings) -> Settings:
    """Return the confirmed settings; raises `UsageError` if there is no terminal to ask on."""
    if not sys.stdin.isatty():
        raise UsageError(
            "there is no terminal to ask on; --yes accepts the guessed values"
        )
    if proposed.pages:
        click.echo(f"Found {proposed.pages:,} API pages.", err=True)
    sources = _ask("Folders with pages", " ".join(proposed.source) or "docs")
    return Settings(
        source=tuple(sources.split()),
        output=_ask("Folder for the generated code", proposed.output),
        package=_ask_package(proposed.package),
        entity_base=_ask(
            "Base type of entity types, in the main namespace of the API",
            proposed.entity_base,
        ),
        base_url=proposed.base_url
        and _ask("URL of the service, with its version", proposed.base_url),
        pages=proposed.pages,
    )


def _ask(question: str, default: str) -> str:
    answer: str = click.prompt(question, default=default, err=True)
    return answer.strip()


def _ask_package(default: str) -> str:
    while True:
        name = _ask("Name of the generated package", default)
        problem = package_problem(name)
        if problem is None:
            return name
        click.echo(f"The package {problem}.", err=True)
