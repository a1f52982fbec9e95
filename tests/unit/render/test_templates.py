"""Rendering: which templates are used, and errors in templates."""

from pathlib import Path

import pytest

from docgen.flavours import FLAVOURS
from docgen.python.lower import lower
from docgen.python.views import FileView, PackageView
from docgen.render.files import own_templates
from docgen.render.templates import BadTemplateError, render
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
                    api_page="team-get.md",
                    source=AT,
                ),
            ),
        ),
    ),
    pages=(),
    operations=(
        ApiOperation(
            name="get",
            label="Get",
            api_page="team-get.md",
            owner=QualifiedName("m.g.n.team"),
            is_listed=True,
            is_shared=False,
            agreed_type=None,
            kind="read",
            requests=(request_line("GET", "/teams/{id}", AT),),
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
                    source=AT,
                ),
            ),
            source=AT,
        ),
    ),
)

TEMPLATES = Path(own_templates())


def lowered(flavour: str) -> PackageView:
    return lower(SCHEMA, package="graph", root_namespace="m.g", flavour=flavour).value


def template(flavour: str, name: str) -> Path:
    """Return the template of a flavour, or else the shared one."""
    path = TEMPLATES / flavour / f"{name}.jinja"
    return path if path.exists() else TEMPLATES / "shared" / path.name


VIEW = lowered("dataclass")


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
    used = {
        template(flavour, file.template)
        for flavour in FLAVOURS
        for file in lowered(flavour).files
    }
    included = {*TEMPLATES.rglob("_*")}
    assert used == {path for path in TEMPLATES.rglob("*") if path.is_file()} - included


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
