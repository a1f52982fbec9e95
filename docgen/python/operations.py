"""From a type's operations to the view of a `Protocol`."""

import re

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Result
from docgen.python.annotations import NamedAnnotation, annotation, class_at
from docgen.python.imports import PROTOCOL, Import, ModuleImports, module_imports
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import MARGIN, PythonCode, docstring, sentence
from docgen.python.names import OPERATION_NAMES, PythonName, unique_names
from docgen.python.prose import changed_name, remark
from docgen.python.views import OperationsView, OperationView
from docgen.schema.model import Operation, StructuredType
from docgen.schema.names import short_name

WITH_BODY = frozenset({"add", "create", "update"})
"""First words of operations that send an object of the type."""

REQUEST = re.compile("(?:DELETE|GET|PATCH|POST|PUT) ")
"""What stands in the column of returns on pages that have requests there."""

NO_RESULT = NamedAnnotation(name=PythonCode("None"), imports=frozenset())


def operations_view(type_: StructuredType, layout: Layout) -> Result[OperationsView]:
    """Make the view of a type's operations, and a note for each name that was changed."""
    place = layout.places[type_.name]
    names = operation_names(type_)
    shapes = [_shape(operation, layout, place) for operation in type_.operations]
    view = OperationsView(
        module_docstring=docstring((f"The operations of `{type_.name}`.",)),
        imports=_imports(shapes, layout.package),
        name=protocol_name(place),
        docstring=_docstring(type_),
        operations=tuple(map(_operation, type_.operations, names, shapes)),
    )
    return Result(view, _notes(type_, names))


def protocol_name(place: ModuleLocation) -> PythonName:
    """Name the class that holds a type's operations."""
    return PythonName(f"{place.class_name}Operations")


def operation_names(type_: StructuredType) -> tuple[PythonName, ...]:
    """Name the methods, in the order of the operations."""
    names = unique_names([o.name for o in type_.operations], OPERATION_NAMES)
    return tuple(names[operation.name] for operation in type_.operations)


def takes_body(operation: Operation) -> bool:
    """Return whether an operation sends an object of its type."""
    return operation.name.partition("_")[0] in WITH_BODY


class _Shape(Struct, frozen=True, kw_only=True):
    """What an operation takes and returns."""

    body: NamedAnnotation | None
    returns: NamedAnnotation


def _shape(operation: Operation, layout: Layout, place: ModuleLocation) -> _Shape:
    protocol = protocol_name(place)
    body = class_at(place, layout, place, protocol)
    return _Shape(
        body=body if takes_body(operation) else None,
        returns=(
            annotation(operation.returns, layout, place, protocol)
            if operation.returns
            else NO_RESULT
        ),
    )


def _imports(shapes: list[_Shape], package: str) -> ModuleImports:
    named = [type_ for shape in shapes for type_ in (shape.body, shape.returns)]
    annotated = frozenset[Import]().union(*(type_.imports for type_ in named if type_))
    return module_imports(annotated, frozenset({PROTOCOL}), frozenset(), package)


def _docstring(type_: StructuredType) -> PythonCode:
    page = f"See `{type_.sources[0].path}`." if type_.sources else ""
    short = short_name(type_.name)
    return docstring((f"What can be done with `{short}`.", page), "    ")


def _operation(operation: Operation, name: PythonName, shape: _Shape) -> OperationView:
    body = shape.body.name if shape.body else PythonCode("")
    parameters = f"self, body: {body}" if body else "self"
    head = f"    def {name}({parameters}) -> {shape.returns.name}:"
    return OperationView(
        name=name,
        body=body,
        returns=shape.returns.name,
        is_wide=len(head) > MARGIN,
        docstring=docstring(_paragraphs(operation, shape.returns), "        "),
    )


def _paragraphs(operation: Operation, returns: NamedAnnotation) -> tuple[str, ...]:
    """Describe an operation, and in the page's words what it returns if that is not a type."""
    paragraphs = remark(operation.description) or (sentence(operation.label),)
    words = operation.returns_text.strip()
    if returns.name != "Any" or not words:
        return paragraphs
    verb = "Sends" if REQUEST.match(words) else "Returns:"
    return (*paragraphs, sentence(f"{verb} {words}"))


def _notes(
    type_: StructuredType, names: tuple[PythonName, ...]
) -> tuple[Diagnostic, ...]:
    return tuple(
        note
        for operation, name in zip(type_.operations, names, strict=True)
        for note in changed_name(name, operation.name, (operation.source,), "operation")
    )
