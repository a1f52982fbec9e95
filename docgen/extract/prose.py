"""Parse what the prose of a section says about a type.

    namespace  := "Namespace:" qualified name
    abstract   := article "abstract" word? ("type" | "class" …) | "is abstract"
                | "base type" | "base class" | "superclass"     -- but not "from base class x"
    kind       := subject? "is"? article? ("base" | "abstract" …)* ("entity" | "complex") "type"
    open       := "is an open" kind? "type", or "(Open Type)" in the heading
    deprecated := "(deprecated)" in the heading, or a sentence such as "This type is deprecated."

The description is the paragraphs without the namespace.
"""

import re
from collections.abc import Iterator

from docgen.extract.declarations import KindDescription
from docgen.extract.facts import is_deprecated
from docgen.extract.masked import masked, span_at
from docgen.extract.placeholders import description
from docgen.markdown.page import BlockQuote, Inline, ListBlock, Paragraph, Section
from docgen.regex import Regex
from docgen.source import Span

_NAMESPACE = Regex(
    r"(?:^|(?<=[.!?:\n] ))\**namespace\**[ \t]*+:\**[ \t]*+\**([\w.]{1,500})\**[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_ABSTRACT = Regex(
    r"(?:(?:^|[.;:]\s|\b(?:an?|is|the|this)\s)abstract (?:\w+ ){0,2}"
    r"(?:type|class|base|entity|resource)|\bis abstract\b|\bsuperclass\b"
    r"|(?<!from )(?<!from the )(?<!from a )\bbase (?:type|class)\b)",
    re.IGNORECASE,
)
_KIND = Regex(r"\b(?P<kind>complex|entity)\s+type\b(?!\s+of\b)", re.IGNORECASE)
_BEFORE_KIND = frozenset(
    (
        *("this", "the", "a", "an", "it", "is", "represents", "describes", "defines"),
        *("abstract", "base", "open", "derived", "type", "resource", "object"),
    )
)
"""Words that may be before the kind in its sentence, in addition to the name of the type."""
_OPEN = Regex(
    r"\b(?:is|are|an?) (?:also )?(?:an? )?open (?:complex |entity )?types?\b"
    r"(?! (?:that|which) (?:holds|contains))",
    re.IGNORECASE,
)
_SENTENCE_MARKS = (". ", ": ")
_OPEN_HEADING = Regex(r"\(open type\)", re.IGNORECASE)
NOTICE = Regex(r"^(?:\w+:|(?:caution|important|note|tip|warning)\b)", re.IGNORECASE)

_JSON_START = Regex(
    r"(?:\\?<(?:pre|code)\b[^<>\n]{0,200}>\s*){0,2}\{\s*(?:\}|\"[^\"\n]{0,200}\"\s*:)"
)


def prose_namespace(sections: tuple[Section, ...]) -> str | None:
    """Return the namespace in the line `Namespace: …` of the first two sections."""
    for section in sections[:2]:
        for paragraph in paragraphs(section):
            if match := _NAMESPACE.search(paragraph.plain):
                return match[1].strip(".")
    return None


def prose_namespace_span(sections: tuple[Section, ...]) -> Span | None:
    """Return the span of that namespace, if there is no markup within the name."""
    for section in sections[:2]:
        for paragraph in paragraphs(section):
            if match := _NAMESPACE.search(paragraph.source):
                return span_at(paragraph, *match.span(1))
    return None


def section_description(section: Section) -> str | None:
    """Return the paragraphs of a section, separated by blank lines; `None` if there are none."""
    found = (
        _without_metadata(description(paragraph) or "")
        for paragraph in paragraphs(section)
        if not is_json_text(paragraph)
    )
    return "\n\n".join(text for text in found if text) or None


def is_json_text(text: Inline) -> bool:
    """Return whether a paragraph is a JSON object that is not in a code block."""
    return _JSON_START.match(text.source) is not None


def describes_abstract_type(section: Section, type_name: str) -> bool:
    """Return whether a section says that its type is abstract, or the base of other types."""
    if any(_ABSTRACT.search(one_line(text)) for text in paragraphs(section)):
        return True
    phrase = f"{type_name.lower()} is an abstract "
    return any(phrase in one_line(text).lower() for text in prose_blocks(section))


def described_kind(section: Section, type_name: str) -> KindDescription | None:
    """Return the kind of its type that the heading or a sentence of a section names."""
    heading = section.heading.content if section.heading else None
    for text in (*((heading,) if heading else ()), *paragraphs(section)):
        if not _KIND.search(text.source):
            continue
        line = masked(text)
        for match in _KIND.finditer(line):
            start = max(line.rfind(mark, 0, match.start()) for mark in _SENTENCE_MARKS)
            before = line[start + 1 : match.start()].lower().split()
            names = {type_name.lower(), *(before[:1] if text is heading else ())}
            if _BEFORE_KIND.union(names).issuperset(before):
                is_complex = match["kind"].lower() == "complex"
                return KindDescription(
                    kind="complex" if is_complex else "entity",
                    span=span_at(text, *match.span()),
                )
    return None


def describes_open_type(section: Section) -> bool:
    """Return whether the heading or the paragraphs of a section say that its type is open."""
    return _OPEN_HEADING.search(section.title) is not None or any(
        _OPEN.search(one_line(text)) for text in paragraphs(section)
    )


def describes_deprecated_type(section: Section) -> bool | None:
    """Return `True` if the heading or the prose of a section says that its type is deprecated."""
    is_found = "(deprecated)" in section.title.lower() or any(
        is_deprecated(NOTICE.sub("", notice).strip())
        for text in prose_blocks(section)
        for notice in (text.plain, one_line(text))
    )
    return True if is_found else None


def one_line(text: Inline) -> str:
    """Return plain text on one line, without the namespace."""
    return _without_metadata(text.plain).replace("\n", " ")


def _without_metadata(text: str) -> str:
    return _NAMESPACE.sub("", text, count=1).strip()


def paragraphs(section: Section) -> Iterator[Inline]:
    """Return the paragraphs of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block.content


def prose_blocks(section: Section) -> Iterator[Inline]:
    """Return the paragraphs, block quotes and list items of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph | BlockQuote):
            yield block.content
        elif isinstance(block, ListBlock):
            yield from block.items
