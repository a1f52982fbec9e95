"""What the signatures of a type depend on besides the type itself."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.schema.model import ApiOperation, QualifiedName, Schema, StructuredType


class SignatureContext(Struct, frozen=True, kw_only=True):
    """What must be known about all types to plan the signatures of one.

    `pages` are the operations by their API pages, in lower case. `unlisted` are those of pages
    that no methods table links to, by the type that they belong to.
    """

    pages: Mapping[str, ApiOperation]
    unlisted: Mapping[QualifiedName, tuple[ApiOperation, ...]]


class SignatureInputs(Struct, frozen=True, kw_only=True):
    """What the signatures of one type depend on: they change only if this or the type changes.

    `operations` are those of the API pages that the type's methods table links to, `unlisted` those
    of the pages that belong to the type but are in no methods table.
    """

    operations: tuple[ApiOperation, ...]
    unlisted: tuple[ApiOperation, ...]


def signature_context(schema: Schema) -> SignatureContext:
    """Return what must be known about all types of a schema."""
    unlisted: dict[QualifiedName, list[ApiOperation]] = {}
    for one in schema.operations:
        if not one.is_listed and one.owner is not None:
            unlisted.setdefault(one.owner, []).append(one)
    return SignatureContext(
        pages={one.api_page.lower(): one for one in schema.operations},
        unlisted={name: tuple(found) for name, found in unlisted.items()},
    )


def signature_inputs(
    type_: StructuredType, context: SignatureContext
) -> SignatureInputs:
    """Return what the signatures of a type depend on."""
    pages = dict.fromkeys(
        one.api_page.lower() for one in type_.operations if one.api_page
    )
    return SignatureInputs(
        operations=tuple(context.pages[one] for one in pages if one in context.pages),
        unlisted=context.unlisted.get(type_.name, ()),
    )
