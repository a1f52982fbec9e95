"""The name of a type: annotation, sample, heading and file name in, one name out.

The annotation beats the sample, the sample the heading, the heading the name of the file; the
namespace is the annotation's, else the line `Namespace: …`, else the page annotation's, else
`microsoft.graph`. What loses is reported.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.annotation import (
    ResourceAnnotation,
    name_span,
    page_namespace,
)
from docgen.extract.chapters import Chapter, type_title
from docgen.extract.prose import namespace_span, stated_namespace
from docgen.markdown.page import Page
from docgen.schema.model import QualifiedName
from docgen.schema.names import (
    DEFAULT_NAMESPACE,
    is_identifier,
    namespace,
    qualified_name,
    short_name,
)
from docgen.source import START, Span


class Identity(Struct, frozen=True, kw_only=True):
    """The namespace and name of a type, the place of its heading, and what names it."""

    namespace: str
    name: str
    span: Span
    named_by: str = "heading"


def chapter_namespace(chapter: Chapter, stated: str) -> str:
    """Return the namespace of a chapter, which is `stated` for its page if it has none itself."""
    return qualified_name(stated_namespace(chapter.sections) or "") or stated


def namespace_of(page: Page) -> str:
    """Return the namespace that is stated for the types of a page."""
    found = (stated_namespace(page.sections), page_namespace(page.text))
    checked = (qualified_name(text) for text in found if text)
    return next((name for name in checked if name), DEFAULT_NAMESPACE)


def identity(
    path: str,
    chapter: Chapter,
    stated: str,
    annotation: ResourceAnnotation | None,
    sample_name: QualifiedName | None,
) -> Identity | None:
    """Return which type a chapter declares; `None` where nothing names one."""
    span = heading_span(chapter)
    names = {
        "annotation": annotation.name if annotation else None,
        "sample": sample_name,
        "heading": _titled_name(chapter),
        "file name": _file_name(path) if annotation else None,
    }
    for witness, name in names.items():
        if name:
            return Identity(
                namespace=namespace(name) or stated,
                name=short_name(name),
                span=span,
                named_by=witness,
            )
    return None


def identity_findings(
    path: str,
    chapter: Chapter,
    stated: str,
    annotation: ResourceAnnotation | None,
    named: Identity,
) -> Iterator[Diagnostic]:
    """Report where the heading or the namespace line names another type than the one used."""
    yield from _heading_findings(path, chapter, named)
    if annotation:
        yield from _annotation_findings(path, annotation, named)
    says_other = stated_namespace(chapter.sections) is not None
    if says_other and stated.lower() != named.namespace.lower():
        message = (
            f"prose names the namespace `{stated}`, but {named.named_by} names "
            f"`{named.namespace}`; used `{named.namespace}`"
        )
        advice = f"write `Namespace: {named.namespace}`"
        span = namespace_span(chapter.sections) or named.span
        yield diagnostic(Code.CONTRADICTION, message, path, span, advice)


def _heading_findings(
    path: str, chapter: Chapter, named: Identity
) -> Iterator[Diagnostic]:
    title = type_title(chapter.title)
    name = short_name(title.name) if title else named.name
    kind = "enum" if title and title.is_enum else "resource"
    advice = f"write `# {named.name} {kind} type`"
    if name.lower() != named.name.lower():
        message = (
            f"heading names {quote(name)}, but {named.named_by} names `{named.name}`; "
            f"used `{named.name}`"
        )
        yield diagnostic(Code.CONTRADICTION, message, path, named.span, advice)
    elif name != named.name:
        message = f"`{name}` is spelled `{named.name}` where it is declared"
        yield diagnostic(Code.NAME_CASE, message, path, named.span, advice)


def _annotation_findings(
    path: str, annotation: ResourceAnnotation, named: Identity
) -> Iterator[Diagnostic]:
    """Report an invalid name, and annotations that name other types."""
    if annotation.written_name and not annotation.name:
        message = f"{quote(annotation.written_name)} is not a valid name for a type"
        advice = f"write `{named.namespace}.{named.name}`"
        span = name_span(annotation)
        yield diagnostic(Code.INVALID_NAME, message, path, span, advice)
    for other in annotation.others if annotation.name else ():
        message = f"another annotation names `{other.name}`; used `{annotation.name}`"
        advice = f"add a heading `# {short_name(other.name)} resource type` above its content"
        yield diagnostic(Code.CONTRADICTION, message, path, other.span, advice)


def heading_span(chapter: Chapter) -> Span:
    """Return the span of a chapter's heading, its first block, or the start of the page."""
    heading = chapter.sections[0].heading
    return heading.content.span if heading else START


def _titled_name(chapter: Chapter) -> QualifiedName | None:
    title = type_title(chapter.title)
    name = title.name if title else chapter.title.strip()
    return qualified_name(name) if title or is_identifier(name) else None


def _file_name(path: str) -> QualifiedName | None:
    stem = PurePosixPath(path).stem.rpartition("-")[2]
    return qualified_name(stem) if is_identifier(stem) else None
