"""From a structured type to the view of its class."""

from collections.abc import Mapping

from docgen.diagnostics import Checked, Diagnostic
from docgen.python.descriptions import remark
from docgen.python.docstrings import docstring
from docgen.python.family import Family
from docgen.python.imports import (
    DATACLASS,
    FIELD,
    Import,
    ModuleImports,
    module_imports,
)
from docgen.python.layout import Layout, Place
from docgen.python.literals import MARGIN, Code, string_literal
from docgen.python.names import PythonName, camel_case
from docgen.python.references import Named, annotation, class_at
from docgen.python.views import FieldView, ModelView
from docgen.python.words import changed_name, type_docstring
from docgen.schema.model import (
    Property,
    QualifiedName,
    StructuredType,
    WireName,
)
from docgen.schema.names import short_name


def model_view(
    type_: StructuredType, layout: Layout, family: Family
) -> Checked[ModelView]:
    """Make the view of a class, and a note for each name that was changed."""
    place = layout.places[type_.name]
    rows = tuple(family.own[type_.name].values())
    names = family.field_names[type_.name]
    named = [annotation(row.type, layout, place, place.class_name) for row in rows]
    base = _base(type_, layout, place)
    fields = _fields(rows, names, named, family.values)
    view = ModelView(
        module_docstring=docstring((f"The model of `{type_.name}`.",)),
        imports=_imports(named, base, fields, layout.package),
        name=place.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(type_),
        fields=fields,
    )
    return Checked(view, _notes(type_, place, rows, names))


def _base(type_: StructuredType, layout: Layout, place: Place) -> Named:
    target = layout.places.get(type_.base_type) if type_.base_type else None
    if target is None or target == place:
        model = Import(f"{layout.package}._codec", "Model")
        return Named(name=Code("Model"), imports=frozenset({model}))
    return class_at(target, layout, place, place.class_name)


def _fields(
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
    named: list[Named],
    values: Mapping[QualifiedName, frozenset[str]],
) -> tuple[FieldView, ...]:
    said = [
        remark(row.description, row.name, values.get(row.type.name, frozenset()))
        for row in rows
    ]
    has_gaps = any(said)
    return tuple(
        _field(row, names[row.name], type_, text, has_gaps and row is not rows[-1])
        for row, type_, text in zip(rows, named, said, strict=True)
    )


def _field(
    row: Property, name: PythonName, named: Named, said: tuple[str, ...], has_gap: bool
) -> FieldView:
    annotation = named.name if named.name == "Any" else Code(f"{named.name} | None")
    room = MARGIN - len(f"    {name}: {annotation} = ")
    is_narrow = len("(") <= room < len("None")
    return FieldView(
        name=name,
        annotation=annotation,
        metadata=_metadata(row, name, named),
        docstring=docstring(said, "    "),
        default=Code("(\n        None\n    )" if is_narrow else "None"),
        is_wide=room < len("("),
        has_gap=has_gap,
    )


def _metadata(row: Property, name: PythonName, named: Named) -> Code:
    """Say what the codec can't tell from a field's name and annotation."""
    items: list[str] = []
    if camel_case(name) != row.name:
        items.append(f'"wire": {string_literal(row.name)}')
    if not named.is_found:
        items.append(f'"type": {string_literal(row.type.name)}')
    return Code("{" + ", ".join(items) + "}" if items else "")


def _imports(
    named: list[Named], base: Named, fields: tuple[FieldView, ...], package: str
) -> ModuleImports:
    always = base.imports | {DATACLASS}
    if any(field.metadata for field in fields):
        always |= {FIELD}
    annotated = frozenset[Import]().union(*(type_.imports for type_ in named))
    return module_imports(annotated, always, package)


def _notes(
    type_: StructuredType,
    place: Place,
    rows: tuple[Property, ...],
    names: Mapping[WireName, PythonName],
) -> tuple[Diagnostic, ...]:
    short = short_name(type_.name)
    return (
        *changed_name(place.class_name, short, type_.sources, "type"),
        *(
            note
            for row in rows
            for note in changed_name(
                names[row.name], row.name, (row.source,), "property"
            )
        ),
    )
