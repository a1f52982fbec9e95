"""The view of the `Protocol` class of a type's operations."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Result
from docgen.python.annotations import NamedAnnotation, annotation, class_at
from docgen.python.descriptions import cell_paragraphs
from docgen.python.imports import PROTOCOL, Import, ModuleImports, module_imports
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import MARGIN, PythonCode, docstring, sentence
from docgen.python.names import (
    OPERATION_NAMES,
    PythonName,
    changed_name,
    unique_names,
)
from docgen.python.views import OperationsView, OperationView
from docgen.regex import Regex
from docgen.schema.model import Operation, StructuredType
from docgen.schema.names import short_name

WITH_BODY = frozenset({"add", "create", "update"})
"""First words of the names of operations that send an object of the type."""

REQUEST = Regex("(?:DELETE|GET|PATCH|POST|PUT) ")
"""Start of a request; some pages have requests in the column for what is returned."""

NO_RESULT = NamedAnnotation(name=PythonCode("None"), imports=frozenset())


def operations_view(type_: StructuredType, layout: Layout) -> Result[OperationsView]:
    """Return the view of a type's operations, and a note for each name that was changed."""
    location = layout.locations[type_.name]
    names = operation_names(type_)
    signatures = [
        _signature(operation, layout, location) for operation in type_.operations
    ]
    view = OperationsView(
        module_docstring=docstring((f"The operations of `{type_.name}`.",)),
        imports=_imports(signatures, layout.package),
        name=protocol_name(location),
        docstring=_docstring(type_),
        operations=tuple(map(_operation, type_.operations, names, signatures)),
    )
    return Result(view, _notes(type_, names))


def protocol_name(location: ModuleLocation) -> PythonName:
    """Return the name of the class with a type's operations."""
    return PythonName(f"{location.class_name}Operations")


def operation_names(type_: StructuredType) -> tuple[PythonName, ...]:
    """Return the names of the methods, in the order of the operations."""
    names = unique_names([o.name for o in type_.operations], OPERATION_NAMES)
    return tuple(names[operation.name] for operation in type_.operations)


def takes_body(operation: Operation) -> bool:
    """Return whether an operation sends an object of its type."""
    return operation.name.partition("_")[0] in WITH_BODY


class _Signature(Struct, frozen=True, kw_only=True):
    """The annotations of an operation's parameter, if it has one, and result."""

    body: NamedAnnotation | None
    returns: NamedAnnotation


def _signature(
    operation: Operation, layout: Layout, location: ModuleLocation
) -> _Signature:
    protocol = protocol_name(location)
    return _Signature(
        body=_body(operation, layout, location) if takes_body(operation) else None,
        returns=(
            annotation(operation.returns, layout, location, protocol)
            if operation.returns
            else NO_RESULT
        ),
    )


def _body(
    operation: Operation, layout: Layout, location: ModuleLocation
) -> NamedAnnotation:
    """Return the annotation of what an operation sends.

    An operation that creates something sends what it returns: `Create deck` of a ship sends a deck.
    """
    protocol = protocol_name(location)
    created = (
        operation.returns if operation.name.partition("_")[0] == "create" else None
    )
    if (
        created
        and created.name in layout.locations
        and created.name not in layout.enums
    ):
        item = replace(created, is_collection=False)
        return annotation(item, layout, location, protocol)
    return class_at(location, layout, location, protocol)


def _imports(signatures: list[_Signature], package: str) -> ModuleImports:
    named = [type_ for one in signatures for type_ in (one.body, one.returns)]
    annotated = frozenset[Import]().union(*(type_.imports for type_ in named if type_))
    return module_imports(annotated, frozenset({PROTOCOL}), frozenset(), package)


def _docstring(type_: StructuredType) -> PythonCode:
    page = f"See `{type_.sources[0].path}`." if type_.sources else ""
    short = short_name(type_.name)
    return docstring((f"Operations of `{short}`.", page), "    ")


def _operation(
    operation: Operation, name: PythonName, signature: _Signature
) -> OperationView:
    body = signature.body.name if signature.body else PythonCode("")
    parameters = f"self, body: {body}" if body else "self"
    head = f"    def {name}({parameters}) -> {signature.returns.name}:"
    return OperationView(
        name=name,
        body=body,
        returns=signature.returns.name,
        is_wide=len(head) > MARGIN,
        docstring=docstring(_paragraphs(operation, signature.returns), "        "),
    )


def _paragraphs(operation: Operation, returns: NamedAnnotation) -> tuple[str, ...]:
    """Return the description of an operation, and of its result if that has no type."""
    paragraphs = cell_paragraphs(operation.description) or (sentence(operation.label),)
    returned = operation.returns_text.strip()
    if returns.name != "Any" or not returned:
        return paragraphs
    verb = "Sends" if REQUEST.match(returned) else "Returns:"
    return (*paragraphs, sentence(f"{verb} {returned}"))


def _notes(
    type_: StructuredType, names: tuple[PythonName, ...]
) -> tuple[Diagnostic, ...]:
    notes: tuple[Diagnostic, ...] = ()
    for one, name in zip(type_.operations, names, strict=True):
        notes += changed_name(name, one.name, (one.source,), "operation")
    return notes
