"""The commands for single pages: convert, export and show.

What a command runs is imported when it is run.
"""

import click

from docgen.cli.arguments import PAGE, examples
from docgen.cli.session import Session, shared
from docgen.flavours import FLAVOURS

_EXPORTS = click.Choice(["json", "csdl", "jsonschema", "openapi"])
_STAGES = click.Choice(["page", "schema", "view"])


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


@click.command(
    "export",
    epilog=examples(
        ("docgen export docs --format json", "print the schema as JSON"),
        ("docgen export docs --format csdl -o metadata.xml", "CSDL 4.0, to a file"),
        ("docgen export docs --format openapi -o api.json", "with all requests"),
    ),
)
@click.argument("pages", nargs=-1, required=True, type=PAGE)
@click.option(
    "--format",
    type=_EXPORTS,
    required=True,
    help=(
        "json: docgen's own; csdl: CSDL 4.0 XML; jsonschema: draft 2020-12; "
        "openapi: OpenAPI 3.1 as JSON."
    ),
)
@click.option(
    "-o", "--output", metavar="FILE", help="Write to this file, not standard output."
)
@shared
def export_command(
    session: Session, pages: tuple[str, ...], format: str, output: str | None
) -> int:
    """Print the schema that PAGES declare, for other tools."""
    from docgen.commands.export import export

    return session.finish(
        export(session.config(), pages, format, output, session.options()),
        least="error",
    )


@click.command(
    "show",
    epilog=examples(
        ("docgen show team.md --stage page", "how the markdown was parsed"),
        ("docgen show team.md --stage schema", "which types it declares"),
    ),
)
@click.argument("page", type=PAGE)
@click.option(
    "--stage",
    type=_STAGES,
    required=True,
    help="page: parsed markdown; schema: declared types; view: values for the templates.",
)
@shared
def show_command(session: Session, page: str, stage: str) -> int:
    """Print the output of a stage for PAGE.

    The stages of docgen are: parse the page, resolve the types that it declares to a schema,
    compute the views that templates render.
    """
    from docgen.commands.show import show

    return session.finish(
        show(session.config(), page, stage, session.options()), least="error"
    )
