"""The command `show`."""

import click

from docgen.cli.arguments import PAGE, examples
from docgen.cli.session import Session, shared

_STAGES = click.Choice(["page", "schema", "view"])


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
