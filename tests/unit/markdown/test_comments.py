"""The ranges of comments and of unclosed fences."""

import pytest

from docgen.markdown.comments import scan_comments

COMMENTS = {
    "none": ("text", []),
    "one": ("a <!-- b --> c", ["<!-- b -->"]),
    "on several lines": ("<!--\n| a |\n-->\nx", ["<!--\n| a |\n-->"]),
    "two on a line": ("<!--a--><!--b-->", ["<!--a-->", "<!--b-->"]),
    "an empty one": ("<!-->x", ["<!-->"]),
    "not in a fence": ("```\n<!-- a -->\n```\n<!-- b -->", ["<!-- b -->"]),
    "not in a fence of tildes": ("~~~\n<!-- a -->\n~~~", []),
    "not in a fence in a list": ("- ```\n  <!-- a -->\n  ```", []),
    "not in a fence in a quote": ("> ```\n> <!-- a -->\n> ```", []),
    "not in a code span": ("`<!--` and <!-- a -->", ["<!-- a -->"]),
    "after a single backtick": ("` <!-- a -->", ["<!-- a -->"]),
    "after a code span": ("`a` <!-- b -->", ["<!-- b -->"]),
    "a code span ends on its line": ("`\n<!-- a --> `", ["<!-- a -->"]),
    "a fence in a comment is not one": (
        "<!--\n```\n-->\n<!-- a -->",
        ["<!--\n```\n-->", "<!-- a -->"],
    ),
    "backticks within a line are not a fence": (
        "a ```\n<!-- b -->",
        ["<!-- b -->"],
    ),
    "a nested comment ends with the first closing": (
        "<!-- a <!-- b --> c -->",
        ["<!-- a <!-- b -->"],
    ),
    "unclosed, it extends to the end": ("<!-- b\n# c", ["<!-- b\n# c"]),
    "unclosed within a line, it is only its opening": ("a <!-- b\n# c", ["<!--"]),
    "closed after its paragraph, it is only its opening": (
        "a <!-- b\n\nc -->",
        ["<!--"],
    ),
    "closed after its row, it is only its opening": (
        "|a|<!-- b|\n|c|d -->|",
        ["<!--"],
    ),
    "closed after its heading, it is only its opening": (
        "# a <!-- b\n|c|\n-->",
        ["<!--"],
    ),
    "in a quote that ends, it is only its opening": ("> <!-- b\n\n-->", ["<!--"]),
    "closed in its paragraph": ("a <!-- b\nc --> d", ["<!-- b\nc -->"]),
    "unclosed, it ends after its JSON": (
        '<!-- {"a": {"b": "}"}}\n# c',
        ['<!-- {"a": {"b": "}"}}'],
    ),
    "unclosed, with another one below": (
        '<!-- {"a": 1}\n# c\n<!-- d -->',
        ['<!-- {"a": 1}', "<!-- d -->"],
    ),
    "JSON that contains a comment opening": (
        '<!-- {"a": "<!--"} -->',
        ['<!-- {"a": "<!--"} -->'],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments_are_found(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in scan_comments(text).comments] == expected


OPEN_FENCES = {
    "not a closed fence": ("```\na\n```\n# b", []),
    "to the end of the page": ("x\n```\na\n", ["```\na\n"]),
    "before a heading": ("```\na\n\n## b\n", ["```\na\n"]),
    "before a comment": ("```\na\n<!-- b -->", ["```\na"]),
    "before a table row": ("```\na\n|b|\n", ["```\na"]),
    "before an HTML table": ("```json\n{\n<table>\n<tr>", ["```json\n{"]),
    "before an HTML row": ("~~~\na\n  <TR><td>b", ["~~~\na"]),
    "before an HTML table with attributes": ("```\n<table class='a'>", ["```"]),
    "not before another tag": ("```\n<track>\n<p>", ["```\n<track>\n<p>"]),
    "not in a closed fence with a table": ("```html\n<table>\n```\n", []),
    "before another fence": ("```\na\n``` json\nb\n```", ["```\na"]),
    "fewer characters do not close it": ("````\na\n```\n# b", ["````\na\n```"]),
    "other characters do not close it": ("```\na\n~~~\n# b", ["```\na\n~~~"]),
    "more characters close it": ("```\na\n`````\n# b", []),
}


@pytest.mark.parametrize(("text", "expected"), OPEN_FENCES.values(), ids=OPEN_FENCES)
def test_unclosed_fences_end_before_the_next_block(
    text: str, expected: list[str]
) -> None:
    assert [text[f.start : f.end] for f in scan_comments(text).open_fences] == expected
