"""Rendering: which template is used, and what templates may print."""

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

TEMPLATES = Path(own_templates())


def lowered(flavour: str) -> PackageView:
    return lower(SCHEMA, package="graph", root_namespace="m.g", flavour=flavour).value


def template(flavour: str, name: str) -> Path:
    """Return the template of a flavour, or else the shared one."""
    path = TEMPLATES / flavour / f"{name}.jinja"
    return path if path.exists() else TEMPLATES / "shared" / path.name


VIEW = lowered("dataclass")
VIEWS = {
    f"{flavour}/{file.template}": (template(flavour, file.template), file.view)
    for flavour in FLAVOURS
    for file in lowered(flavour).files
}


def contents(
    view: PackageView = VIEW, folders: tuple[Path, ...] = (), flavour: str = "dataclass"
) -> dict[str, str]:
    files = render(view, template_folders=folders, flavour=flavour)
    return {file.path: file.content for file in files}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_each_view_is_a_file(flavour: str) -> None:
    view = lowered(flavour)
    assert list(contents(view, flavour=flavour)) == [file.path for file in view.files]


def test_all_templates_are_used() -> None:
    existing = {path for path in TEMPLATES.rglob("*") if path.is_file()}
    assert {path for path, _ in VIEWS.values()} == existing


def test_result_is_the_same_each_time() -> None:
    assert contents() == contents()


@pytest.mark.parametrize("name", ["dataclass", "shared"])
def test_template_of_the_user_replaces_that_of_docgen(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "enum.py.jinja").write_text("NAME = '{{ view.name }}'\n")
    result = contents(folders=(tmp_path,))
    assert result["graph/models/kind.py"] == 'NAME = "Kind"\n'
    assert result["graph/models/n/team.py"] == contents()["graph/models/n/team.py"]


INVALID = {
    "a syntax error": "{% if %}",
    "an unknown attribute": "{{ view.nothing }}",
    "invalid Python": "class class:",
}


@pytest.mark.parametrize("source", INVALID.values(), ids=INVALID.keys())
@pytest.mark.parametrize("name", ["dataclass", "shared"])
def test_invalid_template_is_an_error(name: str, source: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "enum.py.jinja").write_text(source)
    with pytest.raises(BadTemplateError, match=rf"{name}/enum\.py\.jinja"):
        contents(folders=(tmp_path,))


def test_missing_template_is_an_error() -> None:
    view = FileView(path="x.py", template="x.py", view=VIEW.files[0].view, pages=())
    with pytest.raises(BadTemplateError, match=r"dataclass/x\.py\.jinja"):
        contents(PackageView(files=(view,)))


@pytest.mark.parametrize(("path", "view"), VIEWS.values(), ids=VIEWS.keys())
def test_template_prints_only_names_and_code(path: Path, view: View) -> None:
    """Only `names` and `literals` make these two types from text of a page."""
    source = path.read_text(encoding="utf-8")
    tree = Environment(autoescape=False).parse(source)  # noqa: S701
    printed = list(printed_types(tree.body, {"view": type(view)}))
    assert [found for found in printed if found not in (PythonCode, PythonName)] == []


def printed_types(
    body: list[nodes.Node], scope: Mapping[str, object]
) -> Iterator[object]:
    """Yield the types of all expressions that nodes of a template print."""
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
    """Return the type of a name or an attribute; loops are over tuples only."""
    if isinstance(node, nodes.Name):
        return scope[node.name]
    assert isinstance(node, nodes.Getattr)
    owner = type_of(node.node, scope)
    found = get_type_hints(owner)[node.attr]
    assert get_origin(found) in (None, tuple)
    return found
