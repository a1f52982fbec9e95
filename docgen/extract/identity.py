"""Find the namespace and the name of the type that a chapter declares.

The name is that of the annotation, or else that of the sample, the heading or the file. The
namespace is the one in that name, or else that of the line `Namespace: …`, that of the page
annotation, or `microsoft.graph`. Contradictions are reported.
"""

from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.annotation import ResourceAnnotation, annotated_namespace
from docgen.extract.chapters import Chapter, named_type, type_title
from docgen.extract.prose import prose_namespace, prose_namespace_span
from docgen.extract.tables import table_kind
from docgen.markdown.page import Page
from docgen.schema.links import stem
from docgen.schema.model import QualifiedName
from docgen.schema.names import (
    DEFAULT_NAMESPACE,
    is_identifier,
    namespace,
    qualified_name,
    short_name,
)
from docgen.source import Span


class Identity(Struct, frozen=True, kw_only=True):
    """The namespace and name of a type, the span of its heading, and what names it."""

    namespace: str
    name: str
    span: Span
    named_by: str = "heading"


def page_namespace(page: Page) -> str:
    """Return the default namespace of the types on a page."""
    found = (prose_namespace(page.sections), annotated_namespace(page.text))
    names = (qualified_name(text) for text in found if text)
    return next((name for name in names if name), DEFAULT_NAMESPACE)


def chapter_namespace(chapter: Chapter, default: str) -> str:
    """Return the namespace in the prose of a chapter, or else `default`."""
    return qualified_name(prose_namespace(chapter.sections) or "") or default


def type_identity(
    path: str,
    chapter: Chapter,
    default_namespace: str,
    annotation: ResourceAnnotation | None,
    sample_name: QualifiedName | None,
) -> Identity | None:
    """Return the identity of the type that a chapter declares; `None` if nothing names it."""
    names = {
        "annotation": annotation.name if annotation else None,
        "sample": sample_name,
        "heading": _heading_name(chapter),
        "file name": _file_name(path) if annotation else None,
    }
    for named_by, name in names.items():
        if name:
            return Identity(
                namespace=namespace(name) or default_namespace,
                name=short_name(name),
                span=chapter.span,
                named_by=named_by,
            )
    return None


def _heading_name(chapter: Chapter) -> QualifiedName | None:
    if chapter.row_type:
        return qualified_name(chapter.row_type)
    title = named_type(chapter.title)
    name = title.name if title else chapter.title.strip()
    is_name = is_identifier(name) and table_kind(name) is None
    return qualified_name(name) if title or is_name else None


def _file_name(path: str) -> QualifiedName | None:
    name = stem(path).rpartition("-")[2]
    return qualified_name(name) if is_identifier(name) else None


def other_name_in_heading(chapter: Chapter, used: Identity) -> QualifiedName | None:
    """Return the name of the type in a heading, if it is another one than `used`."""
    title = named_type(chapter.title)
    name = qualified_name(title.name) if title else None
    if name is None or short_name(name).lower() == used.name.lower():
        return None
    if f"-{name}" in chapter.title:  # the last word of another name
        return None
    written = qualified_name(prose_namespace(chapter.sections) or "")
    prefix = namespace(name) or written or used.namespace
    return qualified_name(f"{prefix}.{short_name(name)}")


def identity_findings(
    path: str, chapter: Chapter, annotation: ResourceAnnotation | None, used: Identity
) -> Iterator[Diagnostic]:
    """Report a heading in another case than `used`, and annotations that name other types."""
    name = _titled_name(chapter, used)
    if name != used.name and name.lower() == used.name.lower():
        message = f"`{name}` is spelled `{used.name}` where it is declared"
        advice = _heading_advice(chapter, used)
        new = Replacement(used.name, name)
        yield diagnostic(Code.NAME_CASE, message, path, used.span, advice, new)
    if annotation:
        yield from _annotation_findings(path, annotation, used)


def name_contradictions(
    path: str, chapter: Chapter, written_namespace: str, used: Identity
) -> Iterator[Diagnostic]:
    """Report a heading that names another type than `used`, and prose with another namespace."""
    name = _titled_name(chapter, used)
    if name.lower() != used.name.lower():
        message = (
            f"heading names {quote(name)}, but {used.named_by} names `{used.name}`; "
            f"using `{used.name}`"
        )
        advice = _heading_advice(chapter, used)
        new = Replacement(used.name, name)
        yield diagnostic(Code.CONTRADICTION, message, path, used.span, advice, new)
    if prose_namespace(chapter.sections) is None:
        return
    if written_namespace.lower() != used.namespace.lower():
        message = (
            f"prose names the namespace `{written_namespace}`, but {used.named_by} names "
            f"`{used.namespace}`; using `{used.namespace}`"
        )
        advice = f"write `Namespace: {used.namespace}`"
        span = prose_namespace_span(chapter.sections) or used.span
        yield diagnostic(Code.CONTRADICTION, message, path, span, advice)


def _titled_name(chapter: Chapter, used: Identity) -> str:
    title = type_title(chapter.title)
    return short_name(title.name) if title else used.name


def _heading_advice(chapter: Chapter, used: Identity) -> str:
    title = type_title(chapter.title)
    kind = "enum" if title and title.is_enum else "resource"
    return f"write `# {used.name} {kind} type`"


def _annotation_findings(
    path: str, annotation: ResourceAnnotation, used: Identity
) -> Iterator[Diagnostic]:
    """Report an invalid name, and annotations that name other types."""
    if annotation.written_name and not annotation.name:
        message = f"{quote(annotation.written_name)} is not a valid name for a type"
        advice = f"write `{used.namespace}.{used.name}`"
        yield diagnostic(Code.INVALID_NAME, message, path, annotation.name_span, advice)
    for other in annotation.others if annotation.name else ():
        message = f"another annotation names `{other.name}`; using `{annotation.name}`"
        advice = f"add a heading `# {short_name(other.name)} resource type` above its content"
        yield diagnostic(Code.CONTRADICTION, message, path, other.span, advice)
