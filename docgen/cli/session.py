"""What holds for one run of a command: its configuration, its colours, and how it ends."""

import os
import sys
from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from docgen.cli.streams import put

if TYPE_CHECKING:
    from docgen.commands.outcome import Outcome
    from docgen.config import Config
    from docgen.reporters import Palette


class Session(NamedTuple):
    """The values of the options that all commands share."""

    config_file: str | None
    color: str
    fail_on: str

    def config(self) -> "Config":
        """Load the configuration that holds here; it is empty where there is none."""
        from docgen.config import Config, load

        file = self.file()
        return load(file) if file else Config()

    def file(self) -> str | None:
        """Find the file that configures docgen here."""
        from docgen.config import config_file

        return self.config_file or config_file(os.curdir)

    def colours(self, stream: TextIO) -> "Palette":
        """Give the colours for a stream."""
        from docgen.reporters import palette, wants_colour

        wanted = wants_colour(self.color, os.environ, is_terminal=stream.isatty())
        return palette(is_coloured=wanted)

    def finish(
        self,
        outcome: "Outcome",
        *,
        least: str = "note",
        form: str = "text",
        is_result: bool = False,
    ) -> int:
        """Print what a command came to, and give its exit status.

        Told are diagnostics from the severity `least` on, and those that make it fail; they go to
        standard output where they are themselves the result.
        """
        from docgen.commands.outcome import less_grave
        from docgen.reporters import coloured_diff, report

        stream = sys.stdout if is_result else sys.stderr
        told = outcome.told_from(less_grave(least, self.fail_on))
        put(sys.stdout, outcome.result)
        put(sys.stdout, coloured_diff(outcome.diff, self.colours(sys.stdout)))
        colours = self.colours(stream)
        put(stream, report(form, told, outcome.pages, outcome.lines, colours))
        put(sys.stderr, f"{outcome.summary}\n" if outcome.summary else "")
        return int(outcome.differs or bool(outcome.told_from(self.fail_on)))


def shared_options(command: Callable[..., object]) -> Callable[..., object]:
    """Declare the options that the program and each command have."""
    for option in (
        click.option("--fail-on", type=click.Choice(["warning", "note"])),
        click.option("--color", type=click.Choice(["auto", "always", "never"])),
        click.option("--config", metavar="FILE", help="Where [tool.docgen] stands."),
    ):
        command = option(command)
    return command


def shared(command: Callable[..., int]) -> Callable[..., object]:
    """Give a command its session; its own options come before those of the program."""

    def run(
        outer: Session,
        config: str | None,
        color: str | None,
        fail_on: str | None,
        **options: object,
    ) -> int:
        session = Session(
            config or outer.config_file, color or outer.color, fail_on or outer.fail_on
        )
        return _run(lambda: command(session, **options))

    update_wrapper(run, command)
    return shared_options(click.pass_obj(run))


def _run(command: Callable[[], int]) -> int:
    """Run a command; report an invalid configuration or argument as click does."""
    from docgen.commands.errors import UsageError
    from docgen.config import ConfigError

    try:
        return command()
    except (ConfigError, UsageError) as error:
        raise click.UsageError(str(error)) from error
