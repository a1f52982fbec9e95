"""Which diagnostics comments suppress, and on which lines."""

import pytest

from docgen.diagnostics import Diagnostic, Suppression
from docgen.markdown.parse import parse
from docgen.source import Span

COMMENT = "<!-- docgen: ignore invalid-name -->"

LINES = {
    "on its own line, it applies to the next line": (f"{COMMENT}\n|a|b|", [(1, 2)]),
    "with blank lines after it": (f"{COMMENT}\n\n \n# a\nb", [(1, 4)]),
    "with other comments after it": (f"{COMMENT}\n<!-- a\nb -->\nc", [(1, 4)]),
    "two of them apply to the same line": (
        f"{COMMENT}\n{COMMENT}\na",
        [(1, 3), (2, 3)],
    ),
    "on several lines": ("<!-- docgen: ignore\n  invalid-name\n-->\na", [(1, 4)]),
    "on a line with text, it applies to that line": (f"a\n|b| {COMMENT}\nc", [(2, 2)]),
    "also before the text": (f"{COMMENT} a\nb", [(1, 1)]),
    "at the end of the page": (f"a\n{COMMENT}", [(2, 2)]),
    "to a complete annotation": (
        f'{COMMENT}\n<!-- {{\n"blockType": "resource"\n}} -->\na',
        [(1, 4)],
    ),
    "to a complete code block": (f"{COMMENT}\n```json\n{{\n}}\n```\na", [(1, 5)]),
    "to an unclosed code block": (
        f"{COMMENT}\n~~~\na\n# b\n|c|",
        [(1, 3)],
    ),
    "only to the line before a code block": (
        f"{COMMENT}\na\n```\nb\n```",
        [(1, 2)],
    ),
    "to the page": ("# a\n<!-- docgen: ignore-page invalid-name -->\nb", [None]),
    "after front matter": (f"---\ntitle: a\n---\n{COMMENT}\n# b", [(4, 5)]),
    "not in a code block": (f"```\n{COMMENT}\n```", []),
    "not in a code span": (f"`{COMMENT}`", []),
    "not an unclosed comment": ("<!-- docgen: ignore invalid-name\na", []),
    "not other comments": ("<!-- ignore invalid-name -->\n<!-- docgen -->", []),
}


@pytest.mark.parametrize(("text", "lines"), LINES.values(), ids=LINES.keys())
def test_a_comment_applies(text: str, lines: list[tuple[int, int] | None]) -> None:
    assert [one.lines for one in suppressed(text)] == lines


CODES = {
    "one": ("ignore invalid-name", ["invalid-name"]),
    "several": ("ignore invalid-name, empty-row", ["invalid-name", "empty-row"]),
    "with spaces between them": (
        "ignore invalid-name empty-row",
        ["invalid-name", "empty-row"],
    ),
    "with a reason": (
        "ignore invalid-name (empty-row, once (or twice))",
        ["invalid-name"],
    ),
    "without spaces": (
        "ignore-page invalid-name,empty-row",
        ["invalid-name", "empty-row"],
    ),
    "next to an unknown code": ("ignore bad-nam, empty-row", ["empty-row"]),
    "none after an unknown directive": ("disable invalid-name", []),
    "none after a directive in capitals": ("IGNORE invalid-name", []),
}


@pytest.mark.parametrize(("words", "codes"), CODES.values(), ids=CODES.keys())
def test_codes(words: str, codes: list[str]) -> None:
    assert [one.code for one in suppressed(f"<!-- docgen: {words} -->")] == codes
    assert [one.code for one in suppressed(f"<!--docgen:{words}-->")] == codes


def test_each_code_has_a_span() -> None:
    found = suppressed("# a\n  <!-- docgen: ignore invalid-name,\n empty-row -->")
    assert [one.span for one in found] == [Span(2, 23, 35), Span(3, 2, 11)]


INVALID = {
    "an unknown directive": (
        "disable invalid-name",
        "unknown directive `disable`",
        Span(1, 14, 21),
    ),
    "no code": ("ignore (why not)", "comment names no code", Span(1, 14, 20)),
    "an unknown code": (
        "ignore invalid-name, invalid-nme",
        "unknown code `invalid-nme`",
        Span(1, 35, 46),
    ),
    "only the first of several": (
        "ignore this and that",
        "unknown code `this`",
        Span(1, 21, 25),
    ),
    "a very long word is shortened": (
        "ignore " + "x" * 5000,
        f"unknown code `{'x' * 60}`",
        Span(1, 21, 5021),
    ),
}


@pytest.mark.parametrize(
    ("words", "message", "span"), INVALID.values(), ids=INVALID.keys()
)
def test_an_invalid_comment_is_reported(words: str, message: str, span: Span) -> None:
    (one,) = reported(f"<!-- docgen: {words} -->")
    assert (one.code, one.message, one.span) == ("invalid-suppression", message, span)


def test_a_similar_code_is_suggested() -> None:
    (near,) = reported("<!-- docgen: ignore invalid-nme -->")
    (far,) = reported("<!-- docgen: ignore everything -->")
    assert near.help == "did you mean `invalid-name`?"
    assert far.help == "`docgen explain` lists the codes"


def suppressed(text: str) -> tuple[Suppression, ...]:
    return parse("x.md", text.encode()).suppressions


def reported(text: str) -> list[Diagnostic]:
    found = parse("x.md", text.encode()).diagnostics
    return [one for one in found if one.code == "invalid-suppression"]
