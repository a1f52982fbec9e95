"""Rows in every form that a person may write, in every place: each is read or reported.

Each form of three rows is combined with each place (behind an invisible character, in a quote, next
to a table, …) and with each spelling of the title.
"""

from collections.abc import Callable
from textwrap import fill, indent

import pytest
from read_pages import read
from seen_rows import seen_rows
from test_conservation import lost_rows

from docgen.diagnostics import Severity
from docgen.schema.model import StructuredType

ROWS = (
    ("keel", "Int32", "Length of the keel."),
    ("mastName", "String", "Name of the mast."),
    ("crew", "boat collection", "The crew."),
)
HEAD = ("Property", "Type", "Description")
TABLE = "|Property|Type|Description|\n|---|---|---|\n|rudder|String|How to steer.|\n"


def each(form: str) -> str:
    return "\n".join(form.format(*row) for row in ROWS)


def piped(*, first: str = "|", last: str = "|", delimiter: bool = True) -> str:
    lines = (HEAD, *[("---",) * 3] * delimiter, *ROWS)
    return "\n".join(first + "|".join(line) + last for line in lines)


def html(*, is_closed: bool = True, newline: str = "\n") -> str:
    end, row_end = ("</td>", "</tr>") if is_closed else ("", "")
    head = "".join(f"<th>{name}</th>" for name in HEAD)
    rows = (f"<tr>{''.join(f'<td>{x}{end}' for x in row)}{row_end}" for row in ROWS)
    lines = ("<table>", f"<tr>{head}</tr>", *rows, "</table>" * is_closed)
    return newline.join(lines)


FORMS = {
    "a table": piped(),
    "a table without last pipes": piped(last=""),
    "a table without first pipes": piped(first=""),
    "a table without outer pipes": piped(first="", last=""),
    "a table without a delimiter row": piped(delimiter=False),
    "rows of a table": each("|{}|{}|{}|"),
    "a grid": "+---+---+---+\n" + each("|{}|{}|{}|\n+---+---+---+"),
    "escaped pipes": piped().replace("|", "\\|"),
    "full-width pipes": piped().replace("|", "\uff5c"),
    "HTML": html(),
    "HTML on one line": html(newline=""),
    "HTML without closing tags": html(is_closed=False),
    "HTML in upper case": html().replace("tr>", "TR>").replace("td>", "TD>"),
    "HTML in a block": f"<div>\n{html()}\n</div>",
    "HTML, a cell a line": html().replace("<td>", "\n    <td>"),
    "an HTML list": f"<ul>\n{each('<li>{}: {}</li>')}\n</ul>",
    "HTML definitions": f"<dl>\n{each('<dt>{}</dt><dd>{} {}</dd>')}\n</dl>",
    "items with colons": each("- {}: {}: {}"),
    "items with dashes": each("* **{}** - {} - {}"),
    "items with types in parentheses": each("+ `{}` ({}): {}"),
    "items with types in lower case": each("- {}: {}: {}").lower(),
    "items without types": each("- {0}: {2}"),
    "numbered items": each("1. {}: {}: {}"),
    "nested lists": each("- {}\n  - {}\n  - {}"),
    "tabs": each("{}\t{}\t{}"),
    "tabs with a header": "\t".join(HEAD) + "\n" + each("{}\t{}\t{}"),
    "tabs and quotation marks": each('"{}"\t"{}"\t"{}"'),
    "a joined table": piped().replace("\n", " "),
    "a joined and wrapped table": fill(piped().replace("\n", " "), 50),
    "a joined table with a short delimiter row": fill(
        piped().replace("---|", "", 1).replace("\n", " "), 60
    ),
    "lines": each("{} ({}): {}"),
    "paragraphs": each("{}: {}: {}\n"),
}


FORMS_ALONE = {
    "lines with semicolons": each("{};{};{}"),
    "lines with arrows": each("{} -> {}"),
    "bullets that are letters": each("\u2022 {} {} {}"),
    "fields": each(":{}: {} {}"),
    "tags of documentation": each("@property {{{1}}} {0} - {2}"),
    "headings with types": each("### {} ({})\n\n{}\n"),
    "components": each('<Part name="{}" type="{}">{}</Part>'),
    "a template": "{% include parts.md %}",
    "an image": "![The parts](parts.png)",
}
"""Forms that are reported where nothing else is below the title."""


def before_lines(mark: str) -> Callable[[str], str]:
    return lambda text: "\n".join(mark + line for line in text.split("\n"))


PLACES: dict[str, Callable[[str], str]] = {
    "alone": str,
    "after zero-width spaces": before_lines("\u200b"),
    "after byte-order marks": before_lines("\ufeff"),
    "after soft hyphens": before_lines("\u00ad"),
    "after word joiners": before_lines("\u2060"),
    "after marks of direction": before_lines("\u200f"),
    "after no-break spaces": before_lines("\u00a0"),
    "after ideographic spaces": before_lines("\u3000"),
    "in a quote": before_lines("> "),
    "indented": lambda text: indent(text, "    "),
    "in a list item": lambda text: f"- Its parts:\n\n{indent(text, '  ')}",
    "after prose": lambda text: f"It has these:\n{text}",
    "before prose": lambda text: f"{text}\nMore is below.",
    "with Windows line endings": lambda text: text.replace("\n", "\r\n"),
    "below a table": lambda text: f"{TABLE}\n{text}",
    "directly below a table": lambda text: f"{TABLE}{text}",
    "above a table": lambda text: f"{text}\n\n{TABLE}",
    "above an unclosed code block": lambda text: f"{text}\n\n```json\n{{}}\n\nEnd.",
    "in a code block without its end": lambda text: (
        f"```json\n{{}}\n\n## Properties\n\n{text}\n\n```\n"
    ),
    "in a comment without its end": lambda text: (
        f"<!-- note\n\n## Properties\n\n{text}\n\n<!-- end -->\n"
    ),
}
TITLES = (
    *(
        "## Properties",
        "##Properties",
        "##` Properties",
        "## **Properties**",
        "## Properties`",
    ),
    *("## Prop\u200berties", "\u200b## Properties", "Properties\n----------\n"),
    *("## 2. Properties:", "## Relationships", '<a name="p"></a>\n## Properties'),
)
IS_LATER = frozenset({"unresolved-type", "broken-link"})
"""Diagnostics about content that was read."""


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_rows_in_each_place_are_read_or_reported(form: str) -> None:
    for place, put in PLACES.items():
        assert (place, silent_rows(page("## Properties", put(form)))) == (place, [])


@pytest.mark.parametrize("form", FORMS_ALONE.values(), ids=FORMS_ALONE.keys())
def test_rows_alone_are_reported(form: str) -> None:
    for title in ("## Properties", "## Relationships", "## Methods"):
        assert (title, silent_rows(page(title, form))) == (title, [])


SENTENCES = {
    "none": "None.",
    "none in lower case": "none",
    "not applicable": "n/a",
    "a sentence": "This resource has no parts.",
    "a sentence in lower case": "there are no parts.",
    "a link": "[boat](boat.md) has the parts.",
    "a word in code": "`boat` has the parts.",
    "an image and words": "![a](b.png) The parts are shown here.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_are_not_rows(text: str) -> None:
    _, diagnostics = read({"a.md": page("## Relationships", text)})
    codes = {one.code for one in diagnostics}
    assert codes.isdisjoint({"ignored-row", "empty-section"})


@pytest.mark.parametrize("title", TITLES)
def test_rows_below_each_title_are_read_or_reported(title: str) -> None:
    for name, form in FORMS.items():
        assert (name, silent_rows(page(title, form))) == (name, [])


def page(title: str, rows: str) -> str:
    return f"# boat resource type\n\nA boat.\n\n{title}\n\n{rows}\n\n## See also\n\nNone.\n"


def silent_rows(text: str) -> list[str]:
    """Return the rows that are lost, and the names that are not in the schema without a warning."""
    schema, diagnostics = read({"a.md": text})
    names = {
        row.name
        for one in schema.types
        if isinstance(one, StructuredType)
        for row in (*one.properties, *one.navigation_properties)
    }
    has_warning = any(
        one.severity != Severity.NOTE and one.code not in IS_LATER
        for one in diagnostics
    )
    unread = [] if has_warning else [row[0] for row in ROWS if row[0] not in names]
    return [*unread, *(row.text for row in lost_rows({"a.md": text}))]


def test_a_name_that_is_not_read_is_found() -> None:
    text = page("## Other", "- keel\n- mastName\n- crew")
    assert seen_rows(text) == []
    assert silent_rows(text) == ["keel", "mastName", "crew"]
