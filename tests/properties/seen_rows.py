"""A second count of rows: what a person who looks at the text of a page would call a row.

It shares no code with docgen, and works on lines with simple expressions. Comments and code blocks
are skipped, also those in lists. Below a title such as Properties, these are rows:

    a line that begins with a pipe and has three, or has a pipe and is below a delimiter row; it may
        be the end of the second of two rows on the line above
    <tr> with a <td>
    a line with two tabs between its words
    a list item above any heading in the list, if neither the section nor one below it has a table;
        below Methods, a link or at most four words without a colon after them, which announces
        something else
    a list item with a colon after its first word and another after its second, next to a table
    a paragraph that contains a delimiter row among other words, as one row

Headers and delimiter rows are not counted; the end of a header may be cut off. A row that does not
end with a pipe continues on the next line, if that does not begin with one, or if both together
have the cells of one row.
A title in a comment or code block may be there because that is not closed; it ends the section
before it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# To a person, a heading with spaces or tabs before it is one, also in a quote; in markdown it may
# be code.
HEADING = re.compile(r"[ \t>]*(#{1,6})[ \t]*([^#].*|$)")
# Words of published translations: German, Spanish, Russian, Chinese, Japanese, Portuguese.
METHODS = "methoden|métodos|методы|方法|メソッド"
TITLES = (
    "eigenschaften|beziehungen|elemente|propiedades|relaciones|miembros"
    "|свойства|связи|отношения|элементы|属性|关系|成员|プロパティ|リレーションシップ|関係|メンバー"
    "|propriedades|relações|membros"
)
HEADERS = (
    "eigenschaft|eigenschaftenname|beziehung|methode|element|wert|typ|rückgabetyp"
    "|beschreibung|propiedad|nombre de la propiedad|relación|método|miembro|valor|tipo"
    "|tipo de valor devuelto|descripción|свойство|имя свойства|связь|метод|элемент|имя"
    "|значение|тип|возвращаемый тип|тип возвращаемых данных|описание|属性|属性名称|关系"
    "|方法|成员|名称|值|类型|返回类型|说明|描述|プロパティ|プロパティ名|リレーションシップ"
    "|メソッド|メンバー|値|型|種類|戻り値の型|説明|propriedade|nome da propriedade|nome"
    "|relação|membro|tipo de retorno|descrição"
)
ROWS_TITLE = re.compile(
    r"(?:properties|property|(?:instance )?attributes|relationships?|navigation properties"
    rf"|methods?|functions|actions|members|{METHODS}|{TITLES})",
    re.IGNORECASE,
)
# A backslash before a pipe of a delimiter row does not make a word of it, unless each pipe has one.
DELIMITER = re.compile(r"[ \t>|\\]*:?-+:?[ \t\\]*(?:\|[ \t:\\-]*)*")
PIPE = re.compile(r"(?<!\\)\|")
HIDDEN_HEADING = re.compile(r"#{2,6}[ \t]+[A-Z]")
ROWS_ON_LINE_OF_DELIMITER = re.compile(
    r"[ \t>]*\|(?:[ \t]*:?--+:?[ \t]*\|){2,}[ \t]*\S"
)
DELIMITER_AMONG_WORDS = re.compile(r"\|\s*:?--+:?\s*\|\s*:?--+:?\s*\|?")
# Lines of a sample that became a list (a brace, a key in quotation marks) and the definition of a
# link are not rows.
LIST_ITEM = re.compile(
    r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?![ \t]*(?:\[[^\[\]]+\]|\"[^\"]*\"):)[\W\d_]*?[^\W\d_]"
)
HEADING_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+#{1,6}[ \t]")
METHODS_TITLE = re.compile(f"method|function|action|{METHODS}", re.IGNORECASE)
LIST_LINE = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
LIST_MARKERS = re.compile(r"\A(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*")
CELLS_ITEM = re.compile(r"[ \t>]*[-*+][ \t]+[`*]*\w+[`*]*: [^\s:]+: \S")
COMMENT = re.compile(r"<!--.*?-->")
LINK_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\[\]]+\]\(")
HTML_ROW = re.compile(
    r"<tr\b[^<>]*>(.*?)(?=<tr\b|</table|\Z)", re.IGNORECASE | re.DOTALL
)
HTML_CELL = re.compile(
    r"<td\b[^<>]*>(.*?)(?=<t[dh]\b|</t|\Z)", re.IGNORECASE | re.DOTALL
)
HEADER_WORDS = re.compile(
    r"(?:property|relationship|navigation property|common task|task|method|function|action"
    r"|member|name|value|type"
    rf"|return type|rest path|http method|description|{HEADERS})(?: name)?",
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
    page = [NOTHING.sub("", SPACES.sub(" ", line)) for line in text.split("\n")]
    shown = dict(shown_lines(page))
    lines = [shown.get(index, "") for index in range(len(page))]
    rows: list[SeenRow] = []
    for heading, start, end, inner_end in sections_of_rows(lines):
        section = list(without_alerts(enumerate(lines[start:end], start + 1)))
        rows += [*pipe_rows(section), *html_rows(section), *tab_rows(section)]
        rows += joined_rows(section)
        # Comments and code blocks do not end a list, which is reported on its first line.
        places = {n + 1 for n in range(start, end) if LIST_LINE.match(page[n])}
        inner = list(enumerate(lines[start:inner_end], start + 1))
        has_tabs = any(tab_rows(inner))
        if not has_tabs and not any("|" in x or "<t" in x.lower() for _, x in inner):
            rows += list_rows(lines[heading - 1], section, {heading, *places})
        else:
            rows += [
                SeenRow("item", number, line, places)
                for number, line in section
                if CELLS_ITEM.match(line)
            ]
    return rows


def shown_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Return the index and the text of each line outside of comments, code and front matter."""
    in_comment = in_front_matter = False
    fence = ""
    for index, line in enumerate(lines):
        bare = LIST_MARKERS.sub("", line, count=1)
        if (fence or in_comment) and HIDDEN_HEADING.match(bare):
            yield index, "## (hidden)"
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
        if not fence and not in_comment:
            visible = COMMENT.sub("", line)
            before, opening, _ = visible.partition("<!--")
            in_comment = opening != "" and may_be_comment(before, lines[index + 1 :])
            if before.strip():
                yield index, before if in_comment else visible
        elif in_comment:
            in_comment = "-->" not in line


def may_be_comment(before: str, following: list[str]) -> bool:
    """Return whether `<!--` after other words is closed in its row or paragraph."""
    if not before.strip():
        return True
    for line in following:
        if before.lstrip().startswith(("|", "#")) or not line.strip():
            return False
        if "-->" in line:
            return True
    return False


def sections_of_rows(lines: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Return the line of the heading (from 1) and the range of lines of each section of rows.

    The last number is the end of the sections below it.
    """
    headings = [
        (index, len(found[1]), found[2].strip())
        for index, line in enumerate(lines)
        if (found := HEADING.fullmatch(line) or underlined(lines, index))
    ]
    for number, (index, level, title) in enumerate(headings):
        following = headings[number + 1 :]
        end = next((one for one, _, _ in following), len(lines))
        inner = next((one for one, depth, _ in following if depth <= level), len(lines))
        words = re.sub(r"<[^<>]*>|[*_`:#]", " ", title)
        if ROWS_TITLE.fullmatch(" ".join(words.split())):
            yield index + 1, index + 1, end, inner


def underlined(lines: list[str], index: int) -> re.Match[str] | None:
    """Return a title above a line of dashes, as if it were a heading; only one of rows."""
    after = lines[index + 1].strip() if index + 1 < len(lines) else ""
    is_title = ROWS_TITLE.fullmatch(lines[index].strip(" *`:"))
    if not is_title or len(after) < 2 or after.strip(after[:1]) or after[0] not in "-=":
        return None
    return HEADING.fullmatch(f"## {lines[index]}")


def without_alerts(section: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Return the lines, empty if they are in a quote such as `> [!NOTE]`: its lists are advice."""
    in_alert = False
    for number, line in section:
        in_alert = line.lstrip().startswith(">") and (in_alert or "[!" in line)
        yield number, "" if in_alert and "|" not in line else line


def pipe_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    # Lines of a joined table may begin with a pipe in the middle of a row; see joined_rows.
    joined = {number for block in joined_blocks(section) for number, _ in block}
    below_delimiter = False
    width = pipes = 0
    row: set[int] = set()
    for index, (number, line) in enumerate(section):
        bare = line.strip(" \t>")
        after = section[index + 1][1] if index + 1 < len(section) else ""
        if "|" not in line or is_delimiter(bare):
            below_delimiter = "|" in line
            width, row = len(re.findall("-+", bare)) + 1, set()
            continue
        pipes, has_pipe = pipes + bare.count("|"), bare.startswith("|")
        if not row or (has_pipe and pipes != width):
            row, pipes = set(), bare.count("|")
        begins_row = not has_pipe and pipes > width > 0 and pipes % width != 0
        has_ended = bare.endswith("|") and pipes >= width and not begins_row
        has_ended = has_ended or not (row or has_pipe)
        row.add(number)
        of_row, row = row, set() if has_ended else row
        is_above_rows = ROWS_ON_LINE_OF_DELIMITER.match(after) is not None
        if is_above_rows or ("|" in after and is_delimiter(after.strip(" \t>"))):
            below_delimiter = False
            continue
        is_first_of_paragraph = not below_delimiter and is_joined(line)
        begins_and_ends = bare.startswith("|") and bare.count("|") > 2
        if is_header(bare.split("|")) or is_first_of_paragraph or number in joined:
            continue
        if (below_delimiter or begins_and_ends) and bare.strip(" |\t-:"):
            yield SeenRow("pipes", number, bare, of_row)


def is_delimiter(bare: str) -> bool:
    has_pipe = "\\" not in bare or PIPE.search(bare) is not None
    return "-" in bare and has_pipe and DELIMITER.fullmatch(bare) is not None


def is_header(cells: list[str]) -> bool:
    names = [cell.strip(" \t*`") for cell in cells if cell.strip(" \t-:")]
    if len(names) > 2 and "description".startswith(names[-1].lower()):
        names.pop()
    return len(names) > 1 and all(HEADER_WORDS.fullmatch(name) for name in names)


def html_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    text = "\n".join(line for _, line in section)
    for row in HTML_ROW.finditer(text):
        cells = [cell[1] for cell in HTML_CELL.finditer(row[1])]
        words = [re.sub(r"<[^<>]*>", "", cell).strip() for cell in cells]
        before = text[text.rfind("\n", 0, row.start()) + 1 : row.start()]
        before = before[: max(0, before.lower().rfind("<table"))]
        block = text[text.rfind("\n\n", 0, row.start()) + 1 : row.start()]
        is_nested = re.sub(r"<[^<>]*>", "", before).strip() != "" or is_joined(block)
        # Damage may leave one cell of a header.
        is_head = is_header(words) or all(map(HEADER_WORDS.fullmatch, words))
        if any(words) and not is_head and not is_nested:
            first = section[0][0] + text.count("\n", 0, row.start())
            last = first + row[0].rstrip().count("\n")
            lines = set(range(first, last + 1))
            lines.update(opening_words(section, first))
            yield SeenRow("html", first, " ".join(words), lines)


def opening_words(section: list[tuple[int, str]], number: int) -> Iterator[int]:
    # A row of a table that lost its beginning is one of the paragraph that begins with other words.
    lines = dict(section)
    while lines.get(number - 1, "").strip():
        number -= 1
    if "<t" not in lines[number].lower():
        yield number


def tab_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    item: set[int] = set()
    for number, line in section:
        if LIST_LINE.match(line) or not line.strip():
            # The lines of an item are one paragraph, which is reported at its first line.
            item = {number} if line.strip() else set()
        cells = line.strip().split("\t")
        if "|" in line or "<" in line[:1] or LIST_ITEM.match(line):
            continue
        if len(cells) > 2 and not is_header(cells) and not line.startswith(("#", ">")):
            yield SeenRow("tabs", number, line, {number} | item)


def joined_rows(section: list[tuple[int, str]]) -> Iterator[SeenRow]:
    for block in joined_blocks(section):
        # A header and a delimiter row with a mistake are a table without rows.
        if is_header(block[0][1].split("|")) and not any(
            re.search(r"\w", line) for _, line in block[1:]
        ):
            continue
        number, line = next((one for one in block if "|" in one[1]), block[0])
        yield SeenRow("joined", number, line, {each for each, _ in block})


def joined_blocks(
    section: list[tuple[int, str]],
) -> Iterator[list[tuple[int, str]]]:
    """Return each paragraph with a delimiter row that is not a line of its own."""
    block: list[tuple[int, str]] = []
    for number, line in [*section, (0, "")]:
        if line.strip():
            block.append((number, line))
            continue
        lines = [each.strip(" \t>") for _, each in block]
        # A delimiter row above the header has no rows of its own.
        is_table = any(is_delimiter(each) and each.count("-") > 1 for each in lines[1:])
        if not is_table and is_joined("\n".join(each for _, each in block)):
            yield block
        block = []


def is_joined(text: str) -> bool:
    return DELIMITER_AMONG_WORDS.search(text) is not None and not is_delimiter(
        text.strip()
    )


def list_rows(
    title: str, section: list[tuple[int, str]], places: set[int]
) -> Iterator[SeenRow]:
    is_methods = METHODS_TITLE.search(title) is not None
    for number, line in section:
        if HEADING_ITEM.match(line):
            return
        if LIST_ITEM.match(line) and (is_label(line) or not is_methods):
            yield SeenRow("list", number, line.strip(), places)


def is_label(line: str) -> bool:
    is_short = len(line.split()) < 6 and not line.rstrip().endswith(":")
    return LINK_ITEM.match(line) is not None or is_short
