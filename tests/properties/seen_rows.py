"""A second count of rows: what a person who looks at the text of a page would call a row.

It shares no code with docgen, and works on lines with simple expressions. Comments and code blocks
are skipped. Below a title such as Properties, these are rows:

    a line that begins with a pipe and has three, or has a pipe and is below a delimiter row
    <tr> with a <td>
    a line with two tabs between its words
    a list item, if the section has no table; below Methods, a link or at most four words
    each line of a paragraph that contains a delimiter row among other words

Headers and delimiter rows are not counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*([^#].*|$)")
ROWS_TITLE = re.compile(
    r"(?:properties|property|(?:instance )?attributes|relationships?|navigation properties"
    r"|methods?|functions|actions|members)",
    re.IGNORECASE,
)
DELIMITER = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*")
DELIMITER_AMONG_WORDS = re.compile(r"\|[ ]*:?--+:?[ ]*\|[ ]*:?--+:?[ ]*\|?")
LIST_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
METHODS_TITLE = re.compile("method|function|action", re.IGNORECASE)
LINK_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\[\]]+\]\(")
HTML_ROW = re.compile(
    r"<tr\b[^<>]*>(.*?)(?=<tr\b|</table|\Z)", re.IGNORECASE | re.DOTALL
)
HTML_CELL = re.compile(
    r"<td\b[^<>]*>(.*?)(?=<t[dh]\b|</t|\Z)", re.IGNORECASE | re.DOTALL
)
HEADER_WORDS = re.compile(
    r"(?:property|relationship|navigation property|common task|method|member|name|value|type"
    r"|return type|rest path|http method|description)(?: name)?",
    re.IGNORECASE,
)
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NOTHING = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


@dataclass
class SeenRow:
    """A row: its kind and text, and the lines of which one must name it."""

    kind: str
    line: int
    text: str
    lines: set[int] = field(default_factory=set)


def seen_rows(text: str) -> list[SeenRow]:
    """Return the rows on a page below titles of rows."""
    lines = [NOTHING.sub("", SPACES.sub(" ", line)) for line in text.split("\n")]
    shown = set(shown_lines(lines))
    lines = [line if index in shown else "" for index, line in enumerate(lines)]
    rows: list[SeenRow] = []
    for heading, start, end in sections_of_rows(lines):
        section = list(enumerate(lines[start:end], start + 1))
        rows += [*pipe_rows(section), *html_rows(section), *tab_rows(section)]
        rows += joined_rows(section)
        has_tabs = any(tab_rows(section))
        if not has_tabs and not any("|" in x or "<t" in x.lower() for _, x in section):
            rows += list_rows(
                heading, section, METHODS_TITLE.search(lines[heading - 1])
            )
    return rows


def shown_lines(lines: list[str]) -> Iterator[int]:
    """Return the indexes of the lines outside of comments, code blocks and front matter."""
    in_comment = in_front_matter = False
    fence = ""
    for index, line in enumerate(lines):
        bare = line.lstrip(" \t>")
        if index == 0 and line.strip() == "---":
            in_front_matter = True
            continue
        if in_front_matter:
            in_front_matter = line.strip() not in ("---", "...")
            is_unclosed = not line.strip() or line.startswith(("#", "<!--", "|"))
            if not is_unclosed:
                continue
            in_front_matter = False
        if not in_comment and bare.startswith(("```", "~~~")):
            fence = "" if fence and bare.startswith(fence) else fence or bare[:3]
            continue
        if not fence and "<!--" in line:
            in_comment = True
            line = line.rpartition("<!--")[2]
            if "-->" in line:
                in_comment = False
            continue
        if in_comment:
            in_comment = "-->" not in line
        elif not fence:
            yield index


def sections_of_rows(lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Return the heading's line (from 1) and the range of lines of each section of rows."""
    headings = [
        (index, found[2].strip())
        for index, line in enumerate(lines)
        if (found := HEADING.fullmatch(line))
    ]
    ends = [*(index for index, _ in headings), len(lines)][1:]
    for (index, title), end in zip(headings, ends, strict=True):
        words = re.sub(r"<[^<>]*>|[*_`:#]", " ", title)
        if ROWS_TITLE.fullmatch(" ".join(words.split())):
            yield index + 1, index + 1, end


def pipe_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    below_delimiter = False
    for index, (number, line) in enumerate(section):
        bare = line.strip(" \t>")
        after = section[index + 1][1] if index + 1 < len(section) else ""
        if "|" not in line or is_delimiter(bare):
            below_delimiter = "|" in line
            continue
        if "|" in after and is_delimiter(after.strip(" \t>")):
            below_delimiter = False
            continue
        is_first_of_paragraph = not below_delimiter and is_joined(line)
        begins_and_ends = bare.startswith("|") and bare.count("|") > 2
        if is_header(bare.split("|")) or is_first_of_paragraph:
            continue
        if (below_delimiter or begins_and_ends) and bare.strip(" |\t-:"):
            yield SeenRow("pipes", number, bare, {number})


def is_delimiter(bare: str) -> bool:
    return "-" in bare and DELIMITER.fullmatch(bare) is not None


def is_header(cells: list[str]) -> bool:
    names = [cell.strip(" \t*`") for cell in cells if cell.strip()]
    return len(names) > 1 and all(HEADER_WORDS.fullmatch(name) for name in names)


def html_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    text = "\n".join(line for _, line in section)
    for row in HTML_ROW.finditer(text):
        cells = [cell[1] for cell in HTML_CELL.finditer(row[1])]
        words = [re.sub(r"<[^<>]*>", "", cell).strip() for cell in cells]
        before = text[text.rfind("\n", 0, row.start()) + 1 : row.start()]
        is_nested = re.sub(r"<[^<>]*>", "", before).strip() != ""
        if any(words) and not is_header(words) and not is_nested:
            first = section[0][0] + text.count("\n", 0, row.start())
            last = first + row[0].rstrip().count("\n")
            lines = set(range(first, last + 1))
            yield SeenRow("html", first, " ".join(words), lines)


def tab_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    for number, line in section:
        cells = line.strip().split("\t")
        if "|" in line or "<" in line[:1] or LIST_ITEM.match(line):
            continue
        if len(cells) > 2 and not is_header(cells) and not line.startswith(("#", ">")):
            yield SeenRow("tabs", number, line, {number})


def joined_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    """Return each paragraph with a delimiter row that is not a line of its own."""
    block: list[tuple[int, str]] = []
    for number, line in [*section, (0, "")]:
        if line.strip():
            block.append((number, line))
            continue
        found = next((one for one in block if is_joined(one[1])), None)
        if found and not any(is_delimiter(each.strip(" \t>")) for _, each in block):
            yield SeenRow("joined", *found, {each for each, _ in block})
        block = []


def is_joined(line: str) -> bool:
    return DELIMITER_AMONG_WORDS.search(line) is not None and not is_delimiter(
        line.strip()
    )


def list_rows(
    heading: int, section: list[tuple[int, str]], methods: re.Match[str] | None
) -> Iterator[SeenRow]:
    items = {number for number, line in section if LIST_ITEM.match(line)}
    if methods:
        items = {
            number for number, line in section if number in items and is_label(line)
        }
    for number, line in section:
        if number in items:
            yield SeenRow("list", number, line.strip(), {heading, *items})


def is_label(line: str) -> bool:
    return LINK_ITEM.match(line) is not None or len(line.split()) < 6
