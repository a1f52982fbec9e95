"""Split a page into chapters, one for each heading that names a type.

Most pages are one chapter. A further chapter begins at

    # x resource type       after another heading of level 1
    ## x resource type      with a table of properties or an annotation
    ## x                    with a table of properties, if the first heading names no type
    ### x properties        with a table of properties, if a row or an annotation has the type x
    any heading             between two annotations of resources that name different types
    any block               between two such annotations, where tables of properties show it
    (none)                  at another type in one section, as `docgen.extract.section_parts` says

and all other sections belong to the chapter before them. After a chapter below a heading of level 2
or more, sections that are not below that heading belong to the outer chapter again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.extract.annotation import HTTP_BLOCKS, parsed_annotations
from docgen.extract.section_parts import cuts_between_sections, section_parts
from docgen.extract.titles import normalized_title
from docgen.extract.type_expression import type_expression
from docgen.markdown.page import Annotation, Page, Section, Table
from docgen.regex import Regex
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.names import is_identifier, short_name
from docgen.source import START, Span
from docgen.vocabulary import (
    COLUMNS,
    OTHER_SECTIONS,
    PROPERTY_HEADERS,
    SECTIONS,
    UNTYPED_SECTIONS,
)

_TYPE_TITLE = Regex(
    r"(?P<name>[^\W\d][\w.]*+)\s+(?:(?P<kind>resource|complex|entity|enum|enumeration|media)\s+)?"
    r"(?:types?|facet|entity|resource|resouce|object|enum|enumeration)\b(?:\s+type)?\s*(?:\(.*\))?",
    re.IGNORECASE,
)


_EXPLICIT_TITLE = Regex(
    r"[^\W\d][\w.]*+\s+(?:resource|complex|entity)\s+type\s*(?:\(.*\))?", re.IGNORECASE
)
_ROW_TYPE_TITLE = Regex(
    r"[`*]{0,2}(?P<before>[^\W\d]\w*)[`*]{0,2} (?i:properties|attributes|fields|object|type)"
    r"|(?i:properties|attributes|fields) of (?:an? |the )?"
    r"[`*]{0,2}(?P<after>[^\W\d]\w*)[`*]{0,2}(?: (?i:object|type))?"
)
"""A title that may name the type of a row."""
_TITLE_AMONG_WORDS = Regex(
    r"(?<![\w.])(?P<name>[^\W\d][\w.]*+)[\"'\u2019\u201d]?\s+\(?"
    r"(?P<kind>resource|complex|entity|enum|enumeration)\s+type\b",
    re.IGNORECASE,
)
_TITLE_AFTER_KIND = Regex(
    r"(?P<kind>resource|complex|entity|enum|enumeration)\s+type"
    r"\s*(?::|\s[-\u2013\u2014]\s)\s*[\"'\u2018\u201c]?(?P<name>[^\W\d][\w.]*+)"
    r"[\"'\u2019\u201d]?\s*(?:\(.*\))?",
    re.IGNORECASE,
)
"""A title such as `Resource type: ship`."""
_NOT_NAMES = frozenset(
    (
        *("the", "a", "an", "this", "that", "these", "each", "any", "every", "all"),
        *("of", "for", "and", "or", "with", "in", "to", "new", "other", "using"),
    )
)
"""Words before "resource type" that are not the name of a type."""
_TITLES = frozenset(
    (
        *(title for titles in SECTIONS.values() for title in titles),
        *OTHER_SECTIONS,
        *UNTYPED_SECTIONS,
    )
)
_TYPE_HEADERS = frozenset(COLUMNS["type"])


class Chapter(Struct, frozen=True, kw_only=True):
    """The sections about one type; the first one has its heading, if it has one.

    `row_type` is the type of a row of the page, if the heading names it: `item properties`.
    """

    sections: tuple[Section, ...]
    row_type: str = ""

    @property
    def title(self) -> str:
        """The plain text of the heading; empty without one."""
        return self.sections[0].title

    @property
    def span(self) -> Span:
        """The span of the heading; without one, that of the first annotation, or `START`."""
        first = self.sections[0]
        if first.heading:
            return first.heading.content.span
        blocks = (one for one in first.blocks if isinstance(one, Annotation))
        return next((block.span for block in blocks), START)


class TypeTitle(Struct, frozen=True, kw_only=True):
    """What a heading such as `team resource type` says about a type."""

    name: str
    is_enum: bool


def chapters(page: Page) -> tuple[Chapter, ...]:
    """Return the chapters of a page; content before the first heading is in the first one."""
    sections, further_parts = _split_sections(page.sections)
    row_types = _row_types(sections)
    begins = _beginnings(sections, further_parts) | further_parts | row_types.keys()
    groups: list[list[Section]] = [[]]
    names: list[str] = [""]
    outer, level = groups[0], 0
    for index, section in enumerate(sections):
        heading_level = section.heading.level if section.heading else 0
        is_first = not groups[-1]
        if index in begins and not is_first:
            if heading_level <= 1 or level == 0:
                outer = groups[-1] if heading_level > 1 else []
            groups.append([section])
            names.append(row_types.get(index, ""))
            level = heading_level if heading_level > 1 else 0
            continue
        is_inner = level and heading_level <= level and not _is_flat(groups[-1], level)
        if is_inner and _belongs_to(section, outer, groups[-1]):
            outer.append(section)
        else:
            groups[-1].append(section)
    return tuple(
        Chapter(sections=_heading_first(group), row_type=name)
        for group, name in zip(groups, names, strict=True)
        if group
    )


def _row_types(sections: Sequence[Section]) -> Mapping[int, str]:
    """Return the headings that name the type of a row and have a table of its properties."""
    titles = [_row_type_title(one) for one in sections]
    if not any(titles):
        return {}
    first = next((type_title(one.title) for one in sections if one.heading), None)
    known = dict(_types_by_row(sections))
    known.update((name, name) for name in [*known.values(), *_annotated(sections)])
    known.pop(first.name if first else "", None)
    return {
        index: known[name]
        for index, name in enumerate(titles)
        if name and name in known and _has_typed_table(sections[index])
    }


def _annotated(sections: Sequence[Section]) -> Iterator[str]:
    for one in parsed_annotations(sections):
        if one.block_type == "resource" and one.type_name:
            yield short_name(one.type_name)


def _row_type_title(section: Section) -> str:
    is_below = section.heading is not None and section.heading.level > 1
    found = _ROW_TYPE_TITLE.fullmatch(section.title.strip()) if is_below else None
    return (found["before"] or found["after"]) if found else ""


def _types_by_row(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Return the name of each row whose type is not a primitive one, and the name of that type.

    The name of the type is empty if the cell names none.
    """
    for section in sections:
        for block in section.blocks:
            number = _types_column(block) if isinstance(block, Table) else 0
            for row in block.rows if isinstance(block, Table) and number else ():
                found = type_expression(row.cells[number])
                known = primitive(found.name.text) if found else UNTYPED
                if known in (None, UNTYPED):
                    name = found.name.text if found and not known else ""
                    yield row.cells[0].plain.strip("`* "), short_name(name)


def _types_column(table: Table) -> int:
    headers = [normalized_title(cell.plain) for cell in table.header]
    return next((n for n, one in enumerate(headers) if one in _TYPE_HEADERS), 0)


def _has_typed_table(section: Section) -> bool:
    """Return whether a section has a table with a column of types."""
    return any(
        isinstance(block, Table) and _types_column(block) > 0
        for block in section.blocks
    )


def _split_sections(
    sections: Sequence[Section],
) -> tuple[Sequence[Section], frozenset[int]]:
    """Split each section that is about several types; return the indexes of its further parts."""
    has_tables = any(isinstance(b, Table) for one in sections for b in one.blocks)
    found: list[Section] = []
    further: set[int] = set()
    for section in sections:
        parts = section_parts(section, has_tables=has_tables)
        further.update(range(len(found) + 1, len(found) + len(parts)))
        found += parts
    for index, block in reversed(() if further else _cuts_by_tables(found)):
        section = found[index]
        shift = int(block > 0)
        further = {one + shift for one in further} | {index + shift}
        if block:
            first = Section(heading=section.heading, blocks=section.blocks[:block])
            rest = Section(heading=None, blocks=section.blocks[block:])
            found[index : index + 1] = [first, rest]
    return found, frozenset(further)


def _cuts_by_tables(sections: Sequence[Section]) -> tuple[tuple[int, int], ...]:
    """Return where types begin that neither a heading nor a cut in their section separates."""
    if sum(map(_annotation_count, sections)) < 2:
        return ()
    headed = [one for one in sections if one.heading]
    if any(
        normalized_title(one.title) not in _TITLES and not _row_type_title(one)
        for one in headed[1:]
    ):
        return ()
    return cuts_between_sections(sections, _is_table_of_properties)


def _annotation_count(section: Section) -> int:
    return sum(isinstance(block, Annotation) for block in section.blocks)


def _is_table_of_properties(section: Section, table: Table) -> bool:
    title = normalized_title(section.title)
    is_titled = title in SECTIONS["properties"] or _row_type_title(section) != ""
    return is_titled or _has_properties(table)


def _is_flat(inner: Sequence[Section], level: int) -> bool:
    """Return whether sections of a nested chapter are not below its heading, but on its level."""
    return any(one.heading and one.heading.level <= level for one in inner[1:])


def _belongs_to(
    section: Section, outer: Sequence[Section], inner: Sequence[Section]
) -> bool:
    """Return whether a section after a nested chapter is one of the chapter around it.

    It is if the outer chapter is about a type, unless the inner one lacks such a section and the
    outer one has it.
    """
    if not outer or not _is_about_type(outer):
        return False
    title = normalized_title(section.title)
    has_outer = any(normalized_title(one.title) == title for one in outer)
    has_inner = any(normalized_title(one.title) == title for one in inner)
    return not (title in _TITLES and has_outer and not has_inner)


def _is_about_type(sections: Sequence[Section]) -> bool:
    if any(type_title(one.title) for one in sections if one.heading):
        return True
    return any(_resource_names(one) for one in sections)


def _beginnings(sections: Sequence[Section], further: frozenset[int]) -> frozenset[int]:
    """Return the indexes of the sections that begin a chapter, besides the `further` parts."""
    found: set[int] = set()
    for index, section in enumerate(sections):
        if _begins_chapter(section) and _has_page_title(list(sections[:index])):
            found.add(index)
    if any(one.heading and one.heading.level > 1 for one in sections):
        found |= _between_annotations(sections, found | further)
        found |= _with_own_tables(sections)
    return frozenset(found)


def _resource_names(section: Section) -> list[str]:
    """Return the names, in lower case, in the annotations of resources of a section."""
    return [
        one.type_name.lower()
        for one in parsed_annotations((section,))
        if one.block_type == "resource" and one.type_name
    ]


def _between_annotations(
    sections: Sequence[Section], found: frozenset[int] | set[int]
) -> set[int]:
    """Return the headings between two annotations of resources that name different types."""
    begins: set[int] = set()
    previous, last = "", 0
    for index, section in enumerate(sections):
        for name in _resource_names(section):
            if previous and name != previous and index > last:
                between = range(last + 1, index + 1)
                if found.isdisjoint(between):
                    begins |= {*_best_heading(sections, between, name)}
            previous, last = name, index
    return begins


def _best_heading(
    sections: Sequence[Section], between: Sequence[int], name: str
) -> Iterator[int]:
    """Return the heading that names the type, or else the highest one with an unknown title."""
    ranked: list[tuple[bool, int, int]] = []
    for index in between:
        section = sections[index]
        title = normalized_title(section.title)
        if section.heading and title not in _TITLES:
            found = type_title(section.title)
            named = short_name(found.name).lower() if found else title
            is_other = named != short_name(name)
            ranked.append((is_other, section.heading.level, index))
    if ranked:
        yield min(ranked)[2]


def _with_own_tables(sections: Sequence[Section]) -> set[int]:
    """Return the headings below the first that name a type and have a table of its properties."""
    first = next((n for n, one in enumerate(sections) if one.heading), len(sections))
    if any(not HTTP_BLOCKS.isdisjoint(_block_types(one)) for one in sections):
        return set()
    is_about_type = _is_about_type(sections[: first + 1])
    found: set[int] = set()
    for index in range(first + 1, len(sections)):
        title = sections[index].title
        is_explicit = _EXPLICIT_TITLE.fullmatch(title.strip()) is not None
        may_begin = is_explicit or (not is_about_type and _may_be_name(title))
        if sections[index].heading and may_begin and _has_own_table(sections, index):
            found.add(index)
    return found


def _may_be_name(title: str) -> bool:
    """Return whether a title may name a type, and is not that of a usual section."""
    is_name = type_title(title) is not None or is_identifier(title.strip())
    return is_name and normalized_title(title) not in _TITLES


def _block_types(section: Section) -> set[str]:
    return {one.block_type for one in parsed_annotations((section,))}


def _has_own_table(sections: Sequence[Section], index: int) -> bool:
    """Return whether a table of properties is below a heading, before the next of its kind."""
    heading = sections[index].heading
    level = heading.level if heading else 0
    for number in range(index, len(sections)):
        section = sections[number]
        title = section.title.strip()
        if number > index and section.heading:
            is_known = normalized_title(title) in _TITLES
            is_next = section.heading.level <= level and not is_known
            if is_next or type_title(title):
                return False
        if any(
            _has_properties(block)
            for block in section.blocks
            if isinstance(block, Table)
        ):
            return True
        is_other = normalized_title(title) in UNTYPED_SECTIONS
        if number > index and section.heading and is_other:
            return False
    return False


def _has_properties(table: Table) -> bool:
    headers = [" ".join(cell.plain.split()).lower() for cell in table.header]
    return bool(headers) and (
        headers[0] in PROPERTY_HEADERS and not _TYPE_HEADERS.isdisjoint(headers)
    )


def named_type(title: str) -> TypeTitle | None:
    """Return the type that a heading names, alone or among other words."""
    return type_title(title) or type_title_among_words(title)


def type_title_among_words(title: str) -> TypeTitle | None:
    """Return the name before "resource type" in a heading with other words, or after it."""
    after = _TITLE_AFTER_KIND.fullmatch(title.strip())
    for match in (after,) if after else _TITLE_AMONG_WORDS.finditer(title):
        if match["name"].lower() not in _NOT_NAMES:
            is_enum = match["kind"].lower().startswith("enum")
            return TypeTitle(name=match["name"], is_enum=is_enum)
    return None


def type_title(title: str) -> TypeTitle | None:
    """Parse a heading; return `None` if it does not name a type."""
    match = _TYPE_TITLE.fullmatch(title.strip())
    if not match:
        return None
    words = title.lower().split()
    if words[1] == "types":  # of several types: `Library types`
        return None
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
