"""Typed dicts: their keys, and `is_a`."""

import ast
import json
from pathlib import Path
from types import ModuleType

import pytest
from json_values import JsonValues

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
