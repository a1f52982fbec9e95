"""The views of the classes of structured types."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.python.annotations import NamedAnnotation
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.literals import PythonCode
from docgen.python.models import described_keys, key_names, key_views, model_view
from docgen.python.type_facts import type_facts
from docgen.python.views import FieldView, ModelView
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
    WireName,
)

Makes = Callable[..., StructuredType]


@pytest.fixture
def lowered(schema: Callable[..., Schema]) -> Callable[..., Result[ModelView]]:
    def lower(
        type_: StructuredType, *others: Type, flavour: str = "dataclass"
    ) -> Result[ModelView]:
        complete = schema(type_, *others)
        layout = layout_of(complete, "graph", "m.g", FLAVOURS_BY_NAME[flavour])
        return model_view(type_, layout, type_facts(complete))

    return lower


Lowers = Callable[..., Result[ModelView]]


def only_field(view: ModelView) -> FieldView:
    (field,) = view.fields
    return field


ANNOTATIONS = {
    "a string": ("Edm.String", "str | None", ()),
    "a Boolean": ("Edm.Boolean", "bool | None", ()),
    "an integer": ("Edm.Int32", "int | None", ()),
    "a date-time": (
        "Edm.DateTimeOffset",
        "dt.datetime | None",
        ("import datetime as dt",),
    ),
    "a decimal number": (
        "Edm.Decimal",
        "Decimal | None",
        ("from decimal import Decimal",),
    ),
    "a list": ("Collection(Edm.Guid)", "list[UUID] | None", ("from uuid import UUID",)),
    "any JSON": ("Edm.Untyped", "Any", ()),
    "a list of any JSON": ("Collection(Edm.Untyped)", "list[Any] | None", ()),
    "a primitive type without a Python type": ("Edm.GeographyPoint", "Any", ()),
    "an undeclared type": ("m.g.missing", "Any", ()),
}


@pytest.mark.parametrize(
    ("type_", "annotation", "imports"), ANNOTATIONS.values(), ids=ANNOTATIONS.keys()
)
def test_annotation_of_a_field(
    type_: str,
    annotation: str,
    imports: tuple[str, ...],
    lowered: Lowers,
    structured: Makes,
) -> None:
    view = lowered(structured("m.g.team", {"x": type_})).value
    assert only_field(view).annotation == annotation
    assert view.imports.for_checkers.library == imports


def test_64_bit_integer_has_an_alias(lowered: Lowers, structured: Makes) -> None:
    view = lowered(structured("m.g.team", {"x": "Edm.Int64"})).value
    assert only_field(view).annotation == "Int64 | None"
    assert view.imports.for_checkers.package == ("from graph._values import Int64",)


def test_declared_type_is_imported_for_type_checkers_only(
    lowered: Lowers, structured: Makes, enum: Callable[..., EnumType]
) -> None:
    team = structured("m.g.team", {"kind": "m.g.teamKind"})
    view = lowered(team, enum("m.g.teamKind", "a")).value
    assert view.imports.for_checkers.package == (
        "from graph.models.team_kind import TeamKind",
    )
    assert view.imports.at_run_time.package == ("from graph._codec import Model",)


def test_base_type_is_imported(lowered: Lowers, structured: Makes) -> None:
    view = lowered(structured("m.g.team", base="m.g.entity"), structured("m.g.entity"))
    assert view.value.base == "Entity"
    assert view.value.imports.at_run_time.package == (
        "from graph.models.entity import Entity",
    )


def test_undeclared_base_type_is_replaced_by_the_base_class(
    lowered: Lowers, structured: Makes
) -> None:
    assert lowered(structured("m.g.team", base="m.g.entity")).value.base == "Model"


def test_type_that_derives_from_itself_gets_the_base_class(
    lowered: Lowers, structured: Makes
) -> None:
    assert lowered(structured("m.g.team", base="m.g.team")).value.base == "Model"


def test_inherited_property_is_not_declared_again(
    lowered: Lowers, structured: Makes
) -> None:
    entity = structured("m.g.entity", {"id": "Edm.String"})
    team = structured(
        "m.g.team", {"id": "Edm.Guid", "x": "Edm.Guid"}, base="m.g.entity"
    )
    assert only_field(lowered(team, entity).value).name == "x"


def test_property_may_have_the_name_of_its_type(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"team": "m.g.team"})
    field = only_field(lowered(team).value)
    assert (field.name, field.annotation) == ("team", "Team | None")


WIRE_NAMES = {
    "a name in camelCase": ("displayName", ""),
    "a keyword": ("from", ""),
    "an acronym": (
        "IPAddress",
        'field(default=None, metadata={"wire": "IPAddress"})',
    ),
    "an annotation": (
        "@odata.etag",
        'field(default=None, metadata={"wire": "@odata.etag"})',
    ),
}


@pytest.mark.parametrize(
    ("wire", "special"), WIRE_NAMES.values(), ids=WIRE_NAMES.keys()
)
def test_default_has_the_wire_name_if_it_cannot_be_derived(
    wire: str, special: str, lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", {wire: "Edm.String"})).value
    assert only_field(view).special == special


def test_class_with_the_name_of_the_module_s_class_gets_an_alias(
    lowered: Lowers, structured: Makes
) -> None:
    call = structured("m.g.call", {"record": "m.g.callRecords.call"})
    field = only_field(lowered(call, structured("m.g.callRecords.call")).value)
    assert field.annotation == "CallRecordsCall | None"
    assert field.special == (
        'field(default=None, metadata={"type": "m.g.callRecords.call"})'
    )


def test_class_of_the_parent_namespace_gets_no_alias(
    lowered: Lowers, structured: Makes
) -> None:
    call = structured("m.g.callRecords.call", {"user": "m.g.user"})
    field = only_field(lowered(call, structured("m.g.user")).value)
    assert (field.annotation, field.special) == ("User | None", "")


def test_base_type_of_the_same_name_gets_an_alias(
    lowered: Lowers, structured: Makes
) -> None:
    alert = structured("m.g.security.alert", base="m.g.alert")
    view = lowered(alert, structured("m.g.alert")).value
    assert view.base == "GAlert"
    assert view.imports.at_run_time.package == (
        "from graph.models.alert import Alert as GAlert",
    )


def test_class_without_a_description_refers_to_its_page(
    lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team")).value
    assert view.docstring == '"""See `resources/team.md`."""'


def test_class_has_the_description_of_its_page(
    lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", description="A group of people")).value
    assert view.docstring == (
        '"""A group of people.\n\n    See `resources/team.md`.\n    """'
    )


DESCRIPTION = "What it is. Possible values are: a, b."


def described(type_: StructuredType, **descriptions: str) -> StructuredType:
    properties = (
        replace(one, description=descriptions.get(one.name)) for one in type_.properties
    )
    return replace(type_, properties=tuple(properties))


def test_blank_lines_separate_fields_if_any_has_a_description(
    lowered: Lowers, structured: Makes
) -> None:
    plain = structured("m.g.team", dict.fromkeys("abc", "Edm.String"))
    assert [f.has_gap for f in lowered(plain).value.fields] == [False] * 3
    one = described(plain, b="Described.")
    assert [f.has_gap for f in lowered(one).value.fields] == [True, True, False]


def test_field_does_not_repeat_the_values_of_its_enum(
    lowered: Lowers, structured: Makes, enum: Callable[..., EnumType]
) -> None:
    team = structured("m.g.team", {"kind": "m.g.teamKind", "label": "Edm.String"})
    team = described(team, **dict.fromkeys(("kind", "label"), DESCRIPTION))
    view = lowered(team, enum("m.g.teamKind", "a", "b"))
    kind, label = view.value.fields
    assert kind.docstring == '"""What it is."""'
    assert "Possible values are: a, b." in label.docstring


def test_changed_name_is_reported(lowered: Lowers, structured: Makes) -> None:
    notes = lowered(structured("m.g.team", {"from": "Edm.String"})).diagnostics
    assert [(note.code, note.span.line) for note in notes] == [("python-name", 7)]


def test_name_in_snake_case_is_not_reported(lowered: Lowers, structured: Makes) -> None:
    team = structured(
        "m.g.team", {"displayName": "Edm.String", "IPAddress": "Edm.Guid"}
    )
    assert lowered(team).diagnostics == ()


def test_field_does_not_get_the_name_of_an_inherited_field(
    lowered: Lowers, structured: Makes
) -> None:
    base = structured("m.g.base", {"kind": "Edm.String"})
    team = structured("m.g.team", {"Kind": "Edm.String"}, base="m.g.base")
    assert only_field(lowered(team, base).value).name != "kind"


def test_repeated_property_is_one_field(lowered: Lowers, structured: Makes) -> None:
    team = structured("m.g.team", {"x": "Edm.String"})
    twice = replace(team, navigation_properties=team.properties)
    assert only_field(lowered(twice).value).name == "x"


JSON = {
    "a string": ("Edm.String", "str | None"),
    "a Boolean": ("Edm.Boolean", "bool | None"),
    "a date-time": ("Edm.DateTimeOffset", "edm.DateTimeOffset | None"),
    "bytes": ("Edm.Binary", "edm.Binary | None"),
    "a GUID": ("Edm.Guid", "edm.Guid | None"),
    "an integer": ("Edm.Int32", "int | None"),
    "a 64-bit integer": ("Edm.Int64", "edm.Int64 | None"),
    "a floating-point number": ("Edm.Double", "edm.Double | None"),
    "a decimal number": (
        "Edm.Decimal",
        "edm.Decimal | None",
    ),
    "a list": ("Collection(Edm.Guid)", "list[edm.Guid] | None"),
    "any JSON": ("Edm.Untyped", "Any"),
    "an undeclared type": ("m.g.missing", "Any"),
    "an enum": ("m.g.kind", "Kind | str | None"),
    "a list of an enum": ("Collection(m.g.kind)", "list[Kind | str] | None"),
    "a model": ("m.g.user", "User | None"),
    "the type itself": ("m.g.team", "Team | None"),
}


@pytest.mark.parametrize(("type_", "annotation"), JSON.values(), ids=JSON.keys())
def test_annotation_in_a_typed_dict(
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


def test_annotation_in_a_typed_dict_without_null(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"id": "Edm.String", "sure": "Edm.Int32", "x": "a.b"})
    key, sure, untyped = team.properties
    team = replace(
        team,
        key=("id",),
        properties=(key, replace(sure, nullable=False), untyped),
    )
    view = lowered(team, flavour="typeddict").value
    assert [field.annotation for field in view.fields] == ["str", "int", "Any"]


def test_name_that_a_class_body_cannot_contain_is_a_key(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"x": "Edm.String", "from": "Collection(m.g.user)"})
    view = lowered(team, structured("m.g.user"), flavour="typeddict").value
    (key,) = view.keys
    assert (key.name, key.annotation) == ('"from"', "list[User] | None")
    assert only_field(view).name == "x"
    assert view.imports.for_checkers.package == ("from graph.models.user import User",)


def test_key_whose_type_has_model_keys_is_any(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"from": "m.g.team", "class": "Collection(m.g.team)"})
    view = lowered(team, flavour="typeddict").value
    assert [key.annotation for key in view.keys] == ["Any", "list[Any] | None"]


def test_key_of_the_base_class_is_not_declared_again(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"@odata.type": "Edm.String", "@odata.x": "Edm.Guid"})
    view = lowered(team, flavour="typeddict").value
    assert [key.name for key in view.keys] == ['"@odata.x"']


def test_typed_dict_changes_no_names(lowered: Lowers, structured: Makes) -> None:
    team = structured("m.g.team", {"from": "Edm.String", "class_": "Edm.String"})
    assert lowered(team, flavour="typeddict").diagnostics == ()


def string_property(name: str, description: str | None = None) -> Property:
    return Property(
        name=WireName(name),
        type=TypeReference(name=QualifiedName("Edm.String")),
        source=Source(path="resources/team.md", line=7),
        description=description,
    )


VALID_IN_A_CLASS_BODY = {
    "a name in camelCase": "displayName",
    "a name with an acronym": "IPAddress",
    "a type in annotations": "list",
    "a method of dictionaries": "items",
    "a soft keyword": "type",
    "a name with a leading underscore": "_x",
}
INVALID_IN_A_CLASS_BODY = {
    "an annotation": "@odata.etag",
    "a keyword": "from",
    "a constant": "None",
    "a name with a leading digit": "2d",
    "a name with a space": "a b",
    "an empty name": "",
    "a name with two leading underscores": "__x",
    "a special method": "__init__",
    "a letter that is not in ASCII": "é",
    "a ligature": "ﬁ",
}


@pytest.mark.parametrize(
    "name", VALID_IN_A_CLASS_BODY.values(), ids=VALID_IN_A_CLASS_BODY.keys()
)
def test_class_body_can_contain(name: str) -> None:
    assert key_names([string_property(name)]) == {name: name}


@pytest.mark.parametrize(
    "name", INVALID_IN_A_CLASS_BODY.values(), ids=INVALID_IN_A_CLASS_BODY.keys()
)
def test_class_body_cannot_contain(name: str) -> None:
    assert key_names([string_property(name)]) == {}


def test_key_is_a_literal() -> None:
    named = NamedAnnotation(name=PythonCode("str | None"), imports=frozenset())
    (view,) = key_views([string_property('a"')], {WireName('a"'): named})
    assert (view.name, view.annotation) == ("'a\"'", "str | None")


def test_key_is_described_in_one_paragraph() -> None:
    keys = [
        string_property("from", "Who sent it.\n\nNever empty"),
        string_property("class"),
    ]
    assert described_keys(keys, type_facts(Schema(types=(), pages=()))) == (
        "`from`: Who sent it. Never empty.",
    )
