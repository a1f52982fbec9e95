"""Chapters: the sections of a page in, one group of sections for each type heading out.

Most pages have one chapter. A second `# x resource type` begins another; everything else under
it belongs to the chapter before.
"""

import re

from msgspec import Struct

from docgen.markdown.page import Page, Section

_TYPE_TITLE = re.compile(
    r"(?P<name>[^\W\d][\w.]*+)\s+(?:(?P<kind>resource|complex|entity|enum|enumeration|media)\s+)?"
    r"(?:types?|facet|entity|resource|resouce|object|enum|enumeration)\b(?:\s+type)?\s*(?:\(.*\))?",
    re.IGNORECASE,
)


class Chapter(Struct, frozen=True, kw_only=True):
    """The sections that speak of one type, first the one with its heading."""

    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The plain text of the heading; empty without one."""
        heading = self.sections[0].heading
        return heading.content.plain if heading else ""


class TypeTitle(Struct, frozen=True, kw_only=True):
    """What a heading such as `team resource type` says."""

    name: str
    is_enum: bool


def chapters(page: Page) -> tuple[Chapter, ...]:
    """Cut a page into its chapters. What precedes the first heading is in the first one."""
    groups: list[list[Section]] = [[]]
    for section in page.sections:
        if groups[-1] and _begins(section) and _has_title(groups[-1]):
            groups.append([])
        groups[-1].append(section)
    return tuple(Chapter(sections=_heading_first(group)) for group in groups if group)


def type_title(title: str) -> TypeTitle | None:
    """Read a heading that names a type (pages, 2); `None` where it is prose."""
    match = _TYPE_TITLE.fullmatch(title.strip())
    if not match:
        return None
    words = title.lower().split()
    return TypeTitle(
        name=match["name"], is_enum="enum" in words or "enumeration" in words
    )


def _begins(section: Section) -> bool:
    heading = section.heading
    return (
        heading is not None
        and heading.level == 1
        and type_title(heading.content.plain) is not None
    )


def _has_title(sections: list[Section]) -> bool:
    return any(s.heading and s.heading.level == 1 for s in sections)


def _heading_first(sections: list[Section]) -> tuple[Section, ...]:
    """Join what precedes the first heading to the section of that heading."""
    if len(sections) < 2 or sections[0].heading or not sections[1].heading:
        return tuple(sections)
    first = Section(
        heading=sections[1].heading, blocks=sections[0].blocks + sections[1].blocks
    )
    return (first, *sections[2:])
