"""From structured types to the views of their classes."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.models import model_view
from docgen.python.type_facts import type_facts
from docgen.python.views import FieldView, ModelView
from docgen.schema.model import EnumType, Schema, StructuredType, Type

Makes = Callable[..., StructuredType]


@pytest.fixture
def lowered(schema: Callable[..., Schema]) -> Callable[..., Result[ModelView]]:
    def make(
        type_: StructuredType, *others: Type, flavour: str = "dataclass"
    ) -> Result[ModelView]:
        whole = schema(type_, *others)
        layout = layout_of(whole, "graph", "m.g", FLAVOURS_BY_NAME[flavour])
        return model_view(type_, layout, type_facts(whole))

    return make


Lowers = Callable[..., Result[ModelView]]


def only_field(view: ModelView) -> FieldView:
    (field,) = view.fields
    return field


PRIMITIVES = {
    "a text": ("Edm.String", "str | None", ()),
    "a truth": ("Edm.Boolean", "bool | None", ()),
    "a whole number": ("Edm.Int32", "int | None", ()),
    "a moment": (
        "Edm.DateTimeOffset",
        "dt.datetime | None",
        ("import datetime as dt",),
    ),
    "a number with a fixed point": (
        "Edm.Decimal",
        "Decimal | None",
        ("from decimal import Decimal",),
    ),
    "a list": ("Collection(Edm.Guid)", "list[UUID] | None", ("from uuid import UUID",)),
    "anything": ("Edm.Untyped", "Any", ()),
    "a list of anything": ("Collection(Edm.Untyped)", "list[Any] | None", ()),
    "a primitive type that Python has no type for": ("Edm.GeographyPoint", "Any", ()),
    "a type that no page declares": ("m.g.missing", "Any", ()),
}


@pytest.mark.parametrize(
    ("type_", "annotation", "imports"), PRIMITIVES.values(), ids=PRIMITIVES.keys()
)
def test_a_property_is_annotated(
    type_: str,
    annotation: str,
    imports: tuple[str, ...],
    lowered: Lowers,
    structured: Makes,
) -> None:
    view = lowered(structured("m.g.team", {"x": type_})).value
    assert only_field(view).annotation == annotation
    assert view.imports.for_checkers.library == imports


def test_a_64_bit_number_is_marked_for_the_codec(
    lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", {"x": "Edm.Int64"})).value
    assert only_field(view).annotation == "Int64 | None"
    assert view.imports.for_checkers.package == ("from graph._values import Int64",)


def test_a_declared_type_is_imported_for_checkers_alone(
    lowered: Lowers, structured: Makes, enum: Callable[..., EnumType]
) -> None:
    team = structured("m.g.team", {"kind": "m.g.teamKind"})
    view = lowered(team, enum("m.g.teamKind", "a")).value
    assert view.imports.for_checkers.package == (
        "from graph.models.team_kind import TeamKind",
    )
    assert view.imports.at_run_time.package == ("from graph._codec import Model",)


def test_a_base_type_is_imported(lowered: Lowers, structured: Makes) -> None:
    view = lowered(structured("m.g.team", base="m.g.entity"), structured("m.g.entity"))
    assert view.value.base == "Entity"
    assert view.value.imports.at_run_time.package == (
        "from graph.models.entity import Entity",
    )


def test_a_base_type_that_no_page_declares_is_none(
    lowered: Lowers, structured: Makes
) -> None:
    assert lowered(structured("m.g.team", base="m.g.entity")).value.base == "Model"


def test_a_type_that_derives_from_itself_has_no_base(
    lowered: Lowers, structured: Makes
) -> None:
    assert lowered(structured("m.g.team", base="m.g.team")).value.base == "Model"


def test_what_an_ancestor_declares_is_not_declared_again(
    lowered: Lowers, structured: Makes
) -> None:
    entity = structured("m.g.entity", {"id": "Edm.String"})
    team = structured(
        "m.g.team", {"id": "Edm.Guid", "x": "Edm.Guid"}, base="m.g.entity"
    )
    assert only_field(lowered(team, entity).value).name == "x"


def test_a_property_called_like_its_type_needs_nothing(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"team": "m.g.team"})
    field = only_field(lowered(team).value)
    assert (field.name, field.annotation) == ("team", "Team | None")


WIRE_NAMES = {
    "a name that leads back to its wire name needs none": ("displayName", ""),
    "a keyword's underscore leads back": ("from", ""),
    "an acronym does not": (
        "IPAddress",
        'field(default=None, metadata={"wire": "IPAddress"})',
    ),
    "an annotation does not": (
        "@odata.etag",
        'field(default=None, metadata={"wire": "@odata.etag"})',
    ),
}


@pytest.mark.parametrize(
    ("wire", "special"), WIRE_NAMES.values(), ids=WIRE_NAMES.keys()
)
def test_a_special_default_names_the_wire_name(
    wire: str, special: str, lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", {wire: "Edm.String"})).value
    assert only_field(view).special == special


def test_a_class_that_its_name_would_not_find_gets_an_alias(
    lowered: Lowers, structured: Makes
) -> None:
    call = structured("m.g.call", {"record": "m.g.callRecords.call"})
    field = only_field(lowered(call, structured("m.g.callRecords.call")).value)
    assert field.annotation == "CallRecordsCall | None"
    assert field.special == (
        'field(default=None, metadata={"type": "m.g.callRecords.call"})'
    )


def test_a_class_of_the_namespace_around_needs_no_alias(
    lowered: Lowers, structured: Makes
) -> None:
    call = structured("m.g.callRecords.call", {"user": "m.g.user"})
    field = only_field(lowered(call, structured("m.g.user")).value)
    assert (field.annotation, field.special) == ("User | None", "")


def test_a_base_type_of_the_same_name_gets_an_alias(
    lowered: Lowers, structured: Makes
) -> None:
    alert = structured("m.g.security.alert", base="m.g.alert")
    view = lowered(alert, structured("m.g.alert")).value
    assert view.base == "GAlert"
    assert view.imports.at_run_time.package == (
        "from graph.models.alert import Alert as GAlert",
    )


def test_a_class_says_its_page_where_the_page_says_no_more(
    lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team")).value
    assert view.docstring == '"""See `resources/team.md`."""'


def test_a_class_says_what_its_page_says(lowered: Lowers, structured: Makes) -> None:
    view = lowered(structured("m.g.team", description="A group of people")).value
    assert view.docstring == (
        '"""A group of people.\n\n    See `resources/team.md`.\n    """'
    )


def described(made: StructuredType, **descriptions: str) -> StructuredType:
    rows = (
        replace(row, description=descriptions.get(row.name)) for row in made.properties
    )
    return replace(made, properties=tuple(rows))


def test_fields_stand_apart_as_soon_as_one_is_described(
    lowered: Lowers, structured: Makes
) -> None:
    plain = structured("m.g.team", dict.fromkeys("abc", "Edm.String"))
    assert [f.has_gap for f in lowered(plain).value.fields] == [False] * 3
    one = described(plain, b="Told of.")
    assert [f.has_gap for f in lowered(one).value.fields] == [True, True, False]


def test_a_field_says_nothing_that_its_enum_says(
    lowered: Lowers, structured: Makes, enum: Callable[..., EnumType]
) -> None:
    team = structured("m.g.team", {"kind": "m.g.teamKind", "text": "Edm.String"})
    reported = "What it is. Possible values are: a, b."
    view = lowered(
        described(team, kind=reported, text=reported), enum("m.g.teamKind", "a", "b")
    )
    kind, text = view.value.fields
    assert kind.docstring == '"""What it is."""'
    assert "Possible values are: a, b." in text.docstring


def test_a_changed_name_is_reported(lowered: Lowers, structured: Makes) -> None:
    reported = lowered(structured("m.g.team", {"from": "Edm.String"})).diagnostics
    assert [(d.code, d.span.line) for d in reported] == [("python-name", 7)]


def test_a_name_in_snake_case_is_not_reported(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured(
        "m.g.team", {"displayName": "Edm.String", "IPAddress": "Edm.Guid"}
    )
    assert lowered(team).diagnostics == ()


def test_fields_of_a_base_type_are_not_met(lowered: Lowers, structured: Makes) -> None:
    base = structured("m.g.base", {"kind": "Edm.String"})
    team = structured("m.g.team", {"Kind": "Edm.String"}, base="m.g.base")
    assert only_field(lowered(team, base).value).name != "kind"


def test_a_navigation_property_that_repeats_a_property_is_one_field(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"x": "Edm.String"})
    twice = replace(team, navigation_properties=team.properties)
    assert only_field(lowered(twice).value).name == "x"


JSON = {
    "a text": ("Edm.String", "str | None"),
    "a truth": ("Edm.Boolean", "bool | None"),
    "a moment": ("Edm.DateTimeOffset", "edm.DateTimeOffset | None"),
    "bytes": ("Edm.Binary", "edm.Binary | None"),
    "a GUID": ("Edm.Guid", "edm.Guid | None"),
    "a whole number": ("Edm.Int32", "int | None"),
    "a long number, which may be a text": ("Edm.Int64", "edm.Int64 | None"),
    "a number, which may be none": ("Edm.Double", "edm.Double | None"),
    "a number with a fixed point, which may be a text": (
        "Edm.Decimal",
        "edm.Decimal | None",
    ),
    "a list": ("Collection(Edm.Guid)", "list[edm.Guid] | None"),
    "anything": ("Edm.Untyped", "Any"),
    "a type that no page declares": ("m.g.missing", "Any"),
    "an enum, whose values are texts": ("m.g.kind", "Kind | str | None"),
    "many of an enum": ("Collection(m.g.kind)", "list[Kind | str] | None"),
    "a model": ("m.g.user", "User | None"),
    "itself": ("m.g.team", "Team | None"),
}


@pytest.mark.parametrize(("type_", "annotation"), JSON.values(), ids=JSON.keys())
def test_json_is_annotated(
    type_: str,
    annotation: str,
    lowered: Lowers,
    structured: Makes,
    enum: Callable[..., EnumType],
) -> None:
    team = structured("m.g.team", {"wireName": type_})
    others = structured("m.g.user"), enum("m.g.kind", "a")
    field = only_field(lowered(team, *others, flavour="typeddict").value)
    assert (field.name, field.annotation) == ("wireName", annotation)


def test_json_that_is_never_null(lowered: Lowers, structured: Makes) -> None:
    team = structured("m.g.team", {"id": "Edm.String", "sure": "Edm.Int32", "x": "a.b"})
    key, sure, untyped = team.properties
    team = replace(
        team,
        key=("id",),
        properties=(key, replace(sure, nullable=False), untyped),
    )
    view = lowered(team, flavour="typeddict").value
    assert [field.annotation for field in view.fields] == ["str", "int", "Any"]


def test_a_key_that_is_no_name_stands_apart(lowered: Lowers, structured: Makes) -> None:
    team = structured("m.g.team", {"x": "Edm.String", "from": "Collection(m.g.user)"})
    view = lowered(team, structured("m.g.user"), flavour="typeddict").value
    (key,) = view.keys
    assert (key.name, key.annotation) == ('"from"', "list[User] | None")
    assert only_field(view).name == "x"
    assert view.imports.for_checkers.package == ("from graph.models.user import User",)


def test_a_circle_of_keys_that_are_no_names_is_anything(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"from": "m.g.team", "class": "Collection(m.g.team)"})
    view = lowered(team, flavour="typeddict").value
    assert [key.annotation for key in view.keys] == ["Any", "list[Any] | None"]


def test_what_every_model_has_is_not_declared_again(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"@odata.type": "Edm.String", "@odata.x": "Edm.Guid"})
    view = lowered(team, flavour="typeddict").value
    assert [key.name for key in view.keys] == ['"@odata.x"']


def test_no_key_is_changed_so_none_is_reported(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"from": "Edm.String", "class_": "Edm.String"})
    assert lowered(team, flavour="typeddict").diagnostics == ()
