"""Each code says whether `docgen lint` fixes it, and why."""

from functools import cache
from pathlib import Path

import pytest
from fixed_pages import config_of, fixed_pages

from docgen.diagnostics import FIXABILITY, Applicability, Code
from docgen.fixes.make import MAKERS

FIXABLE = [code for code, one in FIXABILITY.items() if one.applicability]
CASES = Path(__file__).parents[2] / "cases"


def test_every_code_is_in_the_table_in_the_order_of_the_codes() -> None:
    assert list(FIXABILITY) == list(Code)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.id)
def test_every_code_has_a_reason(code: Code) -> None:
    reason = FIXABILITY[code].reason
    assert reason.endswith(".")
    assert reason[0].isupper() or reason[0] == "`"


def test_at_least_thirty_codes_have_a_fix() -> None:
    assert len(FIXABLE) >= 30


def test_only_codes_with_a_fix_have_a_function_that_makes_it() -> None:
    assert set(MAKERS) <= set(FIXABLE)


@pytest.mark.parametrize("code", FIXABLE, ids=lambda code: code.id)
def test_each_code_with_a_fix_is_fixed_in_a_case(code: Code) -> None:
    assert code.id in fixed_in_cases()


@cache
def fixed_in_cases() -> frozenset[str]:
    cases = {path.parent for path in CASES.glob("*/*.diff")}
    fixed = [
        fixed_pages(case / "pages", is_unsafe=True, config=config_of(case))
        for case in sorted(cases)
    ]
    return frozenset(one.diagnostic.code for each in fixed for one in each.applied)


def test_a_code_has_safe_or_unsafe_fixes_or_none() -> None:
    assert {FIXABILITY[code].applicability for code in FIXABLE} == set(Applicability)
