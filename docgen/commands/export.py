"""`docgen export`: the schema, for other tools."""

from collections.abc import Sequence

from docgen.atomic import system_message, write_named
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.output_file import require_replaceable
from docgen.commands.report import Report, source_lines
from docgen.commands.selected_build import build_selection
from docgen.commands.selection import separate_selection
from docgen.config import Config
from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.pages.tree import DISK
from docgen.pipeline import Stage, is_unreadable
from docgen.reporters import summary
from docgen.schema.model import Schema
from docgen.source import START


def export(
    config: Config,
    paths: Sequence[str],
    format: str,
    file: str | None,
    options: Options = DEFAULTS,
) -> Report:
    """Return the schema of the pages at `paths` in a format, or write it to a file.

    If a page can't be read, the file is left unchanged. Raises `UsageError` for a file that docgen
    did not write.
    """
    if file is not None:
        from docgen.export import is_exported

        require_replaceable(file, "-o", is_exported)
    selection = separate_selection(config, paths)
    built = build_selection(selection, options, through=Stage.SCHEMA)
    content = _exported(built.build.schema, format, built.build.diagnostics)
    diagnostics, pages = built.diagnostics, built.pages
    is_written = file is not None and not any(map(is_unreadable, diagnostics))
    left = "" if file is None or is_written else f"`{file}` was not written; "
    return Report(
        result=content if file is None else "",
        diagnostics=(
            *diagnostics,
            *(_write(file, content) if file and is_written else ()),
        ),
        pages=len(pages),
        lines=source_lines(DISK, pages),
        summary=left + summary(len(pages), diagnostics),
    )


def _exported(schema: Schema, format: str, diagnostics: Sequence[Diagnostic]) -> str:
    from docgen.export import to_csdl, to_json, to_jsonschema, to_openapi

    match format:
        case "csdl":
            return to_csdl(schema)
        case "jsonschema":
            return to_jsonschema(schema)
        case "openapi":
            return to_openapi(schema)
        case _:
            return to_json(schema, diagnostics)


def _write(file: str, content: str) -> tuple[Diagnostic, ...]:
    try:
        write_named(file, content)
    except OSError as error:
        message = f"`{file}` could not be written: {system_message(error)}"
        return (diagnostic(Code.UNWRITABLE_OUTPUT, message, file, START),)
    return ()
