"""House rules as users configure them."""

import pytest
from checkout import Checkout, Docgen

CONFIG = '[tool.docgen]\nsource = ["docs"]\n'
PAGE = "docs/resources/team.md"
CONFIGURATIONS = {
    "no rules": ("", []),
    "the rules of Microsoft Graph": (
        'rules = "microsoft-graph"',
        ["incomplete-front-matter", "unsorted-rows"],
    ),
    "a list with the rules of Microsoft Graph": (
        'rules = ["microsoft-graph"]',
        ["incomplete-front-matter", "unsorted-rows"],
    ),
    "an empty list": ("rules = []", []),
    "without one of them": (
        'rules = "microsoft-graph"\nseverity = { incomplete-front-matter = "off" }',
        ["unsorted-rows"],
    ),
    "one of them alone": (
        'severity = { unsorted-rows = "error" }',
        ["unsorted-rows"],
    ),
}


def found(docgen: Docgen) -> list[str]:
    """Return the codes that `docgen lint` reports for the page, sorted."""
    out = docgen("lint", PAGE, "--output-format", "concise").out
    return sorted(line.split("[")[1].split("]")[0] for line in out.splitlines())


@pytest.mark.parametrize(
    ("configuration", "expected"), CONFIGURATIONS.values(), ids=CONFIGURATIONS
)
def test_rules_of_the_configuration(
    docgen: Docgen, checkout: Checkout, configuration: str, expected: list[str]
) -> None:
    before = [*found(docgen)]
    checkout.write("pyproject.toml", f"{CONFIG}{configuration}\n")
    assert sorted((*before, *expected)) == found(docgen)
    assert found(docgen) == found(docgen)


def test_severity_of_a_rule(docgen: Docgen, checkout: Checkout) -> None:
    config = f'{CONFIG}severity = {{ unsorted-rows = "error" }}\n'
    checkout.write("pyproject.toml", config)
    ran = docgen("lint", PAGE)
    assert ran.status == 1
    assert "error[unsorted-rows]" in ran.out
    assert docgen("generate").status == 0


def test_placeholders_are_warnings(docgen: Docgen, checkout: Checkout) -> None:
    checkout.edit(PAGE, "People who work together.", "**TODO: Add Description**")
    assert "note[placeholder]" in docgen("lint", PAGE).out
    checkout.write("pyproject.toml", f'{CONFIG}rules = "microsoft-graph"\n')
    assert "warning[placeholder]" in docgen("lint", PAGE).out


def test_suppression_of_a_rule_that_is_off(docgen: Docgen, checkout: Checkout) -> None:
    comment = "<!-- docgen: ignore-page unsorted-rows -->\n"
    text = (checkout.folder / PAGE).read_text("utf-8")
    checkout.write(PAGE, text + comment)
    assert "unused-suppression" not in docgen("lint").out
    checkout.write("pyproject.toml", f'{CONFIG}rules = "microsoft-graph"\n')
    assert "unsorted-rows" not in docgen("lint").out


@pytest.mark.parametrize(
    "rules", ['"google"', '["microsoft-graph", "google"]', "[1]", "1"]
)
def test_unknown_set_of_rules(docgen: Docgen, checkout: Checkout, rules: str) -> None:
    checkout.write("pyproject.toml", f"{CONFIG}rules = {rules}\n")
    ran = docgen("lint")
    assert ran.status == 2
    assert "`rules`" in ran.err


def test_fix_of_a_rule(docgen: Docgen, checkout: Checkout) -> None:
    checkout.write("pyproject.toml", f'{CONFIG}rules = "microsoft-graph"\n')
    docgen("lint", "--fix", PAGE)
    text = (checkout.folder / PAGE).read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    names = [row.split("|")[1] for row in rows]
    start = names.index("id")
    assert names[start : start + 3] == ["id", "mood", "size"]
    assert "unsorted-rows" not in docgen("lint", PAGE).out
