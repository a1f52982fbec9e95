"""From a type's operations to the view of a `Protocol`."""

from docgen.diagnostics import Checked
from docgen.python.docstrings import docstring, sentence
from docgen.python.imports import ANY, PROTOCOL, TYPE_CHECKING, Import, imports_view
from docgen.python.layout import Layout, Place
from docgen.python.literals import MARGIN, Code
from docgen.python.names import PythonName, operation_name, told_apart
from docgen.python.references import Named, annotation, class_at
from docgen.python.views import OperationsView, OperationView
from docgen.python.words import changed_name, described
from docgen.schema.model import Operation, StructuredType

WITH_BODY = frozenset({"add", "create", "update"})
"""First words of operations that send an object of the type."""

NOTHING = Named(name=Code("None"), imports=frozenset())


def operations_view(type_: StructuredType, layout: Layout) -> Checked[OperationsView]:
    """Make the view of a type's operations, and a note for each name that was changed."""
    place = layout.places[type_.name]
    protocol = protocol_name(place)
    body = class_at(place, layout, place, protocol)
    returns = [_returned(o, layout, place, protocol) for o in type_.operations]
    names = operation_names(type_)
    used = [body] if any(map(takes_body, type_.operations)) else []
    needed = frozenset[Import]().union(*(n.imports for n in (*returns, *used)))
    at_run_time = {PROTOCOL, *({ANY} & needed)}
    at_run_time |= {TYPE_CHECKING} if needed - {ANY} else set()
    view = OperationsView(
        module_docstring=docstring((f"The operations of `{type_.name}`.",)),
        imports=imports_view(at_run_time, layout.package),
        typing_imports=imports_view(needed - {ANY}, layout.package, "    "),
        name=protocol,
        docstring=docstring((_sentence(type_),), "    "),
        operations=tuple(
            _operation(operation, name, body, returned)
            for operation, name, returned in zip(
                type_.operations, names, returns, strict=True
            )
        ),
    )
    notes = (
        note
        for operation, name in zip(type_.operations, names, strict=True)
        for note in changed_name(name, operation.name, (operation.source,), "operation")
    )
    return Checked(view, tuple(notes))


def protocol_name(place: Place) -> PythonName:
    """Name the class that holds a type's operations."""
    return PythonName(f"{place.class_name}Operations")


def operation_names(type_: StructuredType) -> tuple[PythonName, ...]:
    """Name the methods, in the order of the operations."""
    names = told_apart([o.name for o in type_.operations], operation_name, {})
    return tuple(names[operation.name] for operation in type_.operations)


def takes_body(operation: Operation) -> bool:
    """Tell whether an operation sends an object of its type."""
    return operation.name.partition("_")[0] in WITH_BODY


def _returned(
    operation: Operation, layout: Layout, place: Place, protocol: PythonName
) -> Named:
    if operation.returns is None:
        return NOTHING
    return annotation(operation.returns, layout, place, protocol)


def _sentence(type_: StructuredType) -> str:
    page = f", see `{type_.sources[0].path}`" if type_.sources else ""
    return f"What can be done with `{type_.name}`{page}."


def _operation(
    operation: Operation, name: PythonName, body: Named, returned: Named
) -> OperationView:
    paragraphs = described(operation.description) or (sentence(operation.label),)
    if returned.name == "Any" and operation.returns_text.strip():
        paragraphs += (sentence(f"Returns: {operation.returns_text}"),)
    parameters = f"self, body: {body.name}" if takes_body(operation) else "self"
    line = f"    def {name}({parameters}) -> {returned.name}:"
    return OperationView(
        name=name,
        body=body.name if takes_body(operation) else Code(""),
        returns=returned.name,
        is_wide=len(line) > MARGIN,
        docstring=docstring(paragraphs, "        "),
    )
