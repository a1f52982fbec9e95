"""Annotations: a comment's text enters, the annotation that it holds leaves.

An annotation is a comment with a JSON object that has a `blockType`. No other comment is one.
"""

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.jsontext import read_object, top_level_keys
from docgen.markdown.page import Annotation
from docgen.source import Span

_KEY = "blockType"


def annotation(path: str, comment: str, span: Span) -> Result[Annotation] | None:
    """Read a comment, its `<!--` and `-->` taken away; `span` is the place of its `<!--`."""
    text = comment.strip()
    if not text.startswith("{") or _KEY not in text:
        return None
    at = _place_behind(comment[: comment.index("{")], span)
    reading = read_object(text, at)
    if reading.json is None:
        bad = Annotation(json="", keys=(), span=span)
        return Result(bad, (_bad(path, span),))
    keys = top_level_keys(text, at)
    if all(key != _KEY for key, _ in keys):
        return None
    read = Annotation(json=reading.json, keys=keys, span=span)
    told = tuple(_repaired(path, r.what, r.span) for r in reading.repairs)
    return Result(read, told)


def _place_behind(blanks: str, opening: Span) -> Span:
    if "\n" not in blanks:
        return Span(opening.line, opening.end_column + len(blanks))
    return Span(opening.line + blanks.count("\n"), len(blanks) - blanks.rindex("\n"))


def _bad(path: str, span: Span) -> Diagnostic:
    return diagnostic(
        Code.INVALID_ANNOTATION,
        "the annotation is no JSON object, and could not be repaired",
        path,
        span,
        "write a JSON object between `<!--` and `-->`",
    )


def _repaired(path: str, what: str, span: Span) -> Diagnostic:
    return diagnostic(
        Code.REPAIRED_JSON,
        f"the JSON of the annotation has {what}; it was read all the same",
        path,
        span,
        "correct the JSON: other tools will refuse it",
    )
