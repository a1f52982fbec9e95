"""The positions of the parts of a message on its page."""

from docgen.examples.written import WrittenText
from docgen.extract.api.declarations import WrittenMessage
from docgen.source import Span


def test_a_key_with_a_line_break_ends_on_its_first_line() -> None:
    text = 'POST /ships\n\n{\n  "old\nname": 1, "b": 2\n}'
    message = WrittenMessage(text=text, line=10, columns=(), body_line=2)
    written = WrittenText("a.md", message)
    assert written.value(("old\nname",), is_key=True) == Span(13, 4, 7)
    assert written.value(("b",), is_key=True) == Span(14, 12, 13)
