"""`package = "acme.shop"`: the package is in a namespace package of the user."""

import os
import subprocess
import sys

import pytest
from checkout import CONFIG, PAGES, Checkout, Docgen

from docgen.flavours import FLAVOURS

PROGRAM = """\
import acme
assert acme.__file__ is None
from acme.shop import changes, models
from acme.shop.models import Team, lookup, lookup_enum
from acme.shop.models.calls import Room
from acme.shop.operations import TeamOperations
assert lookup("microsoft.graph.calls.room") is Room
assert lookup("microsoft.graph.team") is Team
assert lookup_enum("microsoft.graph.mood").__module__ == "acme.shop.models.mood"
assert changes({"size": 1}, {}) == {"size": None}
from acme import other
"""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_package_in_a_namespace_works(
    checkout: Checkout, docgen: Docgen, flavour: str
) -> None:
    config = f'package = "acme.shop"\nflavour = "{flavour}"\n'
    checkout.write("pyproject.toml", CONFIG + config)
    assert docgen("generate").status == 0
    tree = checkout.tree()
    assert "acme/shop/models/team.pyi" in tree
    assert "acme/__init__.py" not in tree
    assert docgen("generate", "--check").status == 0
    checkout.write("elsewhere/acme/other.py", "")
    path = os.pathsep.join(["generated", "elsewhere"])
    environment = {**os.environ, "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", PROGRAM], env=environment, check=True)
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run([*tests, "generated/tests"], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_paths_are_not_too_long(checkout: Checkout, docgen: Docgen) -> None:
    package = "a" * 14 + "." + "b" * 15
    checkout.write("pyproject.toml", CONFIG + f'package = "{package}"\n')
    name = "veryLongNameOfAType" * 6
    page = PAGES["docs/resources/mood.md"].replace("# mood", f"# {name}")
    checkout.write("docs/resources/long.md", page)
    docgen("generate")
    paths = checkout.tree()
    assert any("very_long_name" in path for path in paths)
    assert [one for one in paths if len(f"generated/{one}") > 110] == []
    assert [one for one in paths if len(one) > 100] == []
