"""From a structured type to the view of its class."""

from collections.abc import Iterable, Mapping

from docgen.diagnostics import Diagnostic, Result
from docgen.python.docstrings import docstring
from docgen.python.family import Family
from docgen.python.fields import annotations, field_views
from docgen.python.imports import Import, ModuleImports, module_imports
from docgen.python.keys import described_keys, key_names, key_views
from docgen.python.layout import Layout, Place
from docgen.python.literals import Code
from docgen.python.names import PythonName
from docgen.python.references import Named, class_at
from docgen.python.views import FieldView, ModelView
from docgen.python.words import changed_name, type_docstring
from docgen.schema.model import Property, StructuredType, WireName
from docgen.schema.names import short_name


def model_view(
    type_: StructuredType, layout: Layout, family: Family
) -> Result[ModelView]:
    """Make the view of a class, and a note for each name that was changed."""
    place, flavour = layout.places[type_.name], layout.flavour
    own = tuple(family.own[type_.name].values())
    rows = tuple(row for row in own if row.name not in flavour.base_keys)
    names = key_names(rows) if flavour.is_json else family.field_names[type_.name]
    named = annotations(rows, type_.name, layout, family)
    base = _base(type_, layout, place)
    fields = field_views(rows, names, named, family, flavour.special)
    view = ModelView(
        module_docstring=docstring((f"The model of `{type_.name}`.",)),
        imports=_imports(named.values(), base, fields, layout),
        name=place.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(
            type_, described_keys([row for row in own if row.name not in names], family)
        ),
        fields=fields,
        keys=key_views([row for row in rows if row.name not in names], named),
    )
    return Result(view, _notes(type_, place, rows, names))


def _base(type_: StructuredType, layout: Layout, place: Place) -> Named:
    target = layout.places.get(type_.base_type) if type_.base_type else None
    if target is None or target == place:
        model = layout.imported(layout.flavour.base)
        return Named(name=Code(model.name), imports=frozenset({model}))
    return class_at(target, layout, place, place.class_name)


def _imports(
    named: Iterable[Named],
    base: Named,
    fields: tuple[FieldView, ...],
    layout: Layout,
) -> ModuleImports:
    special = layout.flavour.special
    is_special = any(field.special for field in fields)
    return module_imports(
        frozenset[Import]().union(*(type_.imports for type_ in named)),
        base.imports | layout.flavour.needed,
        frozenset({special.needed} if special and is_special else ()),
        layout.package,
    )


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
            if row.name in names
            for note in changed_name(
                names[row.name], row.name, (row.source,), "property"
            )
        ),
    )
