"""Recording: every lookup of another type's facts is recorded, however it is made."""

from docgen.build.recording import RecordingMapping, RecordingSet, with_ancestors
from docgen.python.lower import LoweringContext
from docgen.python.samples import Samples
from docgen.python.type_facts import Lineage, TypeFacts, type_facts
from docgen.schema.model import QualifiedName, Schema, Source, StructuredType

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


def test_every_kind_of_lookup_is_recorded() -> None:
    used: set[str] = set()
    mapping = RecordingMapping({"a": 1, "b": 2, "c": 3}, used)
    assert (mapping["a"], mapping.get("x"), "y" in mapping) == (1, None, False)
    assert used == {"a", "x", "y"}
    assert dict(mapping) == {"a": 1, "b": 2, "c": 3}
    assert used == {"a", "b", "c", "x", "y"}


def test_membership_tests_are_recorded() -> None:
    used: set[str] = set()
    assert "a" in RecordingSet(frozenset({"a"}), used)
    assert "b" not in RecordingSet(frozenset({"a"}), used)
    assert used == {"a", "b"}


def test_no_fact_can_be_looked_up_unrecorded() -> None:
    """A new field of one of these must be recorded in `recording_context`, or need no recording."""
    in_digests = {"signatures", "examples"}
    recorded = {"layout", "facts", "samples"}
    assert {*LoweringContext.__struct_fields__} == recorded | in_digests
    assert Samples.__struct_fields__ == ("types", "facts")
    assert Lineage.__struct_fields__ == ("numbers",)
    recorded = {"types", "lineage", "declared", "field_names", "values"}
    recorded |= {"with_model_keys"}
    looked_up_by_property = {"owners"}
    assert {*TypeFacts.__struct_fields__} == recorded | looked_up_by_property
