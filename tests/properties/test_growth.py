"""The work for a page grows with its length, and not with the square of that."""

import random
import sys
import time
from types import FrameType

import pytest

from docgen.extract.stage import extract
from docgen.markdown.parse import parse

HEAD = "# ship resource type\n\n"
REPEATED = {
    "tags of tables without rows": "<table>\n",
    "parts of tables without rows": "<br>\n<tbody>\n",
    "rows without cells": "<tr>\n",
    "tables in HTML": "<table><tr><td>a</td></tr></table>\n",
    "lines with tabs": "a b\tc\n",
    "colons": ":::",
    "empty sections": "## Properties\n\n",
    "lines with pipes": "foo bar | baz\n",
    "headings of types": "# ship resource type\n\n",
    "tables in a paragraph": "|Property|Type|\n|:--|:--|\n|a|String|\n",
    "rows of other widths": "|a|b|\n|a|b|c|\n",
    "delimiter rows of other widths": "|--|\n|--|--|\n",
    "rows and titles with one cell": "|a|String|\n|A||\n",
    "open tables in HTML": "<table><tr><td>a\n",
    "nested tables in HTML": "<table><tr><td>a\n</table></table>\n",
    "rows in HTML with one cell": "<tr><td>A</td></tr>\n",
    "quotes that lines without a marker end": "> |a|b|\n{#id\n",
    "quotes that lines without a marker continue": "> a\n|===|===\nb\n",
    "quotes between rows": "a | b\n|||\nc\n> > d\n",
    "items with pipes": "- a: String: x\n|===|===\n",
    "items that begin with rows": "- |a|b|\n|c|d|\n",
    "unclosed comments with rows": "<!--\n|a|b|\n",
    "comments with titles of rows": "<!--\n# Properties\n- a\n# Members\n-->\n",
    "underlined titles": "===\n",
}
HEADS = {
    "a type": HEAD,
    "properties": HEAD + "## Properties\n\n",
    "a table": HEAD + "## Properties\n\n|Property|Type|\n|:--|:--|\n",
    "requests": "# Get ship\n\n## HTTP request\n\n",
    "a sample": HEAD + "## JSON representation\n\n```json\n",
}
LINES = (
    *("|a|b|", "|a|b|c|", "|:--|:--|", "|Property|Type|", "|id|String|", "|A||", "|||"),
    *("- a: String: x", "- b", "  - c", "1. d", "> e", "> |a|b|", "> > f", "> [!NOTE]"),
    *("## Properties", "### hue values", "# ship resource type", "## Methods", "**g**"),
    *("```json", "```", "~~~", "{", "}", '{"a": 1,', '"id": "String",', "<!--", "-->"),
    *(
        "<table>",
        "</table>",
        "<tr><td>a</td></tr>",
        "<div>",
        "</div>",
        ":::zone",
        "===",
    ),
    *(
        "[!INCLUDE [a](b.md)]",
        "[a](b",
        "](b)",
        "![a](b)",
        "\\|a\\|",
        "a\tb\tc",
        "a | b",
    ),
    *(
        "|a|b",
        "b|c|",
        "+--+--+",
        "|===|===",
        "---",
        "title: a",
        "GET /ships/{id}",
        "(a",
    ),
    *("HTTP/1.1 200 OK", "[a]: b", "&lt;!-- a --&gt;", "`", "``", "* *", "one of (a,"),
    *("| `a | b` | c |", "Values are: `a`, `b`.", "    a", "| | |--|--|", "", "<br>"),
)
"""Lines of which pages are made up at random."""


def _count_of_calls(text: str) -> int:
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event in ("call", "c_call")

    content = text.encode()
    sys.setprofile(profile)
    try:
        extract(parse("ship.md", content).value)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
@pytest.mark.parametrize("head", ["properties", "requests"])
def test_work_grows_with_the_length_of_a_page(head: str, text: str) -> None:
    start = HEADS[head]
    _count_of_calls(start + text * 4)  # expressions are compiled now
    short, long = (_count_of_calls(start + text * number) for number in (100, 200))
    assert long < 2.5 * short


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("seed", range(4))
def test_work_grows_with_the_length_of_a_random_page(seed: int, head: str) -> None:
    chosen = random.Random(f"{seed} {head}")  # noqa: S311 - reproducible
    text = "\n".join(chosen.choices(LINES, k=chosen.randint(1, 4))) + "\n"
    _count_of_calls(head + text * 4)
    short, long = (_count_of_calls(head + text * number) for number in (100, 200))
    assert long < 2.5 * short, text


SECONDS = 4
"""Far more than any of them takes; with work that is quadratic, several took longer."""

IN_ONE_LINE = {
    "tabs in a request line": ("# Get\n\n```http\nGET /a{}b\n```\n", "\t"),
    "marks in a title": (
        "# ship?\n\n## a{}b\n\n|Property|Type|\n|--|--|\n|a|b|\n",
        "?",
    ),
    "colons in the title of a type": ("# a{}b resource type\n\n|a|b|\n", ":::"),
    "spaces in a title": ("# a{}b resource type\n\n|a|b|\n", " "),
}


@pytest.mark.parametrize(("page", "text"), IN_ONE_LINE.values(), ids=IN_ONE_LINE)
def test_a_line_that_repeats_a_character_is_read_in_seconds(
    page: str, text: str
) -> None:
    content = page.format(text * (100_000 // len(text))).encode()
    start = time.process_time()
    extract(parse("ship.md", content).value)
    assert time.process_time() - start < SECONDS


UNFINISHED = {
    "notes": "[!NOTE ",
    "divisions": "[!div ",
    "videos": "[!VIDEO ",
    "inclusions": "[!INCLUDE[",
    "monikers": ":::moniker ",
    "comments": "<!--",
    "escaped comments": "&lt;!--",
    "backslashes before comments": "\\<!-- ",
    "ends of escaped comments": "--&gt;",
    "code spans": "`",
    "code spans and words": "`` a",
    "pipes": "|",
    "delimiter rows": "|---",
    "collections": "Collection(",
    "HTML tables": "<table",
    "links": "[a](",
    "invisible letters": "\u115f",
}


@pytest.mark.parametrize("text", UNFINISHED.values(), ids=UNFINISHED)
def test_markup_that_is_repeated_and_not_closed_is_read_in_seconds(text: str) -> None:
    page = HEAD + text * (100_000 // len(text))
    start = time.process_time()
    extract(parse("ship.md", page.encode()).value)
    assert time.process_time() - start < SECONDS
