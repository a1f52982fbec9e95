"""Python names made from names on a page."""

from collections.abc import Callable
from keyword import iskeyword

import pytest

from docgen.python.names import (
    CLASS_NAMES,
    FIELD_NAMES,
    MAX_NAME,
    MEMBER_NAMES,
    METHOD_NAMES,
    PythonName,
    Style,
    camel_case,
    changed_name,
    class_name,
    field_name,
    member_name,
    method_name,
    module_name,
    short_type_name,
    unique_names,
)
from docgen.schema.model import Source

FIELDS = {
    "words are separated by underscores": ("displayName", "display_name"),
    "successive capitals are one word": ("IPAddress", "ip_address"),
    "the last of successive capitals starts a word": ("isIPRange", "is_ip_range"),
    "a single capital is a word": ("XAxisLabel", "x_axis_label"),
    "a brand is one word": ("iOSVersion", "ios_version"),
    "a brand is one word in any position": (
        "requireOAuth2Grant",
        "require_oauth2_grant",
    ),
    "digits belong to the word before them": ("address1", "address1"),
    "underscores are kept": ("v4_0_3", "v4_0_3"),
    "the `@` of an annotation is removed": ("@odata.etag", "odata_etag"),
    "dots are underscores": (
        "@microsoft.graph.downloadUrl",
        "microsoft_graph_download_url",
    ),
    "slashes and braces are underscores": (
        "file/localizations/{id}",
        "file_localizations_id",
    ),
    "a keyword gets an underscore": ("from", "from_"),
    "a type in annotations gets an underscore": ("list", "list_"),
    "a member of the base class gets an underscore": ("extra", "extra_"),
    "a member of pydantic's base class gets an underscore": ("schema", "schema_"),
    "`self` gets an underscore": ("self", "self_"),
    "a soft keyword is kept": ("match", "match"),
    "a common builtin is kept": ("id", "id"),
    "`type` is kept": ("type", "type"),
    "a leading underscore is removed": ("_private", "private"),
    "double underscores are removed": ("__class__", "class_"),
    "a leading digit gets a letter": ("2fa", "n2fa"),
    "an accent is removed": ("größe", "grosse"),
    "letters of other scripts are numbers": ("名", "u540d"),
    "full-width letters are ASCII letters": ("\uff46ull", "full"),
}


@pytest.mark.parametrize(
    ("wire_name", "python_name"), FIELDS.values(), ids=FIELDS.keys()
)
def test_field_name(wire_name: str, python_name: str) -> None:
    assert field_name(wire_name) == python_name


CLASSES = {
    "the first letter is a capital": ("synchronizationJob", "SynchronizationJob"),
    "capitals are kept": ("iOSDevice", "IOSDevice"),
    "underscores are removed": ("linkedResource_v2", "LinkedResourceV2"),
    "a name of typing gets a suffix": ("any", "AnyType"),
    "a base class gets a suffix": ("model", "ModelType"),
    "a base class of another flavour gets a suffix": ("typedDict", "TypedDictType"),
    "a builtin exception gets a suffix": ("exception", "ExceptionType"),
    "a keyword gets a suffix": ("none", "NoneType"),
    "a name with the suffix of another gets a suffix": ("modelType", "ModelTypeType"),
    "any other name that ends in Type is kept": ("teamType", "TeamType"),
    "a leading digit gets a letter": ("3des", "N3des"),
    "a letter of another script is a number": ("名", "U540d"),
    "a single letter": ("é", "E"),
    "a name without letters is a digest": ("_", "NXd2e2adf7"),
}


@pytest.mark.parametrize(
    ("type_name", "python_name"), CLASSES.values(), ids=CLASSES.keys()
)
def test_class_name(type_name: str, python_name: str) -> None:
    assert class_name(type_name) == python_name


MEMBERS = {
    "words are separated by underscores": ("notStarted", "NOT_STARTED"),
    "a keyword is kept": ("and", "AND"),
    "`None` is kept": ("None", "NONE"),
    "an attribute of enums is kept": ("name", "NAME"),
    "a space is an underscore": ("JIS B4", "JIS_B4"),
    "a brand is one word": ("iOS", "IOS"),
    "a leading digit gets a letter": ("3des", "N3DES"),
    "other characters are underscores": ("a+b (c)", "A_B_C"),
}


@pytest.mark.parametrize(("value", "python_name"), MEMBERS.values(), ids=MEMBERS.keys())
def test_member_name(value: str, python_name: str) -> None:
    assert member_name(value) == python_name


MODULES = {
    "words are separated by underscores": ("synchronizationJob", "synchronization_job"),
    "a brand is one word": ("iPv4Range", "ipv4_range"),
    "a keyword gets an underscore": ("import", "import_"),
    "a builtin of annotations gets an underscore": ("list", "list_"),
    "a function of the package gets an underscore": ("lookup", "lookup_"),
    "a device of Windows gets an underscore": ("nul", "nul_"),
    "a numbered device of Windows gets an underscore": ("COM1", "com1_"),
    "double underscores are removed": ("__init__", "init"),
    "a name that pytest collects loses an underscore": ("testPlan", "testplan"),
    "only the first underscore": ("testPlanItem", "testplan_item"),
    "a last word that pytest collects gets an underscore": ("planTest", "plan_test_"),
    "both": ("testOfTest", "testof_test_"),
    "test alone": ("test", "test"),
    "a word that begins with test": ("testament", "testament"),
}


@pytest.mark.parametrize(
    ("type_name", "python_name"), MODULES.values(), ids=MODULES.keys()
)
def test_module_name(type_name: str, python_name: str) -> None:
    assert module_name(type_name) == python_name


def test_operation_may_be_named_list() -> None:
    assert method_name("list") == "list"


CONVERSIONS = [field_name, class_name, member_name, module_name, method_name]
ANY_TEXT = {
    "an empty string": "",
    "punctuation": "***",
    "an underscore": "_",
    "a NUL": "\0",
    "a right-to-left mark": "\u202e",
    "a lone surrogate": "\ud800",
    "a path": "../x",
    "a very long name": "a" * 1_000_000,
    "a mathematical digit": "\U0001d7d9",
}


@pytest.mark.parametrize("convert", CONVERSIONS)
@pytest.mark.parametrize("original", ANY_TEXT.values(), ids=ANY_TEXT.keys())
def test_any_text_becomes_an_identifier(
    convert: Callable[[str], PythonName], original: str
) -> None:
    name = convert(original)
    assert name.isidentifier()
    assert name.isascii()
    assert not iskeyword(name)
    assert len(name) <= MAX_NAME + len("Type")


def test_long_names_with_the_same_start_are_different() -> None:
    assert field_name("a" * 500 + "b") != field_name("a" * 500 + "c")


WIRE_NAMES = {
    "words are joined": ("display_name", "displayName"),
    "a trailing underscore is removed": ("from_", "from"),
    "digits are kept": ("address1", "address1"),
}


@pytest.mark.parametrize(
    ("python_name", "wire_name"), WIRE_NAMES.values(), ids=WIRE_NAMES.keys()
)
def test_camel_case(python_name: str, wire_name: str) -> None:
    assert camel_case(python_name) == wire_name


TYPE_NAMES = {
    "the first letter is small": ("TeamSite", "teamSite"),
    "the suffix of a reserved name is removed": ("ModelType", "model"),
    "the end of another name is kept": ("SiteType", "siteType"),
    "one of two suffixes is removed": ("ModelTypeType", "modelType"),
}


@pytest.mark.parametrize(
    ("python_name", "type_name"), TYPE_NAMES.values(), ids=TYPE_NAMES.keys()
)
def test_short_type_name(python_name: str, type_name: str) -> None:
    assert short_type_name(PythonName(python_name)) == type_name
    assert class_name(type_name) == python_name


OBVIOUS = {
    "the same name": ("id", "id"),
    "words separated by underscores": ("display_name", "displayName"),
    "a name without its special characters": ("odata_etag", "@odata.etag"),
}
CHANGED = {
    "an underscore after a keyword": ("from_", "from", "`from` is a keyword"),
    "an underscore after a name of generated code": (
        "self_",
        "self",
        "`self` has another meaning in generated code",
    ),
    "a suffix of a class": (
        "AnyType",
        "any",
        "`Any` has another meaning in generated code",
    ),
    "a letter before a digit": (
        "n2fa",
        "2fa",
        "names in Python do not begin with a digit",
    ),
    "a digest": (
        "display_name_1f14a4b8",
        "DisplayName",
        "another name is the same in Python",
    ),
    "letters of another script": (
        "u5e06",
        "\u5e06",
        "names in Python have only ASCII letters, digits and underscores",
    ),
    "a long name": (
        "x" * 71 + "_1f14a4b8",
        "x" * 90,
        "it has more than 80 characters",
    ),
}
SOURCES = (Source(path="resources/team.md", line=7),)


@pytest.mark.parametrize(
    ("python_name", "original"), OBVIOUS.values(), ids=OBVIOUS.keys()
)
def test_obvious_name_is_not_reported(python_name: str, original: str) -> None:
    assert changed_name(PythonName(python_name), original, SOURCES, "type") == ()


@pytest.mark.parametrize(
    ("python_name", "original", "reason"), CHANGED.values(), ids=CHANGED.keys()
)
def test_changed_name_is_reported(python_name: str, original: str, reason: str) -> None:
    (note,) = changed_name(PythonName(python_name), original, SOURCES, "type")
    assert note.message == (
        f"type `{original}` is named `{python_name}` in Python: {reason}"
    )


def test_changed_name_of_an_undeclared_type_is_not_reported() -> None:
    assert changed_name(PythonName("AnyType"), "any", (), "type") == ()


COLLISIONS = {
    "a field in camelCase": (
        FIELD_NAMES,
        ["DisplayName", "displayName", "display_name"],
        {"displayName": "display_name"},
    ),
    "the alphabetically first of other fields": (
        FIELD_NAMES,
        ["display_name", "DisplayName"],
        {"DisplayName": "display_name"},
    ),
    "a field that is a keyword": (FIELD_NAMES, ["From", "from"], {"from": "from_"}),
    "a member in camelCase": (
        MEMBER_NAMES,
        ["NotStarted", "notStarted"],
        {"notStarted": "NOT_STARTED"},
    ),
    "an operation in snake_case": (
        METHOD_NAMES,
        ["Return", "return"],
        {"return": "return_"},
    ),
    "a class in camelCase": (
        CLASS_NAMES,
        ["TeamSite", "teamSite"],
        {"teamSite": "TeamSite"},
    ),
    "a class in camelCase with a suffix": (
        CLASS_NAMES,
        ["Model", "model", "modelType"],
        {"model": "ModelType", "modelType": "ModelTypeType"},
    ),
}


@pytest.mark.parametrize(
    ("style", "originals", "unchanged"), COLLISIONS.values(), ids=COLLISIONS.keys()
)
def test_one_of_colliding_names_gets_no_digest(
    style: Style, originals: list[str], unchanged: dict[str, str]
) -> None:
    names = unique_names(originals, style)
    assert names.items() >= unchanged.items()
    assert len(set(names.values())) == len(originals)
    assert names == unique_names(originals[::-1], style)


DIGESTS = {
    "a class": (CLASS_NAMES, "TeamSiteX649434d4"),
    "a field": (FIELD_NAMES, "team_site_649434d4"),
    "a member": (MEMBER_NAMES, "TEAM_SITE_649434D4"),
}


@pytest.mark.parametrize(("style", "name"), DIGESTS.values(), ids=DIGESTS.keys())
def test_digest_has_the_style_of_the_name(style: Style, name: str) -> None:
    assert unique_names(["teamSite", "TeamSite"], style)["TeamSite"] == name


def test_name_with_a_digest_has_at_most_the_maximum_length() -> None:
    style = Style(convert=field_name, invert=str, max_length=20)
    names = unique_names(["a" * 31, "A" + "a" * 30], style)
    assert sorted(map(len, names.values())) == [20, 31]


def test_digest_depends_on_the_original_only() -> None:
    few = unique_names(["displayName", "DisplayName"], FIELD_NAMES)
    more = unique_names(["display_name", "DisplayName", "displayName"], FIELD_NAMES)
    assert few["DisplayName"] == more["DisplayName"]


def test_used_name_gets_a_digest() -> None:
    names = unique_names(["kind"], FIELD_NAMES, lambda name, _: name == "kind")
    assert names["kind"].startswith("kind_")


def test_original_may_be_equal_to_a_name_with_a_digest() -> None:
    digested = unique_names(["displayName", "DisplayName"], FIELD_NAMES)["DisplayName"]
    originals = ["displayName", "DisplayName", digested]
    assert len(set(unique_names(originals, FIELD_NAMES).values())) == 3
