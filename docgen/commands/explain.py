"""`docgen explain`: describe diagnostics."""

from collections.abc import Iterable
from textwrap import fill

from docgen.diagnostics import Rule, fixability
from docgen.diagnostics.codes import BY_NAME
from docgen.reporters.rules import rules_page

_WIDTH = 80


def explain(codes: Iterable[str]) -> str:
    """Return the explanation of each code; without codes, a line for every code."""
    rules = [BY_NAME[code].value for code in sorted(codes)]
    if not rules:
        return "".join(_line(code.value) for code in BY_NAME.values())
    return "\n".join(_explanation(rule) for rule in rules)


def explain_all() -> str:
    """Return the explanations of all codes as a markdown page."""
    return rules_page(code.value for code in BY_NAME.values())


def _line(rule: Rule) -> str:
    return f"{rule.name:24} {rule.severity.value:8} {rule.summary}\n"


def _explanation(rule: Rule) -> str:
    text = "\n\n".join(map(_wrapped, rule.explanation.split("\n\n")))
    fix = _wrapped(fixability(rule).sentences)
    return f"{rule.severity.value}[{rule.name}]: {rule.summary}\n\n{text}\n\n{fix}\n"


def _wrapped(paragraph: str) -> str:
    is_code = paragraph.startswith("    ")
    return paragraph if is_code else fill(paragraph, _WIDTH, break_on_hyphens=False)
