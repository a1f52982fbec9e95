"""Annotations: read the comments of a page that are annotations, and mask all comments.

An annotation is a comment with a JSON object that has a `blockType`. Unclosed comments and fences
are reported here.
"""

from collections.abc import Iterable

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    Result,
    diagnostic,
    quote,
)
from docgen.jsontext import (
    CHARACTER_REFERENCES,
    Repair,
    decoded_references,
    read_object,
    top_level_keys,
)
from docgen.markdown.comments import Comment, FenceRange, scan_comments
from docgen.markdown.masking import FILL, MaskedText, Positions, mask
from docgen.markdown.misspelled_keys import corrected_keys, may_be_annotation
from docgen.markdown.page import Annotation
from docgen.regex import Regex
from docgen.source import Span
from docgen.vocabulary import BLOCK_TYPE_KEY

_OPENING, _CLOSING = "<!--", "-->"
_ENDED = "ending it after its JSON"
_FENCE_MARKER = Regex(r"`{3,}|~{3,}")
_NOT_QUOTE = Regex(r"[^>\s]")


def mask_comments(
    path: str, masked: MaskedText
) -> tuple[Result[tuple[Annotation, ...]], MaskedText]:
    """Mask the comments, and return the annotations among them in the order of the page."""
    found = scan_comments(masked.text)
    fence_ends, unclosed_fences = _fence_ends(path, masked.text, found.open_fences)
    annotations, diagnostics, lines = _read(path, masked.text, found.comments)
    text, blank_lines = _masked_lines(masked.text, found.comments, lines)
    rest = MaskedText(
        text=text,
        ignored_lines=masked.ignored_lines | blank_lines,
        fence_ends=fence_ends,
    )
    return Result(tuple(annotations), (*diagnostics, *unclosed_fences)), rest


def _fence_ends(
    path: str, text: str, fences: Iterable[FenceRange]
) -> tuple[dict[int, int], list[Diagnostic]]:
    ends: dict[int, int] = {}
    diagnostics: list[Diagnostic] = []
    positions = Positions(text)
    for fence in fences:
        line, _ = positions.at(fence.start)
        length = text.count("\n", fence.start, fence.end) + 1
        ends[line] = line + length
        opening = text[fence.start : fence.end].partition("\n")[0]
        span = Span(line + 1, 1, len(opening) + 1)
        end = _line_after(text[fence.start : fence.end], span.line, opening)
        name = opening.strip(" \t>-*+`~")
        diagnostics.append(_unclosed_fence(path, span, name, end))
    return ends, diagnostics


def _line_after(code: str, line: int, opening: str) -> Replacement:
    """Add the line that ends an unclosed code block, after its last line that is not blank."""
    lines = code.rstrip().split("\n")
    last = line + len(lines) - 1
    marker = _FENCE_MARKER.search(opening)
    before = _NOT_QUOTE.sub(" ", opening[: marker.start()]) if marker else ""
    end = Span(last, len(lines[-1]) + 1, len(lines[-1]) + 1)
    return Replacement(f"\n{before}{marker[0] if marker else '```'}", None, end)


def _read(
    path: str, text: str, comments: Iterable[Comment]
) -> tuple[list[Annotation], list[Diagnostic], set[int]]:
    """Return the annotations, the diagnostics, and the lines (from 0) of all comments."""
    annotations: list[Annotation] = []
    diagnostics: list[Diagnostic] = []
    lines: set[int] = set()
    positions = Positions(text)
    for comment in comments:
        line, column = positions.at(comment.start)
        span = Span(line + 1, column + 1, column + 1 + len(_OPENING))
        content = text[comment.start + len(_OPENING) : comment.end]
        read = parse_annotation(path, content.removesuffix(_CLOSING), span)
        if not comment.is_closed:
            diagnostics.append(_unclosed_comment(path, span, content))
        lines.update(range(line, line + content.count("\n") + 1))
        if read is not None:
            annotations.append(read.value)
            diagnostics.extend(read.diagnostics)
    return annotations, diagnostics, lines


def parse_annotation(path: str, comment: str, span: Span) -> Result[Annotation] | None:
    """Parse a comment, without `<!--` and `-->`; `span` is that of its `<!--`.

    The result is None if the comment is not an annotation.
    """
    text = comment.strip()
    if not text.startswith("{") or not (
        BLOCK_TYPE_KEY in text or may_be_annotation(text)
    ):
        return None
    start = _span_after(comment[: comment.index("{")], span)
    found = read_object(text, start)
    if found.json is None and BLOCK_TYPE_KEY not in text:
        return None
    if found.json is None:
        empty = Annotation(json="", keys=(), span=span)
        return Result(empty, (_invalid(path, span),))
    if any(one.problem == CHARACTER_REFERENCES for one in found.repairs):
        text = decoded_references(text)
    corrected = corrected_keys(path, found.json, top_level_keys(text, start))
    if all(key != BLOCK_TYPE_KEY for key, _ in corrected.keys):
        return None
    repaired = (_repaired(path, each) for each in found.repairs)
    annotation = Annotation(json=corrected.json, keys=corrected.keys, span=span)
    return Result(annotation, (*repaired, *corrected.diagnostics))


def _span_after(whitespace: str, opening: Span) -> Span:
    if "\n" not in whitespace:
        return Span(opening.line, opening.end_column + len(whitespace))
    line = opening.line + whitespace.count("\n")
    return Span(line, len(whitespace) - whitespace.rindex("\n"))


def _masked_lines(
    text: str, comments: Iterable[Comment], lines: set[int]
) -> tuple[str, set[int]]:
    """Mask the comments, and return those of their `lines` (from 0) that are now blank."""
    if not lines:
        return text, set()
    masked = mask(text, ((each.start, each.end) for each in comments))
    all_lines = masked.split("\n")
    blank_lines = {line for line in lines if not all_lines[line].strip()}
    if blank_lines == lines:
        return masked, blank_lines
    for line in lines - blank_lines:
        all_lines[line] = _without_break(all_lines[line])
    return "\n".join(all_lines), blank_lines


def _without_break(line: str) -> str:
    """Return a line with one character for the spaces at its end, which are not a line break."""
    return line[:-1] + FILL if line.endswith("  ") else line


def _unclosed_fence(
    path: str, span: Span, language: str, end: Replacement
) -> Diagnostic:
    name = f" {quote(language)}" if language else ""
    message = f"code block{name} is not closed"
    advice = "add a line of three backticks after its last line"
    return diagnostic(Code.UNCLOSED_FENCE, message, path, span, advice, end)


def _unclosed_comment(path: str, span: Span, content: str) -> Diagnostic:
    if not content:
        effect = "ignoring its `<!--`"
    elif content.endswith(_CLOSING):
        effect = "another comment starts in it and closes both"
    elif content.lstrip().startswith("{") and content.endswith("}"):
        effect = _ENDED
    else:
        effect = "it hides the rest of the page"
    message = f"comment is not closed; {effect}"
    advice = "add `-->` where it should end"
    end = _end_of_json(span, content) if effect == _ENDED else ()
    return diagnostic(Code.UNCLOSED_COMMENT, message, path, span, advice, *end)


def _end_of_json(opening: Span, content: str) -> tuple[Replacement, ...]:
    """Close a comment after its JSON, on a line of its own if the JSON has several."""
    lines = content.split("\n")
    if len(lines) > 1:
        column = len(lines[-1]) + 1
        end, text = Span(opening.line + len(lines) - 1, column, column), f"\n{_CLOSING}"
    else:
        column = opening.end_column + len(content)
        end, text = Span(opening.line, column, column), f" {_CLOSING}"
    return (Replacement(text, None, end),)


def _invalid(path: str, span: Span) -> Diagnostic:
    message = "annotation is not a JSON object and could not be repaired"
    advice = "write a JSON object between `<!--` and `-->`"
    return diagnostic(Code.INVALID_ANNOTATION, message, path, span, advice)


def _repaired(path: str, repair: Repair) -> Diagnostic:
    return diagnostic(
        Code.REPAIRED_JSON,
        f"annotation has {repair.problem} in its JSON; repairing it",
        path,
        repair.span,
        "fix the JSON; other tools reject it",
        *(Replacement(each.text, None, each.span) for each in repair.corrections),
    )
