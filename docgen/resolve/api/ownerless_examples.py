"""Report the examples of an API page that belongs to no type, so that no method sends them."""

from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.declarations import ApiDeclaration
from docgen.schema.model import RequestLine
from docgen.schema.url_matching import address, match


def ownerless_examples(
    api: ApiDeclaration, requests: tuple[RequestLine, ...]
) -> Iterator[Diagnostic]:
    """Yield a note for each pair of a request and a response that matches a request line."""
    for declared in api.examples:
        one = declared.example
        if one.request is None or one.response is None:
            continue
        path = address(one.request.url, "").path
        if any(
            each.method == one.request.method and match(path, each.path) is not None
            for each in requests
        ):
            line = quote(f"{one.request.method} {one.request.url}")
            yield diagnostic(
                Code.UNTESTED_EXAMPLE,
                f"no test sends {line}: the page belongs to no type",
                one.source.path,
                one.source.span,
                "add a row for the page to the methods table of its type",
            )
