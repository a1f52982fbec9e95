"""Tests of several packages, and tests of the user, are collected in one run of pytest."""

import subprocess
import sys

import pytest
from checkout import TEAM, Checkout, Docgen

TARGET = """\
[[tool.docgen.target]]
source = ["{source}"]
output = "gen/{name}"
package = "graph_{name}"
flavour = "{flavour}"
"""
TARGETS = {
    "two versions of an API": (("docs", "dataclass"), ("beta", "dataclass")),
    "two flavours of one API": (("docs", "dataclass"), ("docs", "pydantic")),
    "three flavours": (
        ("docs", "typeddict"),
        ("docs", "pydantic"),
        ("beta", "dataclass"),
    ),
    "an API in another namespace": (("docs", "dataclass"), ("shop", "dataclass")),
}
OWN = """\
import sys
from graph_a import models


def test_own() -> None:
    assert models.Team
    assert sys.modules[__name__].test_own is test_own
"""


def run_pytest(checkout: Checkout, *arguments: str) -> tuple[int, str]:
    """Run pytest; return its status and output."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=checkout.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout


def generate(
    checkout: Checkout, docgen: Docgen, targets: tuple[tuple[str, str], ...]
) -> int:
    """Generate the packages `graph_a`, `graph_b`; return the number of test modules."""
    for path, content in checkout.tree("docs").items():
        checkout.write(f"beta/{path}", content.decode().replace("|size|", "|members|"))
        other = content.decode().replace("microsoft.graph", "shop")
        checkout.write(f"shop/{path}", other)
    config = (
        TARGET.format(source=source, name=name, flavour=flavour)
        for name, (source, flavour) in zip("abc", targets, strict=False)
    )
    checkout.write("pyproject.toml", "\n".join(config))
    assert docgen("generate").status == 0
    return sum("test_" in path for path in checkout.tree("gen"))


@pytest.mark.parametrize("mode", ["prepend", "importlib"])
@pytest.mark.parametrize("targets", TARGETS.values(), ids=TARGETS.keys())
def test_tests_of_all_targets(
    checkout: Checkout,
    docgen: Docgen,
    targets: tuple[tuple[str, str], ...],
    mode: str,
) -> None:
    modules = generate(checkout, docgen, targets)
    status, output = run_pytest(checkout, "-vv", "gen", f"--import-mode={mode}")
    assert (status, "error" in output) == (0, False), output
    assert modules >= 3 * len(targets)
    passed = [line for line in output.split("\n") if "::" in line]
    assert len({line.partition("::")[0] for line in passed}) == modules


@pytest.mark.parametrize("folders", [("a",), ("z",), ("a", "z")], ids="+".join)
def test_tests_of_the_user_with_the_same_names(
    checkout: Checkout, docgen: Docgen, folders: tuple[str, ...]
) -> None:
    generate(checkout, docgen, TARGETS["two versions of an API"])
    checkout.write("conftest.py", 'import sys\n\nsys.path.append("gen/a")\n')
    for folder in folders[:1]:
        checkout.write(f"{folder}/test_team.py", OWN)
    for folder in folders[1:]:
        checkout.write(f"{folder}/test_mood.py", OWN)
    status, output = run_pytest(checkout, *folders, "gen")
    assert status == 0, output
    status, output = run_pytest(checkout, "gen", *folders)
    assert status == 0, output


def test_a_failing_test_is_still_explained(checkout: Checkout, docgen: Docgen) -> None:
    generate(checkout, docgen, TARGETS["two versions of an API"])
    for name in ("a", "b"):
        checkout.edit(
            f"gen/{name}/tests/test_team.py", "is models.Team", "is models.Mood"
        )
    status, output = run_pytest(checkout, "gen")
    assert status == 1
    assert output.count("+  where <class 'graph_a.models.team.Team'>") == 1
    assert output.count("+  where <class 'graph_b.models.team.Team'>") == 1


def test_packages_that_were_converted(checkout: Checkout, docgen: Docgen) -> None:
    checkout.write("other/team.md", TEAM.replace("|size|", "|members|"))
    for source, output in (("docs", "gen/one"), ("other", "gen/two")):
        package = f'[tool.docgen]\nsource = ["x"]\npackage = "graph_{source}"\n'
        checkout.write("pyproject.toml", package)
        assert docgen("convert", source, "-o", output).status == 0
    assert run_pytest(checkout, "gen")[0] == 0
