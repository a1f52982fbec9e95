"""What a type asks for when it is lowered is noted, whatever way it asks."""

from docgen.rebuild.watched import Watched, WatchedNames

from docgen.python.family import Family
from docgen.python.lineage import Lineage
from docgen.python.lower import Ground
from docgen.python.samples import Samples


def test_every_way_to_ask_is_noted() -> None:
    asked: set[str] = set()
    watched = Watched({"a": 1, "b": 2, "c": 3}, asked)
    assert (watched["a"], watched.get("x"), "y" in watched) == (1, None, False)
    assert asked == {"a", "x", "y"}
    assert dict(watched) == {"a": 1, "b": 2, "c": 3}
    assert asked == {"a", "b", "c", "x", "y"}


def test_to_ask_whether_a_name_is_in_a_set_is_noted() -> None:
    asked: set[str] = set()
    assert "a" in WatchedNames(frozenset({"a"}), asked)
    assert "b" not in WatchedNames(frozenset({"a"}), asked)
    assert asked == {"a", "b"}


def test_there_is_nothing_else_to_ask() -> None:
    """A new field of one of these must be watched in `rebuild/ground.py`, or need no watching."""
    assert Ground.__struct_fields__ == ("layout", "family", "samples")
    assert Samples.__struct_fields__ == ("types", "family")
    assert Lineage.__struct_fields__ == ("numbers",)
    watched = {"types", "lineage", "own", "field_names", "values", "tangled"}
    by_name_of_property = {"owners"}
    assert {*Family.__struct_fields__} == watched | by_name_of_property
