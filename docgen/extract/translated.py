"""Translated pages: replace translated titles, headers and types by the English ones.

Published translations keep the English anchor of each heading, the order of columns, and the
targets of links:

    ## <a name="properties"></a>Eigenschaften      -- `Properties`, by the anchor
    |Eigenschaft|Typ|Beschreibung|                 -- `Property`, `Type`, `Description`, by position
    |name|Zeichenfolge|Der Name.|                  -- `String`, by the vocabulary
    |crew|[Matrose](sailor.md)-Sammlung|…|         -- `sailor collection`, by the target

    Espace de noms : microsoft.graph               -- `Namespace: …`, by the vocabulary

The other stages then read the page as if it were in English. Descriptions stay as they are. Words
are replaced at their offsets, so positions are those of the translated words.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.tables import (
    HEADERS,
    Column,
    TableKind,
    table_kind,
)
from docgen.extract.titles import normalized_title
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import (
    Block,
    Heading,
    Inline,
    Link,
    Page,
    Paragraph,
    Row,
    Section,
    Table,
)
from docgen.regex import Regex
from docgen.schema.edm import COLLECTION_AFTER, primitive, singular
from docgen.schema.links import page_path, stem
from docgen.schema.names import is_identifier
from docgen.source import START, Span
from docgen.vocabulary import (
    SECTIONS,
    TRANSLATED_COLLECTION_WORDS,
    TRANSLATED_MEMBER_HEADERS,
    TRANSLATED_NAMESPACE_WORDS,
    TRANSLATED_NOTHING_WORDS,
    TRANSLATED_PRIMITIVES,
    TRANSLATED_SECTIONS,
)

_HEADERS = {
    TableKind.PROPERTIES: ("Property", "Type", "Description"),
    TableKind.RELATIONSHIPS: ("Relationship", "Type", "Description"),
    TableKind.METHODS: ("Method", "Return type", "Description"),
    TableKind.MEMBERS: ("Member", "Value", "Description"),
    TableKind.ENUM_SECTION: ("Member", "Value", "Description"),
}
"""Kind of table → the headers of its first columns, by position."""
_PROPERTY_TABLES = (TableKind.PROPERTIES, TableKind.RELATIONSHIPS)
_WITHOUT_VALUES = ("Member", "Description")
_TITLES = {
    word: kind.capitalize()
    for kind, words in TRANSLATED_SECTIONS.items()
    for word in words
}
_PRIMITIVE_PHRASE = Regex(
    "|".join(
        re.escape(word)
        for words in TRANSLATED_PRIMITIVES.values()
        for word in words
        if " " in word
    ),
    re.IGNORECASE,
)
"""The name of a primitive type in several words."""
_ENGLISH_TITLES = frozenset(word for words in SECTIONS.values() for word in words)
_LOCALE_KEYS = frozenset({"ms.contentlocale", "ms.locale"})
_TRANSLATION_KEY = "ms.translationtype"
_ANCHOR = Regex(
    r"<(?:a|span)\s+(?:name|id)\s*=\s*[\"']?([\w.-]+)|\{:?\s*#([\w.-]+)[^{}]*\}\s*\Z",
    re.IGNORECASE,
)
_NAMESPACE_LINE = Regex(
    rf"\**(?:{'|'.join(TRANSLATED_NAMESPACE_WORDS)})\**\s*+[:\uff1a]\**\s*+([\w.]+)",
    re.IGNORECASE,
)
_REPEATED = Regex(r"-\d{1,2}$")
_WORD = Regex(r"\w[\w.]*")
_ASCII_NAME = Regex(r"[A-Za-z][A-Za-z0-9_.]*")
_CAMEL_CASE = Regex(r"\b[a-z][a-z0-9]*[A-Z]\w*")
_SHORT_WORD = 4


def translation_findings(page: Page) -> Iterator[Diagnostic]:
    """Report a page that `in_english` returned, and each of its names that is a translation."""
    headings = (one.heading.content.span for one in page.sections if one.heading)
    span: Span = next(headings, START)
    message = (
        "page is a translation; its sections, columns and types are found by anchors, positions "
        "and links"
    )
    advice = "use the English source page, whose names and types are not translated"
    yield diagnostic(Code.TRANSLATED_PAGE, message, page.path, span, advice)
    yield from _translated_names(page)


def _translated_names(page: Page) -> Iterator[Diagnostic]:
    """Report names of properties that are translated, as letters of other scripts show."""
    for section in page.sections:
        if table_kind(section.title) not in _PROPERTY_TABLES:
            continue
        for block in section.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                cell = row.cells[0]
                if not cell.plain.isascii():
                    message = f"name {quote(cell.plain)} is a translation"
                    advice = "write the name in JSON, as the English page does"
                    yield diagnostic(
                        Code.TRANSLATED_NAME, message, page.path, cell.span, advice
                    )


def is_translated(page: Page) -> bool:
    """Return whether the front matter, an anchor or a title shows that a page is a translation.

    A known translation of a title is not enough next to an English title. `Relations` is both.
    """
    for entry in page.front_matter:
        key, value = entry.key.casefold(), entry.value.strip().casefold()
        if key == _TRANSLATION_KEY and value:
            return True
        if key in _LOCALE_KEYS and value and not value.startswith("en"):
            return True
    titles = [normalized_title(section.title) for section in page.sections]
    is_known = [words in _TITLES for words in titles]
    is_english = [table_kind(words) is not None for words in titles]
    kinds = {*zip(is_known, is_english, strict=True)}
    if (True, False) in kinds and (False, True) not in kinds:
        return True
    return any(
        words
        and table_kind(words) is None
        and _anchor_words(section) in _ENGLISH_TITLES
        for words, section in zip(titles, page.sections, strict=True)
    )


def in_english(page: Page) -> Page:
    """Return a translated page with English titles, headers, labels, types and namespace."""
    sections = [_section(page, section) for section in page.sections]
    for index, section in enumerate(sections[:2]):
        blocks = tuple(map(_with_namespace, section.blocks))
        sections[index] = Section(heading=section.heading, blocks=blocks)
    return replace(page, sections=tuple(sections))


def _with_namespace(block: Block) -> Block:
    """Replace the words before a namespace by those that the other stages look for."""
    found = (
        _NAMESPACE_LINE.match(block.content.plain)
        if isinstance(block, Paragraph)
        else None
    )
    if found is None or not isinstance(block, Paragraph):
        return block
    words = f"Namespace:{' ' * (found.start(1) - len('Namespace:'))}"
    plain = f"{words} {block.content.plain[found.start(1) :]}"
    source = block.content.source
    is_plain = source.startswith(found[0])
    source = f"{words} {source[found.start(1) :]}" if is_plain else source
    return replace(block, content=replace(block.content, plain=plain, source=source))


def _section(page: Page, section: Section) -> Section:
    if section.heading is None:
        return section
    heading = _heading(page, section, section.heading)
    kind = table_kind(heading.content.plain)
    if kind is None:
        return replace(section, heading=heading)
    blocks = tuple(_block(page.path, kind, block) for block in section.blocks)
    return Section(heading=heading, blocks=blocks)


def _heading(page: Page, section: Section, heading: Heading) -> Heading:
    """Replace the words of a heading by those of its anchor, or of the vocabulary."""
    title = section.title
    words = _anchor_words(section)
    if words not in _ENGLISH_TITLES:
        words = _TITLES.get(normalized_title(title), words)
    if not words and heading.level > 1 and _has_members(section):
        names = [word[0] for word in _CAMEL_CASE.finditer(title)]
        words = f"{names[0]} values" if len(names) == 1 else ""
    if not words and heading.level == 1:
        name = _title_name(page, title)
        words = f"{name} resource type" if name else ""
    english = " ".join(_spelling(word, title) or word for word in words.split())
    content = replace(heading.content, plain=english or title)
    return replace(heading, content=content)


def _has_members(section: Section) -> bool:
    """Return whether the table of a section has the translated header of members."""
    tables = (block for block in section.blocks if isinstance(block, Table))
    header = next((one.header for one in tables), ())
    return bool(header) and normalized_title(header[0].plain) in (
        TRANSLATED_MEMBER_HEADERS
    )


def _title_name(page: Page, title: str) -> str | None:
    """Return the name in a title without an anchor: that of the file, the only one, or the last.

    If an annotation names the type, other words than the name of the file may be a translation.
    """
    name = _spelling(stem(page.path).rpartition("-")[2], title)
    if name or "@odata.type" in page.text:
        return name
    names = [word[0] for word in _WORD.finditer(title) if is_identifier(word[0])]
    ascii_names = [name for name in names if name.isascii()]
    if len(ascii_names) == 1:
        return ascii_names[0]
    last = title.split()[-1].partition("-")[0] if title.strip() else ""
    is_name = last != title.strip() and last in ascii_names and last[0].islower()
    return last if is_name else None


def _anchor_words(section: Section) -> str:
    """Return the words in the anchor of a heading; an empty string without an anchor."""
    source = section.heading.content.source if section.heading else ""
    match = _ANCHOR.search(source) if "<" in source or "{" in source else None
    words = match[1] or match[2] if match else ""
    return _REPEATED.sub("", words).replace("-", " ")


def _spelling(word: str, text: str) -> str | None:
    """Return `word` as `text` spells it; `None` if `text` does not contain it."""
    start = text.casefold().find(word.casefold()) if word else -1
    found = text[start : start + len(word)]
    return found if start >= 0 and found.casefold() == word.casefold() else None


def _block(path: str, kind: TableKind, block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    header = _header(kind, block)
    names = [cell.plain for cell in header] or _HEADERS[kind]
    columns = [HEADERS.get(normalized_title(name)) for name in names]
    rows = tuple(_row(path, kind, columns, row) for row in block.rows)
    return replace(block, header=header, rows=rows)


def _header(kind: TableKind, table: Table) -> tuple[Inline, ...]:
    """Replace unknown headers by the English ones of their positions."""
    names: tuple[str, ...] = _HEADERS[kind]
    if names[1] == "Value" and not _has_values(table):
        names = _WITHOUT_VALUES
    known = {HEADERS.get(normalized_title(cell.plain)) for cell in table.header}
    header = list(table.header)
    for index, name in enumerate(names[: len(header)]):
        is_known = normalized_title(header[index].plain) in HEADERS
        if not is_known and HEADERS[name.lower()] not in known:
            header[index] = replace(header[index], plain=name)
    return tuple(header)


def _has_values(table: Table) -> bool:
    """Return whether the second column of an enum table contains numbers or nothing."""
    cells = [row.cells[1].plain.strip() for row in table.rows if len(row.cells) > 1]
    return all(not cell or cell.lstrip("-").isdecimal() for cell in cells)


def _row(path: str, kind: TableKind, columns: Sequence[Column | None], row: Row) -> Row:
    cells = list(row.cells)
    for index, column in enumerate(columns[: len(cells)]):
        if column == Column.TYPE:
            cells[index] = _type_cell(path, cells[index])
        elif column == Column.NAME and kind == TableKind.METHODS:
            cells[index] = _label_cell(path, cells[index])
    return replace(row, cells=tuple(cells))


def _label_cell(path: str, cell: Inline) -> Inline:
    """Replace the label of an operation by the words in the name of its page."""
    if not cell.links:
        return cell
    first, *others = cell.links
    subject, _, words = stem(page_path(path, first.target) or "").partition("-")
    if not words:
        return cell
    label = words.replace("-", " ") if "-" in words else f"{words} {subject}"
    return replace(cell, plain=label, links=(replace(first, text=label), *others))


def _type_cell(path: str, cell: Inline) -> Inline:
    """Replace the words of a type cell by an English type expression."""
    if normalized_title(cell.plain).strip(". ") in TRANSLATED_NOTHING_WORDS:
        return replace(cell, source="None", plain="None", links=())
    linked = next((one for one in cell.links if page_path(path, one.target)), None)
    if linked:
        return _linked_type(cell, linked)
    return _plain_type(cell)


def linked_name(link: Link) -> TypeName:
    """Return the type that a link names: by its text, or else by the file that it refers to."""
    name = _file_name(link)
    spelling = _spelling(name, link.text)
    return TypeName(
        text=spelling or name,
        target=link.target,
        span=link.span,
        is_translated=spelling is None,
    )


def _file_name(link: Link) -> str:
    """Return the name of the type in the name of a file: `setting` of `intune-setting.md`."""
    return stem(link.target.partition("#")[0]).rpartition("-")[2]


def _linked_type(cell: Inline, link: Link) -> Inline:
    """Return the cell of a type that a link names: by its text, or else by its target."""
    label = cell.source[link.start : link.end]
    file_name = _file_name(link)
    spelling = _spelling(file_name, link.text)
    name = spelling or file_name
    if not is_identifier(name):
        return cell
    offset = max(0, label.find(name) - 1) if spelling else 0
    around = f"{cell.source[: link.start]} {cell.source[link.end :]}"
    label_words = link.text.replace(name, " ", 1)
    markdown = f"[{' ' * offset}{name}]({link.target})"
    english = replace(
        link, text=name if spelling else "", end=link.start + len(markdown)
    )
    is_collection = _is_collection(around) or _is_collection(label_words)
    suffix = " collection" if is_collection else ""
    return replace(
        cell,
        source=" " * link.start + markdown + suffix,
        plain=name + suffix,
        links=(english,),
    )


def _plain_type(cell: Inline) -> Inline:
    """Return the cell of a type without a link: a primitive type, or the only ASCII name."""
    words = list(_WORD.finditer(cell.source))
    names = [word for word in words if _ASCII_NAME.fullmatch(word[0])]
    found = next((word for word in names if primitive(singular(word[0]))), None)
    found = found or _PRIMITIVE_PHRASE.search(cell.source)
    if found is None:
        found = next((word for word in words if _translated_primitive(word[0])), None)
    if found is None:
        others = [word for word in names if not _is_collection(word[0])]
        found = others[0] if len(others) == 1 and not cell.links else None
    if found is None:
        return cell
    name = _translated_primitive(found[0]) or singular(found[0])
    source = cell.source[: found.start()] + " " + cell.source[found.end() :]
    is_collection = _is_collection(source) or (
        name != found[0] and (_is_collection(found[0]) or singular(found[0]) == name)
    )
    suffix = " collection" if is_collection else ""
    return replace(
        cell,
        source=" " * found.start() + name + suffix,
        plain=name + suffix,
        links=(),
    )


def _translated_primitive(word: str) -> str | None:
    """Return the English name of a primitive type that is a word, or part of a long word."""
    text = word.casefold()
    for name, words in TRANSLATED_PRIMITIVES.items():
        if any(_contains(text, one) for one in words):
            return name
    return None


def _is_collection(text: str) -> bool:
    """Return whether words, in English or another language, mean a collection."""
    if "[]" in text:
        return True
    words = [word[0].casefold() for word in _WORD.finditer(text)]
    return not COLLECTION_AFTER.isdisjoint(words) or any(
        _contains(word, one) for word in words for one in TRANSLATED_COLLECTION_WORDS
    )


def _contains(word: str, part: str) -> bool:
    """Return whether a word is `part`; `part` may also be in a compound, unless it is short."""
    return part == word or (
        part in word and (len(part) > _SHORT_WORD or not part.isascii())
    )
