"""The result of a method: nothing, a value, pages, a download, or a long-running operation."""

from msgspec.structs import replace

from docgen.python.signatures.model import OperationResult
from docgen.python.signatures.requests import FILTERED, RequestGroup
from docgen.regex import Regex
from docgen.schema.model import ApiOperation, Operation, QualifiedName, TypeReference

_UNTYPED = TypeReference(name=QualifiedName("Edm.Untyped"))
_ANYTHING = frozenset({"any", "json", "object", "untyped"})
"""Words for any value."""
_COUNT = TypeReference(name=QualifiedName("Edm.Int32"))
_STREAM = QualifiedName("Edm.Stream")
_FOUND = 302
_NO_CONTENT = 204
REQUEST_CELL = Regex(r"[A-Z]{3,7} \S*/\S*")
"""A request line in the cell of a methods table that should name a type."""
NOTHING = OperationResult(kind="none")


def operation_result(
    page: ApiOperation, group: RequestGroup, returns: TypeReference | None
) -> OperationResult:
    """Return the result of the requests of a page, which returns a type by its methods table."""
    reads = group.urls[0].named.request.method == "GET"
    if group.urls[0].named.request.method == "DELETE":
        return row_result(returns) if group.verb == "" else NOTHING
    if reads and group.end == "count":
        return OperationResult(kind="single", type=_COUNT)
    if reads and group.end == "refs":
        return OperationResult(kind="pages", type=_UNTYPED)
    is_download = returns is not None and returns.name == _STREAM
    if (reads and group.end == "content") or is_download or _FOUND in page.statuses:
        return OperationResult(kind="download")
    if group.end == FILTERED and returns:
        return row_result(replace(returns, is_collection=True))
    if group.end:
        return NOTHING
    if page.is_long_running and returns is None:
        state = TypeReference(name=page.state) if page.state else None
        return OperationResult(kind="long-running", type=state)
    found = row_result(returns)
    if returns and returns.is_collection and not reads:
        found = OperationResult(kind="single", type=returns)
    is_empty = _NO_CONTENT in page.statuses or page.is_answered_without_body
    if found.kind == "single" and is_empty:
        return replace(found, may_be_missing=True)
    return found


def row_result(returns: TypeReference | None) -> OperationResult:
    """Return the result of an operation that returns a type by its methods table only."""
    if returns is None:
        return NOTHING
    if returns.is_collection:
        item = TypeReference(name=returns.name, is_declared=returns.is_declared)
        return OperationResult(kind="pages", type=item)
    return OperationResult(kind="single", type=returns)


def result_text(
    row: Operation | None, result: OperationResult, *, has_page: bool
) -> str:
    """Return the words of a cell that names no type, if the result has no type either.

    An API page has the request line that some cells have.
    """
    if row is None or row.returns is None or row.returns.name != _UNTYPED.name:
        return ""
    text = row.returns_text.strip()
    has_type = result.type is not None and result.type.name != _UNTYPED.name
    is_request = has_page and REQUEST_CELL.fullmatch(text)
    is_vague = is_request or text.lower() in _ANYTHING
    return "" if has_type or result.kind == "none" or is_vague else text
