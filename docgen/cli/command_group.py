"""The help of the program: its commands by purpose, in the order in which they are needed."""

from collections.abc import Iterable, Mapping

import click

COMMAND_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Commands for a project": ("init", "generate", "lint", "accept"),
    "Commands for single pages": ("convert", "export", "show"),
    "Reference": ("explain", "config"),
}


class Program(click.Group):
    """The program `docgen`, whose help lists commands by section."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of commands in the order of the sections."""
        del ctx
        return [name for names in COMMAND_SECTIONS.values() for name in names]

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write each section with a line for each command."""
        for title, names in COMMAND_SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([*self._rows(ctx, names)])

    def _rows(
        self, context: click.Context, names: Iterable[str]
    ) -> Iterable[tuple[str, str]]:
        for name in names:
            command = self.get_command(context, name)
            if command:
                yield name, command.get_short_help_str(limit=80)


def examples(*lines: tuple[str, str]) -> str:
    """Return an epilog with a comment above each example; click must not wrap it."""
    shown = (f"  # {comment}\n  {command}" for command, comment in lines)
    return "\b\nExamples:\n" + "\n".join(shown)
