"""`docgen explain`: diagnostics, at length."""

from collections.abc import Iterable
from textwrap import fill

from docgen.diagnostics import Rule
from docgen.diagnostics.codes import BY_NAME

_WIDTH = 80


def explain(codes: Iterable[str]) -> str:
    """Give the long explanation of each code; without one, a line for each that there is."""
    rules = [BY_NAME[code].value for code in sorted(codes)]
    if not rules:
        return "".join(_line(code.value) for code in BY_NAME.values())
    return "\n".join(_explained(rule) for rule in rules)


def _line(rule: Rule) -> str:
    return f"{rule.name:24} {rule.severity.value:8} {rule.summary}\n"


def _explained(rule: Rule) -> str:
    text = fill(rule.explanation, _WIDTH)
    return f"{rule.severity.value}[{rule.name}]: {rule.summary}\n\n{text}\n"
