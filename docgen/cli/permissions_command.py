"""The command `permissions`."""

from typing import TYPE_CHECKING

import click

from docgen.cli.arguments import examples, no_cache_option, text_or_json_option
from docgen.cli.session import Session, shared

if TYPE_CHECKING:
    from docgen.commands.permissions import Access


@click.command(
    "permissions",
    epilog=examples(
        ("docgen permissions", "what the code in this folder needs"),
        ("docgen permissions app --access application", "a service without a user"),
        ("docgen permissions --output-format json", "for other programs"),
    ),
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--access",
    type=click.Choice(["work", "personal", "application"]),
    multiple=True,
    help="Kind of access: of a user with a work or school account, with a personal account, or of "
    "an application without a user. Can be repeated; by default work and application.",
)
@text_or_json_option(
    "text: permissions, each with the calls that need it; json: the same as an object."
)
@no_cache_option
@shared
def permissions_command(
    session: Session,
    paths: tuple[str, ...],
    access: "tuple[Access, ...]",
    output_format: str,
    no_cache: bool,
) -> int:
    """Print the least privileged permissions that the code at PATHS needs.

    Finds the calls of the generated client in files and folders, by default in the current folder.
    An operation needs the first permission of its page, unless another one on that page is needed
    anyway. Calls of objects whose type is not evident are listed separately.
    """
    from docgen.commands.permissions import DEFAULT_ACCESS, needed_permissions

    found = needed_permissions(
        session.config(),
        paths,
        access=tuple(dict.fromkeys(access)) or DEFAULT_ACCESS,
        is_json=output_format == "json",
        options=session.options(is_cached=not no_cache),
    )
    return session.finish(found)
