"""`make mutants`: change docgen's code in small ways, and list the changes that no test notices.

python -m tests.mutants SAMPLE SEED [FOLDER…]

Needs cosmic-ray, which makes the mutants; they are run in copies of the project. Only a random
sample is run, chosen by the seed: all mutants would take days. Survivors are printed as rows of the
table in `tests/mutants/README.md`.
"""

import difflib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
B, P = "tests/behaviour", "tests/properties"
TESTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "docgen/build": (
        ("tests/unit/build", "tests/unit/test_pipeline.py"),
        (f"{B}/test_rebuild.py", f"{B}/test_remembered.py", f"{B}/test_workers.py"),
        (f"{B}/test_dependencies.py", f"{B}/test_inputs.py", f"{P}/test_rebuild.py"),
    ),
    "docgen/config": (
        ("tests/unit/config", f"{B}/test_init.py", f"{B}/test_dotted_package.py"),
        (f"{B}/test_bad_input.py", f"{B}/test_cli.py", f"{B}/test_dependencies.py"),
    ),
    "docgen/pages": (
        ("tests/unit/pages", f"{P}/test_pages.py", f"{B}/test_bad_input.py"),
        (f"{B}/test_generate.py", f"{B}/test_staged.py", f"{B}/test_dependencies.py"),
    ),
    "docgen/output": (
        ("tests/unit/output", f"{P}/test_generate.py"),
        (f"{B}/test_generate.py", f"{B}/test_merge.py", "tests/merges"),
    ),
    "docgen/edits": (
        ("tests/unit/edits", "tests/merges"),
        (f"{P}/test_merge.py", f"{P}/test_merged_tree.py", f"{B}/test_merge.py"),
    ),
}
"""The packages that are mutated, and the tests of each: quick ones first."""

TIMEOUT = 300
"""Seconds after which tests count as failed: the mutant does not end."""

COPIED = (
    "docgen",
    "templates",
    "tests",
    "docs_src",
    "generated",
    "pyproject.toml",
    "README.md",
)


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A change of a module: the operator of cosmic-ray, and which of its places."""

    package: str
    module: str
    operator: str
    occurrence: int


def main(sample: str, seed: str, *folders: str) -> None:
    """Run a sample of the mutants of some packages, by default of all."""
    packages = folders or tuple(TESTS)
    mutants = [one for package in packages for one in _mutants(package)]
    chosen = random.Random(int(seed))  # noqa: S311 - not for secrets
    picked = chosen.sample(mutants, min(int(sample), len(mutants)))
    with TemporaryDirectory() as scratch, ThreadPoolExecutor() as pool:
        copies: Queue[Path] = Queue()
        for number in range(os.cpu_count() or 1):
            copies.put(_copied(Path(scratch) / str(number)))
        _require_passing(packages, copies)
        survived = 0
        for row in pool.map(lambda mutant: _run(mutant, copies), picked):
            survived += row is not None
            _print(row)
    _print(f"{survived} of {len(picked)} survived (SAMPLE={sample} SEED={seed})")


def _print(line: str | None) -> None:
    if line is not None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _require_passing(packages: tuple[str, ...], copies: "Queue[Path]") -> None:
    """Exit if tests fail without a mutant: they would notice everything."""
    copy = copies.get()
    for tests in (tests for package in packages for tests in TESTS[package]):
        if not _pass(copy, tests):
            sys.exit(f"these tests fail without a mutant: {' '.join(tests)}")
    copies.put(copy)


def _mutants(package: str) -> Iterator[Mutant]:
    syntax, plugins = import_module("cosmic_ray.ast"), import_module(
        "cosmic_ray.plugins"
    )
    for file in sorted((ROOT / package).rglob("*.py")):
        nodes = list(syntax.ast_nodes(syntax.get_ast_from_path(file)))
        for name in sorted(plugins.operator_names()):
            operator = plugins.get_operator(name)
            if operator.arguments():
                continue
            count = sum(len([*operator().mutation_positions(node)]) for node in nodes)
            module = file.relative_to(ROOT).as_posix()
            for occurrence in range(count):
                yield Mutant(
                    package=package, module=module, operator=name, occurrence=occurrence
                )


def _copied(folder: Path) -> Path:
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def _run(mutant: Mutant, copies: "Queue[Path]") -> str | None:
    """Return the row of a survivor; `None` if a test noticed the mutant."""
    copy = copies.get()
    file = copy / mutant.module
    content = file.read_text(encoding="utf-8")
    operator = import_module("cosmic_ray.plugins").get_operator(mutant.operator)()
    mutating = import_module("cosmic_ray.mutating")
    mutated = mutating.mutate_code(content, operator, mutant.occurrence)
    try:
        if mutated is None or mutated == content:
            return None
        file.write_text(mutated, encoding="utf-8")
        if all(_pass(copy, tests) for tests in TESTS[mutant.package]):
            return _row(mutant, content, mutated)
        return None
    finally:
        file.write_text(content, encoding="utf-8")
        copies.put(copy)


def _pass(copy: Path, tests: tuple[str, ...]) -> bool:
    there = [name for name in tests if (copy / name).exists()]
    options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--edits", "3")
    path = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *there],
            cwd=copy,
            env={**os.environ, **path},
            capture_output=True,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _row(mutant: Mutant, content: str, mutated: str) -> str:
    """Return the line that was changed, before and after, as a row of a table."""
    changes = difflib.ndiff(content.splitlines(), mutated.splitlines())
    lines = [line for line in changes if line[:2] in {"- ", "+ "}]
    shown = " → ".join(f"`{line[2:].strip()}`".replace("|", "\\|") for line in lines)
    return f"| {mutant.module} | {shown} | |"


if __name__ == "__main__":
    main(*sys.argv[1:])
