"""Packages without clients: `client = false`."""

import subprocess
import sys

import pytest
from checkout import Checkout, Docgen

from docgen.flavours import FLAVOURS
from docgen.python.flavours import CLIENT_FILES

CONFIG = """\
[tool.docgen]
source = ["docs"]
output = "gen"
flavour = "{flavour}"
client = {client}
"""
PROGRAM = """\
import importlib, pkgutil
import graph
from graph.models import Team
from graph.operations import TeamOperations
assert "Client" not in dir(graph) and "ApiError" not in graph.__all__
for module in pkgutil.walk_packages(graph.__path__, "graph."):
    importlib.import_module(module.name)
for name in graph.__all__:
    getattr(graph, name)
"""


def generate(
    checkout: Checkout, docgen: Docgen, flavour: str, *, client: bool
) -> set[str]:
    """Generate the package; return the paths of its files."""
    config = CONFIG.format(flavour=flavour, client=str(client).lower())
    checkout.write("pyproject.toml", config)
    assert docgen("generate").status == 0
    return {path for path in checkout.tree("gen") if "/." not in path}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_package_without_clients(
    flavour: str, checkout: Checkout, docgen: Docgen
) -> None:
    found = generate(checkout, docgen, flavour, client=False)
    files = {path.removeprefix("graph/") for path in found}
    assert not files & {*CLIENT_FILES}
    assert not [path for path in files if path.startswith(("client/", "examples/"))]
    assert "operations/team.py" in files
    for arguments in (["-c", PROGRAM], ["-m", "pytest", "-q", "tests"]):
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=checkout.folder / "gen",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_checkers_accept_a_package_without_clients(
    checkout: Checkout, docgen: Docgen
) -> None:
    generate(checkout, docgen, "dataclass", client=False)
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "graph", "tests"],
        cwd=checkout.folder / "gen",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_clients_are_added_and_removed(checkout: Checkout, docgen: Docgen) -> None:
    without = generate(checkout, docgen, "dataclass", client=False)
    complete = generate(checkout, docgen, "dataclass", client=True)
    assert "graph/client/team.py" in complete - without
    assert without < complete
    assert generate(checkout, docgen, "dataclass", client=False) == without


def test_examples_can_not_be_served(checkout: Checkout, docgen: Docgen) -> None:
    generate(checkout, docgen, "dataclass", client=False)
    ran = docgen("mock")
    assert ran.status == 2
    assert "has `client = false`" in ran.err


def test_value_of_another_type(checkout: Checkout, docgen: Docgen) -> None:
    config = CONFIG.format(flavour="dataclass", client='"no"')
    checkout.write("pyproject.toml", config)
    ran = docgen("generate")
    assert ran.status == 2
    assert "`client` must be true or false, not a string" in ran.err
