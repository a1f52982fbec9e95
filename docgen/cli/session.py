"""The session of a command: its configuration, its colours, and the output of its report."""

import os
import sys
from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from docgen.cli.streams import put, put_bytes

if TYPE_CHECKING:
    from docgen.commands.options import Options
    from docgen.commands.report import Report
    from docgen.config import Config
    from docgen.reporters import Palette


_LAST: "list[Report]" = []
"""The report of the last command that ended."""


class Session(NamedTuple):
    """The values of the options that all commands share."""

    config_file: str | None
    color: str
    fail_on: str
    is_quiet: bool = False

    def config(self) -> "Config":
        """Load the configuration for the current folder; it is empty if there is none."""
        from docgen.config import Config, load_config

        file = self.file()
        return load_config(file) if file else Config()

    def file(self) -> str | None:
        """Return the configuration file for the current folder."""
        from docgen.config import config_file

        return self.config_file or config_file(os.curdir)

    def colours(self, stream: TextIO) -> "Palette":
        """Return the colours for a stream."""
        from docgen.reporters import palette, wants_colour

        wanted = wants_colour(self.color, os.environ, is_terminal=stream.isatty())
        return palette(is_coloured=wanted)

    def options(
        self, *, is_cached: bool = True, workers: int | None = None
    ) -> "Options":
        """Return the options that several commands share, with progress on a terminal."""
        from docgen.cli.progress import with_progress
        from docgen.commands.options import Options

        if self.is_quiet:
            return Options(is_cached=is_cached, workers=workers)
        return Options(is_cached=is_cached, workers=workers, progress=with_progress)

    def finish(
        self,
        outcome: "Report",
        *,
        least: str = "note",
        form: str = "text",
        is_result: bool = False,
    ) -> int:
        """Print the report of a command and return its exit status.

        Diagnostics of severity `least` or higher are printed, and those that make the command fail;
        to standard output if they are the result. The form `grouped` counts those on pages if they
        are many.
        """
        from docgen.commands.report import lower_severity
        from docgen.reporters import coloured_diff, report

        stream = sys.stdout if is_result else sys.stderr
        shown = [
            one
            for one in outcome.at_least(lower_severity(least, self.fail_on))
            if one not in outcome.counted_only
        ]
        put(sys.stdout, outcome.result)
        put_bytes(sys.stdout, outcome.content)
        put(sys.stdout, coloured_diff(outcome.diff, self.colours(sys.stdout)))
        colours = self.colours(stream)
        lines, fixes = outcome.lines, outcome.fixes
        put(stream, report(form, shown, outcome.pages, lines, fixes, colours))
        if outcome.summary and not self.is_quiet:
            put(sys.stderr, f"{outcome.summary}\n")
        return int(outcome.differs or bool(outcome.at_least(self.fail_on)))

    def keep(self, outcome: "Report") -> None:
        """Keep the report of a command that ends now: to free it would take longer."""
        _LAST[:] = [outcome]

    def log(self, line: str) -> None:
        """Print a line about what a command that keeps running does."""
        if not self.is_quiet:
            put(sys.stderr, f"{line}\n")


_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["warning", "note"]),
    help="Exit with status 1 for diagnostics of this severity or higher, not only errors.",
)
_FAIL_ON_BREAKING = click.option(
    "--fail-on",
    type=click.Choice(["breaking"]),
    help="Exit with status 1 if a reported change is breaking.",
)
BREAKING = "breaking"
"""The value of `--fail-on` of commands that report changes."""


def shared_options(
    command: Callable[..., object],
    fail_on: Callable[[Callable[..., object]], Callable[..., object]] = _FAIL_ON,
) -> Callable[..., object]:
    """Add the options that the program and each command have."""
    for option in (
        click.option(
            "-q",
            "--quiet",
            is_flag=True,
            help="Print results and diagnostics only: no summary, no progress.",
        ),
        fail_on,
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            help="When to use colour. By default, on a terminal; NO_COLOR and FORCE_COLOR apply.",
        ),
        click.option(
            "--config",
            metavar="FILE",
            help="Configuration file. By default, the nearest pyproject.toml with [tool.docgen].",
        ),
    ):
        command = option(command)
    return command


def shared(command: Callable[..., int]) -> Callable[..., object]:
    """Pass a session to a command; options after the command override those before it."""
    return shared_options(_with_session(command))


def shared_by_changes(command: Callable[..., int]) -> Callable[..., object]:
    """Do the same for a command whose `--fail-on` is about changes, not diagnostics."""
    return shared_options(_with_session(command), _FAIL_ON_BREAKING)


def _with_session(command: Callable[..., int]) -> Callable[..., object]:
    def run(
        outer: Session,
        config: str | None,
        color: str | None,
        fail_on: str | None,
        quiet: bool,
        **options: object,
    ) -> int:
        session = Session(
            config or outer.config_file,
            color or outer.color,
            fail_on or outer.fail_on,
            quiet or outer.is_quiet,
        )
        return _run(lambda: command(session, **options))

    update_wrapper(run, command)
    return click.pass_obj(run)


def _run(command: Callable[[], int]) -> int:
    """Run a command; report an invalid configuration or argument as click does."""
    from docgen.commands.errors import UsageError
    from docgen.config import ConfigError

    try:
        return command()
    except (ConfigError, UsageError) as error:
        raise click.UsageError(str(error)) from error
