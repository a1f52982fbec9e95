"""The stage itself: a parsed page in, the diagnostics of its house rules out."""

from collections.abc import Callable, Iterable

from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.house_rules.order import section_order, unsorted_methods, unsorted_rows
from docgen.house_rules.text import (
    absolute_request,
    different_title,
    incomplete_front_matter,
    real_domain,
)
from docgen.markdown.page import Page

_RULES: tuple[Callable[[Page], Iterable[Diagnostic]], ...] = (
    absolute_request,
    different_title,
    incomplete_front_matter,
    real_domain,
    section_order,
    unsorted_methods,
    unsorted_rows,
)


def check_house_rules(page: Page) -> tuple[Diagnostic, ...]:
    """Return what all house rules report for a page, sorted."""
    return sort_diagnostics(found for rule in _RULES for found in rule(page))
