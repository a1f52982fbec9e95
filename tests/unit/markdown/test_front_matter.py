"""Front matter: what is read, what is told, and that it never hides the page."""

import pytest

from docgen.markdown.parse import parse
from docgen.source import Span

READ = {
    "a value": ("title: Team", [("title", "Team")]),
    "a value in double quotes": ('title: "a: b"', [("title", "a: b")]),
    "a value in single quotes": ("title: 'it''s'", [("title", "it's")]),
    "quotation marks inside quotes": (
        'title: "the "best" team"',
        [("title", 'the "best" team')],
    ),
    "escaped quotation marks": ('title: "a \\"b\\""', [("title", 'a "b"')]),
    "a quotation mark that is never closed": ('title: "a', [("title", "a")]),
    "no value": ("title:", [("title", "")]),
    "a colon in a value": ("title: drive: list", [("title", "drive: list")]),
    "a key with a dot": ("ms.prod: sites", [("ms.prod", "sites")]),
    "an escaped key": ("doc\\_type: x", [("doc_type", "x")]),
    "an address is no key": (
        "title: a\n https://x.example",
        [("title", "a https://x.example")],
    ),
    "a folded value": ("title: >\n  one\n  two", [("title", "one two")]),
    "a list": ("keywords:\n- a\n- b", [("keywords", "- a - b")]),
    "lines that go on, of two entries": (
        "a: 1\n- 2\n\n- 3\nb: |\n 4\n 5",
        [("a", "1 - 2 - 3"), ("b", "4 5")],
    ),
    "remarks and blank lines": ("# one\ntitle: a\n\n", [("title", "a")]),
    "a key that stands twice": ("a: 1\na: 2", [("a", "1"), ("a", "2")]),
}


@pytest.mark.parametrize(("lines", "entries"), READ.values(), ids=READ)
def test_entries_are_read(lines: str, entries: list[tuple[str, str]]) -> None:
    checked = parse("a.md", f"---\n{lines}\n---\n\n# team\n".encode())
    page = checked.value
    assert [(entry.key, entry.value) for entry in page.front_matter] == entries
    assert [s.heading.content.plain for s in page.sections if s.heading] == ["team"]


PLACES = {
    "behind the blank": ("a: bc", Span(2, 4, 6)),
    "inside the quotation marks": ('a: "bc"', Span(2, 5, 7)),
    "behind several blanks": ("a:   bc  ", Span(2, 6, 8)),
    "of no value": ("a:", Span(2, 3, 3)),
}


@pytest.mark.parametrize(("line", "span"), PLACES.values(), ids=PLACES)
def test_a_value_has_its_place(line: str, span: Span) -> None:
    (entry,) = parse("a.md", f"---\n{line}\n---\n".encode()).value.front_matter
    assert entry.span == span


DAMAGED = {
    "closed by dots": ("---\na: b\n...\n# x\n", ["a"], ["x"], []),
    "never closed, before a heading": (
        "---\na: b\n\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "never closed, a heading right below": (
        "---\na: b\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 1)],
    ),
    "never closed, a rule further down": (
        "---\na: b\n\n# x\n\n---\n\n# y\n",
        ["a"],
        ["x", "y"],
        [("invalid-front-matter", 1)],
    ),
    "never closed, no heading": (
        "---\na: b\n\ntext\n",
        ["a"],
        [],
        [("invalid-front-matter", 1)],
    ),
    "lines that are no entry are told once": (
        "---\nnonsense\na: b\nmore nonsense\n---\n# x\n",
        ["a"],
        ["x"],
        [("invalid-front-matter", 2)],
    ),
    "none at all": ("# x\n", [], ["x"], []),
    "a rule is none": ("---\n\ntext\n\n# x\n", [], ["x"], []),
    "blank lines above it": ("\n\n---\na: b\n---\n# x\n", ["a"], ["x"], []),
    "CR as line end": ("---\ra: b\r---\r# x\r", ["a"], ["x"], []),
}


@pytest.mark.parametrize(
    ("text", "keys", "headings", "told"), DAMAGED.values(), ids=DAMAGED
)
def test_damage_costs_no_more_than_itself(
    text: str, keys: list[str], headings: list[str], told: list[tuple[str, int]]
) -> None:
    checked = parse("a.md", text.encode())
    page = checked.value
    assert [entry.key for entry in page.front_matter] == keys
    assert [s.heading.content.plain for s in page.sections if s.heading] == headings
    assert [(d.code, d.span.line) for d in checked.diagnostics] == told


YAML = {
    "a plain value": "title: team",
    "no value": "title:",
    "a quoted value": 'title: "a: b"',
    "quotation marks escaped in a quoted value": 'title: "a \\"b\\" c"',
    "an apostrophe doubled in a quoted value": "title: 'it''s'",
    "a list": "tags: [a, b]",
    "a value that goes on below": "title: [a,\n  b]",
    "an address": "link: https://example.org/a",
}

NO_YAML = {
    "quotation marks within quotation marks": 'title: "a "b" c"',
    "a quotation mark that is never closed": 'title: "a',
    "a list that is never closed": "tags: [a",
    "a colon in a plain value": "title: driveItem: create",
    "a plain value that begins with a star": "title: *a",
    "a tab before a line": "title: a\n\t- b",
    "no key": "just words",
}


def told_of(lines: str) -> list[str]:
    checked = parse("a.md", f"---\n{lines}\n---\n\n# team\n".encode())
    return [told.code for told in checked.diagnostics]


@pytest.mark.parametrize("lines", YAML.values(), ids=YAML)
def test_what_yaml_reads_is_not_told(lines: str) -> None:
    assert told_of(lines) == []


@pytest.mark.parametrize("lines", NO_YAML.values(), ids=NO_YAML)
def test_what_yaml_refuses_is_told(lines: str) -> None:
    assert told_of(lines) == ["invalid-front-matter"]
