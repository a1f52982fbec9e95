"""Compare runs that use the cache with runs that use neither a cache nor earlier output."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import black
import pytest
from checkout import CONFIG, PAGES, Checkout, Docgen, Run

ENTITY = """\
# entity resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "abstract": true,
  "baseType": "",
  "@odata.type": "microsoft.graph.entity"
} -->
``` json
{ "@odata.type": "#microsoft.graph.entity", "id": "String" }
```
"""

RESOURCE = """\
# {name} resource type

Namespace: microsoft.graph

## Properties
|Property|Type|Description|
|:---|:---|:---|
{rows}

## JSON representation
<!-- {{
  "blockType": "resource",{base}
  "@odata.type": "microsoft.graph.{name}"
}} -->
``` json
{{ "@odata.type": "#microsoft.graph.{name}" }}
```
"""


def resource(name: str, *rows: str, base: str = "") -> str:
    """Return the page of a resource with rows of properties and perhaps a base type."""
    base_line = f'\n  "baseType": "microsoft.graph.{base}",' if base else ""
    return RESOURCE.format(name=name, rows="\n".join(rows), base=base_line)


EVERY_KIND = {
    **PAGES,
    "docs/resources/entity.md": ENTITY,
    "docs/resources/animal.md": resource("animal", "|weight|Double|In kg.|"),
    "docs/resources/cat.md": resource("cat", "|claws|Int32|Sharp.|", base="animal"),
    "docs/resources/dog.md": resource("dog", "|tricks|String|", base="animal"),
    "docs/resources/owner.md": resource(
        "owner",
        "|pet|[cat](cat.md) or [dog](dog.md)|A pet.|",
        "|class|String|A word that Python reserves.|",
        "|toDict|String|A name that models reserve.|",
        "|lost|[unicorn](unicorn.md)|**TODO: describe**|",
    ),
}
"""Pages with types of every kind, and something to report in several stages."""


class Outcome(NamedTuple):
    """The result of `generate` and `lint`; `generated` maps paths of output to content."""

    generate: Run
    lint: Run
    generated: dict[str, bytes]


Contents = frozenset[tuple[str, bytes | str]]
"""Paths of files with their content, and of links with their targets."""

FROM_NOTHING: dict[tuple[object, ...], Outcome] = {}
"""Outcomes by options, contents of the checkout and black, which some tests replace.

Many tests begin with the same pages, or end with them.
"""


def contents(folder: Path) -> Contents:
    return frozenset(
        (
            path.relative_to(folder).as_posix(),
            str(path.readlink()) if path.is_symlink() else path.read_bytes(),
        )
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    )


class Comparison(NamedTuple):
    """Runs docgen in a checkout, with the cache and from nothing."""

    checkout: Checkout
    docgen: Docgen
    monkeypatch: pytest.MonkeyPatch

    def incremental(self, *options: str) -> Outcome:
        """Run with the cache, on top of the output of earlier runs."""
        return self._run(self.checkout, *options)

    def from_nothing(self, *options: str) -> Outcome:
        """Run in a copy of the checkout without output and without a cache."""
        copy = Checkout(self.checkout.folder.parent / "copy" / "checkout")
        shutil.rmtree(copy.folder, ignore_errors=True)
        ignored = shutil.ignore_patterns("generated", "other_output")
        shutil.copytree(
            self.checkout.folder, copy.folder, symlinks=True, ignore=ignored
        )
        known = options, contents(copy.folder), black.format_str
        if known not in FROM_NOTHING:
            with self.monkeypatch.context() as context:
                context.chdir(copy.folder)
                FROM_NOTHING[known] = self._run(copy, *options, "--no-cache")
        return FROM_NOTHING[known]

    def _run(self, checkout: Checkout, *options: str) -> Outcome:
        generate, lint = (
            comparable(self.docgen(command, *options)) for command in COMMANDS
        )
        trees = {name: checkout.tree(name) for name in ("generated", "other_output")}
        return Outcome(
            generate,
            lint,
            {
                f"{n}/{p}": content
                for n, tree in trees.items()
                for p, content in tree.items()
            },
        )

    def one(self, *arguments: str) -> Run:
        """Run one command with the cache."""
        return comparable(self.docgen(*arguments))

    def one_from_nothing(self, *arguments: str) -> Run:
        """Run one command with an empty cache; the output of earlier runs is kept."""
        cache = self.checkout.folder.parent / "empty cache"
        shutil.rmtree(cache, ignore_errors=True)
        kept = self.checkout.folder.parent / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.checkout.folder, kept, symlinks=True)
        with self.monkeypatch.context() as context:
            context.setenv("DOCGEN_CACHE_DIR", str(cache))
            context.chdir(kept)
            return comparable(self.docgen(*arguments))

    def check(self, change: Callable[[], object], *options: str) -> Outcome:
        """Change something; fail unless two incremental runs equal one from nothing."""
        change()
        wanted = self.from_nothing(*options)
        for run in ("first", "second"):
            assert_equal(self.incremental(*options), wanted, f"the {run} run")
        return wanted


COMMANDS = ("generate", "lint")
SUMMARY = re.compile(r"^.*\((\d[\d,]* pages?.*)\)$", re.MULTILINE)
"""The last line of `generate`: how many files were written differs, the counts don't."""


def comparable(run: Run) -> Run:
    """Drop how long a run took and how many files it wrote."""
    return run._replace(err=re.sub(r" in \d+\.\d s", "", SUMMARY.sub(r"\1", run.err)))


def assert_equal(found: Outcome, wanted: Outcome, name: str) -> None:
    """Fail with the first difference; output that an earlier target left does not count."""
    assert found.generate == wanted.generate, f"`docgen generate`, {name}"
    assert found.lint == wanted.lint, f"`docgen lint`, {name}"
    folders = {path.split("/")[0] for path in wanted.generated}
    there = {
        path: content
        for path, content in found.generated.items()
        if path.split("/")[0] in folders
    }
    assert there.keys() == wanted.generated.keys(), f"files of {name}"
    for path, content in wanted.generated.items():
        assert there[path].decode() == content.decode(), f"{path} of {name}"


def config(*lines: str) -> dict[str, str]:
    """Return the configuration of the checkout with some lines more, as a file."""
    return {"pyproject.toml": "\n".join((CONFIG, *lines, ""))}


def write_all(checkout: Checkout, files: dict[str, str]) -> None:
    """Write files of a checkout."""
    for path, content in files.items():
        checkout.write(path, content)


def own_templates() -> Path:
    """Return the folder of the templates that docgen ships."""
    return Path(__file__).parents[2] / "templates"
