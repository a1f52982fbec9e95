"""The view of the class of an enum type."""

from collections.abc import Mapping

from docgen.diagnostics import Result
from docgen.python.descriptions import cell_paragraphs, type_docstring
from docgen.python.flavours import FLAGS_ENUM, OPEN_ENUM
from docgen.python.imports import imports_view
from docgen.python.layout import Layout
from docgen.python.literals import docstring, string_literal
from docgen.python.names import MEMBER_NAMES, PythonName, changed_name, unique_names
from docgen.python.views import EnumView, MemberView
from docgen.schema.model import EnumType, Member
from docgen.schema.names import short_name


def enum_view(type_: EnumType, layout: Layout) -> Result[EnumView]:
    """Return the view of an enum, and a note for each name that was changed."""
    class_name = layout.locations[type_.name].class_name
    base = layout.imported(FLAGS_ENUM if type_.flags else OPEN_ENUM)
    views = member_views(type_)
    view = EnumView(
        module_docstring=docstring((f"The enum `{type_.name}`.",)),
        imports=imports_view({base}, layout.package),
        name=class_name,
        base=PythonName(base.name),
        docstring=type_docstring(type_),
        members=views,
    )
    notes = changed_name(class_name, short_name(type_.name), type_.sources, "type")
    for member, one in zip(_unique_members(type_), views, strict=True):
        notes += changed_name(one.name, member.name, (member.source,), "member")
    return Result(view, notes)


def member_views(type_: EnumType) -> tuple[MemberView, ...]:
    """Return the views of an enum's members, one for each value."""
    members, names = _unique_members(type_), member_names(type_)
    descriptions = {m.name: cell_paragraphs(m.description, m.name) for m in members}
    has_gaps = any(descriptions.values())
    return tuple(
        MemberView(
            name=names[member.name],
            value=string_literal(member.name),
            docstring=docstring(descriptions[member.name], "    "),
            has_gap=has_gaps and member is not members[-1],
        )
        for member in members
    )


def member_names(type_: EnumType) -> Mapping[str, PythonName]:
    """Return the Python name of each member of an enum."""
    return unique_names([m.name for m in _unique_members(type_)], MEMBER_NAMES)


def _unique_members(type_: EnumType) -> list[Member]:
    """Return the members of an enum, each value once."""
    unique = {member.name: member for member in reversed(type_.members)}
    return list(unique.values())[::-1]
