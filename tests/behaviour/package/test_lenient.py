"""Lenient reading: a value of the wrong type costs that value only."""

import copy
import datetime as dt
import json
import math
from types import ModuleType

import pytest
from calls import Calls

GOOD: dict[str, object] = {"text": "a", "count": 1, "newer": [None]}
"""Values next to those of the wrong type."""

SCALARS: dict[str, tuple[str, object]] = {
    "a number for a string": ("text", 1),
    "an object for a string": ("text", {"a": [1, None]}),
    "a list for a string": ("text", ["a"]),
    "a string for a Boolean": ("active", "true"),
    "a number for a Boolean": ("active", 1),
    "a Boolean for an integer": ("count", True),
    "a fraction for an integer": ("count", 1.5),
    "a word for a 64-bit integer": ("size", "many"),
    "a string for a floating-point number": ("ratio", "1.5"),
    "a Boolean for a decimal number": ("price", False),
    "a date-time with a month that does not exist": ("sent", "2021-13-01T00:00:00Z"),
    "a date-time after the last year": ("sent", "10000-01-01T00:00:00Z"),
    "a date-time of year zero": ("sent", "0000-00-00T00:00:00Z"),
    "a date-time of hour 25": ("sent", "2021-06-01T25:00:00Z"),
    "a number for a date-time": ("sent", 1622550896),
    "a day that does not exist": ("day", "2021-02-30"),
    "a date before year one": ("day", "-0001-01-01"),
    "a time of day that does not exist": ("clock", "24:30:00"),
    "a duration of months": ("span", "P1M"),
    "a duration that is too long": ("span", "P9999999999D"),
    "a word for a GUID": ("key", "id-value"),
    "invalid base64": ("content", "a b"),
    "a number for an enum": ("kind", 1),
    "an object for an enum": ("kind", {"low": True}),
    "a list for flags": ("kinds", ["read"]),
    "a string for an object": ("member", "1"),
    "a list for an object": ("member", [{}]),
    "a string for a list": ("labels", "a"),
    "an object for a list": ("members", {"0": {}}),
    "a keyword": ("from", 1),
    "a field with the name of a field of the base class": ("extra", {"a": 1}),
    "an annotation that is a property": ("@odata.etag", 1),
}


def keys_of(path: str) -> str:
    return f".{path}" if path.isidentifier() else f"[{path!r}]"


@pytest.mark.parametrize(("wire", "value"), SCALARS.values(), ids=SCALARS.keys())
def test_wrong_value_costs_that_value(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    document = {**GOOD, wire: value}
    read, paths = calls.read_leniently(models.Everything, document)
    assert paths == [keys_of(wire)]
    assert calls.extra_of(read)[wire] == value
    assert [read.text, read.count] == [
        None if wire == name else GOOD[name] for name in ("text", "count")
    ]
    assert calls.write(read) == document
    assert json.loads(calls.write_text(read)) == document


def test_field_that_is_set_later_replaces_the_value(
    models: ModuleType, calls: Calls
) -> None:
    read, _ = calls.read_leniently(models.Everything, {"sent": "noon", "text": 1})
    read.sent = dt.datetime(2021, 6, 1, tzinfo=dt.UTC)
    assert calls.write(read) == {"sent": "2021-06-01T00:00:00Z", "text": 1}
    assert json.loads(calls.write_text(read)) == calls.write(read)


ITEMS: dict[str, tuple[str, list[object], list[int]]] = {
    "the first string": ("labels", [1, "a", "b"], [0]),
    "the last string": ("labels", ["a", "b", []], [2]),
    "several strings": ("labels", ["a", 1, None, {}, "b", None, False], [1, 3, 6]),
    "all strings": ("labels", [1, 2], [0, 1]),
    "date-times": ("visits", ["noon", "2021-06-01T00:00:00Z", None], [0]),
    "enum values": ("severalKinds", ["low", 1, "newer", None], [1]),
    "objects": ("members", [{"id": "1"}, "a", None, [], {"id": "2"}], [1, 3]),
}


@pytest.mark.parametrize(("wire", "items", "wrong"), ITEMS.values(), ids=ITEMS.keys())
def test_wrong_item_costs_that_item(
    models: ModuleType,
    calls: Calls,
    wire: str,
    items: list[object],
    wrong: list[int],
) -> None:
    document = {**GOOD, wire: items}
    read, paths = calls.read_leniently(models.Everything, document)
    assert paths == [f".{wire}[{at}]" for at in wrong]
    kept = calls.extra_of(read)[wire]
    assert kept == [items[at] if at in wrong else None for at in range(wrong[-1] + 1)]
    good = [item for at, item in enumerate(items) if at not in wrong]
    correct = calls.read(models.Everything, {wire: good})
    assert calls.write(read) == document
    assert json.loads(calls.write_text(read)) == document
    name = {"severalKinds": "several_kinds"}.get(wire, wire)
    assert getattr(read, name) == getattr(correct, name)


def test_list_that_changes_keeps_the_items_that_were_not_read(
    models: ModuleType, calls: Calls
) -> None:
    read, _ = calls.read_leniently(models.Everything, {"labels": ["a", 1, "b", {}]})
    read.labels.append("c")
    assert calls.write(read) == {"labels": ["a", 1, "b", {}, "c"]}
    read.labels.clear()
    assert calls.write(read) == {"labels": [1, {}]}
    del calls.extra_of(read)["labels"]
    assert calls.write(read) == {"labels": []}


DEEP: dict[str, tuple[dict[str, object], list[str]]] = {
    "in an object": ({"member": {"id": 1, "x": 2}}, [".member.id"]),
    "in an object of a list": (
        {"members": [{}, {"id": 1}, None, {"id": "2"}]},
        [".members[1].id"],
    ),
    "in a derived object": (
        {"member": {"@odata.type": "#m.g.team", "id": [], "members": [{"id": 1}, 2]}},
        [".member.id", ".member.members[0].id", ".member.members[1]"],
    ),
    "four levels deep": (
        {"everything": {"everything": {"members": ["a", {"id": {}}], "sent": 0}}},
        [
            ".everything.everything.members[0]",
            ".everything.everything.members[1].id",
            ".everything.everything.sent",
        ],
    ),
    "in another namespace": (
        {"innerCall": {"base": {"id": 1}, "outer": 1}},
        [".innerCall.base.id", ".innerCall.outer"],
    ),
    "several in one object": (
        {"text": 1, "sent": "noon", "labels": ["a", 1], "active": None, "count": "1"},
        [".text", ".sent", ".labels[1]", ".count"],
    ),
    "the name of a derived type": (
        {"@odata.type": 1, "member": {"@odata.type": ["#m.g.team"], "id": "1"}},
        ["['@odata.type']", ".member['@odata.type']"],
    ),
}


@pytest.mark.parametrize(("document", "paths"), DEEP.values(), ids=DEEP.keys())
def test_wrong_value_at_any_depth_costs_that_value(
    models: ModuleType, calls: Calls, document: dict[str, object], paths: list[str]
) -> None:
    before = copy.deepcopy(document)
    read, found = calls.read_leniently(models.Everything, document)
    assert sorted(found) == sorted(paths)
    assert calls.write(read) == before == document
    assert json.loads(calls.write_text(read)) == document
    again, found = calls.read_leniently(models.Everything, calls.write(read))
    assert again == read
    assert sorted(found) == sorted(paths)


def test_objects_with_wrong_values_have_their_class(
    models: ModuleType, calls: Calls
) -> None:
    member = {"@odata.type": "#m.g.team", "id": 1}
    document = {"member": member, "members": [member, "a"]}
    read, _ = calls.read_leniently(models.Everything, document)
    assert type(read.member) is models.Team
    assert [type(member) for member in read.members] == [models.Team]
    assert calls.extra_of(read.member)["id"] == 1


def test_correct_document_is_read_as_without_leniency(
    models: ModuleType, calls: Calls
) -> None:
    document = {
        "member": {"@odata.type": "#m.g.team", "members": [{"id": None}]},
        "members": [None, {"id": "1"}],
        "missing": {"a": [math.pi]},
        "anything": [1, {"a": None}],
        "kind": "newer",
        **GOOD,
    }
    read, paths = calls.read_leniently(models.Everything, document)
    assert paths == []
    assert read == calls.read(models.Everything, document)
    assert calls.write(read) == document


NOT_JSON: dict[str, tuple[str, object]] = {
    "an unknown key": ("x", {"a": [math.inf]}),
    "an untyped property": ("anything", {"a": [math.nan]}),
    "a number": ("ratio", math.inf),
}


@pytest.mark.parametrize(("wire", "value"), NOT_JSON.values(), ids=NOT_JSON.keys())
def test_value_that_json_does_not_have_is_kept_and_not_written(
    models: ModuleType, calls: Calls, wire: str, value: object
) -> None:
    read, paths = calls.read_leniently(models.Everything, {**GOOD, wire: value})
    assert [path.startswith(f".{wire}") for path in paths] == [True]
    assert calls.extra_of(read)[wire] == value
    with pytest.raises(calls.write_errors):
        calls.write(read)


def test_document_that_is_not_an_object_is_an_error(
    models: ModuleType, calls: Calls
) -> None:
    with pytest.raises((calls.read_error, TypeError, ValueError)):
        calls.read_leniently(models.Everything, "a")
