"""Conservation on API pages: request lines and rows of parameters are known, or reported.

The second reader here looks at lines only and shares no code with docgen. The pages are those of
the cases, or those in `api` of the folder that `--corpus` names, and damaged ones: as many as
`--damaged-pages`, with seeds from `--damaged-seed` on.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

import msgspec
import pytest
from damage import damaged
from read_pages import read, row_sources
from seen_rows import is_delimiter

from docgen.diagnostics import Diagnostic
from docgen.examples.stage import check_examples
from docgen.extract.declarations import Declarations
from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import ApiOperation, Schema

ROOT = Path(__file__).parents[2]
REQUEST = re.compile(r"\s*(?:GET|POST|PUT|PATCH|DELETE)\s+[/{~h]\S")
INVISIBLE = "\u200b\ufeff\u00ad\u2060"
BLANKS = f" \t\u00a0{INVISIBLE}"
HEADING = re.compile(rf"[ {INVISIBLE}]{{0,3}}#{{1,6}}[ \t]+(\S.*)")
REQUESTS = re.compile(r"http requests?\b", re.IGNORECASE)
PARAMETERS = re.compile(
    r"(?:optional )?(?:request (?:body|headers)|(?:path|function|query) parameters)",
    re.IGNORECASE,
)
PERMISSIONS = re.compile(r"\s*\|\s*permission type\s*\|\s*permissions\b", re.IGNORECASE)
API_PAGE = re.compile(r"\A---\n(?:(?!---)[\w.-]+:.*\n)*?doc_type: ?\"?apiPage")


@pytest.fixture
def folder(pytestconfig: pytest.Config) -> Path:
    return Path(pytestconfig.getoption("--corpus") or ROOT / "tests" / "cases")


@cache
def texts(folder: Path) -> tuple[str, ...]:
    files = sorted({*folder.glob("api/*.md"), *folder.glob("*/pages/api/*.md")})
    return tuple(file.read_text("utf-8-sig") for file in files)


def test_nothing_on_the_pages_is_lost(folder: Path) -> None:
    pages = {f"api/{number}.md": text for number, text in enumerate(texts(folder))}
    seen = [line for text in pages.values() for line in seen_lines(text)]
    assert len(seen) > len(pages)
    assert list(lost_lines(pages)) == []


def test_nothing_on_damaged_pages_is_lost(seeds: range, folder: Path) -> None:
    pages = texts(folder)
    for seed in seeds:
        chosen = Random(seed).choice(pages)  # noqa: S311 - reproducible
        lost = list(lost_lines({"api/a.md": damaged(chosen, seed)}))
        assert (seed, lost) == (seed, [])


def test_mistakes_in_examples_are_on_lines_of_the_page(folder: Path) -> None:
    pages = {f"api/{number}.md": text for number, text in enumerate(texts(folder))}
    assert list(misplaced_mistakes(pages)) == []


def test_mistakes_in_examples_of_damaged_pages_are_on_lines_of_the_page(
    seeds: range, folder: Path
) -> None:
    pages = texts(folder)
    for seed in seeds:
        chosen = Random(seed).choice(pages)  # noqa: S311 - reproducible
        found = list(misplaced_mistakes({"api/a.md": damaged(chosen, seed)}))
        assert (seed, found) == (seed, [])


def test_mistakes_in_indented_examples_are_at_the_same_words(folder: Path) -> None:
    pages = {f"api/{number}.md": text for number, text in enumerate(texts(folder))}
    random = Random(0)  # noqa: S311 - reproducible
    moved = {path: indented(text, random) for path, text in pages.items()}
    words = Counter(reported_words(pages))
    assert any(word for _, _, _, word in words)
    assert Counter(reported_words(moved)) == words


def indented(text: str, random: Random) -> str:
    """Return a page whose code blocks are indented, and some of their lines.

    By one space: a block that is indented further could belong to a list above it.
    """
    lines, is_code = text.split("\n"), False
    for number, line in enumerate(lines):
        is_end = line.startswith("```")
        if is_end or is_code:
            lines[number] = " " * (is_end or random.randrange(2)) + line
        is_code = is_code != is_end
    return "\n".join(lines)


def reported_words(pages: dict[str, str]) -> Iterator[tuple[str, str, int, str]]:
    """Return the code, page and line of each mistake in an example, and the words at its span."""
    lines = {path: text.split("\n") for path, text in pages.items()}
    for one in mistakes(pages):
        line = lines[one.path][one.span.line - 1]
        words = line[one.span.column - 1 : one.span.end_column - 1]
        yield one.code, one.path, one.span.line, words


def misplaced_mistakes(pages: dict[str, str]) -> Iterator[Diagnostic]:
    """Return the mistakes in examples whose position is not one of their page.

    The end of a line is one: something is missing there.
    """
    lines = {path: text.split("\n") for path, text in pages.items()}
    for one in mistakes(pages):
        is_on_page = 1 <= one.span.line <= len(lines[one.path])
        line = lines[one.path][one.span.line - 1] if is_on_page else ""
        first, end = one.span.column, one.span.end_column
        is_on_line = 1 <= first <= len(line) + 1 and first <= end
        if not is_on_page or not is_on_line or end > max(len(line), first) + 1:
            yield one


def mistakes(pages: dict[str, str]) -> Sequence[Diagnostic]:
    """Return the mistakes in examples of pages."""
    parsed = [
        parse(path, text.encode("utf-8", "surrogatepass"))
        for path, text in pages.items()
    ]
    declared = [extract(one.value).value for one in parsed]
    schema = resolve(declared, "microsoft.graph.entity", is_whole=True).value
    return check_examples(declared, schema)


def test_declarations_of_api_pages_are_stored_without_loss(folder: Path) -> None:
    decoder = msgspec.msgpack.Decoder(Declarations)
    for number, text in enumerate(texts(folder)):
        page = parse(f"api/{number}.md", text.encode("utf-8", "surrogatepass"))
        declared = extract(page.value).value
        assert decoder.decode(msgspec.msgpack.encode(declared)) == declared


def test_operations_are_stored_without_loss(folder: Path) -> None:
    pages = {f"api/{number}.md": text for number, text in enumerate(texts(folder)[:99])}
    schema, _ = read(pages)
    decoder = msgspec.msgpack.Decoder(tuple[ApiOperation, ...])
    stored = msgspec.msgpack.encode(schema.operations)
    assert decoder.decode(stored) == schema.operations


def lost_lines(pages: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    """Return the lines of API pages that are neither in the schema nor in a diagnostic."""
    schema, diagnostics = read(pages)
    known = {(each.path, each.span.line) for each in diagnostics}
    known |= {*known_lines(schema)}
    known |= {(source.path, source.line) for source in row_sources(schema)}
    hidden = [one for one in diagnostics if one.code == "unclosed-comment"]
    for path, text in pages.items():
        end = min((one.span.line for one in hidden if one.path == path), default=10**6)
        for line, content in seen_lines(text) if API_PAGE.match(text) else ():
            if line < end and (path, line) not in known:
                yield path, line, content


def is_closed(opening: str, following: list[str]) -> bool:
    """Return whether a code block is closed before another begins.

    One that is not closed ends before the next heading. So does one without a language: its line is
    more likely the end of a block without a start.
    """
    fence = opening[:3]
    fences = (line.strip() for line in following if line.strip().startswith(fence))
    return opening != fence and next(fences, "-").strip(fence) == ""


def title_of_section(line: str) -> str:
    """Return what the lines below a heading are: `requests`, `parameters`, or empty."""
    found = HEADING.match(line)
    title = found[1].strip() if found else ""
    if PARAMETERS.fullmatch(title):
        return "parameters"
    return "requests" if REQUESTS.match(title) else ""


def known_lines(schema: Schema) -> Iterator[tuple[str, int]]:
    for one in schema.operations:
        for request in one.requests:
            yield request.source.path, request.source.line
        for parameter in one.parameters:
            for source in (parameter.source, *parameter.sources):
                yield source.path, source.line
        for example in one.examples:
            yield example.source.path, example.source.line


def seen_lines(text: str) -> Iterator[tuple[int, str]]:
    """Return the request lines and the rows of parameters on a page, with their numbers."""
    section, fence, opening, is_comment, is_table = "", "", "", False, False
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        bare = line.strip(BLANKS)
        if is_comment or (not fence and "<!--" in line):
            is_comment = "-->" not in line.rpartition("<!--")[2]
            is_table = is_table and "|" in line
        elif fence and bare.startswith(fence) and not bare.strip(fence):
            fence = ""
        elif fence and HEADING.match(line) and not is_closed(opening, lines[number:]):
            fence, section = "", title_of_section(line)
        elif not fence and bare.startswith(("```", "~~~")):
            fence, opening, is_table = bare[:3], bare, False
        elif fence:
            if section == "requests" and REQUEST.match(line):
                yield number, line
        elif HEADING.match(line):
            section, is_table = title_of_section(line), False
        elif section != "parameters" or not bare.startswith("|"):
            is_table = False
        elif is_delimiter(bare):
            is_table = not PERMISSIONS.match(lines[number - 2])
        elif is_table and re.search(r"\w", bare):
            yield number, line
