"""The views of clients, and the modules that they become."""

from collections.abc import Callable

import pytest

from docgen.flavours import FLAVOURS
from docgen.python.client import client_view
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.lower import lower
from docgen.python.names import PythonName
from docgen.python.signatures.model import (
    MethodParameter,
    MethodParameterPlace,
    OperationResult,
    RequestTemplate,
    ResultKind,
    Signature,
)
from docgen.python.views import ClientFolderView, FileView, PackageView
from docgen.render.formatting import formatted, formatted_by_rule
from docgen.render.templates import render
from docgen.schema.model import (
    Permissions,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
)

Makes = Callable[..., StructuredType]

AT = Source(path="resources/harbour.md", line=7)
HARBOUR = TypeReference(name=QualifiedName("m.g.harbour"))


def parameter(
    place: MethodParameterPlace,
    name: str,
    wire_name: str = "",
    type_: TypeReference | None = None,
    url: str | None = None,
) -> MethodParameter:
    return MethodParameter(
        name=PythonName(name),
        wire_name=wire_name,
        place=place,
        type=type_,
        url=url,
        is_positional=place in {"path", "body", "reference"},
        is_required=place in {"path", "body", "reference"},
    )


def signature(
    name: str,
    *parameters: MethodParameter,
    request: str = "GET /harbours",
    result: OperationResult | None = None,
) -> Signature:
    """Return a method with one request, or without one if it is empty."""
    method, _, path = request.partition(" ")
    arguments = tuple(one.name for one in parameters if f"{{{one.name}}}" in path)
    template = RequestTemplate(
        method=method, path=path, arguments=arguments, choice=None, source=AT
    )
    return Signature(
        name=PythonName(name),
        label=name,
        description=None,
        api_page=None,
        parameters=parameters,
        overloads=(),
        requests=(template,) if request else (),
        documented=(),
        result=result or OperationResult(kind="none"),
        permissions=Permissions(),
        deprecation=None,
        returns_text="",
        source=AT,
    )


@pytest.fixture
def rendered(structured: Makes, schema: Callable[..., Schema]) -> Callable[..., str]:
    def render_client(*signatures: Signature, flavour: str = "dataclass") -> str:
        harbour = structured("m.g.harbour")
        layout = layout_of(schema(harbour), "graph", "m.g", FLAVOURS_BY_NAME[flavour])
        view = FileView(
            path="graph/client/harbour.py",
            template="client.py",
            view=client_view(harbour, signatures, layout),
            pages=(),
        )
        package = PackageView(files=(view,))
        (file,) = render(package, template_folders=(), flavour=flavour)
        return file.content

    return render_client


ID = parameter("path", "harbour_id", "harbour-id")
BODIES = {
    "one line": (
        signature("get", ID, request="GET /harbours/{harbour_id}"),
        'self._one(GET, {"harbour_id": harbour_id}, call)',
    ),
    "one line for the arguments": (
        signature(
            "update_some_more",
            ID,
            parameter("body", "body", type_=HARBOUR),
            request="PATCH /harbours/{harbour_id}",
        ),
        'self._one(UPDATE_SOME_MORE, {"harbour_id": harbour_id}, call, body=body)',
    ),
    "a line for each argument": (
        signature(
            "list",
            parameter("query", "select", "$select"),
            parameter("header", "if_match", "If-Match"),
            parameter("member", "class_", "class"),
        ),
        "self._one(\n"
        "            LIST,\n"
        "            {},\n"
        "            call,\n"
        '            query={"$select": select},\n'
        '            headers={"If-Match": if_match},\n'
        '            members={"class": class_},\n'
        "        )\n",
    ),
    "a table with a line for each item": (
        signature(
            "get",
            parameter("path", "a_name_that_is_long_enough"),
            parameter("path", "another_name"),
            parameter("path", "one_more"),
            request="GET /{a_name_that_is_long_enough}/{another_name}/{one_more}",
        ),
        "            {\n"
        '                "a_name_that_is_long_enough": a_name_that_is_long_enough,\n'
        '                "another_name": another_name,\n'
        '                "one_more": one_more,\n'
        "            },\n",
    ),
    "an option in the URL": (
        signature("get", parameter("query", "at", "at"), request="GET /x?at={at}"),
        'self._one(GET, {"at": at}, call)',
    ),
    "a value": (
        signature("get", result=OperationResult(kind="single", type=HARBOUR)),
        "return self._one(GET, {}, call)",
    ),
    "pages": (
        signature("list", result=OperationResult(kind="pages", type=HARBOUR)),
        "return self._pages(LIST, {}, call)",
    ),
    "a coroutine": (
        signature("get_map", result=OperationResult(kind="download")),
        "return await self._download(GET_MAP, {}, call)",
    ),
    "no request": (
        signature("close", request=""),
        "raise NotImplementedError(UNDOCUMENTED)",
    ),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("method", "expected"), BODIES.values(), ids=BODIES)
def test_body_of_a_method(
    method: Signature, expected: str, flavour: str, rendered: Callable[..., str]
) -> None:
    assert expected in rendered(method, flavour=flavour)


@pytest.mark.parametrize(("method", "_"), BODIES.values(), ids=BODIES)
def test_module_is_formatted_as_black_does(
    method: Signature, _: str, rendered: Callable[..., str]
) -> None:
    source = rendered(method)
    assert formatted_by_rule(source) == source
    assert formatted("graph/client/harbour.py", source) == source


@pytest.mark.parametrize("length", range(40, 90))
@pytest.mark.parametrize("kind", ["none", "single"])
def test_constant_with_a_long_name_is_formatted_as_black_does(
    kind: ResultKind, length: int, rendered: Callable[..., str]
) -> None:
    result = OperationResult(kind=kind, type=HARBOUR if kind == "single" else None)
    body = parameter("body", "body", type_=HARBOUR)
    source = rendered(signature("n" * length, body, result=result))
    assert formatted_by_rule(source) in (source, None)
    assert formatted("graph/client/harbour.py", source) == source


PIER = "https://api.example/v1.0/piers/{id}"
CONSTANTS = {
    "a name": (signature("open"), 'Operation[None] = Operation(name="harbour.open")'),
    "a result": (
        signature("get", result=OperationResult(kind="single", type=HARBOUR)),
        'Operation[Harbour] = Operation(name="harbour.get", result="m.g.harbour")',
    ),
    "an unknown result": (
        signature("get", result=OperationResult(kind="single")),
        'Operation[Any] = Operation(name="harbour.get", result="Edm.Untyped")',
    ),
    "what is sent": (
        signature("add", parameter("body", "body", type_=HARBOUR)),
        'sends={"": "m.g.harbour"}',
    ),
    "the URL of a reference": (
        signature("add", parameter("reference", "reference", "@odata.id", url=PIER)),
        'reference="/piers/{id}"',
    ),
}


@pytest.mark.parametrize(("method", "expected"), CONSTANTS.values(), ids=CONSTANTS)
def test_constant_of_an_operation(
    method: Signature, expected: str, rendered: Callable[..., str]
) -> None:
    assert expected in rendered(method)


OTHER_URLS = (
    None,
    "https://api.example/v1.0/quays/7/piers/{id}",
    "https://api.example/v1.0/piers/{id}/x",
    "https://api.example/piers/{id}",
)


@pytest.mark.parametrize("url", OTHER_URLS)
def test_reference_without_a_usable_url(
    url: str | None, rendered: Callable[..., str]
) -> None:
    source = rendered(signature("add", parameter("reference", "reference", url=url)))
    assert "reference=reference" in source
    assert 'reference="' not in source


@pytest.mark.parametrize(
    ("root", "base_url", "expected"),
    [
        ("microsoft.graph", "", "https://graph.microsoft.com/v1.0"),
        ("m.g", "", ""),
        ("m.g", "https://api.example", "https://api.example"),
        ("microsoft.graph", "https://api.example", "https://api.example"),
    ],
)
def test_url_of_the_service(
    root: str, base_url: str, expected: str, schema: Callable[..., Schema]
) -> None:
    lowered = lower(schema(), package="graph", root_namespace=root, base_url=base_url)
    (view,) = (
        one.view
        for one in lowered.value.files
        if one.path.endswith("client/__init__.py")
    )
    assert isinstance(view, ClientFolderView)
    assert {one.constants for one in view.classes} == {(f'BASE_URL = "{expected}"',)}


def test_names_of_clients_that_a_client_has_itself(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    types = [
        structured(f"m.g.{name}", returns={"get": None}) for name in ("batch", "ship")
    ]
    lowered = lower(schema(*types), package="graph", root_namespace="m.g")
    (view,) = (
        one.view
        for one in lowered.value.files
        if one.path.endswith("client/__init__.py")
    )
    assert isinstance(view, ClientFolderView)
    names = [one.name for one in view.classes[0].attributes]
    assert names == ["batch_", "ship"]
