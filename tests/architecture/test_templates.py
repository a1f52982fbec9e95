"""The template rule: templates hold the shape, views hold the words.

What a template prints is an attribute of a view, of the type `Code` or `PythonName`: those are
made by the guards alone, so no text of a page can reach a file without having passed one.
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
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
)

TEMPLATES = Path(__file__).parents[2] / "templates"
PATHS = sorted(TEMPLATES.rglob("*.jinja"))

SHAPE = (
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
"""What may be asked of a loop, in a condition."""

GUARDED = {PythonCode, PythonName}
"""The types of what may be printed."""


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def parsed(path: Path) -> nodes.Template:
    return Environment(autoescape=False).parse(  # noqa: S701
        path.read_text(encoding="utf-8")
    )


def test_there_are_templates() -> None:
    assert PATHS


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_template_holds_text_attributes_loops_and_includes_alone(path: Path) -> None:
    logic = [
        (type(node).__name__, node.lineno)
        for node in parsed(path).find_all(nodes.Node)
        if not isinstance(node, SHAPE)
    ]
    assert logic == []


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_condition_is_a_plain_attribute(path: Path) -> None:
    tests = [node.test for node in parsed(path).find_all(nodes.If)]
    assert all(isinstance(test, nodes.Name | nodes.Getattr) for test in tests)


def whole() -> Schema:
    """A schema for which every template is needed."""
    at = Source(path="team.md", line=1)
    operation = Operation(
        name="get",
        label="Get",
        returns=None,
        returns_text="None",
        description=None,
        api_page=None,
        source=at,
    )
    team = StructuredType(
        kind="entity",
        name=QualifiedName("m.g.team"),
        sources=(at,),
        operations=(operation,),
    )
    mood = EnumType(
        name=QualifiedName("m.g.mood"),
        sources=(at,),
        members=(Member(name="good", source=at),),
    )
    return Schema(types=(mood, team), pages=())


VIEWS: Mapping[str, type] = {
    f"{file.template}.jinja": type(file.view)
    for flavour in FLAVOURS
    for file in lower(
        whole(), package="p", root_namespace="m.g", flavour=flavour
    ).value.files
}
"""Templates and the views that they are given."""

PRINTED = [path for path in PATHS if not path.name.startswith("_")]
"""Those that make a file; one with a leading underscore is included by others."""


@pytest.mark.parametrize("path", PRINTED, ids=named)
def test_a_template_prints_nothing_that_passed_no_guard(path: Path) -> None:
    found = list(complaints(parsed(path), {"view": VIEWS[path.name]}))
    assert found == []


def test_a_template_that_makes_no_file_is_included() -> None:
    included = {
        node.template.value
        for path in PATHS
        for node in parsed(path).find_all(nodes.Include)
        if isinstance(node.template, nodes.Const)
    }
    assert included == {named(path) for path in PATHS if path not in PRINTED}


Scope = Mapping[str, object]
"""The types of the names that a place in a template sees."""


def complaints(node: nodes.Node, scope: Scope) -> Iterator[str]:
    """Yield what is printed below a node and is neither `Code` nor `PythonName`."""
    match node:
        case nodes.Output():
            for item in node.nodes:
                if not isinstance(item, nodes.TemplateData):
                    yield from printed(item, scope)
        case nodes.For():
            assert isinstance(node.target, nodes.Name)
            item_type, *rest = get_args(type_of(node.iter, scope))
            assert rest == [...], f"{node.lineno}: no tuple of one type"
            inner = {**scope, node.target.name: item_type, "loop": None}
            for child in [*node.body, *node.else_]:
                yield from complaints(child, inner)
        case nodes.If():
            condition(node.test, scope)
            for child in [*node.body, *node.elif_, *node.else_]:
                yield from complaints(child, scope)
        case nodes.Include():
            assert isinstance(node.template, nodes.Const)
            yield from complaints(parsed(TEMPLATES / node.template.value), scope)
        case nodes.Template():
            for child in node.body:
                yield from complaints(child, scope)
        case _:
            raise AssertionError(type(node).__name__)


def printed(item: nodes.Expr, scope: Scope) -> Iterator[str]:
    found = type_of(item, scope)
    if found not in GUARDED:
        yield f"line {item.lineno} prints {found}"


def condition(test: nodes.Node, scope: Scope) -> None:
    """Refuse a condition on what no view has."""
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
    """A view as a template should not have it."""

    safe: PythonCode
    raw: str
    many: tuple[PythonCode, ...]
    rows: tuple["Sample", ...]


REFUSED = {
    "a plain text": "{{ view.raw }}",
    "a plain text in a loop": "{% for row in view.rows %}{{ row.raw }}{% endfor %}",
    "a plain text in a condition": "{% if view.many %}{{ view.raw }}{% endif %}",
    "a plain text in another case": (
        "{% if view.many %}{% elif view.safe %}{% else %}{{ view.raw }}{% endif %}"
    ),
    "several texts at once": "{{ view.many }}",
    "a view": "{{ view }}",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_the_test_sees(text: str) -> None:
    tree = Environment(autoescape=False).parse(text)  # noqa: S701
    assert len(list(complaints(tree, {"view": Sample}))) == 1


def test_the_test_lets_through_what_passed_a_guard() -> None:
    text = "{{ view.safe }}{% for one in view.many %}{{ one }}{% endfor %}"
    tree = Environment(autoescape=False).parse(text)  # noqa: S701
    assert list(complaints(tree, {"view": Sample})) == []


def test_what_is_guarded_is_a_type_of_its_own() -> None:
    assert all(isinstance(guarded, NewType) for guarded in GUARDED)
    assert get_origin(get_type_hints(Sample)["many"]) is tuple
