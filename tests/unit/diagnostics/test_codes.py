"""The table of codes: one form for all, and examples that are true."""

import re

import pytest

from docgen.diagnostics import Code, Rule
from docgen.diagnostics.codes import BY_NAME, Example
from docgen.examples.stage import check_examples
from docgen.extract.stage import extract
from docgen.house_rules import check_house_rules
from docgen.markdown.parse import parse
from docgen.resolve import resolve

RULES = [code.value for code in Code]
EXAMPLES = {rule.name: (rule, rule.example) for rule in RULES if rule.example}
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


@pytest.mark.parametrize(("rule", "example"), EXAMPLES.values(), ids=EXAMPLES)
def test_wrong_example_triggers_the_code_and_right_one_does_not(
    rule: Rule, example: Example
) -> None:
    assert rule.name in codes_of(example.wrong)
    assert rule.name not in codes_of(example.right)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_texts_are_sentences(rule: Rule) -> None:
    for text in (rule.summary, rule.reason, rule.fix):
        assert re.match("[A-Z`]|docgen|git", text)
        assert text.endswith(".")
        assert "\n" not in text
    assert len(rule.summary) <= 80


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value.name)
def test_member_is_named_like_its_code(code: Code) -> None:
    assert code.name == code.value.name.upper().replace("-", "_")
    assert BY_NAME[code.value.name] is code


def test_explanation_has_reason_fix_and_example() -> None:
    assert Code.INVALID_HEADING.value.explanation == (
        "Markdown displays the line as text. docgen reads it as a heading, because it "
        "looks like one of a resource page.\n\n"
        "Fix: Add a space after the `#`.\n\n"
        "Instead of\n\n    ##Properties\n\nwrite\n\n    ## Properties"
    )
