"""Whatever happens to pages, old diagnostics stay known and new ones are reported."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.commands.known_diagnostics import BaselineUse
from docgen.commands.lint import LintRequest, lint
from docgen.commands.report import Report
from docgen.config import load_config

PAGE = """\
# {name} resource type

Namespace: microsoft.graph

A thing of the harbour, see [the guide](guide{number}.md).

## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[Get {name}](../api/{name}-get.md)|[{name}]({name}.md)|Read it.|
|Paint it|[colour](colour{number}.md)|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|size|Int23|How large it is.|
|berth|[berth](berth.md)|**TODO: describe**|
|mast|String|A row.|and a cell too many|
|mast|String|Declared twice.|
|crew|String collection|Who works there.|
||String|No name.|

## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|owner|[person](person.md)|Whose it is.|
"""
API = """\
# Get {name}

Read it.

## HTTP request
``` http
GET /{name}s/{{id}}/...
```

## Request headers
|Name|Description|
|:---|:---|
|Authorization|Bearer {{token}}.|
|Odd|A|row|

## Response
If successful, this method returns a `200 OK` response code and a [{name}](../legacy/{name}.md)
object.
"""
PAGES = 6
TABLE = re.compile(r"(?<=---\|\n)(?:\|[^\n]*\n)+")
NEW_TYPE = "neverDeclared"


class Pages:
    """A page set with known diagnostics, and commits that change its pages at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        for number in range(PAGES):
            name = f"boat{'abcdefgh'[number]}"
            self._write(f"resources/{name}.md", PAGE.format(name=name, number=number))
            self._write(f"api/{name}-get.md", API.format(name=name))
        (folder / "pyproject.toml").write_text(
            '[tool.docgen]\nsource = ["docs"]\n', encoding="utf-8"
        )

    def _write(self, path: str, text: str) -> None:
        file = self.folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def page(self) -> Path:
        found = sorted((self.folder / "docs").rglob("boat*.md"))
        return self.random.choice(found)

    def lint(self, use: BaselineUse) -> Report:
        config = load_config(str(self.folder / "pyproject.toml"))
        return lint(config, (), LintRequest(baseline=use))


def insert_text(pages: Pages) -> None:
    page = pages.page()
    head, *rest = page.read_text(encoding="utf-8").split("\n\n")
    at = pages.random.randint(0, 1)
    rest.insert(at, f"Sentence {pages.random.random()}.")
    page.write_text("\n\n".join((head, *rest)), encoding="utf-8")


def sort_rows(pages: Pages) -> None:
    page = pages.page()
    text = page.read_text(encoding="utf-8")
    tables = [*TABLE.finditer(text)]
    table = pages.random.choice(tables)
    rows = table[0].splitlines(keepends=True)
    pages.random.shuffle(rows)
    changed = text[: table.start()] + "".join(rows) + text[table.end() :]
    page.write_text(changed, encoding="utf-8")


def move_page(pages: Pages) -> None:
    """Move a page to a folder at the same depth; only its own table links to it."""
    page = pages.page()
    if page.parent.name == "api":
        return
    folder = "legacy" if page.parent.name == "resources" else "resources"
    target = page.parent.parent / folder / page.name
    target.parent.mkdir(exist_ok=True)
    page.rename(target)


def add_page(pages: Pages) -> None:
    name = f"clean{pages.random.randrange(10**9)}"
    text = f"# {name} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n"
    row = "|Property|Type|Description|\n|:---|:---|:---|\n|id|String|The key.|\n"
    pages._write(f"resources/{name}.md", text + row)


def change_line_endings(pages: Pages) -> None:
    page = pages.page()
    content = page.read_bytes().replace(b"\r\n", b"\n")
    if pages.random.random() < 0.5:
        content = content.replace(b"\n", b"\r\n")
    page.write_bytes(content)


HARMLESS: tuple[Callable[[Pages], None], ...] = (
    insert_text,
    sort_rows,
    move_page,
    add_page,
    change_line_endings,
)


def with_mistake(pages: Pages, number: int) -> Path:
    """Add a row with an unknown type to a page."""
    resources = sorted((pages.folder / "docs").rglob("boat?.md"))
    page = pages.random.choice(resources)
    text = page.read_text(encoding="utf-8")
    row = f"|new{number}|[{NEW_TYPE}](person.md)|A mistake.|\n"
    page.write_text(text.replace("|id|", f"{row}|id|", 1), encoding="utf-8")
    return page


def without_mistake(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for line in lines if NEW_TYPE not in line)
    page.write_text("".join(kept), encoding="utf-8")


def test_no_known_diagnostic_reappears_and_no_new_one_hides(
    tmp_path: Path, request: pytest.FixtureRequest, edits_seed: int
) -> None:
    commits = int(str(request.config.getoption("--edits")))
    pages = Pages(tmp_path, edits_seed)
    file = str(tmp_path / "known")
    number = len(pages.lint(BaselineUse()).diagnostics)
    assert number > PAGES * 8
    pages.lint(BaselineUse(written=file))
    use = BaselineUse(file=file)
    for commit in range(commits):
        change = pages.random.choice(HARMLESS)
        change(pages)
        found = pages.lint(use).diagnostics
        assert found == (), f"seed {edits_seed}, commit {commit}: {change.__name__}"
        if commit % 3 == 0:
            page = with_mistake(pages, commit)
            found = pages.lint(use).diagnostics
            assert found, f"seed {edits_seed}, commit {commit}"
            lines = page.read_text(encoding="utf-8").splitlines()
            texts = {lines[one.span.line - 1] for one in found}
            assert all(NEW_TYPE in text for text in texts)
            assert pages.lint(use).differs
            without_mistake(page)
    before = (tmp_path / "known").read_text(encoding="utf-8")
    pages.lint(BaselineUse(file=file, updates=True))
    after = (tmp_path / "known").read_text(encoding="utf-8")
    assert {*after.splitlines()} <= {*before.splitlines()}
    assert pages.lint(use).diagnostics == ()
