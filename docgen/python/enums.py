"""From an enum type to the view of its class."""

from docgen.diagnostics import Diagnostic, Result
from docgen.python.flavours import FLAGS_ENUM, OPEN_ENUM
from docgen.python.imports import Import, imports_view
from docgen.python.layout import Layout
from docgen.python.literals import docstring, string_literal
from docgen.python.names import MEMBERS, PythonName, unique_names
from docgen.python.prose import changed_name, remark, type_docstring
from docgen.python.views import EnumView, MemberView
from docgen.schema.model import EnumType
from docgen.schema.names import short_name


def enum_view(type_: EnumType, layout: Layout) -> Result[EnumView]:
    """Make the view of an enum, and a note for each name that was changed."""
    place = layout.places[type_.name]
    base = base_of(type_, layout)
    members = member_views(type_)
    view = EnumView(
        module_docstring=docstring((f"The enum `{type_.name}`.",)),
        imports=imports_view({base}, layout.package),
        name=place.class_name,
        base=PythonName(base.name),
        docstring=type_docstring(type_),
        members=members,
    )
    short = short_name(type_.name)
    return Result(
        view,
        (
            *changed_name(place.class_name, short, type_.sources, "type"),
            *_notes(type_, members),
        ),
    )


def base_of(type_: EnumType, layout: Layout) -> Import:
    """Return the class that an enum derives from."""
    return layout.imported(FLAGS_ENUM if type_.flags else OPEN_ENUM)


def member_views(type_: EnumType) -> tuple[MemberView, ...]:
    """Make the views of an enum's members, each value once."""
    members = tuple({member.name: member for member in type_.members[::-1]}.values())
    names = unique_names([m.name for m in members], MEMBERS)
    said = {m.name: remark(m.description, m.name) for m in members}
    has_gaps = any(said.values())
    return tuple(
        MemberView(
            name=names[member.name],
            value=string_literal(member.name),
            docstring=docstring(said[member.name], "    "),
            has_gap=has_gaps and member is not members[0],
        )
        for member in members[::-1]
    )


def _notes(type_: EnumType, views: tuple[MemberView, ...]) -> tuple[Diagnostic, ...]:
    members = {string_literal(member.name): member for member in type_.members}
    return tuple(
        note
        for view in views
        for member in [members[view.value]]
        for note in changed_name(view.name, member.name, (member.source,), "member")
    )
