"""Page content in messages: short, on one line, in backticks."""

from pathlib import Path

import pytest

from docgen.config import Target
from docgen.diagnostics import quote
from docgen.diagnostics.quoting import MAX_LENGTH
from docgen.pipeline import Stage, build

QUOTED = {
    "a word is unchanged": ("ship", "`ship`"),
    "an empty string is two backticks": ("", "``"),
    "lines are joined": ("a\n  b\tc", "`a b c`"),
    "surrounding spaces are removed": ("  ship ", "`ship`"),
    "backticks become apostrophes": ("`ship`", "`'ship'`"),
    "terminal escape is replaced": ("a\x1b[2Jb", "`a\ufffd[2Jb`"),
    "text direction override is replaced": ("a\u202eb", "`a\ufffdb`"),
    "lone surrogate is replaced": ("a\ud800b", "`a\ufffdb`"),
    "a string of the maximum length is unchanged": (
        "a" * MAX_LENGTH,
        "`" + "a" * MAX_LENGTH + "`",
    ),
    "a longer string is shortened": (
        "a" * (MAX_LENGTH + 1),
        "`" + "a" * (MAX_LENGTH - 3) + "...`",
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_content_is_quoted(text: str, expected: str) -> None:
    assert quote(text) == expected


LONG = "x" * 200_000
HEAD = "# ship resource type\n\n"
TABLE = "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n"
ANNOTATION = '<!-- {"blockType": "resource", "@odata.type": "harbour.ship"} -->\n'

LONG_PAGES = {
    "a heading": f"# {LONG} resource type\n\n{TABLE}|a|String||\n\n{ANNOTATION}",
    "a heading of several words": f"---\ndoc_type: resourcePageType\n---\n# a {LONG}\n",
    "a heading without a space": f"{HEAD}#{LONG}\n",
    "a namespace": f"{HEAD}Namespace: {LONG}\n\n{TABLE}|a|String||\n\n{ANNOTATION}",
    "a name": f"{HEAD}{TABLE}|{LONG} b|String||\n",
    "a type": f"{HEAD}{TABLE}|a|{LONG}||\n",
    "a type of several words": f"{HEAD}{TABLE}|a|b {LONG}||\n",
    "a link": f"{HEAD}{TABLE}|a|[b]({LONG}.md)||\n",
    "a link text": f"{HEAD}{TABLE}|a|[{LONG}](c.md)||\n",
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
    "the language of a code block": f"{HEAD}```{LONG}\n",
}


@pytest.mark.parametrize("text", LONG_PAGES.values(), ids=LONG_PAGES)
def test_long_strings_are_shortened_in_messages(text: str, tmp_path: Path) -> None:
    (tmp_path / "ship.md").write_text(text, encoding="utf-8")
    target = Target(source=(str(tmp_path),), entity_base="")
    found = build(target, through=Stage.SCHEMA)
    longest = max((len(d.message + d.help) for d in found.diagnostics), default=0)
    assert longest < 1_000
