"""The stage `render`: views enter, the text of every file leaves.

This is the one importer of jinja2 and black. A template is chosen by name, never by a page, and
page text reaches it as the value of a view's field alone. Every Python file is as black wants it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from docgen.files import GeneratedFile
from docgen.python.views import FileView, PackageView

LINE_LENGTH = 88

SHARED = "shared"
"""The folder of the templates that every flavour uses."""

ANY_WIDTH = frozenset({"catalogue.py", "folder.pyi"})
"""Templates whose lines black leaves as they are, however long they get."""


class BadTemplateError(Exception):
    """A template is missing, can't be read, or makes text that is no Python."""


class NotPythonError(Exception):
    """Black can't read a text."""


def render(
    view: PackageView, *, template_folders: Sequence[Path], flavour: str
) -> tuple[GeneratedFile, ...]:
    """Write every file of a package.

    `template_folders` are looked in before docgen's own, for `<flavour>/<template>.jinja`, and then
    for `shared/<template>.jinja`. Raises `BadTemplateError` for what is wrong with one of theirs.
    """
    environment = _environment((*template_folders, own_templates()))
    return tuple(_rendered(file, environment, flavour) for file in view.files)


@cache
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
    names = [f"{folder}/{file.template}.jinja" for folder in (flavour, SHARED)]
    name = names[0]
    try:
        template = environment.select_template(names)
        name = template.name or name
        text = template.render(view=file.view)
        is_own = Path(template.filename or "").is_relative_to(own_templates())
        is_done = is_own and (file.template in ANY_WIDTH or _is_in_form(text))
        formatted = text if is_done else _formatted(file.path, text)
    except TemplateSyntaxError as error:
        raise BadTemplateError(f"{error.name}, for {file.path}: {error}") from error
    except (TemplateError, NotPythonError) as error:
        raise BadTemplateError(f"{name}, for {file.path}: {error}") from error
    return GeneratedFile(path=file.path, text=formatted, pages=file.pages)


def _is_in_form(text: str) -> bool:
    """Tell whether black has nothing to do, as long as the template is one of docgen's own.

    They are written in black's form but for lines that it would break, and tests hold them to it.
    Beyond ASCII a character may be wider than one column.
    """
    return text.isascii() and max(map(len, text.split("\n"))) <= LINE_LENGTH


def _formatted(path: str, text: str) -> str:
    """Give what black makes of a text; black is slow to import, so that most runs do without."""
    if not path.endswith((".py", ".pyi")):
        return text
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    versions = {TargetVersion.PY311}
    is_stub = path.endswith(".pyi")
    mode = Mode(line_length=LINE_LENGTH, target_versions=versions, is_pyi=is_stub)
    try:
        return format_str(text, mode=mode)
    except InvalidInput as error:
        raise NotPythonError(str(error)) from error
