"""What is added to a page set renames nothing of what was there.

Names that read the same are drawn on purpose. Of those, one that its Python name leads back to is
never renamed; another only where one that reads the same has come.
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
PLACES = st.sets(st.sampled_from(NAMES), min_size=2, max_size=8)
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
    for name in sorted(draw(PLACES)):
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


def reads_like(name: str, others: Iterable[str], style: Style) -> bool:
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
        if not reads_like(short, shorts_beside(name, after), CLASS_NAMES):
            assert now.class_name == location.class_name
        if not reads_like(short, shorts_beside(name, after), FIELD_NAMES):
            assert now.test == location.test
            assert now.module == location.module or is_beside(now, after)
        assert now.folders == location.folders


def is_beside(location: ModuleLocation, layout: Layout) -> bool:
    """Whether there is a package where the module of a type would be."""
    path = (*location.folders, location.displaced_by)
    return any(p.folders[: len(path)] == path for p in layout.locations.values())


def shorts_beside(name: QualifiedName, layout: Layout) -> list[str]:
    space = name.rpartition(".")[0]
    split = (other.rpartition(".") for other in layout.locations)
    return [short for other, _, short in split if other == space]


@settings(max_examples=400)
@given(grown())
def test_fields_keep_their_names(schemas: tuple[Schema, Schema]) -> None:
    before, after = map(type_facts, schemas)
    for type_ in schemas[0].types:
        for wire, made in all_fields(before, type_.name).items():
            fields = all_fields(after, type_.name)
            assert len(set(fields.values())) == len(fields)
            now = fields[wire]
            if is_canonical(wire, FIELD_NAMES):
                assert now == FIELD_NAMES.convert(wire)
            if not reads_like(wire, relatives_rows(after, type_.name), FIELD_NAMES):
                assert now == made


def all_fields(known: TypeFacts, name: QualifiedName) -> Mapping[WireName, PythonName]:
    """The fields of a type, those that it inherits too."""
    made: dict[WireName, PythonName] = {}
    current: QualifiedName | None = name
    while current is not None and current in known.types:
        made |= known.field_names[current]
        current = known.types[current].base_type
    return made


def relatives_rows(known: TypeFacts, name: QualifiedName) -> set[str]:
    """The rows of all types that have an ancestor in common with a type."""
    derives = known.lineage.derives
    roots = [other for other in known.types if derives(name, other)]
    return {
        row
        for other, rows in known.declared.items()
        if any(derives(other, root) for root in roots)
        for row in rows
    }
