"""Render views as files.

Only this module imports jinja2. Names of templates never depend on a page, and text of a page
reaches a template only as the value of a field. Python files are formatted as black would.
"""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from docgen.python.views import FileView, PackageView
from docgen.render.files import GeneratedFile, own_templates
from docgen.render.formatting import NotPythonError, formatted, formatted_by_rule

SHARED = "shared"
"""The folder of the templates that several flavours use."""

MODEL_TEMPLATES = ("model.py", "model.pyi", "test_model.py")
"""The templates of a structured type, which nearly every changed page needs."""

UNSPLIT = frozenset({"bases.py", "catalogue.py", "examples.json", "folder.pyi"})
"""Templates with lines that are too long, but that black does not split."""

SUFFIX = ".jinja"


class CompiledTemplates(Protocol):
    """Keeps compiled templates of earlier runs; a key changes with the template's content."""

    def get(self, key: str) -> bytes | None:
        """Return a compiled template, if it is known and intact."""
        ...

    def add(self, key: str, compiled: bytes) -> None:
        """Keep a compiled template."""
        ...


class BadTemplateError(Exception):
    """A template is missing or can't be read, or its result is not valid Python."""


def render(
    view: PackageView,
    *,
    template_folders: Sequence[Path],
    flavour: str,
    version: bytes = b"",
    compiled: CompiledTemplates | None = None,
) -> tuple[GeneratedFile, ...]:
    """Render every file of a package.

    A template is `<flavour>/<template>.jinja`, or else `shared/<template>.jinja`, in the first of
    `template_folders` and docgen's own that has it. Loaded templates are reused until `version`
    changes, those in `compiled` also by other processes. Raises `BadTemplateError`.
    """
    environment = _environment((*template_folders, Path(own_templates())), version)
    environment.bytecode_cache = _BytecodeCache(compiled) if compiled else None
    return tuple(_rendered(file, environment, flavour) for file in view.files)


def load(
    template_folders: Sequence[Path],
    flavour: str,
    version: bytes = b"",
    compiled: CompiledTemplates | None = None,
) -> None:
    """Load the templates of structured types."""
    environment = _environment((*template_folders, Path(own_templates())), version)
    environment.bytecode_cache = _BytecodeCache(compiled) if compiled else None
    for template in MODEL_TEMPLATES:
        environment.select_template(_names(template, flavour))


def _names(template: str, flavour: str) -> list[str]:
    return [f"{folder}/{template}{SUFFIX}" for folder in (flavour, SHARED)]


class _Loader(FileSystemLoader):
    """Loads `*.jinja` files only: the cache depends on their content, and not on other files."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if not template.endswith(SUFFIX):
            message = f"template name `{template}` does not end in `{SUFFIX}`"
            raise TemplateNotFound(template, message)
        return super().get_source(environment, template)


class _BytecodeCache(BytecodeCache):
    """jinja2's interface to `CompiledTemplates`."""

    def __init__(self, compiled: CompiledTemplates) -> None:
        self._compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        if compiled := self._compiled.get(_bytecode_key(bucket)):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled.add(_bytecode_key(bucket), bucket.bytecode_to_string())


def _bytecode_key(bucket: Bucket) -> str:
    return f"{bucket.key} {bucket.checksum}"


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...], version: bytes) -> Environment:
    """Create the environment of one version of the templates; targets may have their own.

    jinja2 keeps templates by name, and compares their times only: it misses a template that is
    added before another of the same name, or changed within the resolution of the clock.
    """
    del version  # part of the key of the cache
    return Environment(
        loader=_Loader(folders),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the result is Python, not HTML
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
        source = template.render(view=file.view)
        is_own = (template.filename or "").startswith(own_templates() + os.sep)
        content = _formatted_by_rule(file.template, source) if is_own else None
        if content is None:
            content = formatted(file.path, source)
    except TemplateSyntaxError as error:
        raise BadTemplateError(f"{error.name}, for {file.path}: {error}") from error
    except (TemplateError, NotPythonError) as error:
        raise BadTemplateError(f"{name}, for {file.path}: {error}") from error
    return GeneratedFile(path=file.path, content=content, pages=file.pages)


def _formatted_by_rule(template: str, source: str) -> str | None:
    return source if template in UNSPLIT else formatted_by_rule(source)
