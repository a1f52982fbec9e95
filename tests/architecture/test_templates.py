"""Templates contain no logic, and print only names and code of views.

What a template prints is an attribute of a view of the type `PythonCode` or `PythonName`. Only
`literals` and `names` make these from text of a page, so unsafe text cannot be printed.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NewType, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, nodes

from docgen.flavours import FLAVOURS
from docgen.python.literals import PythonCode
from docgen.python.lower import lower
from docgen.python.names import PythonName
from docgen.render.formatting import fits
from docgen.render.templates import SUFFIX, UNSPLIT
from docgen.schema.model import (
    ApiOperation,
    DocumentedExample,
    EnumType,
    ExampleRequest,
    ExampleResponse,
    Member,
    Operation,
    Permissions,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
)
from docgen.schema.url_templates import request_line

TEMPLATES = Path(__file__).parents[2] / "templates"
PATHS = sorted(TEMPLATES.rglob("*.jinja"))

ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Include,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
)
LOOP = {"first", "last"}
"""Attributes of a loop that conditions may use."""

SAFE_TYPES = {PythonCode, PythonName}
"""Types that may be printed."""


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def parsed(path: Path) -> nodes.Template:
    return Environment(autoescape=False).parse(  # noqa: S701
        path.read_text(encoding="utf-8")
    )


def test_there_are_templates() -> None:
    assert PATHS


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_template_has_no_logic(path: Path) -> None:
    logic = [
        (type(node).__name__, node.lineno)
        for node in parsed(path).find_all(nodes.Node)
        if not isinstance(node, ALLOWED_NODES)
    ]
    assert logic == []


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_condition_is_an_attribute(path: Path) -> None:
    tests = [node.test for node in parsed(path).find_all(nodes.If)]
    assert all(isinstance(test, nodes.Name | nodes.Getattr) for test in tests)


def complete_schema() -> Schema:
    """Return a schema that needs every template."""
    at = Source(path="team.md", line=1)
    operation = Operation(
        name="get",
        label="Get",
        returns=None,
        returns_text="None",
        description=None,
        api_page="team-get.md",
        source=at,
    )
    team = StructuredType(
        kind="entity",
        name=QualifiedName("m.g.team"),
        sources=(at,),
        operations=(operation,),
    )
    described = ApiOperation(
        name="get",
        label="Get",
        api_page="team-get.md",
        owner=QualifiedName("m.g.team"),
        is_listed=True,
        is_shared=False,
        agreed_type=None,
        kind="read",
        requests=(request_line("GET", "/teams/{id}", at),),
        parameters=(),
        body=None,
        takes_reference=False,
        returns=None,
        statuses=(204,),
        permissions=Permissions(),
        examples=(
            DocumentedExample(
                name="get_team",
                request=ExampleRequest(method="GET", url="/teams/1"),
                response=ExampleResponse(status=204),
                source=at,
            ),
        ),
        source=at,
    )
    mood = EnumType(
        name=QualifiedName("m.g.mood"),
        sources=(at,),
        members=(Member(name="good", source=at),),
    )
    return Schema(types=(mood, team), pages=(), operations=(described,))


VIEWS: Mapping[str, type] = {
    f"{file.template}.jinja": type(file.view)
    for flavour in FLAVOURS
    for file in lower(
        complete_schema(), package="p", root_namespace="m.g", flavour=flavour
    ).value.files
}
"""The type of the view of each template."""

PRINTED = [path for path in PATHS if not path.name.startswith("_")]
"""The templates of files; others have a leading underscore and are included."""


@pytest.mark.parametrize("path", PRINTED, ids=named)
def test_template_prints_only_names_and_code(path: Path) -> None:
    found = list(unsafe(parsed(path), {"view": VIEWS[path.name]}))
    assert found == []


def test_other_templates_are_included() -> None:
    included = {
        node.template.value
        for path in PATHS
        for node in parsed(path).find_all(nodes.Include)
        if isinstance(node.template, nodes.Const)
    }
    assert included == {named(path) for path in PATHS if path not in PRINTED}


Scope = Mapping[str, object]
"""The types of names in a part of a template."""


def unsafe(node: nodes.Node, scope: Scope) -> Iterator[str]:
    """Yield the expressions in a node that are neither `PythonCode` nor `PythonName`."""
    match node:
        case nodes.Output():
            for item in node.nodes:
                if not isinstance(item, nodes.TemplateData):
                    yield from printed(item, scope)
        case nodes.For():
            assert isinstance(node.target, nodes.Name)
            item_type, *rest = get_args(type_of(node.iter, scope))
            assert rest == [...], f"{node.lineno}: not a tuple of one type"
            inner = {**scope, node.target.name: item_type, "loop": None}
            for child in [*node.body, *node.else_]:
                yield from unsafe(child, inner)
        case nodes.If():
            condition(node.test, scope)
            for child in [*node.body, *node.elif_, *node.else_]:
                yield from unsafe(child, scope)
        case nodes.Include():
            assert isinstance(node.template, nodes.Const)
            yield from unsafe(parsed(TEMPLATES / node.template.value), scope)
        case nodes.Template():
            for child in node.body:
                yield from unsafe(child, scope)
        case _:
            raise AssertionError(type(node).__name__)


def printed(item: nodes.Expr, scope: Scope) -> Iterator[str]:
    found = type_of(item, scope)
    if found not in SAFE_TYPES:
        yield f"line {item.lineno} prints {found}"


def condition(test: nodes.Node, scope: Scope) -> None:
    """Fail if a condition uses an unknown attribute."""
    match test:
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute):
            assert attribute in LOOP
        case _:
            type_of(test, scope)


def type_of(item: nodes.Node, scope: Scope) -> object:
    """Return the type of a name or an attribute, as its view declares it."""
    if isinstance(item, nodes.Name):
        assert item.name in scope, f"line {item.lineno}: {item.name} is not in a view"
        return scope[item.name]
    assert isinstance(item, nodes.Getattr)
    owner = type_of(item.node, scope)
    assert isinstance(owner, type), f"line {item.lineno}: {owner} has no attributes"
    return get_type_hints(owner)[item.attr]


class Sample:
    """A view with unsafe attributes."""

    safe: PythonCode
    raw: str
    several: tuple[PythonCode, ...]
    rows: tuple["Sample", ...]


UNSAFE = {
    "a string": "{{ view.raw }}",
    "a string in a loop": "{% for row in view.rows %}{{ row.raw }}{% endfor %}",
    "a string in a condition": "{% if view.several %}{{ view.raw }}{% endif %}",
    "a string in an else branch": (
        "{% if view.several %}{% elif view.safe %}{% else %}{{ view.raw }}{% endif %}"
    ),
    "a tuple": "{{ view.several }}",
    "a view": "{{ view }}",
}


@pytest.mark.parametrize("source", UNSAFE.values(), ids=UNSAFE.keys())
def test_unsafe_expression_is_found(source: str) -> None:
    tree = Environment(autoescape=False).parse(source)  # noqa: S701
    assert len(list(unsafe(tree, {"view": Sample}))) == 1


def test_safe_expressions_are_allowed() -> None:
    source = "{{ view.safe }}{% for one in view.several %}{{ one }}{% endfor %}"
    tree = Environment(autoescape=False).parse(source)  # noqa: S701
    assert list(unsafe(tree, {"view": Sample})) == []


def test_safe_types_are_distinct_types() -> None:
    assert all(isinstance(type_, NewType) for type_ in SAFE_TYPES)
    assert get_origin(get_type_hints(Sample)["several"]) is tuple


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_lines_fit_as_black_formats_them(path: Path) -> None:
    """A line that is too long makes every run of `generate` import black."""
    if path.name.removesuffix(SUFFIX) in UNSPLIT:
        return
    lines = path.read_text(encoding="utf-8").replace("{{ view.package }}", "graph")
    plain = (
        line for line in lines.split("\n") if "{{" not in line and "{%" not in line
    )
    assert [line for line in plain if not fits(line)] == []
