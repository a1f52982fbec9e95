"""The stage itself: the rows of a methods table, and API pages, become signatures."""

from collections.abc import Iterator

from docgen.diagnostics import Result
from docgen.python.names import (
    OPERATION_NAMES,
    PythonName,
    operation_method_name,
    unique_names,
)
from docgen.python.signatures.context import SignatureInputs
from docgen.python.signatures.model import (
    MethodParameter,
    OperationResult,
    Signature,
)
from docgen.schema.model import (
    ApiOperation,
    Operation,
    Permissions,
    StructuredType,
    TypeReference,
    returned_type,
)


def operation_signatures(
    type_: StructuredType, inputs: SignatureInputs
) -> Result[tuple[Signature, ...]]:
    """Return the signatures of a type's operations, in the order of its methods table."""
    names = unique_names((one.name for one in type_.operations), OPERATION_NAMES)
    pages = {one.api_page.lower(): one for one in inputs.operations}
    found = [
        _signature(type_, row, names[row.name], pages.get((row.api_page or "").lower()))
        for row in type_.operations
    ]
    return Result(tuple(found))


def _signature(
    type_: StructuredType,
    row: Operation,
    name: PythonName,
    page: ApiOperation | None,
) -> Signature:
    returns = returned_type(row, type_.name, page) if page else row.returns
    return Signature(
        name=name,
        label=row.label,
        description=row.description,
        api_page=page.api_page if page else None,
        parameters=tuple(_path(page)) if page else (),
        overloads=(),
        requests=(),
        documented=(
            tuple(f"{one.method} {one.path}" for one in page.requests) if page else ()
        ),
        result=_result(returns),
        permissions=page.permissions if page else Permissions(),
        is_deprecated=False,
        source=row.source,
    )


def _path(page: ApiOperation) -> Iterator[MethodParameter]:
    for one in page.parameters:
        if one.place == "path":
            yield MethodParameter(
                name=operation_method_name(one.name),
                wire_name=one.name,
                place="path",
                type=one.type,
                is_positional=one.required,
                is_required=one.required,
                description=one.description,
            )


def _result(returns: TypeReference | None) -> OperationResult:
    if returns is None:
        return OperationResult(kind="none")
    if returns.is_collection:
        item = TypeReference(name=returns.name, is_declared=returns.is_declared)
        return OperationResult(kind="pages", type=item)
    return OperationResult(kind="single", type=returns)
