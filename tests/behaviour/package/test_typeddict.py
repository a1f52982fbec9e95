"""Models that are JSON itself: what they hold, and what a program can ask of them."""

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
def test_a_payload_is_a_model(
    models: ModuleType, structured: list[StructuredType], values: JsonValues
) -> None:
    for type_ in structured:
        whole = values.whole(type_)
        model = models.lookup(type_.name)
        assert model.__optional_keys__ == BASE_KEYS | whole.keys()
        assert model.__required_keys__ == frozenset()
        assert json.loads(json.dumps(model(whole))) == whole


@TYPEDDICT
def test_stubs_and_modules_have_the_same_keys(odd_folder: Path) -> None:
    """Stubtest does not look at keys."""
    stubs = [*odd_folder.rglob("models/**/[a-z]*.pyi")]
    assert stubs
    for stub in stubs:
        assert keys(stub) == keys(stub.with_suffix(".py"))


def keys(path: Path) -> list[tuple[str, str]]:
    """Return the keys that a module declares, each with its annotation."""
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
    """Read an annotation, which a module has as a text."""
    is_text = isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
    return str(ast.literal_eval(annotation)) if is_text else ast.unparse(annotation)


@TYPEDDICT
def test_an_object_tells_of_which_type_it_is(
    odd: ModuleType, models: ModuleType
) -> None:
    team = {"@odata.type": "#m.g.team", "id": "1"}
    assert odd.is_a(team, models.Team)
    assert odd.is_a(team, models.Base)
    assert not odd.is_a(team, models.Everything)
    assert not odd.is_a(team, models.List)


@TYPEDDICT
def test_types_without_keys_are_reported_apart(
    odd: ModuleType, models: ModuleType
) -> None:
    assert odd.is_a({"@odata.type": "#m.g.security"}, models.Security)
    assert not odd.is_a({"@odata.type": "#m.g.alert"}, models.Security)


UNTOLD = {
    "no name": {},
    "another type's": {"@odata.type": "#m.g.base"},
    "an enum's": {"@odata.type": "#m.g.kind"},
    "an unknown one": {"@odata.type": "#m.g.newer"},
    "a null": {"@odata.type": None},
    "no text": {"@odata.type": [1]},
}


@TYPEDDICT
@pytest.mark.parametrize("value", UNTOLD.values(), ids=UNTOLD.keys())
def test_an_object_does_not_tell(
    value: object, odd: ModuleType, models: ModuleType
) -> None:
    assert not odd.is_a(value, models.Team)


@TYPEDDICT
def test_a_member_of_an_enum_is_written_as_its_value(models: ModuleType) -> None:
    kinds = models.Kinds.READ | models.Kinds.WRITE
    document = models.Everything(kind=models.Kind.LOW, kinds=kinds)
    assert json.dumps(document) == '{"kind": "low", "kinds": "read,write"}'


@TYPEDDICT
def test_a_value_that_was_read_is_known_or_not(models: ModuleType) -> None:
    document = json.loads('{"kind": "low", "unknownKind": "newer"}')
    assert document["kind"] == models.Kind.LOW
    assert models.Kind(document["kind"]) is models.Kind.LOW
    assert not models.EmptyKind.read(document["unknownKind"]).is_known
