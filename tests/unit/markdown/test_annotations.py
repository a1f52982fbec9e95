"""Annotations: which comments are some, what is read of them, and from where."""

import pytest

from docgen.diagnostics import Result
from docgen.markdown.page import Annotation, Page
from docgen.markdown.parse import parse
from docgen.source import Span


def annotations(checked: Result[Page]) -> list[Annotation]:
    return [
        block
        for section in checked.value.sections
        for block in section.blocks
        if isinstance(block, Annotation)
    ]


READ = {
    "JSON": ('{"blockType": "x"}', '{"blockType": "x"}', []),
    "on several lines": ('{\n"blockType": "x"\n}\n', '{"blockType": "x"}', []),
    "behind blanks": (' \n {"blockType": "x"} ', '{"blockType": "x"}', []),
    "a comma too many": (
        '{"blockType": "x",}',
        '{"blockType": "x"}',
        ["repaired-json"],
    ),
    "a key without quotation marks": (
        '{blockType: "x"}',
        '{"blockType": "x"}',
        ["repaired-json"],
    ),
    "JSON that can't be repaired": ('{"blockType" "x"}', "", ["invalid-annotation"]),
    "JSON that is never closed": ('{"blockType": "x"', "", ["invalid-annotation"]),
}


@pytest.mark.parametrize(("comment", "json", "told"), READ.values(), ids=READ)
def test_an_annotation_is_read(comment: str, json: str, told: list[str]) -> None:
    checked = parse("a.md", f"# a\n<!--{comment}-->\n".encode())
    (found,) = annotations(checked)
    assert (found.json, found.span) == (json, Span(2, 1, 5))
    assert [d.code for d in checked.diagnostics] == told


OTHERS = {
    "words": "a blockType in words",
    "JSON without a block type": '{"type": "#page.annotation"}',
    "a block type of an inner object": '{"a": {"blockType": "x"}}',
    "a list": '["blockType"]',
    "nothing": "",
}


@pytest.mark.parametrize("comment", OTHERS.values(), ids=OTHERS)
def test_other_comments_vanish(comment: str) -> None:
    checked = parse("a.md", f"<!--{comment}-->".encode())
    assert (checked.value.sections, checked.diagnostics) == ((), ())


def test_keys_have_their_places() -> None:
    text = '# a\n <!-- {"blockType": "x",\n  "baseType": ""}-->\n'
    (found,) = annotations(parse("a.md", text.encode()))
    assert found.keys == (
        ("blockType", Span(2, 9, 18)),
        ("baseType", Span(3, 4, 12)),
    )


def test_an_annotation_stands_where_it_stood() -> None:
    text = 'a\n\n<!-- {"blockType": "x"} -->\n```\nb\n```\n# c\n'
    section, _ = parse("a.md", text.encode()).value.sections
    kinds = [type(block).__name__ for block in section.blocks]
    assert kinds == ["Paragraph", "Annotation", "Fence"]


def test_an_annotation_that_is_never_closed_hides_nothing() -> None:
    text = '<!-- {"blockType": "x"}\n\n# a\n'
    checked = parse("a.md", text.encode())
    assert [found.json for found in annotations(checked)] == ['{"blockType": "x"}']
    assert [d.code for d in checked.diagnostics] == ["unclosed-comment"]
    assert len(checked.value.sections) == 2


UNCLOSED = {
    "hides the rest of the page": ("<!-- b\n\n# c\n", 1),
    "ends behind its JSON": ('<!-- {"a": 1}\n\n# c\n', 2),
    "is passed over in the middle of a line": ("b <!-- c\n\n# d\n", 2),
    "ends with another one": ("<!-- b\n<!-- c -->\n# d\n", 2),
}


@pytest.mark.parametrize(("text", "sections"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_comment_that_is_never_closed(text: str, sections: int) -> None:
    checked = parse("a.md", f"# a\n\n{text}".encode())
    (told,) = checked.diagnostics
    column = text.index("<!--") + 1
    assert (told.code, told.span) == ("unclosed-comment", Span(3, column, column + 4))
    assert len(checked.value.sections) == sections
