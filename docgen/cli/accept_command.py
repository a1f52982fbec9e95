"""The command `accept`."""

import click

from docgen.cli.arguments import examples
from docgen.cli.session import Session, shared


@click.command(
    "accept",
    epilog=examples(
        (
            "docgen accept generated/graph/models/team.py",
            "after a conflict: keep the file as it is",
        ),
        ("docgen accept generated", "keep all files with conflicts as they are"),
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
@shared
def accept_command(session: Session, files: tuple[str, ...]) -> int:
    """Mark conflicts in generated FILES as resolved, keeping their current content.

    FILES can be folders: all files in them for which `docgen generate` reports a conflict, or code
    that was deleted, added again or is no longer declared. Prints the conflicts that this resolves.
    """
    from docgen.commands.accept import accept

    return session.finish(accept(session.config(), files, session.options()))
