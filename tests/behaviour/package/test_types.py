"""Derived types, enums, names and loading in a generated package."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from calls import EVERY_FLAVOUR, Calls
from words import DEVICES, KEPT, WORDS


def test_a_derived_type_is_read_as_what_it_names(
    models: ModuleType, calls: Calls
) -> None:
    document = {"members": [{"@odata.type": "#m.g.team", "id": "1"}, {"id": "2"}]}
    everything = calls.read(models.Everything, document)
    assert [type(m) for m in everything.members] == [models.Team, models.Base]
    assert calls.write(everything) == document


def test_a_derived_type_needs_no_sign_before_its_name(
    models: ModuleType, calls: Calls
) -> None:
    assert isinstance(calls.read(models.Base, {"@odata.type": "m.g.team"}), models.Team)


@pytest.mark.parametrize(
    "name",
    ["#m.g.newer", "#m.g.alert", "#m.g.kind", "", "#", None],
    ids=["unknown", "not derived", "an enum", "empty", "a sign alone", "a null"],
)
def test_a_type_that_does_not_derive_is_kept_as_a_key(
    models: ModuleType, calls: Calls, name: str | None
) -> None:
    base = calls.read(models.Base, {"@odata.type": name})
    assert type(base) is models.Base
    assert calls.write(base) == {"@odata.type": name}


def test_a_derived_type_says_so_when_it_is_written(
    models: ModuleType, calls: Calls
) -> None:
    everything = models.Everything(member=models.Team(id="1"), members=[models.Base()])
    assert calls.write(everything) == {
        "member": {"@odata.type": "#m.g.team", "id": "1"},
        "members": [{}],
    }


def test_a_class_of_a_person_is_written_as_what_it_adds_to(
    models: ModuleType, calls: Calls
) -> None:
    own = type("OwnTeam", (models.Team,), {})
    everything = models.Everything(member=own(id="1"))
    assert calls.write(everything) == {"member": {"id": "1"}}


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_python_s_own_is_a_name_as_any_other(
    odd: ModuleType, models: ModuleType, calls: Calls, word: str
) -> None:
    words = calls.read(models.Words, {word: "a", "words": [{word: "b"}]})
    assert calls.write(words) == {word: "a", "words": [{word: "b"}]}
    names = {wire: name for name, wire in odd.wire_names(models.Words).items()}
    assert getattr(words, names[word]) == "a"
    assert models.WordKind(word).is_known


@pytest.mark.parametrize("word", [*KEPT, *DEVICES])
def test_a_type_may_have_a_name_that_python_or_a_system_keeps(
    models: ModuleType, calls: Calls, word: str
) -> None:
    model = calls.read(models.lookup(f"m.g.{word}"), {word: {word: {}}})
    assert calls.write(model) == {word: {word: {}}}


def test_names_are_looked_up_from_the_namespace_outward(
    models: ModuleType, calls: Calls
) -> None:
    inner = models.inner.Call
    call = calls.read(models.Call, {"record": {"outer": {"record": {"base": {}}}}})
    assert type(call.record) is inner
    assert type(call.record.outer) is models.Call
    assert type(call.record.outer.record.base) is models.Base


def test_a_class_whose_module_gave_way_to_a_package_is_found_there_too(
    odd: ModuleType, models: ModuleType
) -> None:
    assert models.security.Security is models.Security
    assert models.security.__all__ == ["Alert", "Security"]
    operations = importlib.import_module(f"{odd.__name__}.operations.security")
    assert operations.__all__ == ["SecurityOperations"]
    assert operations.SecurityOperations is odd.operations.SecurityOperations


def test_a_base_type_of_the_same_name_is_the_base(
    models: ModuleType, calls: Calls
) -> None:
    assert issubclass(models.security.Alert, models.Alert)
    assert models.security.Alert is not models.Alert
    alert = calls.read(models.security.Alert, {"outer": {}})
    assert type(alert.outer) is models.Alert


@EVERY_FLAVOUR
def test_types_are_looked_up_by_name(models: ModuleType) -> None:
    assert models.lookup("m.g.inner.call") is models.inner.Call
    assert models.lookup_enum("m.g.kind") is models.Kind


@EVERY_FLAVOUR
def test_the_nearest_name_is_reported(models: ModuleType) -> None:
    with pytest.raises(LookupError, match=r"did you mean 'm\.g\.everything'"):
        models.lookup("m.g.everythin")


@EVERY_FLAVOUR
def test_an_enum_is_no_model(models: ModuleType) -> None:
    with pytest.raises(LookupError, match="lookup_enum"):
        models.lookup("m.g.kind")
    with pytest.raises(LookupError, match="use lookup"):
        models.lookup_enum("m.g.team")


@EVERY_FLAVOUR
def test_a_package_tells_what_it_has(odd: ModuleType, models: ModuleType) -> None:
    assert {"Team", "Kind", "inner", "lookup"} <= set(dir(models))
    assert not hasattr(models, "Missing")
    namespace: dict[str, object] = {}
    exec(f"from {odd.__name__}.models import *", namespace)  # noqa: S102
    assert namespace["Team"] is models.Team


@EVERY_FLAVOUR
def test_a_type_is_loaded_when_it_is_asked_for(
    odd: ModuleType, odd_folder: Path
) -> None:
    name = f"{odd.__name__}.models"
    program = (
        f"import sys; import {name} as models; before = set(sys.modules);"
        "models.Team; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {one for one in done.stdout.split() if one.startswith(f"{name}.")}
    assert loaded == {f"{name}.base", f"{name}.team"}


def test_an_unknown_value_of_an_enum_is_kept(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"kind": "newer"})
    assert str(everything.kind) == "newer"
    assert not everything.kind.is_known
    assert calls.write(everything) == {"kind": "newer"}


def test_a_known_value_of_an_enum_is_its_member(
    models: ModuleType, calls: Calls
) -> None:
    everything = calls.read(models.Everything, {"kind": "JIS B4"})
    assert everything.kind is models.Kind.JIS_B4
    assert everything.kind.is_known


@EVERY_FLAVOUR
def test_a_value_that_is_spelt_like_a_members_name_is_unknown(
    models: ModuleType,
) -> None:
    assert not models.Kind("JIS_B4").is_known


def test_an_enum_without_members_keeps_every_value(
    models: ModuleType, calls: Calls
) -> None:
    everything = calls.read(models.Everything, {"unknownKind": "a"})
    assert isinstance(everything.unknown_kind, models.EmptyKind)
    assert calls.write(everything) == {"unknownKind": "a"}


@EVERY_FLAVOUR
def test_flags_are_reported_apart_and_joined(models: ModuleType) -> None:
    kinds = models.Kinds
    both = kinds.READ | kinds.WRITE
    assert str(both) == "read,write"
    assert list(both) == [kinds.READ, kinds.WRITE]
    assert kinds.READ in both
    assert kinds.NONE not in both
    assert both in both
    assert both.is_known


def test_the_text_of_flags_is_kept(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"kinds": "write, newer,read"})
    assert calls.write(everything) == {"kinds": "write, newer,read"}
    assert list(everything.kinds) == ["write", "newer", "read"]
    assert not everything.kinds.is_known
    assert models.Kinds.WRITE in everything.kinds


@EVERY_FLAVOUR
def test_a_flag_that_is_there_is_not_added(models: ModuleType) -> None:
    kinds = models.Kinds
    assert kinds("read, newer") | kinds.READ == "read,newer"


@EVERY_FLAVOUR
def test_operations_can_be_faked(odd: ModuleType, models: ModuleType) -> None:
    operations = importlib.import_module(f"{odd.__name__}.operations")

    class Fake:
        def list_(self) -> list[object]:
            return [models.List()]

    names = {
        name for name in vars(operations.ListOperations) if not name.startswith("_")
    }
    assert names == {"list_", "update", "str_"}
    assert Fake().list_() == [models.List()]
