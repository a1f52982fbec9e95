"""The way through, every stage in order.

    read ─▶ parse ─▶ extract ─▶ resolve ─▶ lower ─▶ render ─▶ plan ─▶ apply
    bytes   Page     Declarations  Schema  views    files     Plan    generated/

Each stage takes the value of the one before it and gives a new frozen value with what it has to
tell. What pages ask not to be told goes along with that, and is heeded when all is known. `read`
and `apply` alone touch the disk (and `plan` looks at the output folder).
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from docgen.config import ConfigError, Target
from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.files import GeneratedFile
from docgen.markdown.decoding import decoded
from docgen.markdown.parse import parse
from docgen.markdown.text import page_text
from docgen.output import Applied, Plan, Scope, apply, held, plan_for
from docgen.pages import PageFile, PageSet, read
from docgen.python.lower import lower
from docgen.python.views import FileView, PackageView
from docgen.schema.declarations import Declarations
from docgen.schema.extract import extract
from docgen.schema.model import Schema
from docgen.schema.names import DEFAULT_NAMESPACE
from docgen.schema.reachable import reachable
from docgen.schema.resolve import resolve
from docgen.schema.text import schema_text
from docgen.source import START

__all__ = [
    "declarations_of",
    "decoded",
    "exported",
    "files_of",
    "page_text",
    "pages_of",
    "parse",
    "reachable",
    "schema_of",
    "schema_text",
    "views_of",
    "written",
]


def pages_of(target: Target) -> Checked[PageSet]:
    """Read the pages that a target is made from."""
    return read(target.source, target.exclude, target.folder)


def schema_of(
    pages: Iterable[PageFile], entity_base: str, *, is_whole: bool
) -> Checked[Schema]:
    """Parse and extract each page, and resolve what they declare.

    `is_whole` says that the pages are a page set, not some pages out of one.
    """
    declared = [declarations_of(page) for page in pages]
    resolved = resolve([one.value for one in declared], entity_base, is_whole)
    told = (*_told(declared), *resolved.diagnostics)
    suppressed = tuple(one for each in declared for one in each.suppressions)
    return Checked(resolved.value, told, suppressed)


def declarations_of(page: PageFile) -> Checked[Declarations]:
    """Parse a page and extract what it declares; a bug costs the page and not the run."""
    try:
        parsed = parse(page.path, page.content)
        extracted = extract(parsed.value)
    except Exception as error:
        if os.environ.get("DOCGEN_TRACEBACK"):
            raise
        return _given_up(page.path, error)
    told = (*parsed.diagnostics, *extracted.diagnostics)
    return Checked(extracted.value, told, parsed.suppressions)


def _given_up(path: str, error: Exception) -> Checked[Declarations]:
    bug = type(error).__name__
    message = f"the page could not be read, for a bug in docgen: `{bug}`"
    advice = "report it, with the page; DOCGEN_TRACEBACK=1 shows where it happened"
    told = diagnostic(Code.UNREADABLE_PAGE, message, path, START, advice)
    return Checked(Declarations(path=path, types=(), links=()), (told,))


def _told(declared: Iterable[Checked[Declarations]]) -> Iterable[Diagnostic]:
    return (told for one in declared for told in one.diagnostics)


def exported(schema: Schema, form: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Give a schema as text for other tools, in one of the forms of `docgen export`."""
    from docgen.schema.export import to_csdl, to_json, to_jsonschema

    match form:
        case "csdl":
            return to_csdl(schema)
        case "jsonschema":
            return to_jsonschema(schema)
        case _:
            return to_json(schema, diagnostics)


def views_of(schema: Schema, target: Target) -> Checked[PackageView]:
    """Lower a schema to the views of a package."""
    root = target.entity_base.rpartition(".")[0] or DEFAULT_NAMESPACE
    return lower(schema, package=target.package, root_namespace=root)


def files_of(views: Iterable[FileView], target: Target) -> tuple[GeneratedFile, ...]:
    """Render views; raises `ConfigError` for what is wrong with templates of the user."""
    from docgen.render import BadTemplateError, render

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


def written(
    files: Sequence[GeneratedFile], output: str, scope: Scope, *, checks: bool
) -> tuple[Plan, Applied]:
    """Plan what the files change in the output folder, and apply it unless it is only asked."""
    if checks:
        return plan_for(files, output, scope), Applied()
    with held(output):
        plan = plan_for(files, output, scope)
        return plan, apply(plan, output)
