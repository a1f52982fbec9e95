"""The members of the body of an action that its tables do not list as such."""

from collections.abc import Iterator

from docgen.extract.api.declarations import ApiDeclaration
from docgen.resolve.api.names import PageNames
from docgen.schema.edm import UNTYPED
from docgen.schema.model import Parameter, QualifiedName, TypeReference, source_of

_SHOWN = {
    kind: TypeReference(name=QualifiedName(f"Edm.{name}"))
    for kind, name in (
        ("string", "String"),
        ("boolean", "Boolean"),
        ("integer", "Int32"),
        ("number", "Double"),
    )
}
"""The types of members of which only a value is documented."""


def wrapped_parameter(api: ApiDeclaration, names: PageNames) -> Parameter | None:
    """Return the one parameter whose members the rows of the body are."""
    rows = [one for one in api.parameters if one.section == "body"]
    wrapper = api.body.wrapper if api.body else None
    if wrapper is None or not rows:
        return None
    type_ = names.named(wrapper)
    sources = tuple(source_of(names.page, one.span) for one in rows)
    return Parameter(
        name=wrapper,
        place="body",
        type=_wrapper_type(
            type_, is_collection=bool(api.body and api.body.wraps_items)
        ),
        required=False,
        description=None,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
    )


def _wrapper_type(
    name: QualifiedName | None, *, is_collection: bool
) -> TypeReference | None:
    if name is None and not is_collection:
        return None
    return TypeReference(name=name or UNTYPED, is_collection=is_collection)


def shown_members(api: ApiDeclaration, page: str) -> Iterator[Parameter]:
    """Return the members of an action that no table has: of examples, else of the section."""
    requests = [(one.example.request, one) for one in api.examples]
    sent = [
        (name, kind, one.example.source)
        for request, one in requests
        if request and request.method == "POST"
        for name, kind in one.sent
        if not name.startswith("@")
    ]
    if not sent and api.body:
        source = source_of(page, api.body.span)
        sent = [(name, kind, source) for name, kind in api.body.shown]
    for name, kind, source in sent:
        yield Parameter(
            name=name,
            place="body",
            type=_SHOWN.get(kind),
            required=False,
            description=None,
            source=source,
        )
