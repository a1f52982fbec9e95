"""Split a page into chapters, one for each heading that names a type.

Most pages are one chapter. A further heading `# x resource type` begins a chapter; all other
sections belong to the chapter before them.
"""

import re

from msgspec import Struct

from docgen.markdown.page import Page, Section
from docgen.source import START, Span

_TYPE_TITLE = re.compile(
    r"(?P<name>[^\W\d][\w.]*+)\s+(?:(?P<kind>resource|complex|entity|enum|enumeration|media)\s+)?"
    r"(?:types?|facet|entity|resource|resouce|object|enum|enumeration)\b(?:\s+type)?\s*(?:\(.*\))?",
    re.IGNORECASE,
)


class Chapter(Struct, frozen=True, kw_only=True):
    """The sections about one type; the first one has its heading."""

    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The plain text of the heading; empty without one."""
        return self.sections[0].title

    @property
    def span(self) -> Span:
        """The span of the heading, or the start of the page without one."""
        heading = self.sections[0].heading
        return heading.content.span if heading else START


class TypeTitle(Struct, frozen=True, kw_only=True):
    """What a heading such as `team resource type` says about a type."""

    name: str
    is_enum: bool


def chapters(page: Page) -> tuple[Chapter, ...]:
    """Return the chapters of a page; content before the first heading is in the first one."""
    groups: list[list[Section]] = [[]]
    for section in page.sections:
        if groups[-1] and _begins_chapter(section) and _has_page_title(groups[-1]):
            groups.append([])
        groups[-1].append(section)
    return tuple(Chapter(sections=_heading_first(group)) for group in groups if group)


def type_title(title: str) -> TypeTitle | None:
    """Parse a heading; return `None` if it does not name a type."""
    match = _TYPE_TITLE.fullmatch(title.strip())
    if not match:
        return None
    words = title.lower().split()
    return TypeTitle(
        name=match["name"], is_enum="enum" in words or "enumeration" in words
    )


def _begins_chapter(section: Section) -> bool:
    return _has_page_title([section]) and type_title(section.title) is not None


def _has_page_title(sections: list[Section]) -> bool:
    return any(one.heading and one.heading.level == 1 for one in sections)


def _heading_first(sections: list[Section]) -> tuple[Section, ...]:
    """Move the blocks before the first heading to the section of that heading."""
    if len(sections) < 2 or sections[0].heading or not sections[1].heading:
        return tuple(sections)
    first = Section(
        heading=sections[1].heading, blocks=sections[0].blocks + sections[1].blocks
    )
    return (first, *sections[2:])
