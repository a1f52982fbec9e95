"""Recording: every lookup of another type's facts is recorded, however it is made."""

from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace

from docgen.build.recording import (
    Lookups,
    RecordingMapping,
    RecordingSet,
    changed_properties,
    has_model_keys,
    property_digests,
    recording_context,
    with_ancestors,
)
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.lower import LoweringContext
from docgen.python.samples import Samples
from docgen.python.signatures.context import url_facts
from docgen.python.type_facts import Lineage, TypeFacts, type_facts
from docgen.schema.model import (
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
    WireName,
)

AT = Source(path="resources/ship.md", line=1)


def test_all_ancestors_are_found() -> None:
    bases = {"m.g.ship": None, "m.g.boat": "m.g.ship", "m.g.canoe": "m.g.boat"}
    types = tuple(
        StructuredType(
            kind="entity",
            name=QualifiedName(name),
            base_type=QualifiedName(base) if base else None,
            sources=(AT,),
        )
        for name, base in sorted(bases.items())
    )
    facts = type_facts(Schema(types=types, pages=()))
    assert with_ancestors(["m.g.canoe", "m.g.kind"], facts) == {*bases, "m.g.kind"}


def test_every_kind_of_lookup_of_a_type_is_recorded() -> None:
    used: set[str] = set()
    mapping = RecordingMapping({"a": 1, "b": 2, "c": 3}, used)
    assert (mapping["a"], mapping.get("c")) == (1, 3)
    assert used == {"a", "c"}
    assert dict(mapping) == {"a": 1, "b": 2, "c": 3}
    assert used == {"a", "b", "c"}


def test_which_types_there_are_is_not_recorded() -> None:
    used: set[str] = set()
    mapping = RecordingMapping({"a": 1}, used)
    assert ("a" in mapping, "x" in mapping, mapping.get("x")) == (True, False, None)
    assert used == set()


def test_membership_tests_are_recorded() -> None:
    tested: list[object] = []
    recording = RecordingSet(frozenset({"a"}), tested.append)
    assert ("a" in recording, "b" in recording) == (True, False)
    assert [*recording] == ["a"]
    assert tested == ["a", "b", "a"]


def with_lookups(facts: TypeFacts) -> tuple[TypeFacts, Lookups]:
    """Return facts that record what is looked up."""
    schema, lookups = Schema(types=(), pages=()), Lookups()
    layout = layout_of(schema, "m", "m.g", FLAVOURS_BY_NAME["dataclass"])
    context = recording_context(schema, layout, facts, url_facts(schema), lookups)
    return context.facts, lookups


def test_lookups_of_single_properties_are_recorded_by_name() -> None:
    facts, lookups = with_lookups(type_facts(schema_of(BOAT, YACHT)))
    name = facts.find_property(QualifiedName("m.g.yacht"), "name")
    assert name is not None
    assert facts.find_property(QualifiedName("m.g.boat"), "other") is None
    assert facts.is_key(QualifiedName("m.g.boat"), "id")
    assert facts.is_key(QualifiedName("m.g.boat"), "\ud800") is False
    assert (lookups.owners, lookups.types) == ({"m.g.boat"}, set())
    assert lookups.properties == {"name", "other", "id"}


def test_a_single_property_has_no_position_and_no_description() -> None:
    facts = type_facts(schema_of(BOAT, YACHT))
    recording, _ = with_lookups(facts)
    boat = QualifiedName("m.g.boat")
    found, plain = (one.find_property(boat, "name") for one in (recording, facts))
    assert plain is not None
    assert found is not None
    nowhere = Source(path="", line=0)
    assert found == replace(plain, description=None, source=nowhere)
    assert found.source.path == ""
    assert found.description is None


@pytest.mark.parametrize(
    "look_up", [len, list, lambda one: one.values()], ids=["len", "list", "values"]
)
def test_all_properties_of_a_type_are_a_lookup_of_the_type(
    look_up: Callable[[Mapping[WireName, Property]], object],
) -> None:
    facts, lookups = with_lookups(type_facts(schema_of(BOAT, YACHT)))
    look_up(facts.declared[QualifiedName("m.g.boat")])
    assert (lookups.types, lookups.properties) == ({"m.g.boat"}, set())


def test_all_properties_of_a_type_have_positions_and_descriptions() -> None:
    facts, _ = with_lookups(type_facts(schema_of(BOAT, YACHT)))
    (name,) = facts.declared[QualifiedName("m.g.boat")].values()
    assert (name.description, name.source) == ("The name.", AT)


def test_model_keys_are_recorded_as_a_property_without_a_name() -> None:
    facts, lookups = with_lookups(type_facts(schema_of(BOAT, YACHT)))
    assert QualifiedName("m.g.boat") not in facts.with_model_keys
    assert (lookups.owners, lookups.properties) == ({"m.g.boat"}, {""})


NAME = Property(
    name=WireName("name"),
    type=TypeReference(name=QualifiedName("Edm.String")),
    source=AT,
    description="The name.",
)
BOAT = StructuredType(
    kind="entity",
    name=QualifiedName("m.g.boat"),
    sources=(AT,),
    key=(WireName("id"),),
    properties=(NAME,),
)
YACHT = StructuredType(
    kind="entity",
    name=QualifiedName("m.g.yacht"),
    base_type=BOAT.name,
    sources=(AT,),
)
OTHER = replace(NAME, name=WireName("other"))
CHANGED: dict[str, tuple[StructuredType, set[str]]] = {
    "nothing": (BOAT, set()),
    "a position": (
        replace(BOAT, properties=(replace(NAME, source=Source(path="b.md", line=2)),)),
        set(),
    ),
    "a description": (
        replace(BOAT, properties=(replace(NAME, description="A name."),)),
        set(),
    ),
    "a type": (
        replace(
            BOAT,
            properties=(
                replace(NAME, type=TypeReference(name=QualifiedName("Edm.Int32"))),
            ),
        ),
        {"name"},
    ),
    "whether it is nullable": (
        replace(BOAT, properties=(replace(NAME, nullable=False),)),
        {"name"},
    ),
    "a new property": (replace(BOAT, properties=(OTHER, NAME)), {"other"}),
    "a removed property": (replace(BOAT, properties=()), {"name"}),
    "the key": (replace(BOAT, key=(WireName("name"),)), {"id", "name"}),
    "no key": (replace(BOAT, key=()), {"id"}),
    "a key of a model": (
        replace(
            BOAT,
            properties=(
                NAME,
                replace(
                    OTHER, name=WireName("a-b"), type=TypeReference(name=YACHT.name)
                ),
            ),
        ),
        {"", "a-b"},
    ),
}


@pytest.mark.parametrize(("boat", "names"), CHANGED.values(), ids=CHANGED.keys())
def test_properties_change_with_what_lookups_return(
    boat: StructuredType, names: set[str]
) -> None:
    last, now = (
        property_digests(boat.name, type_facts(schema_of(one, YACHT)))
        for one in (BOAT, boat)
    )
    assert has_model_keys(last) is False
    assert has_model_keys(now) == ("" in names)
    assert changed_properties(last, now) == names
    assert changed_properties(now, last) == names


def test_enum_types_have_no_properties() -> None:
    facts = type_facts(schema_of(BOAT))
    assert property_digests(QualifiedName("m.g.mood"), facts) == ""


def schema_of(*types: StructuredType) -> Schema:
    return Schema(types=types, pages=())


def test_no_fact_can_be_looked_up_unrecorded() -> None:
    """A new field of one of these must be recorded in `recording_context`, or need no recording."""
    in_digests = {"signatures", "examples"}
    recorded = {"layout", "facts", "samples"}
    assert {*LoweringContext.__struct_fields__} == recorded | in_digests
    assert Samples.__struct_fields__ == ("enums", "facts")
    assert Lineage.__struct_fields__ == ("numbers",)
    recorded = {"types", "lineage", "declared", "keys", "field_names", "values"}
    recorded |= {"with_model_keys"}
    looked_up_by_property = {"owners"}
    assert {*TypeFacts.__struct_fields__} == recorded | looked_up_by_property
