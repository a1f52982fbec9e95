"""The way through, every stage in order.

    read ─▶ parse ─▶ extract ─▶ resolve ─▶ lower ─▶ render ─▶ plan ─▶ apply
    bytes   Page     Declarations  Schema  views    files     Plan    generated/

Each stage takes the value of the one before it and gives a new frozen value with what it has to
tell. What pages ask not to be told goes along with that, and is heeded when all is known. `read`
and `apply` alone touch the disk (and `plan` looks at the output folder). A stage is imported when
it is gone through: a run that needs only some of them pays for no other.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docgen.config import ConfigError, Target
from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.page_set import PageFile, PageSet
from docgen.pages.read import read
from docgen.source import START

if TYPE_CHECKING:
    from docgen.extract.declarations import Declarations
    from docgen.markdown.page import Page
    from docgen.output.plan import Applied, Plan, WriteScope
    from docgen.python.views import FileView, PackageView
    from docgen.render.files import GeneratedFile
    from docgen.resolve import Unite
    from docgen.schema.model import QualifiedName, Schema


def pages_of(target: Target, overlay: Overlay = NOTHING_ELSE) -> Result[PageSet]:
    """Read the pages that a target is made from."""
    return read(target.source, target.exclude, target.folder, overlay)


def page_of(file: PageFile) -> "Result[Page]":
    """Parse a page."""
    from docgen.markdown.parse import parse

    return parse(file.path, file.content)


def lines_of(file: PageFile) -> list[str]:
    """Give the lines of a page, decoded as the parser does."""
    from docgen.markdown.decoding import decode

    return decode(file.path, file.content).value.split("\n")


def page_text(page: "Page") -> str:
    """Give a page as text for people."""
    from docgen.markdown.outline import page_outline

    return page_outline(page)


def declarations_of(file: PageFile) -> "Result[Declarations]":
    """Parse a page and extract what it declares; a bug costs the page and not the run."""
    from docgen.extract import extract

    try:
        page = page_of(file)
        extracted = extract(page.value)
    except Exception as error:
        if os.environ.get("DOCGEN_TRACEBACK"):
            raise
        return _given_up(file.path, error)
    told = (*page.diagnostics, *extracted.diagnostics)
    return Result(extracted.value, told, page.suppressions)


def _given_up(path: str, error: Exception) -> "Result[Declarations]":
    from docgen.extract.declarations import Declarations

    bug = type(error).__name__
    message = f"the page could not be read, for a bug in docgen: `{bug}`"
    advice = "report it, with the page; DOCGEN_TRACEBACK=1 shows where it happened"
    told = diagnostic(Code.UNREADABLE_PAGE, message, path, START, advice)
    return Result(Declarations(path=path, types=(), links=()), (told,))


def schema_of(
    pages: Iterable[PageFile], entity_base: str, *, is_whole: bool
) -> "Result[Schema]":
    """Go from pages to their schema.

    `is_whole` says that the pages are a page set, not some pages out of one.
    """
    return schema_from(map(declarations_of, pages), entity_base, is_whole=is_whole)


def schema_from(
    declarations: "Iterable[Result[Declarations]]",
    entity_base: str,
    *,
    is_whole: bool,
    unite: "Unite | None" = None,
) -> "Result[Schema]":
    """Resolve what pages declare, with all that there is to tell of them so far."""
    from docgen.resolve import resolve, united_type

    declared = tuple(declarations)
    values = [one.value for one in declared]
    resolved = resolve(values, entity_base, is_whole, unite or united_type)
    told = (*_told(declared), *resolved.diagnostics)
    suppressed = tuple(one for each in declared for one in each.suppressions)
    return Result(resolved.value, told, suppressed)


def _told(declared: "Iterable[Result[Declarations]]") -> Iterable[Diagnostic]:
    return (told for one in declared for told in one.diagnostics)


def schema_text(schema: "Schema") -> str:
    """Give a schema as text for people."""
    from docgen.schema.text import schema_text

    return schema_text(schema)


def reachable(schema: "Schema", names: "Iterable[QualifiedName]") -> "Schema":
    """Give the part of a schema that some of its types need."""
    from docgen.schema.reachable import reachable

    return reachable(schema, names)


def exported(schema: "Schema", form: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Give a schema as text for other tools, in one of the forms of `docgen export`."""
    from docgen.export import to_csdl, to_json, to_jsonschema

    match form:
        case "csdl":
            return to_csdl(schema)
        case "jsonschema":
            return to_jsonschema(schema)
        case _:
            return to_json(schema, diagnostics)


def views_of(
    schema: "Schema", target: Target, only: frozenset[str] | None = None
) -> "Result[PackageView]":
    """Lower a schema to the views of a package; `only` are pages whose types are wanted alone."""
    from docgen.python.lower import lower
    from docgen.schema.names import root_namespace

    return lower(
        schema,
        package=target.package,
        root_namespace=root_namespace(target.entity_base),
        flavour=target.flavour,
        only=only,
    )


def files_of(
    views: "Iterable[FileView]", target: Target
) -> "tuple[GeneratedFile, ...]":
    """Render views; raises `ConfigError` for what is wrong with templates of the user."""
    from pathlib import Path

    from docgen.python.views import PackageView
    from docgen.render.render import BadTemplateError, render

    folders = [Path(folder).absolute() for folder in target.templates]
    try:
        return tuple(
            file
            for view in views
            for file in render(
                PackageView(files=(view,)),
                template_folders=folders,
                flavour=target.flavour,
            )
        )
    except BadTemplateError as error:
        if not folders:
            raise
        raise ConfigError(str(error)) from error


def ready_to_write(target: Target) -> None:
    """Load what nearly every change is written with."""
    from pathlib import Path

    from docgen.pycode import definitions
    from docgen.render.render import load

    load([Path(folder).absolute() for folder in target.templates], target.flavour)
    definitions("any.py", "any = 1")


def written(
    files: "Sequence[GeneratedFile]", output: str, scope: "WriteScope", *, checks: bool
) -> "tuple[Plan, Applied]":
    """Plan what the files change in the output folder, and apply it unless it is only asked."""
    from docgen.output.apply import apply
    from docgen.output.lock import locked
    from docgen.output.plan import Applied
    from docgen.output.planning import plan, record_of

    contents = {file.path: file.text for file in files}
    records = [record_of(file) for file in files]
    if checks:
        return plan(records, contents.__getitem__, output, scope), Applied()
    with locked(output):
        planned = plan(records, contents.__getitem__, output, scope)
        return planned, apply(planned, output)
