"""Comments whose marks are escaped, and text that looks like them."""

import pytest

from docgen.markdown.escaped_comments import plain_comments
from docgen.markdown.masking import MaskedText

COMMENTS = {
    "references": ("&lt;!-- a --&gt;", "   <!-- a -->   "),
    "numbers": ("&#60;!-- a --&#x3E;", "    <!-- a -->     "),
    "a backslash": ("\\<!-- a -->", " <!-- a -->"),
    "backslashes": ("<\\!\\-- a -\\->", "  <!-- a --> "),
    "only the opening": ("&lt;!-- a -->", "   <!-- a -->"),
    "only the closing": ("<!-- a --&gt; b", "<!-- a -->    b"),
    "within a line": ("a &lt;!-- b --&gt; c", "a    <!-- b -->    c"),
    "on several lines": ("&lt;!--\na\n\n--&gt;", "   <!--\na\n\n-->   "),
    "the last of two openings": (
        "&lt;!-- a\n&lt;!-- b --&gt;",
        "&lt;!-- a\n   <!-- b -->   ",
    ),
    "after an example of one": ("`&lt;!--` &lt;!----&gt;", "`&lt;!--`    <!---->   "),
}
TEXT = {
    "a plain comment": "<!-- a -->",
    "an escaped closing in a comment": "<!-- a --&gt; b -->",
    "code": "`&lt;!-- a --&gt;`",
    "a code block": "```html\n&lt;!-- a --&gt;\n```",
    "an opening alone": "a &lt;!-- b",
    "a closing alone": "a --&gt; b",
    "a heading between them": "&lt;!-- a\n# b\n--&gt;",
    "a row between them": "&lt;!-- a\n|b|c|\n--&gt;",
    "two lines of text": "a &lt;!-- b\nc --&gt;",
    "an arrow": "a &lt;!- b -&gt; c",
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_an_escaped_comment_becomes_a_plain_one(text: str, expected: str) -> None:
    found = plain_comments("a.md", MaskedText(text=text))
    assert found.value.text == expected
    assert [each.code for each in found.diagnostics] == ["escaped-comment"]


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT)
def test_other_text_is_unchanged(text: str) -> None:
    found = plain_comments("a.md", MaskedText(text=text))
    assert (found.value.text, found.diagnostics) == (text, ())
