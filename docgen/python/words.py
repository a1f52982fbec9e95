"""The sentences that generated docstrings begin with, and the notes on changed names."""

from docgen.diagnostics import Code as DiagnosticCode
from docgen.diagnostics import Diagnostic, diagnostic
from docgen.python.docstrings import docstring, sentence
from docgen.python.literals import Code
from docgen.python.names import PythonName, looks_alike
from docgen.schema.model import EnumType, Source, StructuredType
from docgen.schema.names import short_name


def type_docstring(type_: StructuredType | EnumType) -> Code:
    """Write what a page says of a type and where, for the body of its class."""
    page = f"`{type_.sources[0].path}`" if type_.sources else ""
    if not type_.description:
        short = short_name(type_.name)
        return docstring(
            (f"`{short}`, see {page}." if page else f"`{short}`.",), "    "
        )
    paragraphs = described(type_.description)
    return docstring((*paragraphs, f"See {page}.") if page else paragraphs, "    ")


def described(description: str | None) -> tuple[str, ...]:
    """Give the paragraphs of a description, the last ended on a full stop."""
    paragraphs = [text for text in (description or "").split("\n\n") if text.strip()]
    return tuple(map(sentence, paragraphs))


def pages_of(type_: StructuredType | EnumType) -> tuple[str, ...]:
    """Give the pages that declare a type, sorted."""
    return tuple(sorted({source.path for source in type_.sources}))


def changed_name(
    made: PythonName, name: str, sources: tuple[Source, ...], what: str
) -> tuple[Diagnostic, ...]:
    """Tell of a name that a reader would look for in another form."""
    if looks_alike(made, name) or not sources:
        return ()
    return (
        diagnostic(
            DiagnosticCode.CHANGED_NAME,
            f"the {what} `{name}` is `{made}` in Python",
            sources[0].path,
            sources[0].span,
            f"use `{made}` in Python, and `{name}` elsewhere",
        ),
    )
