"""Fixes of damaged pages: nothing raises, and they do what they promise.

Only the lines of edits change; a second run changes nothing; no code is reported more often than
before; safe fixes keep what the pages declare, or add to it. The pages are those of docs_src, or of
the folder that `--corpus` names, each tenth of `--damaged-pages` with seeds from `--damaged-seed`
on; each has one of several encodings and line endings.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from damage import damaged
from fixed_pages import built, fixed_pages

from docgen.fixes import Fixed
from docgen.pipeline import Build
from docgen.schema.model import EnumType, Schema

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32")
NEWLINES = ("\n", "\n", "\r\n", "\r")
NEWLINE = re.compile(r"\r\n|\r|\n")
MARKS = (
    *((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16")),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


@pytest.fixture
def folder(pytestconfig: pytest.Config) -> Path:
    return Path(pytestconfig.getoption("--corpus") or ROOT / "docs_src")


@cache
def texts(folder: Path, below: str) -> tuple[str, ...]:
    files = sorted(folder.glob(f"{below}/*.md"))
    return tuple(file.read_text("utf-8-sig") for file in files)


def page_set(folder: Path, seed: int) -> dict[str, bytes]:
    """Return a damaged resource page and a damaged API page; they depend on the seed only."""
    chance = Random(seed)  # noqa: S311 - reproducible
    found = {}
    for below in ("resources", "api"):
        text = damaged(chance.choice(texts(folder, below)), chance.randrange(2**40))
        text = text.replace("\n", chance.choice(NEWLINES))
        encoded = text.encode(chance.choice(ENCODINGS), "replace")
        found[f"{below}/ship.md"] = encoded
    return found


def test_fixes_of_damaged_pages_do_what_they_promise(
    seeds: range, folder: Path, tmp_path: Path
) -> None:
    for seed in seeds[::10]:
        pages = page_set(folder, seed)
        for is_unsafe in (False, True):
            fixed = fixed_pages(tmp_path, pages, is_unsafe=is_unsafe)
            after = {**pages, **fixed.contents}
            assert (seed, broken(tmp_path, pages, after, fixed)) == (seed, [])
            again = fixed_pages(tmp_path, after, is_unsafe=is_unsafe)
            assert (seed, again.contents) == (seed, {})
            if not is_unsafe:
                assert (seed, lost(tmp_path, pages, after)) == (seed, [])


def broken(
    folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes], fixed: Fixed
) -> list[str]:
    """Return what is wrong with fixed pages."""
    problems = [
        f"another line of {path} changed"
        for path in fixed.contents
        if not is_only_edited(before[path], after[path])
    ]
    old, new = (counts(built(folder, pages)) for pages in (before, after))
    problems += (f"more {one}" for one in new - old)
    if fixed.applied and sum(new.values()) >= sum(old.values()):
        problems.append("as many diagnostics as before")
    return problems


def counts(build: Build) -> Counter[tuple[str, str]]:
    return Counter((one.path, one.code) for one in build.diagnostics)


def is_only_edited(before: bytes, after: bytes) -> bool:
    """Return whether the same lines differ with and without their line endings."""
    old, new = lines_of(before), lines_of(after)
    plain = [[line.rstrip("\r\n") for line in lines] for lines in (old, new)]
    return changed(old, new) == changed(*plain)


def lines_of(content: bytes) -> list[str]:
    """Return the lines of a page with their line endings, and its encoding as the first.

    The last line has the same ending as the first, even if it has none.
    """
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    text = content.decode(encoding)
    first = NEWLINE.search(text)
    text = text.rstrip("\r\n") + (first[0] if first else "\n")
    ends = [0, *(found.end() for found in NEWLINE.finditer(text)), len(text)]
    return [encoding, *(text[a:b] for a, b in pairwise(ends))]


def changed(old: Sequence[str], new: Sequence[str]) -> int:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return sum(
        tag != "equal" and max(end - start, stop - begin)
        for tag, start, end, begin, stop in matcher.get_opcodes()
    )


def lost(
    folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> list[tuple[str, ...]]:
    """Return what the pages declare before and not after."""
    old, new = ({*declared(built(folder, one).schema)} for one in (before, after))
    return sorted(old - new)


def declared(schema: Schema) -> Iterator[tuple[str, ...]]:
    """Yield each type, each row with its type, and each request."""
    for one in schema.types:
        yield (one.name,)
        if isinstance(one, EnumType):
            yield from ((one.name, member.name) for member in one.members)
        else:
            yield (one.name, one.kind, one.base_type or "", *one.key)
            for row in (*one.properties, *one.navigation_properties):
                yield (one.name, row.name, str(row.type), row.description or "")
            for operation in one.operations:
                yield (one.name, operation.name, operation.label)
    for api in schema.operations:
        yield from ((api.name, line.method, line.path) for line in api.requests)
        for parameter in api.parameters:
            yield (api.name, parameter.name, str(parameter.type))
