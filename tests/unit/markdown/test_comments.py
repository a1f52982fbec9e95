"""Where comments begin and end, and which fences are never closed."""

import pytest

from docgen.markdown.comments import scan_comments

COMMENTS = {
    "none": ("text", []),
    "one": ("a <!-- b --> c", ["<!-- b -->"]),
    "over several lines": ("<!--\n| a |\n-->\nx", ["<!--\n| a |\n-->"]),
    "two on a line": ("<!--a--><!--b-->", ["<!--a-->", "<!--b-->"]),
    "an empty one": ("<!-->x", ["<!-->"]),
    "none in a fence": ("```\n<!-- a -->\n```\n<!-- b -->", ["<!-- b -->"]),
    "none in a fence of tildes": ("~~~\n<!-- a -->\n~~~", []),
    "none in a fence of a list": ("- ```\n  <!-- a -->\n  ```", []),
    "none in a fence of a quote": ("> ```\n> <!-- a -->\n> ```", []),
    "none in a code span": ("`<!--` and <!-- a -->", ["<!-- a -->"]),
    "one behind a lone backtick": ("` <!-- a -->", ["<!-- a -->"]),
    "one behind a code span": ("`a` <!-- b -->", ["<!-- b -->"]),
    "a code span ends with its line": ("`\n<!-- a --> `", ["<!-- a -->"]),
    "a fence in a comment is none": (
        "<!--\n```\n-->\n<!-- a -->",
        ["<!--\n```\n-->", "<!-- a -->"],
    ),
    "backticks in a line are no fence": (
        "a ```\n<!-- b -->",
        ["<!-- b -->"],
    ),
    "one in another ends with the first end": (
        "<!-- a <!-- b --> c -->",
        ["<!-- a <!-- b -->"],
    ),
    "never closed, it takes the rest": ("<!-- b\n# c", ["<!-- b\n# c"]),
    "never closed in a line, it is only its mark": ("a <!-- b\n# c", ["<!--"]),
    "closed behind its paragraph, it is only its mark": (
        "a <!-- b\n\nc -->",
        ["<!--"],
    ),
    "closed behind its row, it is only its mark": (
        "|a|<!-- b|\n|c|d -->|",
        ["<!--"],
    ),
    "closed behind its heading, it is only its mark": (
        "# a <!-- b\n|c|\n-->",
        ["<!--"],
    ),
    "in a quote that ends, it is only its mark": ("> <!-- b\n\n-->", ["<!--"]),
    "closed in its paragraph": ("a <!-- b\nc --> d", ["<!-- b\nc -->"]),
    "never closed, it ends behind its JSON": (
        '<!-- {"a": {"b": "}"}}\n# c',
        ['<!-- {"a": {"b": "}"}}'],
    ),
    "never closed, another one below": (
        '<!-- {"a": 1}\n# c\n<!-- d -->',
        ['<!-- {"a": 1}', "<!-- d -->"],
    ),
    "JSON that holds the mark of a comment": (
        '<!-- {"a": "<!--"} -->',
        ['<!-- {"a": "<!--"} -->'],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments_are_found(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in scan_comments(text).comments] == expected


OPEN_FENCES = {
    "a closed fence is not told": ("```\na\n```\n# b", []),
    "to the end of the page": ("x\n```\na\n", ["```\na\n"]),
    "before a heading": ("```\na\n\n## b\n", ["```\na\n"]),
    "before a comment": ("```\na\n<!-- b -->", ["```\na"]),
    "before a table row": ("```\na\n|b|\n", ["```\na"]),
    "before another fence": ("```\na\n``` json\nb\n```", ["```\na"]),
    "fewer marks do not close it": ("````\na\n```\n# b", ["````\na\n```"]),
    "other marks do not close it": ("```\na\n~~~\n# b", ["```\na\n~~~"]),
    "more marks close it": ("```\na\n`````\n# b", []),
}


@pytest.mark.parametrize(("text", "expected"), OPEN_FENCES.values(), ids=OPEN_FENCES)
def test_open_fences_end_where_they_hide_nothing(
    text: str, expected: list[str]
) -> None:
    assert [text[f.start : f.end] for f in scan_comments(text).open_fences] == expected
