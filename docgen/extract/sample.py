"""Parse the sample of a resource, the JSON object in the code block after its annotation."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeGuard

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.annotation import ResourceAnnotation, json_object
from docgen.extract.prose import is_json_text
from docgen.extract.titles import normalized_title
from docgen.extract.type_expression import TypeExpression
from docgen.extract.type_tables import RowDeclaration
from docgen.jsontext import DOTS, read_object
from docgen.markdown.page import Annotation, Block, Fence, Paragraph, Section, Table
from docgen.regex import Regex
from docgen.schema.model import QualifiedName
from docgen.schema.names import qualified_name
from docgen.source import Span
from docgen.vocabulary import JSON_SECTIONS

_HTTP_BLOCK = Regex(r'"blockType": ?"(?:request|response|example)', re.IGNORECASE)
_MESSAGE = Regex(r"\s*(?:HTTP/\d|(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https:|/))")
"""The beginning of a message: an annotation before it is not one of a resource."""
_JSON_INFO = frozenset({"", "json", "jsonc", "json5", "javascript", "js"})
_COUNTS = {False: "a single value", True: "a list"}


class Sample(Struct, frozen=True, kw_only=True):
    """A sample object as canonical JSON and as a dictionary, with its code block.

    `omits_keys` means that dots in it stand for something that it omits.
    """

    json: str
    content: dict[str, object]
    fence: Fence
    omits_keys: bool = False

    @property
    def name(self) -> QualifiedName | None:
        """The name in `@odata.type`, if it is valid."""
        name = self.content.get("@odata.type")
        return qualified_name(name.lstrip("#")) if isinstance(name, str) else None


def sample(
    path: str, sections: tuple[Section, ...], annotation: ResourceAnnotation | None
) -> Iterator[Sample | Diagnostic]:
    """Return the sample object, and report JSON that is not valid.

    It is the one after the annotation, or else the first one below "JSON representation", or the
    only code block of a chapter without tables.
    """
    fence = _fence(sections, annotation.span) if annotation else None
    fence = fence or _representation(sections) or _only_object(sections)
    if not fence:
        yield from _json_without_fence(path, sections, annotation)
    if not fence or not fence.body.strip() or _is_message(fence):
        return
    parsed = read_object(fence.body, fence.start)
    for repair in parsed.repairs:
        message = f"sample has {repair.problem} in its JSON; repairing it"
        advice = "fix the JSON; other tools reject it"
        span = fence.on_page(repair.span)
        corrected = (
            Replacement(each.text, None, fence.on_page(each.span))
            for each in repair.corrections
        )
        yield diagnostic(Code.REPAIRED_JSON, message, path, span, advice, *corrected)
    if parsed.json is None:
        message = "sample is not a JSON object and could not be repaired"
        advice = "write a JSON object in the code block"
        yield diagnostic(Code.INVALID_SAMPLE, message, path, fence.span, advice)
    else:
        content = json_object(parsed.json)
        has_dots = any(repair.problem == DOTS for repair in parsed.repairs)
        yield Sample(
            json=parsed.json, content=content, fence=fence, omits_keys=has_dots
        )


def _is_message(fence: Fence) -> bool:
    """Return whether a code block that is not of JSON is a message of HTTP."""
    is_json = fence.info.lower() in _JSON_INFO
    return not is_json and _MESSAGE.match(fence.body) is not None


def _fence(sections: tuple[Section, ...], annotation: Span) -> Fence | None:
    """Return the code block after the annotation, if only paragraphs are between the two."""
    is_after = False
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Annotation):
                is_after = block.span == annotation
            elif is_after and isinstance(block, Fence):
                return block
            elif is_after and not isinstance(block, Paragraph):
                return None
    return None


def _representation(sections: tuple[Section, ...]) -> Fence | None:
    """Return the first block of JSON below "JSON representation" that is not of a request."""
    for section in sections:
        if normalized_title(section.title) in JSON_SECTIONS:
            for block in section.blocks:
                if isinstance(block, Annotation) and _HTTP_BLOCK.search(block.json):
                    return None
                if isinstance(block, Fence) and block.info.lower() in _JSON_INFO:
                    return block
    return None


def _only_object(sections: tuple[Section, ...]) -> Fence | None:
    """Return the code block below the heading, if the chapter has no table and no other block."""
    blocks = [block for section in sections for block in section.blocks]
    if any(isinstance(block, Table | Annotation) for block in blocks):
        return None
    fences = [block for block in blocks if isinstance(block, Fence)]
    is_object = (
        len(fences) == 1
        and fences[0] in sections[0].blocks
        and fences[0].info.lower() in _JSON_INFO
        and fences[0].body.lstrip().startswith("{")
    )
    return fences[0] if is_object else None


def _json_without_fence(
    path: str, sections: tuple[Section, ...], annotation: ResourceAnnotation | None
) -> Iterator[Diagnostic]:
    """Report the JSON of a type that is a paragraph and not a code block."""
    blocks = [block for section in sections for block in section.blocks]
    for block, following in pairwise(blocks):
        is_before = isinstance(block, Annotation) and (
            annotation is not None and block.span == annotation.span
        )
        if is_before and _is_json(following):
            yield _text_without_fence(path, following)
            return
    for section in sections:
        if normalized_title(section.title) in JSON_SECTIONS:
            for block in filter(_is_json, section.blocks[:1]):
                yield _text_without_fence(path, block)


def _is_json(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and is_json_text(block.content)


def _text_without_fence(path: str, block: Paragraph) -> Diagnostic:
    message = "sample is not in a code block; it is ignored"
    advice = "write ```json above the JSON and ``` below it"
    return diagnostic(Code.INVALID_SAMPLE, message, path, block.content.span, advice)


def sample_name_findings(
    path: str, found: Sample | None, annotation: ResourceAnnotation | None
) -> Iterator[Diagnostic]:
    """Report a sample that names another type than the annotation."""
    used = annotation.name if annotation else None
    if not found or not found.name or not used or found.name.lower() == used.lower():
        return
    message = (
        f"sample names `{found.name}`, but annotation names `{used}`; using `{used}`"
    )
    advice = f'write `"@odata.type": "#{used}"`'
    span = _span_in_fence(found.fence, found.name)
    yield diagnostic(Code.CONTRADICTION, message, path, span, advice)


def _span_in_fence(fence: Fence, word: str) -> Span:
    """Return the span of the first occurrence of a word, or else the span of the code block."""
    start = fence.body.find(word)
    if start < 0:
        return fence.span
    line = fence.start.line + fence.body.count("\n", 0, start)
    column = start - fence.body.rfind("\n", 0, start)
    return fence.on_page(Span(line, column, column + len(word)))


def sample_findings(
    path: str, found: Sample | None, rows: tuple[RowDeclaration, ...]
) -> Iterator[Diagnostic]:
    """Report properties that are a list in the sample and one value in the table, or vice versa."""
    content = found.content if found else {}
    for row in rows:
        value = content.get(row.name)
        if row.type is None or not isinstance(value, list | dict | bool | int | float):
            continue
        if isinstance(value, list) != row.type.is_collection:
            yield _different_count(path, row, row.type)


def _different_count(
    path: str, row: RowDeclaration, type: TypeExpression
) -> Diagnostic:
    one, several = quote(type.name.text), quote(f"{type.name.text} collection")
    used, other = (several, one) if type.is_collection else (one, several)
    in_table, in_sample = _COUNTS[type.is_collection], _COUNTS[not type.is_collection]
    message = (
        f"`{row.name}` is {in_table} in the table, but {in_sample} in the sample; "
        f"using {used}"
    )
    advice = f"write {other} in the table, or {in_table} in the sample"
    return diagnostic(Code.CONTRADICTION, message, path, row.type_span, advice)
