"""The table of codes: one form for all, and examples that are true."""

import re

import pytest

from docgen.diagnostics import Code
from docgen.diagnostics.codes import BY_NAME, Example
from docgen.examples.stage import check_examples
from docgen.extract.stage import extract
from docgen.house_rules import check_house_rules
from docgen.markdown.parse import parse
from docgen.resolve import resolve

EXAMPLES = {one.id: (one.id, one.value.example) for one in Code if one.value.example}
TITLE = "# ship resource type\n\n"
TABLE = "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n"


def codes_of(fragment: str) -> set[str]:
    """Return the codes that docgen reports for a page with the fragment."""
    parsed = parse("ship.md", page_with(fragment).encode())
    extracted = extract(parsed.value)
    resolved = resolve([extracted.value], "", is_whole=True)
    stages = (parsed, extracted, resolved)
    of_examples = check_examples([extracted.value], resolved.value)
    of_stages = (one for stage in stages for one in stage.diagnostics)
    found = (*of_stages, *of_examples, *check_house_rules(parsed.value))
    return {one.code for one in found}


def page_with(fragment: str) -> str:
    if re.search("^(# |---$)", fragment, re.MULTILINE):
        return fragment
    is_row = re.search(r"^\|", fragment, re.MULTILINE) and "##" not in fragment
    return TITLE + (TABLE if is_row else "") + fragment


@pytest.mark.parametrize(("code", "example"), EXAMPLES.values(), ids=EXAMPLES)
def test_wrong_example_triggers_the_code_and_right_one_does_not(
    code: str, example: Example
) -> None:
    assert code in codes_of(example.wrong)
    assert code not in codes_of(example.right)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.id)
def test_texts_are_sentences(code: Code) -> None:
    rule = code.value
    for text in (rule.summary, rule.reason, rule.fix):
        assert re.match("[A-Z`]|docgen|git", text)
        assert text.endswith(".")
        assert "\n" not in text
    assert len(rule.summary) <= 80


def test_code_is_written_like_its_member() -> None:
    assert Code.UNREADABLE_PAGE.id == "unreadable-page"
    assert BY_NAME["unreadable-page"] is Code.UNREADABLE_PAGE


def test_explanation_has_reason_fix_and_example() -> None:
    assert Code.INVALID_HEADING.explanation == (
        "Markdown displays the line as text. docgen reads it as a heading, because it "
        "looks like one of a resource page.\n\n"
        "Fix: Add a space after the `#`.\n\n"
        "Instead of\n\n    ##Properties\n\nwrite\n\n    ## Properties"
    )
