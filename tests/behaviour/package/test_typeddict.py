"""Typed dicts: their keys, and `is_a`."""

import ast
import json
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType

import pytest
from json_values import JsonValues
from pydantic import TypeAdapter

from docgen.schema.model import StructuredType, Type

BASE_KEYS = {"@odata.context", "@odata.etag", "@odata.id", "@odata.type"}

TYPEDDICT = pytest.mark.parametrize(
    "flavour", ["typeddict"], indirect=True, scope="session"
)


@pytest.fixture(scope="session")
def structured(odd_types: tuple[Type, ...]) -> list[StructuredType]:
    return [type_ for type_ in odd_types if isinstance(type_, StructuredType)]


@pytest.fixture(scope="session")
def values(odd_types: tuple[Type, ...]) -> JsonValues:
    return JsonValues(odd_types)


@TYPEDDICT
def test_keys_of_a_model(
    models: ModuleType, structured: list[StructuredType], values: JsonValues
) -> None:
    for type_ in structured:
        document = values.complete(type_)
        model = models.lookup(type_.name)
        assert model.__optional_keys__ == BASE_KEYS | document.keys()
        assert model.__required_keys__ == frozenset()
        assert json.loads(json.dumps(model(document))) == document


@TYPEDDICT
def test_stubs_and_modules_have_the_same_keys(odd_folder: Path) -> None:
    """Stubtest does not compare keys."""
    stubs = [*odd_folder.rglob("models/**/[a-z]*.pyi")]
    assert stubs
    for stub in stubs:
        assert keys(stub) == keys(stub.with_suffix(".py"))


def keys(path: Path) -> list[tuple[str, str]]:
    """Return the keys that a module declares, and their annotations."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[tuple[str, str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign():
                found.append((ast.unparse(node.target), ast.unparse(node.annotation)))
            case ast.Dict(keys=names, values=annotations):
                pairs = zip(names, annotations, strict=True)
                found += [(str(ast.literal_eval(n)), read(a)) for n, a in pairs if n]
    return found


def read(annotation: ast.expr) -> str:
    """Return an annotation; in a module it is a string."""
    is_string = isinstance(annotation, ast.Constant) and isinstance(
        annotation.value, str
    )
    return str(ast.literal_eval(annotation)) if is_string else ast.unparse(annotation)


@TYPEDDICT
def test_is_a_derived_type(odd: ModuleType, models: ModuleType) -> None:
    team = {"@odata.type": "#m.g.team", "id": "1"}
    assert odd.is_a(team, models.Team)
    assert odd.is_a(team, models.Base)
    assert not odd.is_a(team, models.Everything)
    assert not odd.is_a(team, models.List)


@TYPEDDICT
def test_is_a_type_without_keys(odd: ModuleType, models: ModuleType) -> None:
    assert odd.is_a({"@odata.type": "#m.g.security"}, models.Security)
    assert not odd.is_a({"@odata.type": "#m.g.alert"}, models.Security)


OTHERS = {
    "no type": {},
    "a base type": {"@odata.type": "#m.g.base"},
    "an enum": {"@odata.type": "#m.g.kind"},
    "an unknown type": {"@odata.type": "#m.g.newer"},
    "a null": {"@odata.type": None},
    "a list": {"@odata.type": [1]},
}


@TYPEDDICT
@pytest.mark.parametrize("value", OTHERS.values(), ids=OTHERS.keys())
def test_is_not_a_type(value: object, odd: ModuleType, models: ModuleType) -> None:
    assert not odd.is_a(value, models.Team)


@TYPEDDICT
def test_member_of_an_enum_is_a_string_in_json(models: ModuleType) -> None:
    kinds = models.Kinds.READ | models.Kinds.WRITE
    document = models.Everything(kind=models.Kind.LOW, kinds=kinds)
    assert json.dumps(document) == '{"kind": "low", "kinds": "read,write"}'


@TYPEDDICT
def test_string_in_json_is_a_known_or_unknown_value(models: ModuleType) -> None:
    document = json.loads('{"kind": "low", "unknownKind": "newer"}')
    assert document["kind"] == models.Kind.LOW
    assert models.Kind(document["kind"]) is models.Kind.LOW
    assert not models.EmptyKind.read(document["unknownKind"]).is_known


@TYPEDDICT
def test_type_hints_of_each_class(
    odd: ModuleType, models: ModuleType, structured: list[StructuredType]
) -> None:
    for type_ in structured:
        model = models.lookup(type_.name)
        hints = typing.get_type_hints(model)
        assert hints.keys() == model.__optional_keys__
        named = [
            hint for one in hints.values() for hint in (one, *typing.get_args(one))
        ]
        assert not any(isinstance(hint, str | typing.ForwardRef) for hint in named)
    hints = typing.get_type_hints(models.Everything)
    assert hints["member"] == models.Base | None
    assert hints["@odata.type"] is str
    assert typing.get_type_hints(odd.Model).keys() == BASE_KEYS


HINTS_ARE_READ_LATE = {
    "no class that is named is imported": """
import sys
from odd_typeddict.models import Everything, Team
loaded = {name for name in sys.modules if name.startswith("odd_typeddict.models.")}
assert {name.rpartition(".")[2] for name in loaded} == {"base", "everything", "team"}
""",
    "of a derived class first": """
import typing
from odd_typeddict.models import Team, Base
assert typing.get_type_hints(Team).items() >= typing.get_type_hints(Base).items()
""",
    "without source code": """
import inspect, typing
def fail(*_): raise OSError
inspect.getsource = fail
from odd_typeddict import models
hints = typing.get_type_hints(models.Team)
assert hints["members"] == list[models.Team] | None, hints
""",
}


@TYPEDDICT
@pytest.mark.parametrize(
    "program", HINTS_ARE_READ_LATE.values(), ids=HINTS_ARE_READ_LATE
)
def test_type_hints_are_read_when_they_are_needed(
    odd_folder: Path, program: str
) -> None:
    completed = subprocess.run(
        [sys.executable, "-Werror", "-c", program],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stderr


@TYPEDDICT
@pytest.mark.skipif(
    sys.version_info < (3, 12), reason="pydantic refuses typing.TypedDict before 3.12"
)
def test_type_adapter_of_pydantic(models: ModuleType) -> None:
    document = {"text": "a", "members": [{"id": "1"}]}
    assert TypeAdapter(models.Everything).validate_python(document) == document
