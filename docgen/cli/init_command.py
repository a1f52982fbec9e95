"""The command `init`."""

import os

import click

from docgen.cli.arguments import examples
from docgen.cli.session import Session, shared


@click.command(
    "init",
    epilog=examples(
        ("docgen init", "ask, then write the configuration"),
        ("docgen init --yes --git", "in a script; set up git as well"),
        ("docgen init --git", "in a new clone of a project that uses docgen"),
    ),
)
@click.option(
    "--git",
    is_flag=True,
    help="Add the lines for merging to .gitattributes and configure the merge driver in .git.",
)
@click.option("--yes", is_flag=True, help="Don't ask; accept the guessed values.")
@shared
def init_command(session: Session, git: bool, yes: bool) -> int:
    """Set up docgen in a project.

    Writes a [tool.docgen] table to pyproject.toml and a docgen.mk for make, and prints the lines
    to copy for make, git and pre-commit. Nothing that exists is overwritten. Values are guessed
    from the pages in the current folder; on a terminal you are asked to confirm them. In a project
    that is configured, --git sets up a new clone.
    """
    from docgen.cli.ask import answers
    from docgen.commands.init import guess, init

    proposed = guess(os.curdir)
    is_known = git and session.file() is not None
    chosen = proposed if yes or is_known else answers(proposed)
    return session.finish(init(os.curdir, chosen, is_git=git))
