"""Front matter: what is parsed, what is reported, and that it never hides the page."""

import pytest

from docgen.markdown.parse import parse
from docgen.source import Span

ENTRIES = {
    "a value": ("title: Team", [("title", "Team")]),
    "a value in double quotes": ('title: "a: b"', [("title", "a: b")]),
    "a value in single quotes": ("title: 'it''s'", [("title", "it's")]),
    "quotation marks inside quotes": (
        'title: "the "best" team"',
        [("title", 'the "best" team')],
    ),
    "escaped quotation marks": ('title: "a \\"b\\""', [("title", 'a "b"')]),
    "an unclosed quotation mark": ('title: "a', [("title", "a")]),
    "no value": ("title:", [("title", "")]),
    "a colon in a value": ("title: drive: list", [("title", "drive: list")]),
    "a key with a dot": ("ms.prod: sites", [("ms.prod", "sites")]),
    "an escaped key": ("doc\\_type: x", [("doc_type", "x")]),
    "a URL is not a key": (
        "title: a\n https://x.example",
        [("title", "a https://x.example")],
    ),
    "a folded value": ("title: >\n  one\n  two", [("title", "one two")]),
    "a list": ("keywords:\n- a\n- b", [("keywords", "- a - b")]),
    "continuation lines of two entries": (
        "a: 1\n- 2\n\n- 3\nb: |\n 4\n 5",
        [("a", "1 - 2 - 3"), ("b", "4 5")],
    ),
    "indented lines": ("  a: 1\n  b: 2\n  - 3", [("a", "1"), ("b", "2 - 3")]),
    "lines after an invisible character": (
        "\u200ba: 1\n\u200bb: 2",
        [("a", "1"), ("b", "2")],
    ),
    "a pipe in a continuation line": ("a: |\n  | b |\n  # c", [("a", "| b | # c")]),
    "comments and blank lines": ("# one\ntitle: a\n\n", [("title", "a")]),
    "a duplicate key": ("a: 1\na: 2", [("a", "1"), ("a", "2")]),
}


def test_front_matter_that_a_formatter_joined_ends_with_its_heading() -> None:
    lines = "# note: a\n\ntitle: b\n\n## kind: c author: d\n\n# team: archive\n"
    page = parse("a.md", f"{'_' * 70}\n\n{lines}".encode()).value
    entries = [(entry.key, entry.value) for entry in page.front_matter]
    assert entries == [("note", "a"), ("title", "b"), ("kind", "c"), ("author", "d")]
    (heading,) = (one.heading for one in page.sections if one.heading)
    assert heading.content.plain == "team: archive"


@pytest.mark.parametrize(("lines", "entries"), ENTRIES.values(), ids=ENTRIES)
def test_entries_are_parsed(lines: str, entries: list[tuple[str, str]]) -> None:
    checked = parse("a.md", f"---\n{lines}\n---\n\n# team\n".encode())
    page = checked.value
    assert [(entry.key, entry.value) for entry in page.front_matter] == entries
    assert [s.heading.content.plain for s in page.sections if s.heading] == ["team"]


SPANS = {
    "after the space": ("a: bc", Span(2, 4, 6)),
    "inside the quotation marks": ('a: "bc"', Span(2, 5, 7)),
    "after several spaces": ("a:   bc  ", Span(2, 6, 8)),
    "of an empty value": ("a:", Span(2, 3, 3)),
}


@pytest.mark.parametrize(("line", "span"), SPANS.values(), ids=SPANS)
def test_a_value_has_a_span(line: str, span: Span) -> None:
    (entry,) = parse("a.md", f"---\n{line}\n---\n".encode()).value.front_matter
    assert entry.span == span


DAMAGED = {
    "closed by dots": ("---\na: b\n...\n# x\n", ["a"], ["x"], []),
    "unclosed, before a heading": (
        "---\na: b\n\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, directly above a heading": (
        "---\na: b\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, above a heading without a space": (
        "---\na: b\n##Properties\n|c|\n---\n",
        ["a"],
        ["Properties"],
        [("invalid-front-matter", 1), ("invalid-heading", 3)],
    ),
    "unclosed, with a thematic break below": (
        "---\na: b\n\n# x\n\n---\n\n# y\n",
        ["a"],
        ["x", "y"],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, without a heading": (
        "---\na: b\n\ntext\n",
        ["a"],
        [],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, before a heading after an invisible character": (
        "---\na: b\n\u00ad\n\u00ad# x\n\n---\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, with invisible characters before all of its lines": (
        "---\n\ufeffa: b\n\ufeff# x\n\ufeff\ufefftext\n---\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "unclosed, before an indented row": (
        "---\nwords\n  |a|b|c|\n  # x\n---\n",
        [],
        ["x"],
        [("missing-delimiter", 3)],
    ),
    "unclosed, before a heading in a quote": (
        "---\na: b\n> ## Methods\n> |c|d|\n> |---|---|\n---\n",
        ["a"],
        ["Methods"],
        [("invalid-front-matter", 1)],
    ),
    "invalid lines are reported once": (
        "---\nnonsense\na: b\nmore nonsense\n---\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 2)],
    ),
    "without front matter": ("# x\n", [], ["x"], []),
    "a thematic break is not front matter": ("---\n\ntext\n\n# x\n", [], ["x"], []),
    "after blank lines": ("\n\n---\na: b\n---\n# x\n", ["a"], ["x"], []),
    "with CR line endings": ("---\ra: b\r---\r# x\r", ["a"], ["x"], []),
}


@pytest.mark.parametrize(
    ("text", "keys", "headings", "reported"), DAMAGED.values(), ids=DAMAGED
)
def test_invalid_front_matter_does_not_affect_the_page(
    text: str, keys: list[str], headings: list[str], reported: list[tuple[str, int]]
) -> None:
    checked = parse("a.md", text.encode())
    page = checked.value
    assert [entry.key for entry in page.front_matter] == keys
    assert [s.heading.content.plain for s in page.sections if s.heading] == headings
    assert [(d.code, d.span.line) for d in checked.diagnostics] == reported


VALID_YAML = {
    "a plain value": "title: team",
    "no value": "title:",
    "a quoted value": 'title: "a: b"',
    "quotation marks escaped in a quoted value": 'title: "a \\"b\\" c"',
    "an apostrophe doubled in a quoted value": "title: 'it''s'",
    "a list": "tags: [a, b]",
    "a value on two lines": "title: [a,\n  b]",
    "a URL": "link: https://example.org/a",
}

INVALID_YAML = {
    "quotation marks within quotation marks": 'title: "a "b" c"',
    "an unclosed quotation mark": 'title: "a',
    "an unclosed list": "tags: [a",
    "a colon in a plain value": "title: driveItem: create",
    "a plain value that begins with a star": "title: *a",
    "a tab before a line": "title: a\n\t- b",
    "no key": "just words",
}


def codes(lines: str) -> list[str]:
    checked = parse("a.md", f"---\n{lines}\n---\n\n# team\n".encode())
    return [each.code for each in checked.diagnostics]


@pytest.mark.parametrize("lines", VALID_YAML.values(), ids=VALID_YAML)
def test_valid_yaml_is_not_reported(lines: str) -> None:
    assert codes(lines) == []


@pytest.mark.parametrize("lines", INVALID_YAML.values(), ids=INVALID_YAML)
def test_invalid_yaml_is_reported(lines: str) -> None:
    assert codes(lines) == ["invalid-front-matter"]
