"""Sources: the line is what they say, the columns are for those who point at them."""

from docgen.schema.model import Source, source_of
from docgen.source import Span


def test_two_sources_in_one_line_are_the_same() -> None:
    one, other = source_of("a.md", Span(3, 2, 6)), Source(path="a.md", line=3)
    assert one == other
    assert len({one, other}) == 1
    assert one != Source(path="b.md", line=3)


def test_a_source_points_at_the_name() -> None:
    assert source_of("a.md", Span(3, 2, 6)).span == Span(3, 2, 6)
