"""The content of a chapter: whether it declares a type, and of which kind."""

from collections.abc import Callable

import pytest

from docgen.extract.chapter_content import chapter_content
from docgen.extract.chapters import Chapter

Chapters = Callable[[str], Chapter]

RESOURCE = '<!-- {"blockType": "resource", "@odata.type": "a.ship"} -->\n'
IGNORED = '<!-- {"blockType": "ignored", "@odata.type": "a.ship"} -->\n'
REQUEST = '<!-- {"blockType": "request"} -->\n```http\nGET /\n```\n'
PROPERTIES = "## Properties\n|Property|Type|\n|---|---|\n|hull|String|\n"
MEMBERS = "## Members\n|Member|\n|---|\n|low|\n"

NAMES = {
    "an annotation of a resource": ("# The sea\n" + RESOURCE, "ship"),
    "the heading of a type": ("# boat resource type\n", "boat"),
    "the heading of a type and requests": ("# boat resource type\n" + REQUEST, None),
    "the heading of a type, requests and properties": (
        "# boat resource type\n" + REQUEST + PROPERTIES,
        "boat",
    ),
    "a heading of one word": ("# boat\n", None),
    "a heading of one word and properties": ("# boat\n" + PROPERTIES, "boat"),
    "a heading in prose and properties": ("# The sea\n" + PROPERTIES, None),
    "an ignored annotation": ("# The sea\n" + IGNORED, None),
    "an ignored annotation and properties": (
        "# The sea\n" + IGNORED + PROPERTIES,
        "ship",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_type_is_declared_by(chapter: Chapters, text: str, name: str | None) -> None:
    identity = chapter_content("page.md", "sea", chapter(text)).value.identity
    assert (identity.name if identity else None) == name


KINDS = {
    "a heading of an enum": ("# depth enum type\n" + PROPERTIES, True),
    "only members": ("# depth resource type\n" + MEMBERS, True),
    "members and properties": ("# depth resource type\n" + MEMBERS + PROPERTIES, False),
    "only properties": ("# depth resource type\n" + PROPERTIES, False),
}


@pytest.mark.parametrize(("text", "is_enum"), KINDS.values(), ids=KINDS)
def test_an_enum_is_declared_by(chapter: Chapters, text: str, is_enum: bool) -> None:
    content = chapter_content("page.md", "sea", chapter(text)).value
    assert content.is_enum is is_enum


def test_the_namespace_of_a_chapter_takes_precedence(chapter: Chapters) -> None:
    text = "# ship resource type\n\nNamespace: a.b\n"
    assert chapter_content("page.md", "sea", chapter(text)).value.namespace == "a.b"
