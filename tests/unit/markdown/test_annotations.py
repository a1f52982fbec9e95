"""Annotations: which comments are annotations, how they are parsed, and their positions."""

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


ANNOTATIONS = {
    "JSON": ('{"blockType": "x"}', '{"blockType": "x"}', []),
    "on several lines": ('{\n"blockType": "x"\n}\n', '{"blockType": "x"}', []),
    "after whitespace": (' \n {"blockType": "x"} ', '{"blockType": "x"}', []),
    "an extra comma": (
        '{"blockType": "x",}',
        '{"blockType": "x"}',
        ["repaired-json"],
    ),
    "an unquoted key": (
        '{blockType: "x"}',
        '{"blockType": "x"}',
        ["repaired-json"],
    ),
    "JSON that cannot be repaired": ('{"blockType" "x"}', "", ["invalid-annotation"]),
    "unclosed JSON": ('{"blockType": "x"', "", ["invalid-annotation"]),
}


@pytest.mark.parametrize(
    ("comment", "json", "codes"), ANNOTATIONS.values(), ids=ANNOTATIONS
)
def test_an_annotation_is_parsed(comment: str, json: str, codes: list[str]) -> None:
    checked = parse("a.md", f"# a\n<!--{comment}-->\n".encode())
    (found,) = annotations(checked)
    assert (found.json, found.span) == (json, Span(2, 1, 5))
    assert [d.code for d in checked.diagnostics] == codes


OTHER_COMMENTS = {
    "text": "a blockType in words",
    "JSON without a block type": '{"type": "#page.annotation"}',
    "a block type in a nested object": '{"a": {"blockType": "x"}}',
    "an array": '["blockType"]',
    "empty": "",
}


@pytest.mark.parametrize("comment", OTHER_COMMENTS.values(), ids=OTHER_COMMENTS)
def test_other_comments_are_removed(comment: str) -> None:
    checked = parse("a.md", f"<!--{comment}-->".encode())
    assert (checked.value.sections, checked.diagnostics) == ((), ())


def test_keys_have_positions() -> None:
    text = '# a\n <!-- {"blockType": "x",\n  "baseType": ""}-->\n'
    (found,) = annotations(parse("a.md", text.encode()))
    assert found.keys == (
        ("blockType", Span(2, 9, 18)),
        ("baseType", Span(3, 4, 12)),
    )


def test_an_annotation_is_a_block_at_its_position() -> None:
    text = 'a\n\n<!-- {"blockType": "x"} -->\n```\nb\n```\n# c\n'
    section, _ = parse("a.md", text.encode()).value.sections
    kinds = [type(block).__name__ for block in section.blocks]
    assert kinds == ["Paragraph", "Annotation", "Fence"]


def test_an_unclosed_annotation_hides_nothing() -> None:
    text = '<!-- {"blockType": "x"}\n\n# a\n'
    checked = parse("a.md", text.encode())
    assert [found.json for found in annotations(checked)] == ['{"blockType": "x"}']
    assert [d.code for d in checked.diagnostics] == ["unclosed-comment"]
    assert len(checked.value.sections) == 2


UNCLOSED = {
    "hides the rest of the page": ("<!-- b\n\n# c\n", 1),
    "ends after its JSON": ('<!-- {"a": 1}\n\n# c\n', 2),
    "is ignored in the middle of a line": ("b <!-- c\n\n# d\n", 2),
    "ends with the next comment": ("<!-- b\n<!-- c -->\n# d\n", 2),
}


@pytest.mark.parametrize(("text", "sections"), UNCLOSED.values(), ids=UNCLOSED)
def test_an_unclosed_comment(text: str, sections: int) -> None:
    checked = parse("a.md", f"# a\n\n{text}".encode())
    (diagnostic,) = checked.diagnostics
    column = text.index("<!--") + 1
    assert (diagnostic.code, diagnostic.span) == (
        "unclosed-comment",
        Span(3, column, column + 4),
    )
    assert len(checked.value.sections) == sections
