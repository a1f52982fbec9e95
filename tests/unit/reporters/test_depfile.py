"""The form of a depfile."""

import pytest

from docgen.reporters.depfile import depfile


def test_a_depfile_is_a_rule_and_one_that_lets_files_go() -> None:
    assert depfile("build/it", ["docs", "docs/a.md"]) == (
        "build/it: docs \\\n docs/a.md\n\ndocs \\\n docs/a.md: \n"
    )


@pytest.mark.parametrize(
    ("path", "spelling"),
    [
        pytest.param("a b.md", "a\\ b.md", id="a blank has a backslash"),
        pytest.param("a#b.md", "a\\#b.md", id="and so has what begins a comment"),
        pytest.param("c:a.md", "c\\:a.md", id="and what ends a target"),
        pytest.param("$(a).md", "$$(a).md", id="a dollar is two"),
        pytest.param(
            "a;=\\b.md", "a???b.md", id="what has no spelling is any character"
        ),
        pytest.param("größe [1].md", "größe\\ [1].md", id="all else is itself"),
    ],
)
def test_a_path_is_spelt_so_that_make_reads_it(path: str, spelling: str) -> None:
    assert depfile("it", [path]) == f"it: {spelling}\n\n{spelling}: \n"


def test_what_would_be_a_pattern_is_no_target() -> None:
    assert depfile("it", ["a", "50%.md"]) == "it: a \\\n 50%.md\n\na: \n"


@pytest.mark.parametrize("path", ["a\nb.md", "a\tb.md", "a\udcffb.md"], ids=ascii)
def test_what_no_makefile_can_hold_is_left_out(path: str) -> None:
    assert depfile("it", ["a", path]) == depfile("it", ["a"])
