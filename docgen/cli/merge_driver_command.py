"""The command `merge-driver`."""

import click

from docgen.cli.arguments import examples
from docgen.cli.session import Session, shared

_FILE = click.Path()


@click.command(
    "merge-driver",
    epilog=examples(
        ("docgen init --git", "configure git to run this command"),
        (
            "docgen merge-driver base.py ours.py theirs.py generated/shop/models/book.py",
            "merge three versions of a file into ours.py",
        ),
    ),
)
@click.argument("ancestor", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("path")
@shared
def merge_driver_command(
    session: Session, ancestor: str, ours: str, theirs: str, path: str
) -> int:
    """Merge a generated file of two branches; git runs this.

    ANCESTOR, OURS and THEIRS are files with three versions of the file at PATH in the repository.
    Merges definition by definition, and writes the result to OURS. Exits with status 1 if both
    branches edited a definition by hand: both versions are then between conflict markers. The
    next `docgen generate` updates the code from the merged pages.
    """
    from docgen.commands.merge_driver import merge_driver

    return session.finish(merge_driver(ancestor, ours, theirs, path))
