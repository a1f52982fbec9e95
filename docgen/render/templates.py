"""The stage `render`: views enter, the text of every file leaves.

This is the one importer of jinja2. A template is chosen by name, never by a page, and
page text reaches it as the value of a view's field alone. Every Python file is as black wants it.
"""

import os
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

from docgen.python.views import FileView, PackageView
from docgen.render.files import GeneratedFile, own_templates
from docgen.render.formatting import NotPythonError, formatted, in_form

SHARED = "shared"
"""The folder of the templates that every flavour uses."""

USUAL = ("model.py", "model.pyi", "test_model.py")
"""The templates of what becomes of nearly every page."""

ANY_WIDTH = frozenset({"bases.py", "catalogue.py", "folder.pyi"})
"""Templates whose lines black leaves as they are, however long they get."""


class BadTemplateError(Exception):
    """A template is missing, can't be read, or makes text that is no Python."""


def render(
    view: PackageView, *, template_folders: Sequence[Path], flavour: str
) -> tuple[GeneratedFile, ...]:
    """Write every file of a package.

    `template_folders` are looked in before docgen's own, for `<flavour>/<template>.jinja`, and then
    for `shared/<template>.jinja`. Raises `BadTemplateError` for what is wrong with one of theirs.
    """
    environment = _environment((*template_folders, Path(own_templates())))
    return tuple(_rendered(file, environment, flavour) for file in view.files)


def load(template_folders: Sequence[Path], flavour: str) -> None:
    """Compile the templates that nearly every change needs."""
    environment = _environment((*template_folders, Path(own_templates())))
    for template in USUAL:
        environment.select_template(_names(template, flavour))


def _names(template: str, flavour: str) -> list[str]:
    return [f"{folder}/{template}.jinja" for folder in (flavour, SHARED)]


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
    names = _names(file.template, flavour)
    name = names[0]
    try:
        template = environment.select_template(names)
        name = template.name or name
        text = template.render(view=file.view)
        is_own = (template.filename or "").startswith(own_templates() + os.sep)
        formed = _in_form(file.template, text) if is_own else None
        if formed is None:
            formed = formatted(file.path, text)
    except TemplateSyntaxError as error:
        raise BadTemplateError(f"{error.name}, for {file.path}: {error}") from error
    except (TemplateError, NotPythonError) as error:
        raise BadTemplateError(f"{name}, for {file.path}: {error}") from error
    return GeneratedFile(path=file.path, text=formed, pages=file.pages)


def _in_form(template: str, text: str) -> str | None:
    return text if template in ANY_WIDTH else in_form(text)
