"""The views of protocols, and the modules that they become."""

import ast
from collections.abc import Callable, Sequence
from typing import get_args

import pytest

from docgen.flavours import FLAVOURS
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, layout_of
from docgen.python.names import PythonName
from docgen.python.operations import operations_view
from docgen.python.signatures.model import (
    MethodParameter,
    MethodParameterPlace,
    OperationResult,
    RequestTemplate,
    ResultKind,
    Signature,
)
from docgen.python.views import FileView, OperationsView, PackageView
from docgen.render.formatting import formatted, formatted_by_rule
from docgen.render.templates import render
from docgen.schema.model import (
    EnumType,
    Permissions,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
)

Makes = Callable[..., StructuredType]
Renders = Callable[..., str]

AT = Source(path="resources/harbour.md", line=7)


PLACES: dict[str, MethodParameterPlace] = {
    one: one for one in get_args(MethodParameterPlace)
}


def reference(text: str) -> TypeReference:
    inner = text.removeprefix("Collection(").removesuffix(")")
    return TypeReference(name=QualifiedName(inner), is_collection=inner != text)


def parameter(
    text: str, type_: str | None = None, *, default: bool = False, choices: str = ""
) -> MethodParameter:
    """Return a parameter; `text` has its place, its Python name and its name in the request."""
    place, name, *wire = text.split()
    return MethodParameter(
        name=PythonName(name),
        wire_name=wire[0] if wire else name,
        place=PLACES[place],
        type=reference(type_) if type_ else None,
        is_positional=place in {"path", "body", "content", "reference"},
        is_required=not default,
        choices=tuple(choices.split()),
    )


def signature(
    name: str,
    *parameters: MethodParameter,
    kind: ResultKind = "none",
    returns: str | None = None,
    overloads: Sequence[str] = (),
    requests: Sequence[RequestTemplate] = (),
    permissions: Permissions | None = None,
    deprecation: str | None = None,
) -> Signature:
    return Signature(
        name=PythonName(name),
        label=name,
        description=None,
        api_page=None,
        parameters=parameters,
        overloads=tuple(tuple(map(PythonName, one.split())) for one in overloads),
        requests=tuple(requests),
        documented=(),
        result=OperationResult(kind=kind, type=reference(returns) if returns else None),
        permissions=permissions or Permissions(),
        deprecation=deprecation,
        returns_text="",
        source=AT,
    )


def request(path: str, *arguments: str, choice: str | None = None) -> RequestTemplate:
    return RequestTemplate(
        method="GET",
        path=path,
        arguments=tuple(map(PythonName, arguments)),
        choice=choice,
        source=AT,
    )


@pytest.fixture
def types(
    structured: Makes, enum: Callable[..., EnumType]
) -> tuple[StructuredType | EnumType, ...]:
    return (
        structured("m.g.harbour"),
        structured("m.g.pages"),
        structured("m.g.ship"),
        enum("m.g.mood", "calm"),
    )


@pytest.fixture
def layout_for(
    types: tuple[StructuredType | EnumType, ...],
) -> Callable[[str], Layout]:
    schema = Schema(types=types, pages=())
    return lambda flavour: layout_of(schema, "graph", "m.g", FLAVOURS_BY_NAME[flavour])


@pytest.fixture
def view(
    structured: Makes, layout_for: Callable[[str], Layout]
) -> Callable[..., OperationsView]:
    def make(*signatures: Signature, flavour: str = "dataclass") -> OperationsView:
        harbour = structured("m.g.harbour")
        return operations_view(harbour, signatures, layout_for(flavour))

    return make


@pytest.fixture
def module(view: Callable[..., OperationsView]) -> Renders:
    """Return the module with the operations of harbours, after a check of its format."""

    def rendered(*signatures: Signature, flavour: str = "dataclass") -> str:
        file = FileView(
            path="graph/operations/harbour.py",
            template="operations.py",
            view=view(*signatures, flavour=flavour),
            pages=(),
        )
        package = PackageView(files=(file,))
        (found,) = render(package, template_folders=[], flavour=flavour)
        assert formatted(file.path, found.content) == found.content
        ast.parse(found.content)
        return found.content

    return rendered


def head(source: str, name: str = "dock") -> str:
    """Return the head of the first method of a name, on one line."""
    lines = iter(source[source.index(f"def {name}(") :].split("\n"))
    found = ""
    for line in lines:
        found += line.strip() if found.endswith("(") else f" {line.strip()}"
        if line.endswith((":", "...")):
            break
    return found.strip().replace(", )", ")")


HEADS: dict[str, tuple[Signature, str]] = {
    "nothing": (signature("dock"), "def dock(self) -> None:"),
    "a key": (
        signature("dock", parameter("path harbour_id")),
        "def dock(self, harbour_id: str) -> None:",
    ),
    "a key that may be omitted": (
        signature("dock", parameter("path harbour_id", default=True)),
        "def dock(self, harbour_id: str | None = None) -> None:",
    ),
    "a number in the URL": (
        signature("dock", parameter("path pier", "Edm.Int32")),
        "def dock(self, pier: int) -> None:",
    ),
    "a type": (
        signature(
            "dock", parameter("path harbour_id"), parameter("body body", "m.g.ship")
        ),
        "def dock(self, harbour_id: str, body: Ship) -> None:",
    ),
    "a type after a key that may be omitted": (
        signature(
            "dock",
            parameter("path harbour_id", default=True),
            parameter("body body", "m.g.ship"),
        ),
        "def dock(self, harbour_id: str | None = None, *, body: Ship) -> None:",
    ),
    "several objects": (
        signature("dock", parameter("body body", "Collection(m.g.ship)")),
        "def dock(self, body: Sequence[Ship]) -> None:",
    ),
    "any object": (
        signature("dock", parameter("body body")),
        "def dock(self, body: Any) -> None:",
    ),
    "members": (
        signature(
            "dock",
            parameter("member ship", "m.g.ship", default=True),
            parameter("member names", "Collection(Edm.String)", default=True),
        ),
        "def dock("
        "self, *, ship: Ship | None = None, names: Sequence[str] | None = None"
        " ) -> None:",
    ),
    "a member of an unknown type": (
        signature("dock", parameter("member cargo", default=True)),
        "def dock(self, *, cargo: Any = None) -> None:",
    ),
    "a member of an enum type": (
        signature("dock", parameter("member mood", "m.g.mood", default=True)),
        "def dock(self, *, mood: Mood | None = None) -> None:",
    ),
    "a date-time": (
        signature("dock", parameter("query start startDateTime", "Edm.DateTimeOffset")),
        "def dock(self, *, start: dt.datetime | str) -> None:",
    ),
    "a date": (
        signature("dock", parameter("function date", "Edm.Date")),
        "def dock(self, *, date: dt.date) -> None:",
    ),
    "a header": (
        signature("dock", parameter("header prefer Prefer", default=True)),
        "def dock(self, *, prefer: str | None = None) -> None:",
    ),
    "options that are lists": (
        signature(
            "dock",
            parameter("query select $select", default=True),
            parameter("query orderby $orderby", default=True),
        ),
        "def dock(self, *, select: Sequence[str] = (), orderby: Sequence[str] = ()) -> None:",
    ),
    "another list": (
        signature("dock", parameter("query ids", "Collection(Edm.Guid)", default=True)),
        "def dock(self, *, ids: Sequence[UUID] = ()) -> None:",
    ),
    "numbers": (
        signature(
            "dock",
            parameter("query top $top", default=True),
            parameter("query count $count", default=True),
        ),
        "def dock(self, *, top: int | None = None, count: bool = False) -> None:",
    ),
    "text": (
        signature("dock", parameter("query filter $filter", default=True)),
        "def dock(self, *, filter: str | None = None) -> None:",
    ),
    "a link": (
        signature(
            "dock", parameter("path harbour_id"), parameter("reference reference")
        ),
        "def dock(self, harbour_id: str, reference: str) -> None:",
    ),
    "bytes": (
        signature("dock", parameter("content content")),
        "def dock(self, content: bytes | Iterable[bytes] | BinaryIO) -> None:",
    ),
    "a choice": (
        signature("dock", parameter("choice at", choices="north south")),
        'def dock(self, *, at: Literal["north", "south"]) -> None:',
    ),
    "a choice with a default": (
        signature("dock", parameter("choice at", choices="north", default=True)),
        'def dock(self, *, at: Literal["north"] | None = None) -> None:',
    ),
}


@pytest.mark.parametrize(("given", "expected"), HEADS.values(), ids=HEADS.keys())
def test_parameters(given: Signature, expected: str, module: Renders) -> None:
    assert head(module(given)) == expected


@pytest.mark.parametrize("given", [one for one, _ in HEADS.values()], ids=HEADS.keys())
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_flavour_has_the_same_names(
    given: Signature, flavour: str, module: Renders
) -> None:
    tree = ast.parse(module(given, flavour=flavour))
    methods = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    names = [
        [each.arg for each in (*one.args.args, *one.args.kwonlyargs)] for one in methods
    ]
    assert names == [["self", *(one.name for one in given.parameters)]] * 2


RESULTS: dict[str, tuple[ResultKind, str | None, str, str]] = {
    "nothing": (
        "none",
        None,
        "def dock(self) -> None:",
        "async def dock(self) -> None:",
    ),
    "a type": (
        "single",
        "m.g.ship",
        "def dock(self) -> Ship:",
        "async def dock(self) -> Ship:",
    ),
    "a list": (
        "single",
        "Collection(m.g.ship)",
        "def dock(self) -> Sequence[Ship]:",
        "async def dock(self) -> Sequence[Ship]:",
    ),
    "any JSON": (
        "single",
        "Edm.Untyped",
        "def dock(self) -> Any:",
        "async def dock(self) -> Any:",
    ),
    "an undeclared type": (
        "single",
        "m.g.wreck",
        "def dock(self) -> Any:",
        "async def dock(self) -> Any:",
    ),
    "pages": (
        "pages",
        "m.g.ship",
        "def dock(self) -> Pages[Ship]:",
        "def dock(self) -> AsyncPages[Ship]:",
    ),
    "a download": (
        "download",
        None,
        "def dock(self) -> Download:",
        "async def dock(self) -> AsyncDownload:",
    ),
    "a long-running operation": (
        "long-running",
        "m.g.ship",
        "def dock(self) -> LongRunning[Ship]:",
        "async def dock(self) -> AsyncLongRunning[Ship]:",
    ),
    "a long-running operation without a result": (
        "long-running",
        None,
        "def dock(self) -> LongRunning[None]:",
        "async def dock(self) -> AsyncLongRunning[None]:",
    ),
}


@pytest.mark.parametrize(
    ("kind", "type_", "expected", "awaited"), RESULTS.values(), ids=RESULTS.keys()
)
def test_result(
    kind: ResultKind, type_: str | None, expected: str, awaited: str, module: Renders
) -> None:
    found = module(signature("dock", kind=kind, returns=type_))
    own, asynchronous = found.split("class AsyncHarbourOperations(Protocol):")
    assert f"    {expected}\n" in own
    assert f"    {awaited}\n" in asynchronous


def test_operation_may_be_named_list(module: Renders) -> None:
    found = module(
        signature("list", kind="pages", returns="m.g.ship"),
        signature("rank", parameter("body body", "Collection(m.g.ship)")),
    )
    assert "def list(self) -> Pages[Ship]:" in found
    assert "list[" not in found


def test_overloads_have_the_parameters_of_their_url(module: Renders) -> None:
    found = module(
        signature(
            "get",
            parameter("path harbour_id", default=True),
            parameter("function pier", "Edm.Int32", default=True),
            parameter("query select $select", default=True),
            kind="single",
            returns="m.g.ship",
            overloads=["harbour_id", "pier"],
        )
    )
    assert """
    @overload
    def get(
        self, harbour_id: str, *, pier: None = None, select: Sequence[str] = ()
    ) -> Ship: ...
    @overload
    def get(
        self, harbour_id: None = None, *, pier: int, select: Sequence[str] = ()
    ) -> Ship: ...
    def get(
        self,
        harbour_id: str | None = None,
        *,
        pier: int | None = None,
        select: Sequence[str] = (),
    ) -> Ship:
""" in found
    assert "    @overload\n    async def get(\n        self, harbour_id: str, " in found


def test_what_no_overload_chooses_is_optional_in_each(module: Renders) -> None:
    found = module(
        signature(
            "rank",
            parameter("path dock_id", default=True),
            parameter("function a", default=True),
            parameter("function b", default=True),
            overloads=["a", "b"],
        )
    )
    head = "    @overload\n    def rank("
    assert f"{head}self, dock_id: str | None = None, *, a: str, b: None = None" in found
    assert f"{head}self, dock_id: str | None = None, *, a: None = None, b: str" in found


def test_names_of_results_and_models_do_not_collide(module: Renders) -> None:
    found = module(signature("list", kind="pages", returns="m.g.pages"))
    assert "def list(self) -> Pages[GPages]:" in found
    assert "    from graph.models.pages import Pages as GPages\n" in found
    assert "    from graph._results import AsyncPages, Pages\n" in found


def test_types_are_imported_for_type_checkers_only(
    view: Callable[..., OperationsView],
) -> None:
    dock = signature("dock", parameter("choice at", choices="a"), returns="m.g.ship")
    found = view(dock, signature("get", kind="single", returns="m.g.ship"))
    assert found.imports.for_checkers.package == ("from graph.models.ship import Ship",)
    assert found.imports.at_run_time.library == (
        "from typing import TYPE_CHECKING, Literal, Protocol",
    )


def test_requests_and_permissions_are_data(module: Renders) -> None:
    found = module(
        signature(
            "get",
            parameter("path harbour_id", default=True),
            parameter("choice at", choices="pier", default=True),
            requests=[
                request("/harbour"),
                request("/harbours/{harbour_id}", "harbour_id"),
                request("/harbours/{harbour_id}/pier", "harbour_id", choice="pier"),
                request(f"/harbours/{'long/' * 20}"),
            ],
            permissions=Permissions(
                delegated_work=(("Ships.Read", "Piers.Read"), ("Ships.All",)),
                application=(("Ships.All",),),
            ),
        )
    )
    data: dict[str, object] = {"Request": lambda *values: values}
    exec(found[found.index("REQUESTS = ") :], data)  # noqa: S102
    assert data["REQUESTS"] == {
        "get": [
            ("GET", "/harbour"),
            ("GET", "/harbours/{harbour_id}"),
            ("GET", "/harbours/{harbour_id}/pier", ("at", "pier")),
            ("GET", f"/harbours/{'long/' * 20}"),
        ]
    }
    assert data["PERMISSIONS"] == {
        "get": {
            "delegated_work": ["Ships.Read + Piers.Read", "Ships.All"],
            "application": ["Ships.All"],
        }
    }


def test_module_without_requests_has_no_data(module: Renders) -> None:
    found = module(signature("get"))
    assert "REQUESTS" not in found
    assert "Request" not in found


LENGTHS = range(20, 100)


@pytest.mark.parametrize("length", LENGTHS)
def test_heads_are_split_as_black_does(length: int, module: Renders) -> None:
    name = ("name" * 30)[:length]
    module(
        signature(name),
        signature("a", parameter(f"path {name}")),
        signature("b", parameter("path a"), parameter(f"query {name}", default=True)),
        signature(
            "c",
            parameter(f"path {name}", default=True),
            parameter("function b", default=True),
            overloads=[name, "b"],
        ),
        signature("d", parameter("choice at", choices=f"{name} {name}")),
        signature("e", requests=[request(f"/{name}"), request(f"/{{{name}}}", name)]),
    )


def test_usual_names_do_not_need_black(module: Renders) -> None:
    found = module(
        *(
            signature(
                "n" * length,
                parameter(f"path {'n' * length}"),
                parameter(f"member {'n' * length}_2", "m.g.ship", default=True),
                requests=[request(f"/{'n' * length}/{{{'n' * length}}}")],
            )
            for length in range(20, 47)
        )
    )
    assert formatted_by_rule(found) == found


DEPRECATIONS = {
    "only marked": (
        "",
        """\
    @deprecated("This operation is deprecated.")
    def dock(self) -> None:
""",
    ),
    "with advice": (
        'Deprecated. Use "moor" instead.',
        """\
    @deprecated('Deprecated. Use "moor" instead.')
    def dock(self) -> None:
""",
    ),
    "with advice on a line of its own": (
        "This method is deprecated since the harbour has buoys. Use moor instead.",
        """\
    @deprecated(
        "This method is deprecated since the harbour has buoys. Use moor instead."
    )
    def dock(self) -> None:
""",
    ),
    "with advice on several lines": (
        f"This method is deprecated. Use {' or '.join(['moor'] * 12)} instead.",
        """\
    @deprecated(
        "This method is deprecated. Use moor or moor or moor or moor or moor or moor "
        "or moor or moor or moor or moor or moor or moor instead."
    )
    def dock(self) -> None:
""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DEPRECATIONS.values(), ids=DEPRECATIONS)
def test_a_deprecated_method_has_a_decorator(
    module: Renders, text: str, expected: str
) -> None:
    assert expected in module(signature("dock", deprecation=text))


def test_each_overload_of_a_deprecated_method_has_the_decorator(
    module: Renders,
) -> None:
    found = module(
        signature(
            "dock",
            parameter("path pier", default=True),
            parameter("path buoy", default=True),
            overloads=("pier", "buoy"),
            deprecation="",
        )
    )
    assert found.count("    @overload\n    @deprecated(") == 4
    assert found.count("    @deprecated(") == 6


def test_only_a_deprecated_method_imports_the_decorator(module: Renders) -> None:
    assert "deprecated" not in module(signature("dock"))
    found = module(signature("dock", deprecation=""))
    assert "from graph._requests import deprecated\n" in found
