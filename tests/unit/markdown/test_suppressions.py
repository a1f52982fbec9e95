"""What comments ask not to be told, and where."""

import pytest

from docgen.diagnostics import Diagnostic, Suppression
from docgen.markdown.parse import parse
from docgen.source import Span

COMMENT = "<!-- docgen: ignore invalid-name -->"

MEANT = {
    "alone, it holds for the next line": (f"{COMMENT}\n|a|b|", [(1, 2)]),
    "behind blank lines too": (f"{COMMENT}\n\n \n# a\nb", [(1, 4)]),
    "and behind other comments": (f"{COMMENT}\n<!-- a\nb -->\nc", [(1, 4)]),
    "two of them hold for the same line": (
        f"{COMMENT}\n{COMMENT}\na",
        [(1, 3), (2, 3)],
    ),
    "over several lines": ("<!-- docgen: ignore\n  invalid-name\n-->\na", [(1, 4)]),
    "on a line with text, it holds for that": (f"a\n|b| {COMMENT}\nc", [(2, 2)]),
    "before text too": (f"{COMMENT} a\nb", [(1, 1)]),
    "at the end of the page": (f"a\n{COMMENT}", [(2, 2)]),
    "for all of an annotation": (
        f'{COMMENT}\n<!-- {{\n"blockType": "resource"\n}} -->\na',
        [(1, 4)],
    ),
    "for all of a block of code": (f"{COMMENT}\n```json\n{{\n}}\n```\na", [(1, 5)]),
    "for a block of code that is never closed": (
        f"{COMMENT}\n~~~\na\n# b\n|c|",
        [(1, 3)],
    ),
    "for no more than the line before a block of code": (
        f"{COMMENT}\na\n```\nb\n```",
        [(1, 2)],
    ),
    "for the page": ("# a\n<!-- docgen: ignore-page invalid-name -->\nb", [None]),
    "behind front matter": (f"---\ntitle: a\n---\n{COMMENT}\n# b", [(4, 5)]),
    "none in a block of code": (f"```\n{COMMENT}\n```", []),
    "none in a code span": (f"`{COMMENT}`", []),
    "none that is never closed": ("<!-- docgen: ignore invalid-name\na", []),
    "none of other comments": ("<!-- ignore invalid-name -->\n<!-- docgen -->", []),
}


@pytest.mark.parametrize(("text", "lines"), MEANT.values(), ids=MEANT.keys())
def test_a_comment_holds(text: str, lines: list[tuple[int, int] | None]) -> None:
    assert [one.lines for one in asked(text)] == lines


CODES = {
    "one": ("ignore invalid-name", ["invalid-name"]),
    "several": ("ignore invalid-name, empty-row", ["invalid-name", "empty-row"]),
    "with blanks between them": (
        "ignore invalid-name empty-row",
        ["invalid-name", "empty-row"],
    ),
    "with a reason": (
        "ignore invalid-name (empty-row, once (or twice))",
        ["invalid-name"],
    ),
    "without a blank": (
        "ignore-page invalid-name,empty-row",
        ["invalid-name", "empty-row"],
    ),
    "beside one that is none": ("ignore bad-nam, empty-row", ["empty-row"]),
    "none behind another word": ("disable invalid-name", []),
    "none behind a word in capitals": ("IGNORE invalid-name", []),
}


@pytest.mark.parametrize(("words", "codes"), CODES.values(), ids=CODES.keys())
def test_codes_are(words: str, codes: list[str]) -> None:
    assert [one.code for one in asked(f"<!-- docgen: {words} -->")] == codes
    assert [one.code for one in asked(f"<!--docgen:{words}-->")] == codes


def test_each_code_has_its_place() -> None:
    found = asked("# a\n  <!-- docgen: ignore invalid-name,\n empty-row -->")
    assert [one.span for one in found] == [Span(2, 23, 35), Span(3, 2, 11)]


WRONG = {
    "another word": (
        "disable invalid-name",
        "unknown directive `disable`",
        Span(1, 14, 21),
    ),
    "no code": ("ignore (why not)", "comment names no code", Span(1, 14, 20)),
    "a code that is none": (
        "ignore invalid-name, invalid-nme",
        "unknown code `invalid-nme`",
        Span(1, 35, 46),
    ),
    "only the first of several": (
        "ignore this and that",
        "unknown code `this`",
        Span(1, 21, 25),
    ),
    "a very long word is cut": (
        "ignore " + "x" * 5000,
        f"unknown code `{'x' * 60}`",
        Span(1, 21, 5021),
    ),
}


@pytest.mark.parametrize(("words", "message", "span"), WRONG.values(), ids=WRONG.keys())
def test_told_is(words: str, message: str, span: Span) -> None:
    (one,) = told(f"<!-- docgen: {words} -->")
    assert (one.code, one.message, one.span) == ("invalid-suppression", message, span)


def test_the_nearest_code_is_named() -> None:
    (near,) = told("<!-- docgen: ignore invalid-nme -->")
    (far,) = told("<!-- docgen: ignore everything -->")
    assert near.help == "did you mean `invalid-name`?"
    assert far.help == "`docgen explain` lists the codes"


def asked(text: str) -> tuple[Suppression, ...]:
    return parse("x.md", text.encode()).suppressions


def told(text: str) -> list[Diagnostic]:
    found = parse("x.md", text.encode()).diagnostics
    return [one for one in found if one.code == "invalid-suppression"]
