"""Names of Python from names on a page."""

from collections.abc import Callable
from keyword import iskeyword

import pytest

from docgen.python.names import (
    MAX_NAME,
    PythonName,
    camel_case,
    changed_name,
    class_name,
    field_name,
    member_name,
    module_name,
    operation_method_name,
    short_type_name,
)
from docgen.schema.model import Source

FIELDS = {
    "humps become underscores": ("displayName", "display_name"),
    "capitals in a row are one word": ("IPAddress", "ip_address"),
    "the last capital of a row begins the next word": ("isIPRange", "is_ip_range"),
    "a single capital is a word": ("XAxisLabel", "x_axis_label"),
    "a brand's capitals part nothing": ("iOSVersion", "ios_version"),
    "a brand is one word wherever it stands": (
        "requireOAuth2Grant",
        "require_oauth2_grant",
    ),
    "digits stay with the word before them": ("address1", "address1"),
    "underscores stay": ("v4_0_3", "v4_0_3"),
    "an annotation loses its sign": ("@odata.etag", "odata_etag"),
    "dots are underscores": (
        "@microsoft.graph.downloadUrl",
        "microsoft_graph_download_url",
    ),
    "a path is one name": ("file/localizations/{id}", "file_localizations_id"),
    "a keyword gets an underscore": ("from", "from_"),
    "a word of annotations gets an underscore": ("list", "list_"),
    "a member of the base class gets an underscore": ("extra", "extra_"),
    "a member of pydantic's base class gets an underscore": ("schema", "schema_"),
    "the first parameter of methods gets an underscore": ("self", "self_"),
    "a soft keyword stays": ("match", "match"),
    "an everyday builtin stays": ("id", "id"),
    "a type stays, for no annotation has the word": ("type", "type"),
    "a leading underscore goes": ("_private", "private"),
    "a dunder is none": ("__class__", "class_"),
    "a digit is not first": ("2fa", "n2fa"),
    "an accent goes": ("größe", "grosse"),
    "letters of other scripts are numbers": ("名", "u540d"),
    "Unicode's odd letters are letters": ("\uff46ull", "full"),
}


@pytest.mark.parametrize(("wire", "made"), FIELDS.values(), ids=FIELDS.keys())
def test_a_field_is_named(wire: str, made: str) -> None:
    assert field_name(wire) == made


CLASSES = {
    "the first letter is a capital": ("synchronizationJob", "SynchronizationJob"),
    "capitals stay": ("iOSDevice", "IOSDevice"),
    "underscores go": ("linkedResource_v2", "LinkedResourceV2"),
    "a name of typing gets a suffix": ("any", "AnyType"),
    "a base class gets a suffix": ("model", "ModelType"),
    "a base class of one flavour does so in each": ("typedDict", "TypedDictType"),
    "a builtin exception gets a suffix": ("exception", "ExceptionType"),
    "a keyword gets a suffix": ("none", "NoneType"),
    "what a suffix would make gets one too": ("modelType", "ModelTypeType"),
    "a name that ends so alone gets none": ("teamType", "TeamType"),
    "a digit is not first": ("3des", "N3des"),
    "a letter of another script is a number": ("名", "U540d"),
    "a letter alone needs nothing": ("é", "E"),
    "a name of no letters is a digest behind a capital": ("_", "NXd2e2adf7"),
}


@pytest.mark.parametrize(("type_", "made"), CLASSES.values(), ids=CLASSES.keys())
def test_a_class_is_named(type_: str, made: str) -> None:
    assert class_name(type_) == made


MEMBERS = {
    "humps become underscores": ("notStarted", "NOT_STARTED"),
    "keywords are none in capitals": ("and", "AND"),
    "None is not a keyword in capitals": ("None", "NONE"),
    "attributes of enums are free in capitals": ("name", "NAME"),
    "a blank is an underscore": ("JIS B4", "JIS_B4"),
    "a brand is one word": ("iOS", "IOS"),
    "a digit is not first": ("3des", "N3DES"),
    "no sign is left": ("a+b (c)", "A_B_C"),
}


@pytest.mark.parametrize(("value", "made"), MEMBERS.values(), ids=MEMBERS.keys())
def test_a_member_is_named(value: str, made: str) -> None:
    assert member_name(value) == made


MODULES = {
    "humps become underscores": ("synchronizationJob", "synchronization_job"),
    "a brand is one word": ("iPv4Range", "ipv4_range"),
    "a keyword gets an underscore": ("import", "import_"),
    "a builtin of annotations gets an underscore": ("list", "list_"),
    "a function of the package gets an underscore": ("lookup", "lookup_"),
    "a device of Windows gets an underscore": ("nul", "nul_"),
    "a numbered device of Windows too": ("COM1", "com1_"),
    "the name of a package's own file is none": ("__init__", "init"),
}


@pytest.mark.parametrize(("type_", "made"), MODULES.values(), ids=MODULES.keys())
def test_a_module_is_named(type_: str, made: str) -> None:
    assert module_name(type_) == made


def test_an_operation_called_list_does_not_hide_lists() -> None:
    assert operation_method_name("list") == "list_"


MAKERS = [field_name, class_name, member_name, module_name, operation_method_name]


@pytest.mark.parametrize("convert", MAKERS)
@pytest.mark.parametrize(
    "name",
    ["", "***", "_", "\0", "\u202e", "\ud800", "../x", "a" * 1_000_000, "\U0001d7d9"],
    ids=["empty", "signs", "line", "NUL", "mark", "surrogate", "path", "long", "digit"],
)
def test_any_text_gives_an_identifier(
    convert: Callable[[str], PythonName], name: str
) -> None:
    made = convert(name)
    assert made.isidentifier()
    assert made.isascii()
    assert not iskeyword(made)
    assert len(made) <= MAX_NAME + len("Type")


def test_long_names_that_begin_alike_are_reported_apart() -> None:
    assert field_name("a" * 500 + "b") != field_name("a" * 500 + "c")


WIRE_NAMES = {
    "words are joined in humps": ("display_name", "displayName"),
    "a trailing underscore is not part of it": ("from_", "from"),
    "digits stay": ("address1", "address1"),
}


@pytest.mark.parametrize(("made", "wire"), WIRE_NAMES.values(), ids=WIRE_NAMES.keys())
def test_a_field_leads_back_to_its_wire_name(made: str, wire: str) -> None:
    assert camel_case(made) == wire


TYPE_NAMES = {
    "the first letter is small": ("TeamSite", "teamSite"),
    "a suffix is not part of it": ("ModelType", "model"),
    "a suffix that another name has is": ("SiteType", "siteType"),
    "of two suffixes one is": ("ModelTypeType", "modelType"),
}


@pytest.mark.parametrize(("made", "name"), TYPE_NAMES.values(), ids=TYPE_NAMES.keys())
def test_a_class_leads_back_to_its_type_name(made: str, name: str) -> None:
    assert short_type_name(PythonName(made)) == name
    assert class_name(name) == made


OBVIOUS = {
    "the same name": ("id", "id"),
    "words separated by underscores": ("display_name", "displayName"),
    "a name without its special characters": ("odata_etag", "@odata.etag"),
}
CHANGED = {
    "an underscore after a keyword": ("from_", "from"),
    "a suffix of a class": ("AnyType", "any"),
    "a letter before a digit": ("n2fa", "2fa"),
    "a digest": ("display_name_1f14a4b8", "DisplayName"),
}
SOURCES = (Source(path="resources/team.md", line=7),)


@pytest.mark.parametrize(
    ("python_name", "original"), OBVIOUS.values(), ids=OBVIOUS.keys()
)
def test_obvious_name_is_not_reported(python_name: str, original: str) -> None:
    assert changed_name(PythonName(python_name), original, SOURCES, "type") == ()


@pytest.mark.parametrize(
    ("python_name", "original"), CHANGED.values(), ids=CHANGED.keys()
)
def test_changed_name_is_reported(python_name: str, original: str) -> None:
    (note,) = changed_name(PythonName(python_name), original, SOURCES, "type")
    assert note.message == f"type `{original}` is named `{python_name}` in Python"


def test_changed_name_of_an_undeclared_type_is_not_reported() -> None:
    assert changed_name(PythonName("AnyType"), "any", (), "type") == ()
