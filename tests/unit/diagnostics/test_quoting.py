"""Texts of pages in messages: short, in one line, in backticks."""

import pytest

from docgen.diagnostics import quoted
from docgen.diagnostics.quoting import LONGEST
from docgen.pages.page_set import PageFile
from docgen.pipeline import schema_of

QUOTED = {
    "a word stays": ("ship", "`ship`"),
    "nothing is an empty pair": ("", "``"),
    "lines are joined": ("a\n  b\tc", "`a b c`"),
    "blanks around it go": ("  ship ", "`ship`"),
    "backticks become apostrophes": ("`ship`", "`'ship'`"),
    "what moves the cursor is replaced": ("a\x1b[2Jb", "`a\ufffd[2Jb`"),
    "what turns the direction of the text is replaced": ("a\u202eb", "`a\ufffdb`"),
    "half a surrogate pair is replaced": ("a\ud800b", "`a\ufffdb`"),
    "the longest text stays": ("a" * LONGEST, "`" + "a" * LONGEST + "`"),
    "a longer one ends on dots": (
        "a" * (LONGEST + 1),
        "`" + "a" * (LONGEST - 3) + "...`",
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_a_text_is_quoted(text: str, expected: str) -> None:
    assert quoted(text) == expected


LONG = "x" * 200_000
HEAD = "# ship resource type\n\n"
TABLE = "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n"
ANNOTATION = '<!-- {"blockType": "resource", "@odata.type": "harbour.ship"} -->\n'

MONSTERS = {
    "a heading": f"# {LONG} resource type\n\n{TABLE}|a|String||\n\n{ANNOTATION}",
    "a heading of several words": f"---\ndoc_type: resourcePageType\n---\n# a {LONG}\n",
    "a heading without a blank": f"{HEAD}#{LONG}\n",
    "a namespace": f"{HEAD}Namespace: {LONG}\n\n{TABLE}|a|String||\n\n{ANNOTATION}",
    "a name": f"{HEAD}{TABLE}|{LONG} b|String||\n",
    "a type": f"{HEAD}{TABLE}|a|{LONG}||\n",
    "a type of words": f"{HEAD}{TABLE}|a|b {LONG}||\n",
    "a link": f"{HEAD}{TABLE}|a|[b]({LONG}.md)||\n",
    "the text of a link": f"{HEAD}{TABLE}|a|[{LONG}](c.md)||\n",
    "a reference": f"{HEAD}{TABLE}|a|[b][{LONG}]||\n",
    "a row of a table without a header": f"{HEAD}|:---|:---|\n|{LONG}|b|\n",
    "a header": f"{HEAD}## Properties\n\n|Property|{LONG}|\n|a|b|\n",
    "an annotation": f'{HEAD}<!-- {{"blockType": "resource", "@type": "{LONG}"}} -->\n',
    "a key": f'{HEAD}<!-- {{"blockType": "resource", "keyProperty": "{LONG}"}} -->\n',
    "a label": f"{HEAD}## Methods\n\n|Method|Return type|\n|:---|:---|\n"
    f"|{LONG}|String|\n|{LONG}|Int32|\n",
    "a line of front matter": f"---\n*{LONG}\n---\n{HEAD}",
    "a placeholder": f"{HEAD}**TODO: {LONG}**\n",
    "values": f"{HEAD}{TABLE}|a|b|Possible values are: `{LONG}`.|\n",
    "the language of a block of code": f"{HEAD}```{LONG}\n",
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_no_text_reaches_a_message_whole(text: str) -> None:
    page = PageFile(path="ship.md", shown="ship.md", content=text.encode())
    found = schema_of([page], "", is_whole=True)
    longest = max((len(d.message + d.help) for d in found.diagnostics), default=0)
    assert longest < 1_000
