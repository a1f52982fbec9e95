"""Report the types that prose names, but that are rejected because examples name other types."""

from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.declarations import ApiDeclaration
from docgen.extract.type_expression import TypeExpression
from docgen.resolve.api.bodies import named_body_type
from docgen.resolve.api.names import PageNames
from docgen.resolve.api.returns import instance_type
from docgen.schema.model import ApiOperation, QualifiedName
from docgen.schema.names import short_name


def rejected_types(
    api: ApiDeclaration, operation: ApiOperation, names: PageNames
) -> Iterator[Diagnostic]:
    """Return diagnostics about types in the sections about body and response."""
    sent, returned = named_body_type(api, names), instance_type(api, names)
    if sent and api.body and operation.body and operation.body.name == sent:
        yield from _rejected(api.body.type, sent, names, "sends")
    is_returned = operation.returns and operation.returns.name == returned
    if returned and api.response and is_returned:
        yield from _rejected(api.response.type, returned, names, "returns")


def _rejected(
    stated: TypeExpression | None, used: QualifiedName, names: PageNames, verb: str
) -> Iterator[Diagnostic]:
    known = names.resolve(stated)
    if stated is None or known is None or names.are_related(known.name, used):
        return
    shown = quote(short_name(used))
    yield diagnostic(
        Code.DIFFERENT_TYPE,
        f"the section says {quote(short_name(known.name))}, but the example {verb} {shown}; "
        f"using {shown}",
        names.page,
        stated.name.span,
        "write the same type in the section and in the example",
    )
