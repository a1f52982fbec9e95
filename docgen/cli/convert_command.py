"""The command `convert`."""

import click

from docgen.cli.arguments import PAGE, examples
from docgen.cli.session import Session, shared
from docgen.flavours import FLAVOURS


@click.command(
    "convert",
    epilog=examples(
        ("docgen convert team.md", "print the model of a page"),
        ("docgen convert docs -o library", "write a package"),
        ("docgen convert --flavour pydantic - < team.md", "from standard input"),
    ),
)
@click.argument("pages", nargs=-1, required=True, type=PAGE, metavar="PAGE...")
@click.option(
    "--flavour",
    type=click.Choice(FLAVOURS),
    help="Kind of classes. By default, as configured, else dataclass.",
)
@click.option(
    "-o", "--output", metavar="DIR", help="Write a package into this folder instead."
)
@shared
def convert_command(
    session: Session, pages: tuple[str, ...], flavour: str | None, output: str | None
) -> int:
    """Print the Python of a page, or write it as a package.

    Needs no configuration. Pages in a configured source may refer to types on all pages of the
    source, other pages only to types on the given pages.
    """
    from docgen.commands.convert import convert

    return session.finish(
        convert(session.config(), pages, flavour, output, session.options())
    )
