"""Sources: equal if path and line are; the columns are for diagnostics."""

from docgen.schema.model import Source, source_of
from docgen.source import Span


def test_sources_on_the_same_line_are_equal() -> None:
    one, other = source_of("a.md", Span(3, 2, 6)), Source(path="a.md", line=3)
    assert one == other
    assert len({one, other}) == 1
    assert one != Source(path="b.md", line=3)


def test_span_of_a_source_is_that_of_the_name() -> None:
    assert source_of("a.md", Span(3, 2, 6)).span == Span(3, 2, 6)
