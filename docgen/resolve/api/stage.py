"""The stage itself: what API pages declare, and the types of the page set, become operations."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from operator import attrgetter
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.extract.declarations import Declarations, Encoded, decoded_api
from docgen.resolve.api.owners import Listed, listed_operations
from docgen.resolve.api.page import ApiPage
from docgen.resolve.api.relationships import Relationships, relationships
from docgen.resolve.references import Bases, DeclaredName, NameIndex, name_index
from docgen.schema.links import stem
from docgen.schema.model import ApiOperation, QualifiedName, StructuredType, Type
from docgen.schema.names import short_name

SharedNames: TypeAlias = tuple[NameIndex, bool]
"""The arguments of `api_operation` that are the same for all pages."""

ResolvePage: TypeAlias = Callable[
    [NameIndex, bool, Bases, ApiPage], Result[ApiOperation]
]
EachPage: TypeAlias = Callable[
    [ResolvePage, SharedNames, Bases, Sequence[ApiPage]], list[Result[ApiOperation]]
]
"""A function that resolves each page, or returns the results of an earlier run."""


def each_page(
    resolve: ResolvePage, shared: SharedNames, bases: Bases, pages: Sequence[ApiPage]
) -> list[Result[ApiOperation]]:
    """Resolve each page."""
    return [resolve(*shared, bases, page) for page in pages]


def api_operations(
    pages: Sequence[Declarations],
    types: Sequence[Type],
    root: str,
    *,
    is_whole: bool,
    with_examples: bool = True,
    each: EachPage = each_page,
) -> Result[tuple[ApiOperation, ...]]:
    """Return the operations of all API pages, in the order of the pages.

    `root` is the root namespace. `is_whole` means that the page set is complete, so that methods
    tables should link to all API pages. Generated files need no operations `with_examples`.
    `each` is `each_page`, or a cache of it.
    """
    listed = listed_operations(types)
    bases = {
        one.name: one.base_type
        for one in types
        if isinstance(one, StructuredType) and one.base_type
    }
    related = relationships(types, bases)
    in_rows = {link for one in pages for link in one.row_links.split("\n")}
    api_pages = [
        _api_page(one.path, one.encoded_api, listed, related, in_rows)
        for one in pages
        if one.encoded_api
    ]
    if not api_pages:
        return Result(())
    index = name_index(_declared_names(types), root)
    found = each(api_operation, (index, is_whole), bases, api_pages)
    operations = tuple(
        _with_examples(one.value, page) if with_examples else one.value
        for one, page in zip(found, api_pages, strict=True)
    )
    return Result(operations, tuple(each for one in found for each in one.diagnostics))


def _api_page(
    path: str,
    encoded: Encoded,
    listed: Mapping[str, tuple[Listed, ...]],
    related: Mapping[QualifiedName, Relationships],
    in_rows: Set[str],
) -> ApiPage:
    rows = listed.get(path.lower(), ())
    return ApiPage(
        path=path,
        encoded_api=encoded,
        listed=rows,
        related=tuple([related[one] for one in dict.fromkeys([r.type for r in rows])]),
        is_in_row=path.lower() in in_rows,
    )


def _with_examples(operation: ApiOperation, page: ApiPage) -> ApiOperation:
    examples = decoded_api(page.encoded_api).examples
    return replace(operation, examples=tuple(one.example for one in examples))


def _declared_names(types: Sequence[Type]) -> Iterator[DeclaredName]:
    """Return the names of types with their pages; enum types of sections have no page.

    They are sorted, so that they don't depend on base types.
    """
    for one in sorted(types, key=attrgetter("name")):
        short = short_name(one.name).lower()
        for source in one.sources:
            is_about = stem(source.path).lower().endswith(short)
            if isinstance(one, StructuredType) or is_about:
                yield DeclaredName(name=one.name, path=source.path)
            else:
                yield DeclaredName(name=one.name, path="", anchor="-")


def api_operation(
    index: NameIndex, is_whole: bool, bases: Bases, page: ApiPage
) -> Result[ApiOperation]:
    """Resolve the operation of a page, without its examples."""
    from docgen.resolve.api.operation import operation_of_page  # few runs need it

    return operation_of_page(index, is_whole, bases, page)
