"""Derived types, enums, names and loading in a generated package."""

import importlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from calls import EVERY_FLAVOUR, Calls
from words import DEVICES, RESERVED, WORDS


def test_object_that_names_a_derived_type_has_its_class(
    models: ModuleType, calls: Calls
) -> None:
    document = {"members": [{"@odata.type": "#m.g.team", "id": "1"}, {"id": "2"}]}
    everything = calls.read(models.Everything, document)
    assert [type(m) for m in everything.members] == [models.Team, models.Base]
    assert calls.write(everything) == document


def test_name_of_a_derived_type_needs_no_number_sign(
    models: ModuleType, calls: Calls
) -> None:
    assert isinstance(calls.read(models.Base, {"@odata.type": "m.g.team"}), models.Team)


@pytest.mark.parametrize(
    "name",
    ["#m.g.newer", "#m.g.alert", "#m.g.kind", "", "#", None],
    ids=["unknown", "not derived", "an enum", "empty", "only a number sign", "a null"],
)
def test_name_of_an_unrelated_type_is_kept(
    models: ModuleType, calls: Calls, name: str | None
) -> None:
    base = calls.read(models.Base, {"@odata.type": name})
    assert type(base) is models.Base
    assert calls.write(base) == {"@odata.type": name}


def test_model_of_a_derived_type_is_written_with_its_name(
    models: ModuleType, calls: Calls
) -> None:
    everything = models.Everything(member=models.Team(id="1"), members=[models.Base()])
    assert calls.write(everything) == {
        "member": {"@odata.type": "#m.g.team", "id": "1"},
        "members": [{}],
    }


def test_user_s_subclass_is_written_like_its_base_class(
    models: ModuleType, calls: Calls
) -> None:
    subclass = type("SubTeam", (models.Team,), {})
    everything = models.Everything(member=subclass(id="1"))
    assert calls.write(everything) == {
        "member": {"@odata.type": "#m.g.team", "id": "1"}
    }
    team = models.Team(members=[subclass(id="1")])
    assert calls.write(team) == {"members": [{"id": "1"}]}


@pytest.mark.parametrize("word", WORDS)
def test_reserved_word_may_be_a_property_or_a_value(
    odd: ModuleType, models: ModuleType, calls: Calls, word: str
) -> None:
    words = calls.read(models.Words, {word: "a", "words": [{word: "b"}]})
    assert calls.write(words) == {word: "a", "words": [{word: "b"}]}
    names = {wire: name for name, wire in odd.wire_names(models.Words).items()}
    assert getattr(words, names[word]) == "a"
    assert models.WordKind(word).is_known


@pytest.mark.parametrize("word", [*RESERVED, *DEVICES])
def test_reserved_word_may_be_a_type(
    models: ModuleType, calls: Calls, word: str
) -> None:
    model = calls.read(models.lookup(f"m.g.{word}"), {word: {word: {}}})
    assert calls.write(model) == {word: {word: {}}}


def test_class_is_looked_up_in_the_namespace_and_its_parents(
    models: ModuleType, calls: Calls
) -> None:
    inner = models.inner.Call
    call = calls.read(models.Call, {"record": {"outer": {"record": {"base": {}}}}})
    assert type(call.record) is inner
    assert type(call.record.outer) is models.Call
    assert type(call.record.outer.record.base) is models.Base


def test_package_exports_the_class_of_a_displaced_module(
    odd: ModuleType, models: ModuleType
) -> None:
    assert models.security.Security is models.Security
    assert models.security.__all__ == ["Alert", "Security"]
    operations = importlib.import_module(f"{odd.__name__}.operations.security")
    assert operations.__all__ == ["AsyncSecurityOperations", "SecurityOperations"]
    assert operations.SecurityOperations is odd.operations.SecurityOperations


def test_base_type_may_have_the_same_name(models: ModuleType, calls: Calls) -> None:
    assert issubclass(models.security.Alert, models.Alert)
    assert models.security.Alert is not models.Alert
    alert = calls.read(models.security.Alert, {"outer": {}})
    assert type(alert.outer) is models.Alert


@EVERY_FLAVOUR
def test_lookup(models: ModuleType) -> None:
    assert models.lookup("m.g.inner.call") is models.inner.Call
    assert models.lookup_enum("m.g.kind") is models.Kind


@EVERY_FLAVOUR
def test_lookup_suggests_a_similar_name(models: ModuleType) -> None:
    with pytest.raises(LookupError, match=r"did you mean 'm\.g\.everything'"):
        models.lookup("m.g.everythin")


@EVERY_FLAVOUR
def test_lookup_of_an_enum_is_an_error(models: ModuleType) -> None:
    with pytest.raises(LookupError, match="lookup_enum"):
        models.lookup("m.g.kind")
    with pytest.raises(LookupError, match="use lookup"):
        models.lookup_enum("m.g.team")


@EVERY_FLAVOUR
def test_dir_and_star_import_of_a_package(odd: ModuleType, models: ModuleType) -> None:
    assert {"Team", "Kind", "inner", "lookup"} <= set(dir(models))
    assert not hasattr(models, "Missing")
    namespace: dict[str, object] = {}
    exec(f"from {odd.__name__}.models import *", namespace)  # noqa: S102
    assert namespace["Team"] is models.Team


@EVERY_FLAVOUR
def test_class_is_imported_when_it_is_used(odd: ModuleType, odd_folder: Path) -> None:
    name = f"{odd.__name__}.models"
    program = (
        f"import sys; import {name} as models; before = set(sys.modules);"
        "models.Team; print(*sorted(set(sys.modules) - before))"
    )
    completed = subprocess.run(
        [sys.executable, "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {one for one in completed.stdout.split() if one.startswith(f"{name}.")}
    assert loaded == {f"{name}.base", f"{name}.team"}


def test_unknown_value_of_an_enum_is_kept(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"kind": "newer"})
    assert str(everything.kind) == "newer"
    assert not everything.kind.is_known
    assert calls.write(everything) == {"kind": "newer"}


def test_known_value_of_an_enum_is_a_member(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"kind": "JIS B4"})
    assert everything.kind is models.Kind.JIS_B4
    assert everything.kind.is_known


@EVERY_FLAVOUR
def test_name_of_a_member_is_not_a_known_value(
    models: ModuleType,
) -> None:
    assert not models.Kind("JIS_B4").is_known


def test_enum_without_members_keeps_values(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"unknownKind": "a"})
    assert isinstance(everything.unknown_kind, models.EmptyKind)
    assert calls.write(everything) == {"unknownKind": "a"}


@EVERY_FLAVOUR
def test_flags_are_joined_and_separated(models: ModuleType) -> None:
    kinds = models.Kinds
    both = kinds.READ | kinds.WRITE
    assert str(both) == "read,write"
    assert list(both) == [kinds.READ, kinds.WRITE]
    assert kinds.READ in both
    assert kinds.NONE not in both
    assert both in both
    assert both.is_known


def test_string_of_flags_is_kept(models: ModuleType, calls: Calls) -> None:
    everything = calls.read(models.Everything, {"kinds": "write, newer,read"})
    assert calls.write(everything) == {"kinds": "write, newer,read"}
    assert list(everything.kinds) == ["write", "newer", "read"]
    assert not everything.kinds.is_known
    assert models.Kinds.WRITE in everything.kinds


@EVERY_FLAVOUR
def test_flag_is_not_added_twice(models: ModuleType) -> None:
    kinds = models.Kinds
    assert kinds("read, newer") | kinds.READ == "read,newer"


@EVERY_FLAVOUR
def test_class_can_implement_operations(odd: ModuleType, models: ModuleType) -> None:
    operations = importlib.import_module(f"{odd.__name__}.operations")

    class Fake:
        def list(self) -> Sequence[object]:
            return [models.List()]

    names = {
        name for name in vars(operations.ListOperations) if not name.startswith("_")
    }
    assert names == {"list", "update", "str_"}
    assert Fake().list() == [models.List()]


REPRS = {
    ("Kind", "low"): "<Kind.LOW: 'low'>",
    ("Kind", "newer"): "<Kind: unknown value 'newer'>",
    ("Kind", "LOW"): "<Kind: unknown value 'LOW'>",
    ("Kind", ""): "<Kind: unknown value ''>",
    ("Kinds", "read"): "<Kinds.READ: 'read'>",
    ("Kinds", "read,write"): "<Kinds: 'read,write'>",
    ("Kinds", "read,newer"): "<Kinds: unknown value 'read,newer'>",
    ("EmptyKind", "a"): "<EmptyKind: unknown value 'a'>",
}


@pytest.mark.parametrize(("name", "value"), REPRS, ids=map(repr, REPRS))
def test_repr_distinguishes_members_and_other_values(
    models: ModuleType, name: str, value: str
) -> None:
    assert repr(getattr(models, name).read(value)) == REPRS[name, value]
