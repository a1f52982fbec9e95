"""The sample JSON of a resource: the block of code below its annotation, read and compared."""

from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.annotation import ResourceAnnotation, json_object
from docgen.extract.declarations import RowDeclaration
from docgen.extract.type_expression import TypeExpression
from docgen.jsontext import read_object
from docgen.markdown.page import Annotation, Fence, Page, Paragraph, Section
from docgen.schema.model import QualifiedName
from docgen.schema.names import qualified_name
from docgen.source import Span

_COUNTS = {False: "a single value", True: "a list"}


class Sample(Struct, frozen=True, kw_only=True):
    """A sample object: its canonical JSON text, the same as a dictionary, and its block of code."""

    json: str
    content: dict[str, object]
    fence: Fence

    @property
    def name(self) -> QualifiedName | None:
        """The type that the sample says it is of."""
        name = self.content.get("@odata.type")
        return qualified_name(name.lstrip("#")) if isinstance(name, str) else None


def sample(
    path: str, sections: tuple[Section, ...], annotation: ResourceAnnotation | None
) -> Iterator[Sample | Diagnostic]:
    """Return the sample object below the annotation, if there is one that can be read."""
    fence = _fence(sections, annotation.span) if annotation else None
    if not fence or not fence.body.strip():
        return
    reading = read_object(fence.body, Span(fence.span.line + 1))
    for repair in reading.repairs:
        message = f"sample has {repair.problem}; repaired it"
        advice = "fix the JSON; other tools reject it"
        yield diagnostic(Code.REPAIRED_JSON, message, path, repair.span, advice)
    if reading.json is None:
        message = "sample is not a JSON object and could not be repaired"
        advice = "write a JSON object in the code block"
        yield diagnostic(Code.INVALID_SAMPLE, message, path, fence.span, advice)
    else:
        content = json_object(reading.json)
        yield Sample(json=reading.json, content=content, fence=fence)


def _fence(sections: tuple[Section, ...], annotation: Span) -> Fence | None:
    """Return the first block of code below the annotation, unless a table comes before."""
    is_below = False
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Annotation):
                is_below = block.span == annotation
            elif is_below and isinstance(block, Fence):
                return block
            elif is_below and not isinstance(block, Paragraph):
                return None
    return None


def sample_name_findings(
    page: Page, found: Sample | None, annotation: ResourceAnnotation | None
) -> Iterator[Diagnostic]:
    """Report where the sample is of another type than the annotation."""
    taken = annotation.name if annotation else None
    if not found or not found.name or not taken or found.name.lower() == taken.lower():
        return
    message = (
        f"sample names `{found.name}`, but annotation names `{taken}`; used `{taken}`"
    )
    advice = f'write `"@odata.type": "#{taken}"`'
    span = _place(found.fence, found.name)
    yield diagnostic(Code.CONTRADICTION, message, page.path, span, advice)


def _place(fence: Fence, word: str) -> Span:
    """Return the first place of a word in a block of code, else that of the block."""
    start = fence.body.find(word)
    if start < 0:
        return fence.span
    line = fence.span.line + 1 + fence.body.count("\n", 0, start)
    column = fence.span.column + start - fence.body.rfind("\n", 0, start) - 1
    return Span(line, column, column + len(word))


def sample_findings(
    path: str, found: Sample | None, rows: tuple[RowDeclaration, ...]
) -> Iterator[Diagnostic]:
    """Report where the sample has a list and the table one value, or the other way round."""
    content = found.content if found else {}
    for row in rows:
        value = content.get(row.name)
        if row.type is None or not isinstance(value, list | dict | bool | int | float):
            continue
        if isinstance(value, list) != row.type.is_collection:
            yield _other_count(path, row, row.type)


def _other_count(path: str, row: RowDeclaration, type: TypeExpression) -> Diagnostic:
    one, several = quote(type.name.text), quote(f"{type.name.text} collection")
    taken, other = (several, one) if type.is_collection else (one, several)
    in_table, in_sample = _COUNTS[type.is_collection], _COUNTS[not type.is_collection]
    message = (
        f"`{row.name}` is {in_table} in the table, but {in_sample} in the sample; "
        f"used {taken}"
    )
    advice = f"write {other} in the table, or {in_table} in the sample"
    return diagnostic(Code.CONTRADICTION, message, path, row.type_span, advice)
