"""The stage `render`: views enter, the text of every file leaves.

This is the one importer of jinja2 and black. A template is chosen by name, never by a page, and
page text reaches it as the value of a view's field alone. Every Python file goes through black.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from black import format_str
from black.mode import Mode, TargetVersion
from black.parsing import InvalidInput
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
)

from docgen.files import GeneratedFile
from docgen.python.views import FileView, PackageView

MODE = Mode(line_length=88, target_versions={TargetVersion.PY311})
STUB_MODE = Mode(line_length=88, target_versions={TargetVersion.PY311}, is_pyi=True)


class BadTemplateError(Exception):
    """A template is missing, can't be read, or makes text that is no Python."""


def render(
    view: PackageView, *, template_folders: Sequence[Path], flavour: str
) -> tuple[GeneratedFile, ...]:
    """Write every file of a package.

    `template_folders` are looked in before docgen's own, for `<flavour>/<template>.jinja`. Raises
    `BadTemplateError` for what is wrong with one of theirs.
    """
    environment = _environment((*template_folders, own_templates()))
    return tuple(_rendered(file, environment, flavour) for file in view.files)


def own_templates() -> Path:
    """Find the folder of templates: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - what comes out is Python, no HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _rendered(file: FileView, environment: Environment, flavour: str) -> GeneratedFile:
    name = f"{flavour}/{file.template}.jinja"
    try:
        text = _template(environment, name).render(view=file.view)
        formatted = _formatted(file.path, text)
    except (TemplateError, InvalidInput) as error:
        raise BadTemplateError(f"{name}, for {file.path}: {error}") from error
    return GeneratedFile(path=file.path, text=formatted, pages=file.pages)


def _template(environment: Environment, name: str) -> Template:
    return environment.get_template(name)


def _formatted(path: str, text: str) -> str:
    if path.endswith(".pyi"):
        return format_str(text, mode=STUB_MODE)
    return format_str(text, mode=MODE) if path.endswith(".py") else text
