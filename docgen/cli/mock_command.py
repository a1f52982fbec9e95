"""The command `mock`."""

import click

from docgen.cli.arguments import examples
from docgen.cli.session import Session, shared


@click.command(
    "mock",
    epilog=examples(
        ("docgen mock", "serve all examples at http://127.0.0.1:8000"),
        (
            "docgen mock api/message-get.md --port 0",
            "those of a page, on any free port",
        ),
        ("docgen mock --any-values", "answer any IDs, options and bodies"),
        ("docgen mock --failure throttled", "answer the first request with status 429"),
        (
            "docgen mock --cors http://localhost:3000",
            "also answer a program of that origin in a browser",
        ),
    ),
)
@click.argument("names", nargs=-1, metavar="[EXAMPLES]...")
@click.option("--package", help="Package whose examples are served, if several exist.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Any other than the default makes the service visible to others.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 for any free port.",
)
@click.option(
    "--failure",
    "failures",
    type=click.Choice(["not-found", "throttled", "unauthenticated", "unavailable"]),
    multiple=True,
    help="Answer the first request with a failure; repeat the option for further requests.",
)
@click.option(
    "--page-size",
    type=click.IntRange(min=1),
    help="Answer collections in pages of this number of items.",
)
@click.option(
    "--any-values",
    is_flag=True,
    help="Also answer requests that no example has, as the most similar example of the "
    "operation, whatever their IDs, options and bodies are.",
)
@click.option(
    "--cors",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    help="Let programs of this origin in a browser use the service (CORS), such as "
    "`http://localhost:3000`; `*` for any. Repeat the option for further origins.",
)
@shared
def mock_command(
    session: Session,
    names: tuple[str, ...],
    package: str | None,
    host: str,
    port: int,
    failures: tuple[str, ...],
    page_size: int | None,
    any_values: bool,
    origins: tuple[str, ...],
) -> int:
    """Serve the documented examples of the generated package over HTTP.

    A client in any language gets the answers of the pages, until you interrupt the command.
    EXAMPLES are pages, or pages with the name or number of an example (`api/message-get.md#2`);
    paths begin below the source folder. Without them, all examples are served. The answer to a
    request that no example has is status 501, and names the nearest example.
    """
    from docgen.commands.mock import mock

    mock(
        session.config(),
        names,
        package=package,
        host=host,
        port=port,
        failures=failures,
        page_size=page_size,
        any_values=any_values,
        origins=origins,
        log=session.log,
    )
    return 0
