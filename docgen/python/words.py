"""The sentences that generated docstrings begin with, and the notes on changed names."""

from docgen.diagnostics import Code as DiagnosticCode
from docgen.diagnostics import Diagnostic, diagnostic
from docgen.python.descriptions import prose
from docgen.python.docstrings import docstring
from docgen.python.literals import Code
from docgen.python.names import PythonName, looks_alike
from docgen.schema.model import EnumType, Source, StructuredType
from docgen.schema.names import short_name


def type_docstring(
    type_: StructuredType | EnumType, keys: tuple[str, ...] = ()
) -> Code:
    """Write what a page says of a type and where, for the body of its class.

    `keys` are paragraphs on what has no docstring of its own.
    """
    page = f"`{type_.sources[0].path}`" if type_.sources else ""
    paragraphs = (*prose(type_.description), *keys)
    if page:
        paragraphs = (*paragraphs, f"See {page}.")
    return docstring(paragraphs or (f"`{short_name(type_.name)}`.",), "    ")


def pages_of(type_: StructuredType | EnumType) -> tuple[str, ...]:
    """Give the pages that declare a type, sorted."""
    return tuple(sorted({source.path for source in type_.sources}))


def changed_name(
    made: PythonName, name: str, sources: tuple[Source, ...], what: str
) -> tuple[Diagnostic, ...]:
    """Tell of a name that a reader would look for in another form."""
    if made == name or looks_alike(made, name) or not sources:
        return ()
    return (
        diagnostic(
            DiagnosticCode.PYTHON_NAME,
            f"{what} `{name}` is named `{made}` in Python",
            sources[0].path,
            sources[0].span,
            f"use `{made}` in Python code; the name in JSON is unchanged",
        ),
    )
