"""Pages that are added to a page set rename nothing.

The names collide on purpose. A canonical name is never changed; another only if a colliding name is
added.
"""

from collections.abc import Iterable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docgen.python.layout import Layout, ModuleLocation, layout_of
from docgen.python.names import CLASS_NAMES, FIELD_NAMES, PythonName, Style
from docgen.python.type_facts import TypeFacts, type_facts
from docgen.schema.model import (
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
    WireName,
)

AT = Source(path="resources/ferry.md", line=1)
TYPES = ["ferry", "Ferry", "deck", "any", "anyType"]
NAMESPACES = ["m.g", "m.g.deck", "m.g.ferry.deck"]
ROWS = ["displayName", "DisplayName", "display_name", "list"]


def names(types: Iterable[str], namespaces: Iterable[str]) -> list[QualifiedName]:
    return [QualifiedName(f"{space}.{name}") for space in namespaces for name in types]


NAMES = names(TYPES, NAMESPACES)
TEXT = TypeReference(name=QualifiedName("Edm.String"))
NAME_SETS = st.sets(st.sampled_from(NAMES), min_size=2, max_size=8)
ROW_SETS = st.sets(st.sampled_from(ROWS), max_size=2)


def ferry(name: str, base: str | None, rows: Iterable[str]) -> StructuredType:
    return StructuredType(
        kind="complex",
        name=QualifiedName(name),
        base_type=QualifiedName(base) if base else None,
        sources=(AT,),
        properties=tuple(
            Property(name=WireName(row), type=TEXT, source=AT) for row in sorted(rows)
        ),
    )


@st.composite
def grown(draw: st.DrawFn) -> tuple[Schema, Schema]:
    """A schema, and one that has more types and rows; each type derives from an earlier name."""
    after: list[StructuredType] = []
    for name in sorted(draw(NAME_SETS)):
        earlier = [None, *(type_.name for type_ in after)]
        base = draw(st.sampled_from(earlier))
        after.append(ferry(name, base, draw(ROW_SETS)))
    before = [
        replace(
            type_,
            properties=tuple(filter(lambda _: draw(st.booleans()), type_.properties)),
        )
        for type_ in after
        if draw(st.booleans())
    ]
    return Schema(types=tuple(before), pages=()), Schema(types=tuple(after), pages=())


def is_canonical(name: str, style: Style) -> bool:
    return style.invert(style.convert(name)) == name


def collides(name: str, others: Iterable[str], style: Style) -> bool:
    plain = style.convert(name)
    return any(style.convert(other) == plain for other in others if other != name)


@settings(max_examples=400)
@given(grown())
def test_classes_and_modules_keep_their_names(schemas: tuple[Schema, Schema]) -> None:
    before, after = (layout_of(schema, "graph", "m.g") for schema in schemas)
    for name, location in before.locations.items():
        now = after.locations[name]
        short = name.rpartition(".")[2]
        if is_canonical(short, CLASS_NAMES):
            assert now.class_name == CLASS_NAMES.convert(short)
        if not collides(short, short_names_near(name, after), CLASS_NAMES):
            assert now.class_name == location.class_name
        if not collides(short, short_names_near(name, after), FIELD_NAMES):
            assert now.test == location.test
            assert now.module == location.module or is_displaced(now, after)
        assert now.folders == location.folders


def is_displaced(location: ModuleLocation, layout: Layout) -> bool:
    """Return whether there is a package with the name that the module would have."""
    path = (*location.folders, location.displaced_by)
    return any(p.folders[: len(path)] == path for p in layout.locations.values())


def short_names_near(name: QualifiedName, layout: Layout) -> list[str]:
    space = name.rpartition(".")[0]
    split = (other.rpartition(".") for other in layout.locations)
    return [short for other, _, short in split if other == space]


@settings(max_examples=400)
@given(grown())
def test_fields_keep_their_names(schemas: tuple[Schema, Schema]) -> None:
    before, after = map(type_facts, schemas)
    for type_ in schemas[0].types:
        for wire, name_before in all_fields(before, type_.name).items():
            fields = all_fields(after, type_.name)
            assert len(set(fields.values())) == len(fields)
            now = fields[wire]
            if is_canonical(wire, FIELD_NAMES):
                assert now == FIELD_NAMES.convert(wire)
            if not collides(
                wire, properties_of_related(after, type_.name), FIELD_NAMES
            ):
                assert now == name_before


def all_fields(facts: TypeFacts, name: QualifiedName) -> Mapping[WireName, PythonName]:
    """Return the declared and inherited fields of a type."""
    fields: dict[WireName, PythonName] = {}
    current: QualifiedName | None = name
    while current is not None and current in facts.types:
        fields |= facts.field_names[current]
        current = facts.types[current].base_type
    return fields


def properties_of_related(facts: TypeFacts, name: QualifiedName) -> set[str]:
    """Return the properties of all types that are related to a type."""
    derives = facts.lineage.derives
    roots = [other for other in facts.types if derives(name, other)]
    return {
        row
        for other, rows in facts.declared.items()
        if any(derives(other, root) for root in roots)
        for row in rows
    }
