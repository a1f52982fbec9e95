"""The form of a depfile."""

import pytest

from docgen.reporters.depfile import depfile


def test_a_depfile_has_a_rule_for_the_target_and_one_for_missing_inputs() -> None:
    assert depfile("build/it", ["docs", "docs/a.md"]) == (
        "build/it: docs \\\n docs/a.md\n\ndocs \\\n docs/a.md: \n"
    )


@pytest.mark.parametrize(
    ("path", "spelling"),
    [
        pytest.param("a b.md", "a\\ b.md", id="a space is escaped"),
        pytest.param("a#b.md", "a\\#b.md", id="a number sign is escaped"),
        pytest.param("c:a.md", "c\\:a.md", id="a colon is escaped"),
        pytest.param("$(a).md", "$$(a).md", id="a dollar sign is doubled"),
        pytest.param(
            "a;=\\b.md", "a???b.md", id="what can not be escaped is a wildcard"
        ),
        pytest.param(
            "größe [1].md", "größe\\ [1].md", id="everything else is unchanged"
        ),
    ],
)
def test_a_path_is_escaped_for_make(path: str, spelling: str) -> None:
    assert depfile("it", [path]) == f"it: {spelling}\n\n{spelling}: \n"


def test_a_path_with_a_percent_sign_is_not_a_target() -> None:
    assert depfile("it", ["a", "50%.md"]) == "it: a \\\n 50%.md\n\na: \n"


@pytest.mark.parametrize("path", ["a\nb.md", "a\tb.md", "a\udcffb.md"], ids=ascii)
def test_path_that_no_makefile_can_contain_is_omitted(path: str) -> None:
    assert depfile("it", ["a", path]) == depfile("it", ["a"])
