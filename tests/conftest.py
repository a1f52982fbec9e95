"""Options of the test suite."""

import gc
import os
from collections.abc import Generator, Iterator, Sequence
from functools import lru_cache

import pytest
from hypothesis import settings

import docgen.commands.options
import docgen.pycode
from docgen.build.toolchain import Toolchain, toolchain, toolchain_status

# Variables that change what docgen, pytest or git print. The programs that tests start inherit
# the environment, so a test would depend on where it runs: pytest, for example, prints the
# explanation of a failed assertion twice where CI is set.
for _variable in (
    "BUILD_NUMBER",
    "CI",
    "COLUMNS",
    "DOCGEN_CACHE_DIR",
    "DOCGEN_TRACEBACK",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LINES",
    "NO_COLOR",
    "PY_COLORS",
    "PYTEST_ADDOPTS",
    "PYTEST_PLUGINS",
):
    os.environ.pop(_variable, None)

settings.register_profile("docgen", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=100_000)
settings.load_profile("docgen")


@pytest.fixture(scope="session", autouse=True)
def files_are_fingerprinted_once() -> Iterator[None]:
    """Have the record of a generated file made once per content, not in each of thousands of runs.

    Most files that a run writes are the same in all tests. Modules that are imported before the
    first test, such as `docgen.edits` and the unit tests, use the function itself.
    """
    once = lru_cache(maxsize=2_000)(docgen.pycode.definition_lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(docgen.pycode, "definition_lines", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def docgen_is_read_once() -> Iterator[None]:
    """Have runs get the status of docgen's own files, and their digest, only once.

    Runs with templates of the user read all files; so do the tests that change docgen.
    """
    status = toolchain_status(())
    known = toolchain((), status, None)

    def found_status(folders: Sequence[str]) -> bytes:
        return toolchain_status(folders) if folders else status

    def found(
        folders: Sequence[str], status: bytes, last: Toolchain | None
    ) -> Toolchain:
        return toolchain(folders, status, last if folders else known)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(docgen.commands.options, "toolchain", found)
        patch.setattr(docgen.commands.options, "toolchain_status", found_status)
        yield


@pytest.fixture(scope="session", autouse=True)
def started_pytest_loads_no_plugins() -> Iterator[None]:
    """Have the pytest that a test starts load no installed plugins, which takes it a second.

    `make test` runs the tests in `generated` with them.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        yield


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Have the garbage collector ignore the thousands of tests: none of them is garbage."""
    gc.disable()
    result = yield
    gc.enable()
    gc.freeze()
    return result


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-cases",
        action="store_true",
        help="write the results of the cases under tests/cases; read the diff afterwards",
    )
    parser.addoption(
        "--edits",
        type=int,
        default=10,
        help="number of edits, with a run after each, in tests of random edits",
    )
    parser.addoption(
        "--edits-seed",
        type=int,
        action="append",
        help="seed of these edits instead of the fixed ones; may be repeated",
    )
    parser.addoption(
        "--edited-pages", help="folder of the pages to edit instead of some of docs_src"
    )
    parser.addoption(
        "--edited-most", type=int, help="maximum number of pages of that folder"
    )
    parser.addoption(
        "--corpus", help="folder of pages whose rows are counted, instead of docs_src"
    )
    parser.addoption(
        "--damaged-pages",
        type=int,
        default=2_000,
        help="number of damaged pages whose rows are counted",
    )
    parser.addoption(
        "--damaged-seed", type=int, default=1, help="seed of the first damaged page"
    )
    parser.addoption(
        "--merges",
        type=int,
        default=2,
        help="number of pairs of branches that are merged, in either direction",
    )
    parser.addoption(
        "--kills", type=int, default=5, help="number of runs that are killed"
    )
