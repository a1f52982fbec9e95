"""The stage `render`: templates, and what they may print."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, nodes

from docgen.flavours import FLAVOURS
from docgen.python.literals import PythonCode
from docgen.python.lower import lower
from docgen.python.names import PythonName
from docgen.python.views import FileView, PackageView, View
from docgen.render.files import own_templates
from docgen.render.templates import BadTemplateError, render
from docgen.schema.model import (
    EnumType,
    Member,
    Operation,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
)

AT = Source(path="resources/team.md", line=1)
SCHEMA = Schema(
    types=(
        EnumType(
            name=QualifiedName("m.g.kind"),
            sources=(AT,),
            members=(Member(name="a", source=AT),),
        ),
        StructuredType(
            kind="complex",
            name=QualifiedName("m.g.n.team"),
            sources=(AT,),
            operations=(
                Operation(
                    name="get_team",
                    label="Get",
                    returns=None,
                    returns_text="None",
                    description=None,
                    api_page=None,
                    source=AT,
                ),
            ),
        ),
    ),
    pages=(),
)

OWN = Path(own_templates())


def lowered(flavour: str) -> PackageView:
    return lower(SCHEMA, package="graph", root_namespace="m.g", flavour=flavour).value


def template(flavour: str, name: str) -> Path:
    """Find a template in the folder of a flavour, else among those that all share."""
    own = OWN / flavour / f"{name}.jinja"
    return own if own.exists() else OWN / "shared" / own.name


VIEW = lowered("dataclass")
VIEWS = {
    f"{flavour}/{file.template}": (template(flavour, file.template), file.view)
    for flavour in FLAVOURS
    for file in lowered(flavour).files
}


def texts(
    view: PackageView = VIEW, folders: tuple[Path, ...] = (), flavour: str = "dataclass"
) -> dict[str, str]:
    files = render(view, template_folders=folders, flavour=flavour)
    return {file.path: file.content for file in files}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_view_becomes_a_file(flavour: str) -> None:
    view = lowered(flavour)
    assert list(texts(view, flavour=flavour)) == [file.path for file in view.files]


def test_every_template_is_used() -> None:
    there = {path for path in OWN.rglob("*") if path.is_file()}
    assert {path for path, _ in VIEWS.values()} == there


def test_rendering_twice_gives_the_same_text() -> None:
    assert texts() == texts()


@pytest.mark.parametrize("name", ["dataclass", "shared"])
def test_a_template_of_the_user_comes_first(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "enum.py.jinja").write_text("NAME = '{{ view.name }}'\n")
    made = texts(folders=(tmp_path,))
    assert made["graph/models/kind.py"] == 'NAME = "Kind"\n'
    assert made["graph/models/n/team.py"] == texts()["graph/models/n/team.py"]


BROKEN = {
    "is not a template": "{% if %}",
    "asks for what is not there": "{{ view.nothing }}",
    "makes no Python": "class class:",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("name", ["dataclass", "shared"])
def test_a_template_that_is_broken_is_named(
    name: str, text: str, tmp_path: Path
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "enum.py.jinja").write_text(text)
    with pytest.raises(BadTemplateError, match=rf"{name}/enum\.py\.jinja"):
        texts(folders=(tmp_path,))


def test_a_missing_template_is_named() -> None:
    view = FileView(path="x.py", template="x.py", view=VIEW.files[0].view, pages=())
    with pytest.raises(BadTemplateError, match=r"dataclass/x\.py\.jinja"):
        texts(PackageView(files=(view,)))


@pytest.mark.parametrize(("path", "view"), VIEWS.values(), ids=VIEWS.keys())
def test_a_template_prints_names_and_code_alone(path: Path, view: View) -> None:
    """Only `names`, `literals` and `docstrings` make these two types from a page's text."""
    text = path.read_text(encoding="utf-8")
    tree = Environment(autoescape=False).parse(text)  # noqa: S701
    printed = list(printed_types(tree.body, {"view": type(view)}))
    assert [found for found in printed if found not in (PythonCode, PythonName)] == []


def printed_types(
    body: list[nodes.Node], scope: Mapping[str, object]
) -> Iterator[object]:
    """Return the type of every expression that a piece of a template prints."""
    for node in body:
        match node:
            case nodes.Output():
                for item in node.nodes:
                    if not isinstance(item, nodes.TemplateData):
                        yield type_of(item, scope)
            case nodes.If():
                yield from printed_types([*node.body, *node.else_], scope)
            case nodes.For():
                assert isinstance(node.target, nodes.Name)
                item_type, dots = get_args(type_of(node.iter, scope))
                assert dots is ...
                inner = {**scope, node.target.name: item_type}
                yield from printed_types([*node.body, *node.else_], inner)
            case _:
                raise AssertionError(node)


def type_of(node: nodes.Node, scope: Mapping[str, object]) -> object:
    """Return the type of a name or an attribute; a loop goes over tuples alone."""
    if isinstance(node, nodes.Name):
        return scope[node.name]
    assert isinstance(node, nodes.Getattr)
    owner = type_of(node.node, scope)
    found = get_type_hints(owner)[node.attr]
    assert get_origin(found) in (None, tuple)
    return found
