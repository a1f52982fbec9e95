"""The result of a method: nothing, a value, pages, a download, or a long-running operation."""

from docgen.python.signatures.model import OperationResult
from docgen.python.signatures.requests import RequestGroup
from docgen.schema.model import ApiOperation, QualifiedName, TypeReference

_UNTYPED = TypeReference(name=QualifiedName("Edm.Untyped"))
_COUNT = TypeReference(name=QualifiedName("Edm.Int32"))
_STREAM = QualifiedName("Edm.Stream")
_FOUND = 302
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
    if group.end:
        return NOTHING
    if page.is_long_running and returns is None:
        return OperationResult(kind="long-running")
    if returns and returns.is_collection and not reads:
        return OperationResult(kind="single", type=returns)
    return row_result(returns)


def row_result(returns: TypeReference | None) -> OperationResult:
    """Return the result of an operation that returns a type by its methods table only."""
    if returns is None:
        return NOTHING
    if returns.is_collection:
        item = TypeReference(name=returns.name, is_declared=returns.is_declared)
        return OperationResult(kind="pages", type=item)
    return OperationResult(kind="single", type=returns)
