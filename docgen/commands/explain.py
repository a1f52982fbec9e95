"""`docgen explain`: describe diagnostics."""

from collections.abc import Iterable
from textwrap import fill

from docgen.diagnostics import FIXABILITY, Code
from docgen.diagnostics.codes import BY_NAME

_WIDTH = 80


def explain(codes: Iterable[str]) -> str:
    """Return the explanation of each code; without codes, a line for every code."""
    explained = "\n".join(_explanation(BY_NAME[code]) for code in sorted(codes))
    return explained or "".join(map(_line, Code))


def _line(code: Code) -> str:
    return f"{code.id:24} {code.value.severity.value:8} {code.value.summary}\n"


def _explanation(code: Code) -> str:
    title = f"{code.value.severity.value}[{code.id}]: {code.value.summary}"
    text = "\n\n".join(map(_wrapped, code.explanation.split("\n\n")))
    return f"{title}\n\n{text}\n\n{_wrapped(FIXABILITY[code].sentences)}\n"


def _wrapped(paragraph: str) -> str:
    is_code = paragraph.startswith("    ")
    return paragraph if is_code else fill(paragraph, _WIDTH, break_on_hyphens=False)
