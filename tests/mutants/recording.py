"""Recording: which tests run which function, and how long each test takes.

All tests run once in a copy of the project in which each function of the mutated modules notes that
a test runs it, also in processes that a test starts. mutmut selects tests in the same way.
"""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tests.mutants.operators import functions

ROOT = Path(__file__).parents[2]
COPIED = (
    "docgen",
    "templates",
    "tests",
    "docs_src",
    "generated",
    "pyproject.toml",
    "Makefile",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
)
TESTS = (
    "tests/unit",
    "tests/cases",
    "tests/merges",
    "tests/behaviour",
    "tests/properties",
)
"""Where tests are looked for; those in `UNUSED` test generated code, or measure."""
UNUSED = (
    "tests/behaviour/package",
    "tests/behaviour/test_bench.py",
    "tests/behaviour/test_example.py",
)
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "tests.mutants.plugin", "--edits", "4")

_NOTE = """\
import os

_open, _write, _environ, _pid = os.open, os.write, os.environ, os.getpid
_FOLDER, _noted = _environ.get("MUTANTS_NOTES"), set()


def note(function):
    one = _environ.get("PYTEST_CURRENT_TEST", ""), function
    if _FOLDER and one not in _noted:
        _noted.add(one)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        file = _open(f"{_FOLDER}/{_pid()}", flags, 0o600)
        _write(file, f"{function}\\t{one[0]}\\n".encode())
        os.close(file)
"""


class Recording(NamedTuple):
    """The seconds that each test takes, and the tests that run each function of a module.

    Functions are named as in `docgen/build/store.py:Store.add`.
    """

    seconds: Mapping[str, float]
    tests: Mapping[str, Sequence[str]]

    def tests_of(self, module: str, function: str) -> list[str]:
        """Return the tests that run a function; for code outside of functions, those of all."""
        name = f"{module}:{function}"
        while name not in self.tests and "." in name.rpartition(":")[2]:
            name = name.rpartition(".")[0]
        found = self.tests.get(name, ()) if function else ()
        if not found:
            all_of_module = (
                tests
                for name, tests in self.tests.items()
                if name.startswith(f"{module}:")
            )
            found = [test for tests in all_of_module for test in tests]
        return sorted(set(found) & self.seconds.keys(), key=self._rank)

    def _rank(self, test: str) -> tuple[float, str]:
        return self.seconds[test], test


def copy_project(folder: Path) -> Path:
    """Copy what tests need to a new folder."""
    folder.mkdir(parents=True)
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored, symlinks=True)
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def environment(copy: Path, **more: str) -> dict[str, str]:
    """Return an environment in which tests import a copy, and find no files of the user."""
    scratch = copy.parent
    return {
        **os.environ,
        "PYTHONPATH": str(copy),
        "PYTHONPYCACHEPREFIX": f"{copy}.cache",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "HOME": str(scratch),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        **more,
    }


def record(modules: Sequence[str], pristine: Path, known: Path, jobs: int) -> Recording:
    """Run all tests in a copy of `pristine` and return what they run.

    `known` is a file that keeps the result for the same content.
    """
    key = _digest(modules)
    if known.exists():
        last = json.loads(known.read_text(encoding="utf-8"))
        if last["key"] == key:
            return Recording(last["seconds"], last["tests"])
    found = _record(modules, pristine, jobs)
    content = {"key": key, **found._asdict()}
    known.write_text(json.dumps(content), encoding="utf-8")
    return found


def _digest(modules: Sequence[str]) -> str:
    """Return a digest of everything that a recording depends on, except how it is made."""
    digest = sha256(repr(modules).encode())
    for name in COPIED:
        top = ROOT / name
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            is_unused = {"__pycache__", "mutants"}.intersection(file.parts)
            if file.is_file() and not is_unused:
                digest.update(file.relative_to(ROOT).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _record(modules: Sequence[str], pristine: Path, jobs: int) -> Recording:
    copy, notes, report = map(pristine.with_name, ("noting", "notes", "recorded"))
    shutil.copytree(pristine, copy, symlinks=True)
    notes.mkdir()
    (copy / "docgen" / "mutants_note.py").write_text(_NOTE, encoding="utf-8")
    for module in modules:
        _add_notes(copy / module, module)
    ignored = (f"--ignore={one}" for one in UNUSED)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            *OPTIONS,
            "-p",
            "xdist.plugin",
            "-n",
            str(jobs),
            *ignored,
            *TESTS,
        ],
        cwd=copy,
        env=environment(copy, MUTANTS_NOTES=str(notes), MUTANTS_REPORT=str(report)),
        capture_output=True,
    )
    seconds, failed = defaultdict[str, float](float), set[str]()
    for took, outcome, test in read_report(report):
        seconds[test] += took
        if outcome != "passed":
            failed.add(test)
    shutil.rmtree(copy)
    passed = {test: took for test, took in seconds.items() if test not in failed}
    return Recording(passed, _tests_of_functions(notes, passed))


def read_report(file: Path) -> Iterator[tuple[float, str, str]]:
    """Yield the lines of a report of the plugin: seconds, outcome, id of the test."""
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            took, outcome, test = line.split("\t", 2)
            yield float(took), outcome, test


def _add_notes(file: Path, module: str) -> None:
    """Let each function of a module note that it runs."""
    lines = file.read_text(encoding="utf-8").split("\n")
    tree = ast.parse("\n".join(lines))
    added: dict[int, str] = {}
    for name, node in functions(tree):
        body = node.body[1:] if _is_docstring(node.body[0]) else node.body
        if body:
            line = min(
                n.lineno
                for n in ast.walk(body[0])
                if isinstance(n, ast.expr | ast.stmt)
            )
            added[line] = f"{' ' * body[0].col_offset}_note({f'{module}:{name}'!r})"
    body = tree.body[1:] if _is_docstring(tree.body[0]) else tree.body
    if body:
        added[body[0].lineno] = "from docgen.mutants_note import note as _note"
    for number in sorted(added, reverse=True):
        lines.insert(number - 1, added[number])
    file.write_text("\n".join(lines), encoding="utf-8")


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _tests_of_functions(
    notes: Path, passed: Mapping[str, float]
) -> dict[str, list[str]]:
    """Return the tests of each function; what a fixture runs counts for all tests of its file."""
    tests = defaultdict[str, set[str]](set)
    of_file = defaultdict[str, set[str]](set)
    for test in passed:
        of_file[test.partition("::")[0]].add(test)
    lines = {line for file in notes.iterdir() for line in file.read_text().splitlines()}
    for function, current, *_ in (line.split("\t") for line in lines):
        test, _, phase = current.rpartition(" (")
        tests[function].add(test)
        if phase == "setup)":
            tests[function] |= of_file[test.partition("::")[0]]
    return {function: sorted(found) for function, found in sorted(tests.items())}
