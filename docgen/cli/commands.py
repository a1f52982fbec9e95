"""The program `docgen` and its commands by purpose, in the order in which users need them.

Each command has a module of its name. Only that of the command that is run is imported, which
imports what it runs when it is run; the help of the program needs none.
"""

from collections.abc import Mapping
from importlib import import_module

import click

from docgen import __version__
from docgen.cli.session import Session, shared_options

COMMAND_SECTIONS: Mapping[str, Mapping[str, str]] = {
    "Commands for a project": {
        "init": "Set up docgen in a project.",
        "generate": "Generate Python from the configured sources; write only what changed.",
        "lint": "Report what is wrong on PAGES, or in all configured sources.",
        "diff": "Print what changed between OLD and NEW, and what breaks clients.",
        "where": "Print where pages declare NAME: a Python name, a name on the pages, or a URL.",
        "permissions": "Print the least privileged permissions that the code at PATHS needs.",
        "mock": "Serve the documented examples of the generated package over HTTP.",
        "accept": "Mark conflicts in generated FILES as resolved, keeping their current content.",
    },
    "Commands for single pages": {
        "convert": "Print the Python of a page, or write it as a package.",
        "export": "Print the schema that PAGES declare, for other tools.",
        "show": "Print the output of a stage for PAGE.",
    },
    "Commands for git": {
        "merge-driver": "Merge a generated file of two branches; git runs this.",
    },
    "Reference": {
        "explain": "Explain diagnostics; without CODE, list all codes.",
        "config": "Describe the keys of [tool.docgen] in pyproject.toml.",
    },
}
"""Section → command → first line of its help."""


class Program(click.Group):
    """A group whose commands are imported when they are run, and listed by section."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of commands in the order of the sections."""
        del ctx
        return [name for names in COMMAND_SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = f"{cmd_name.replace('-', '_')}_command"
        command: object = getattr(import_module(f"docgen.cli.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write each section with a line for each command."""
        del ctx
        for title, summaries in COMMAND_SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([*summaries.items()])


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`docgen COMMAND --help` shows the options of a command, with examples.",
)
@click.version_option(__version__, prog_name="docgen", message="%(prog)s %(version)s")
@shared_options
@click.pass_context
def docgen(
    context: click.Context,
    config: str | None,
    color: str | None,
    fail_on: str | None,
    quiet: bool,
) -> None:
    """Generate typed Python from the pages of an API reference.

    PAGES are files or folders of markdown, `-` is standard input. The exit status is 0 if all is
    well, 1 for differences or errors on pages, 2 for wrong usage or configuration.
    """
    context.obj = Session(config, color or "auto", fail_on or "error", quiet)
