"""Derived types, enums, names and loading in a generated package."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from words import DEVICES, KEPT, WORDS


def test_a_derived_type_is_read_as_what_it_names(models: ModuleType) -> None:
    document = {"members": [{"@odata.type": "#m.g.team", "id": "1"}, {"id": "2"}]}
    everything = models.Everything.from_dict(document)
    assert [type(m) for m in everything.members] == [models.Team, models.Base]
    assert everything.to_dict() == document


def test_a_derived_type_needs_no_sign_before_its_name(models: ModuleType) -> None:
    assert isinstance(models.Base.from_dict({"@odata.type": "m.g.team"}), models.Team)


@pytest.mark.parametrize(
    "name",
    ["#m.g.newer", "#m.g.alert", "#m.g.kind", "", "#", None],
    ids=["unknown", "not derived", "an enum", "empty", "a sign alone", "a null"],
)
def test_a_type_that_does_not_derive_is_kept_as_a_key(
    models: ModuleType, name: str | None
) -> None:
    base = models.Base.from_dict({"@odata.type": name})
    assert type(base) is models.Base
    assert base.to_dict() == {"@odata.type": name}


def test_a_derived_type_says_so_when_it_is_written(models: ModuleType) -> None:
    everything = models.Everything(member=models.Team(id="1"), members=[models.Base()])
    assert everything.to_dict() == {
        "member": {"@odata.type": "#m.g.team", "id": "1"},
        "members": [{}],
    }


def test_a_class_of_a_person_is_written_as_what_it_adds_to(models: ModuleType) -> None:
    own = type("OwnTeam", (models.Team,), {})
    everything = models.Everything(member=own(id="1"))
    assert everything.to_dict() == {"member": {"id": "1"}}


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_python_s_own_is_a_name_as_any_other(
    odd: ModuleType, models: ModuleType, word: str
) -> None:
    words = models.Words.from_dict({word: "a", "words": [{word: "b"}]})
    assert words.to_dict() == {word: "a", "words": [{word: "b"}]}
    names = {wire: name for name, wire in odd.wire_names(models.Words).items()}
    assert getattr(words, names[word]) == "a"
    assert models.WordKind(word).is_known


@pytest.mark.parametrize("word", [*KEPT, *DEVICES])
def test_a_type_may_have_a_name_that_python_or_a_system_keeps(
    models: ModuleType, word: str
) -> None:
    model = models.lookup(f"m.g.{word}").from_dict({word: {word: {}}})
    assert model.to_dict() == {word: {word: {}}}


def test_names_are_looked_up_from_the_namespace_outward(models: ModuleType) -> None:
    inner = models.inner.Call
    call = models.Call.from_dict({"record": {"outer": {"record": {"base": {}}}}})
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


def test_a_base_type_of_the_same_name_is_the_base(models: ModuleType) -> None:
    assert issubclass(models.security.Alert, models.Alert)
    assert models.security.Alert is not models.Alert
    alert = models.security.Alert.from_dict({"outer": {}})
    assert type(alert.outer) is models.Alert


def test_types_are_looked_up_by_name(models: ModuleType) -> None:
    assert models.lookup("m.g.inner.call") is models.inner.Call
    assert models.lookup_enum("m.g.kind") is models.Kind


def test_the_nearest_name_is_told(models: ModuleType) -> None:
    with pytest.raises(LookupError, match=r"did you mean 'm\.g\.everything'"):
        models.lookup("m.g.everythin")


def test_an_enum_is_no_model(models: ModuleType) -> None:
    with pytest.raises(LookupError, match="lookup_enum"):
        models.lookup("m.g.kind")
    with pytest.raises(LookupError, match="ask lookup for it"):
        models.lookup_enum("m.g.team")


def test_a_package_tells_what_it_has(models: ModuleType) -> None:
    assert {"Team", "Kind", "inner", "lookup"} <= set(dir(models))
    assert not hasattr(models, "Missing")
    namespace: dict[str, object] = {}
    exec("from odd.models import *", namespace)  # noqa: S102
    assert namespace["Team"] is models.Team


def test_a_type_is_loaded_when_it_is_asked_for(odd_folder: Path) -> None:
    program = (
        "import sys; import odd.models; before = set(sys.modules);"
        "odd.models.Team; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name for name in done.stdout.split() if name.startswith("odd.models.")}
    assert loaded == {"odd.models.base", "odd.models.team"}


def test_an_unknown_value_of_an_enum_is_kept(models: ModuleType) -> None:
    everything = models.Everything.from_dict({"kind": "newer"})
    assert str(everything.kind) == "newer"
    assert not everything.kind.is_known
    assert everything.to_dict() == {"kind": "newer"}


def test_a_known_value_of_an_enum_is_its_member(models: ModuleType) -> None:
    everything = models.Everything.from_dict({"kind": "JIS B4"})
    assert everything.kind is models.Kind.JIS_B4
    assert everything.kind.is_known


def test_a_value_that_is_spelt_like_a_members_name_is_unknown(
    models: ModuleType,
) -> None:
    assert not models.Kind("JIS_B4").is_known


def test_an_enum_without_members_keeps_every_value(models: ModuleType) -> None:
    everything = models.Everything.from_dict({"unknownKind": "a"})
    assert isinstance(everything.unknown_kind, models.EmptyKind)
    assert everything.to_dict() == {"unknownKind": "a"}


def test_flags_are_told_apart_and_joined(models: ModuleType) -> None:
    kinds = models.Kinds
    both = kinds.READ | kinds.WRITE
    assert str(both) == "read,write"
    assert list(both) == [kinds.READ, kinds.WRITE]
    assert kinds.READ in both
    assert kinds.NONE not in both
    assert both in both
    assert both.is_known


def test_the_text_of_flags_is_kept(models: ModuleType) -> None:
    everything = models.Everything.from_dict({"kinds": "write, newer,read"})
    assert everything.to_dict() == {"kinds": "write, newer,read"}
    assert list(everything.kinds) == ["write", "newer", "read"]
    assert not everything.kinds.is_known
    assert models.Kinds.WRITE in everything.kinds


def test_a_flag_that_is_there_is_not_added(models: ModuleType) -> None:
    kinds = models.Kinds
    assert kinds("read, newer") | kinds.READ == "read,newer"


def test_operations_can_be_faked(odd: ModuleType, models: ModuleType) -> None:
    from odd.operations import ListOperations  # type: ignore[import-not-found]

    class Fake:
        def list_(self) -> list[object]:
            return [models.List()]

    names = {name for name in vars(ListOperations) if not name.startswith("_")}
    assert odd
    assert names == {"list_", "update", "str_"}
    assert Fake().list_() == [models.List()]
