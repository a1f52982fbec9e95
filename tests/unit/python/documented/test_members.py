"""The paths of the members of enums in the bodies of examples."""

import json

import pytest
from documented import entity, row, schema

from docgen.python.documented.members import member_paths
from docgen.python.names import PythonName
from docgen.python.signatures.model import MethodParameter, MethodParameterPlace
from docgen.python.type_facts import type_facts
from docgen.schema.model import (
    EnumType,
    ExampleRequest,
    QualifiedName,
    TypeReference,
)

KIND = EnumType(name=QualifiedName("a.kind"), sources=(), members=())
SHIP = entity("a.ship", row("kind", "a.kind"), row("name"), row("next", "a.ship"))
FERRY = entity("a.ferry", row("deck", "a.kind"), base="a.ship")
FACTS = type_facts(schema([KIND, SHIP, FERRY]))


def parameter(
    name: str, type_: str | None, place: MethodParameterPlace = "member"
) -> MethodParameter:
    item = type_.removesuffix("*") if type_ else ""
    reference = TypeReference(name=QualifiedName(item), is_collection=item != type_)
    return MethodParameter(
        name=PythonName("name"),
        wire_name=name,
        place=place,
        type=reference if type_ else None,
    )


WHOLE = parameter("", "a.ship", "body")


@pytest.mark.parametrize(
    ("body", "parameters", "paths"),
    [
        ({"kind": "Red", "name": "Red"}, [WHOLE], (".kind",)),
        ({"next": {"next": {"kind": "Red"}}}, [WHOLE], (".next.next.kind",)),
        ({"@odata.type": "#a.ferry", "deck": "Red"}, [WHOLE], (".deck",)),
        ({"@odata.type": 1, "deck": "Red", "kind": "B"}, [WHOLE], (".kind",)),
        ({"kind": None, "next": "Red", "other": "Red"}, [WHOLE], ()),
        ({"kind": ["Red"]}, [WHOLE], ()),
        ({"a": "Red", "b": "Red"}, [parameter("a", "a.kind")], (".a",)),
        (
            {"a": ["Red", None, "Blue"]},
            [parameter("a", "a.kind*")],
            (".a[0]", ".a[2]"),
        ),
        ({"a": [{"kind": "Red"}]}, [parameter("a", "a.ship*")], (".a[0].kind",)),
        ({"a": "Red"}, [parameter("a", "Edm.String"), parameter("a", None)], ()),
        ({"a": "Red"}, [parameter("a", "a.kind", "query")], ()),
        (["a"], [parameter("a", "a.kind")], ()),
        ("Red", [parameter("", "a.kind", "body")], ("",)),
    ],
)
def test_paths_of_members(
    body: object, parameters: list[MethodParameter], paths: tuple[str, ...]
) -> None:
    text = json.dumps(body)
    request = ExampleRequest(method="POST", url="/ships", body=text, is_json=True)
    assert member_paths(request, parameters, FACTS) == paths


def test_a_body_that_is_not_json_has_no_members() -> None:
    request = ExampleRequest(method="POST", url="/", body="{", is_json=False)
    assert member_paths(request, [WHOLE], FACTS) == ()
