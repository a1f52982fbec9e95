"""Operations of one type: all rows of its methods tables in, operations with unique names out.

Rows of one label that link to one api page are one operation. Where two operations would have
one name, the later one takes the name of its api page, and after that a number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.schema.declarations import OperationDeclaration
from docgen.schema.links import stem
from docgen.schema.model import Operation, Source, TypeReference
from docgen.schema.names import snake_case
from docgen.schema.resolve.naming import Naming, named
from docgen.schema.resolve.parts import StructuredPart
from docgen.schema.written import written


def united_operations(
    naming: Naming, parts: Sequence[StructuredPart], paths: Mapping[str, str]
) -> Checked[tuple[Operation, ...]]:
    """Unite the operations of a type; `paths` gives the page set's spelling of a path."""
    found: dict[tuple[str, str | None], Operation] = {}
    taken: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for part, row in _rows(parts):
        returns = named(naming, part.path, part.declaration.namespace, row.returns)
        diagnostics += returns.told
        source = Source(path=part.path, line=row.span.line)
        key = (row.label.lower(), row.api_page.lower() if row.api_page else None)
        if key in found:
            diagnostics += _repeated(part, row, found[key], returns.type)
            found[key] = _with_source(found[key], source)
            continue
        name = _unique(row, taken)
        taken.add(name)
        returned = None if row.returns_nothing else returns.type
        found[key] = _operation(part, row, name, returned, paths)
    return Checked(tuple(found.values()), tuple(diagnostics))


def _rows(
    parts: Iterable[StructuredPart],
) -> Iterator[tuple[StructuredPart, OperationDeclaration]]:
    for part in parts:
        for row in part.declaration.operations:
            yield part, row


def _unique(row: OperationDeclaration, taken: set[str]) -> str:
    if row.name not in taken:
        return row.name
    name = snake_case(stem(row.api_page)) if row.api_page else row.name
    if name and name not in taken:
        return name
    numbers = range(2, len(taken) + 3)
    return next(n for n in (f"{name}_{number}" for number in numbers) if n not in taken)


def _operation(
    part: StructuredPart,
    row: OperationDeclaration,
    name: str,
    returns: TypeReference | None,
    paths: Mapping[str, str],
) -> Operation:
    page = row.api_page
    return Operation(
        name=name,
        label=row.label,
        returns=returns,
        returns_text=row.returns_text,
        description=row.description,
        api_page=paths.get(page.lower(), page) if page else None,
        source=Source(path=part.path, line=row.span.line),
    )


def _repeated(
    part: StructuredPart,
    row: OperationDeclaration,
    first: Operation,
    returned: TypeReference,
) -> Iterator[Diagnostic]:
    """Tell of a row that states an operation again, and what it states differently."""
    if part.path in (source.path for source in first.sources or (first.source,)):
        message = f"`{row.label}` is stated twice on the page"
        span = row.label_span
        yield diagnostic(Code.DUPLICATE_ROW, message, part.path, span, "join the rows")
    own = None if row.returns_nothing else returned
    if own != first.returns:
        message = (
            f"`{row.label}` returns {_shown(own)} here and {_shown(first.returns)} "
            f"on `{first.source.path}`; the latter was taken"
        )
        yield diagnostic(Code.CONTRADICTION, message, part.path, row.returns_span)


def _shown(returned: TypeReference | None) -> str:
    return f"`{written(returned)}`" if returned else "nothing"


def _with_source(operation: Operation, source: Source) -> Operation:
    sources = operation.sources or (operation.source,)
    return replace(operation, sources=tuple(dict.fromkeys((*sources, source))))
