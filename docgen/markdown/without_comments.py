"""Comments leave the text; the annotations among them are kept, and open fences are told."""

from collections.abc import Iterable

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.markdown.annotations import annotation
from docgen.markdown.comments import Comment, hidden
from docgen.markdown.draft import Draft, Places, blanked
from docgen.markdown.fences import FenceSpan
from docgen.markdown.page import Annotation
from docgen.source import Span

_OPENING, _CLOSING = "<!--", "-->"


def without_comments(
    path: str, draft: Draft
) -> tuple[Result[tuple[Annotation, ...]], Draft]:
    """Take the comments away, and give the annotations among them in the order of the page."""
    found = hidden(draft.text)
    fence_ends, told_fences = _fence_ends(path, draft.text, found.open_fences)
    annotations, told, touched = _read(path, draft.text, found.comments)
    text = blanked(draft.text, ((c.start, c.end) for c in found.comments))
    rest = Draft(
        text=text,
        passed_over=draft.passed_over | _blank(touched, text),
        fence_ends=fence_ends,
    )
    return Result(tuple(annotations), (*told, *told_fences)), rest


def _read(
    path: str, text: str, comments: Iterable[Comment]
) -> tuple[list[Annotation], list[Diagnostic], set[int]]:
    """Give the annotations, what there is to tell, and the lines that other comments touch."""
    annotations: list[Annotation] = []
    told: list[Diagnostic] = []
    touched: set[int] = set()
    places = Places(text)
    for comment in comments:
        line, column = places.of(comment.start)
        span = Span(line + 1, column + 1, column + 1 + len(_OPENING))
        inside = text[comment.start + len(_OPENING) : comment.end]
        read = annotation(path, inside.removesuffix(_CLOSING), span)
        if not comment.is_closed:
            told.append(_unclosed(path, span, inside))
        touched.update(range(line, line + inside.count("\n") + 1))
        if read is not None:
            annotations.append(read.value)
            told.extend(read.diagnostics)
    return annotations, told, touched


def _blank(lines: set[int], text: str) -> set[int]:
    """Give those of the `lines` (from 0) that hold nothing but blanks."""
    if not lines:
        return set()
    all_lines = text.split("\n")
    return {line for line in lines if not all_lines[line].strip()}


def _fence_ends(
    path: str, text: str, fences: Iterable[FenceSpan]
) -> tuple[dict[int, int], list[Diagnostic]]:
    ends: dict[int, int] = {}
    told: list[Diagnostic] = []
    places = Places(text)
    for fence in fences:
        line, _ = places.of(fence.start)
        length = text.count("\n", fence.start, fence.end) + 1
        ends[line] = line + length
        opening = text[fence.start : fence.end].partition("\n")[0]
        span = Span(line + 1, 1, len(opening) + 1)
        told.append(_open_fence(path, span, opening.strip(" \t>-*+`~")))
    return ends, told


def _open_fence(path: str, span: Span, language: str) -> Diagnostic:
    named = f" {quote(language)}" if language else ""
    return diagnostic(
        Code.UNCLOSED_FENCE,
        f"the block of code{named} is never closed",
        path,
        span,
        "write a line of three backticks where it ends",
    )


def _unclosed(path: str, span: Span, inside: str) -> Diagnostic:
    if not inside:
        end = "it was passed over"
    elif inside.endswith(_CLOSING):
        end = "another one begins in it and ends both"
    elif inside.lstrip().startswith("{") and inside.endswith("}"):
        end = "it ends behind its JSON"
    else:
        end = "it hides the rest of the page"
    return diagnostic(
        Code.UNCLOSED_COMMENT,
        f"the comment is never closed; {end}",
        path,
        span,
        "write `-->` where it ends",
    )
