"""What checkers say of typed dicts: what a schema allows is accepted, and mistakes are found."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from keyword import kwlist
from pathlib import Path
from types import ModuleType

import pytest
from json_values import JsonValues

from docgen.config import Target
from docgen.output.plan import WriteScope
from docgen.pipeline import build, write
from docgen.schema.model import StructuredType, Type

ROOT = Path(__file__).parents[3]
PROGRAM = ROOT / "tests/behaviour/programs/typed_dicts.py"

BASE_KEYS = {"@odata.context", "@odata.etag", "@odata.id", "@odata.type"}

UNFOLLOWED = {
    *(
        (name, key)
        for name in ("m.g.message", "m.g.reply")
        for key in ("from", "class")
    ),
    *((f"m.g.{word}", word) for word in kwlist),
}
"""Keys that are no names of Python, and lead back to their own type: no checker follows them."""

UNSEEN = {"__delitem__", "__init__", "__new__"}
"""Keys that pyright takes for its own methods of a typed dict."""

TYPEDDICT = pytest.mark.parametrize(
    "flavour", ["typeddict"], indirect=True, scope="session"
)


@pytest.fixture(scope="session")
def structured(odd_types: tuple[Type, ...]) -> list[StructuredType]:
    return [type_ for type_ in odd_types if isinstance(type_, StructuredType)]


@pytest.fixture(scope="session")
def values(odd_types: tuple[Type, ...]) -> JsonValues:
    return JsonValues(odd_types)


CHECKERS = {
    "mypy": ["mypy", "--strict", "--no-error-summary"],
    "pyright": ["pyright", "--pythonpath", sys.executable],
}


def lines_with_errors(checker: str, path: Path, import_path: Path) -> set[int]:
    """Return the numbers of the lines in which a checker finds an error."""
    done = subprocess.run(
        [sys.executable, "-m", *CHECKERS[checker], path.name],
        cwd=path.parent,
        env={
            **os.environ,
            "MYPYPATH": str(import_path),
            "PYTHONPATH": str(import_path),
            "MYPY_CACHE_DIR": str(path.parent / "cache"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return {
        int(line) for line in re.findall(r":(\d+)(?::\d+)?.*? error: ", done.stdout)
    }


def consumer(folder: Path, package: str, lines: Iterable[str]) -> Path:
    """Write a module that uses a package; the first of the lines is its third."""
    path = folder / "consumer.py"
    head = f"from {package} import models\n\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def class_path(models: ModuleType, type_: StructuredType) -> str:
    model = models.lookup(type_.name)
    inside = model.__module__.removeprefix(f"{models.__name__}.").split(".")[:-1]
    return ".".join(("models", *inside, model.__name__))


@TYPEDDICT
@pytest.mark.parametrize("checker", CHECKERS)
def test_a_checker_takes_what_the_schema_allows(
    checker: str,
    odd_folder: Path,
    tmp_path: Path,
    models: ModuleType,
    structured: list[StructuredType],
    values: JsonValues,
) -> None:
    lines: list[str] = []
    for type_ in structured:
        name = class_path(models, type_)
        rows = [(k, row) for k, row in values.rows(type_).items() if k not in UNSEEN]
        whole = {key: next(values.allowed(row.type)) for key, row in rows}
        found = [whole, dict.fromkeys(BASE_KEYS, "a")]
        found += [
            {key: value} for key, row in rows for value in values.allowed(row.type)
        ]
        found += [{key: None} for key, _ in rows if key not in BASE_KEYS]
        lines += [f"x{len(lines) + n}: {name} = {v!r}" for n, v in enumerate(found)]
    path = consumer(tmp_path, models.__name__.partition(".")[0], lines)
    assert len(lines) > 300
    assert lines_with_errors(checker, path, odd_folder) == set()


@TYPEDDICT
@pytest.mark.parametrize("checker", CHECKERS)
def test_a_checker_refuses_what_the_schema_does_not_allow(
    checker: str,
    odd_folder: Path,
    tmp_path: Path,
    models: ModuleType,
    structured: list[StructuredType],
    values: JsonValues,
) -> None:
    lines: list[str] = []
    for type_ in structured:
        name = class_path(models, type_)
        found: list[object] = [{"no such key": 1}, {"@odata.type": None}, []]
        found += [
            {key: value}
            for key, row in values.rows(type_).items()
            for value in values.wrong(row.type)
            if (type_.name, key) not in UNFOLLOWED
        ]
        lines += [f"x{len(lines) + n}: {name} = {v!r}" for n, v in enumerate(found)]
    path = consumer(tmp_path, models.__name__.partition(".")[0], lines)
    spoiled = set(range(3, 3 + len(lines)))
    assert len(lines) > 200
    assert spoiled - lines_with_errors(checker, path, odd_folder) == set()


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package that is made from `docs_src`."""
    folder = tmp_path_factory.mktemp("family")
    target = Target(source=(str(ROOT / "docs_src"),), flavour="typeddict")
    write(build(target), str(folder), WriteScope(), check=False)
    return folder


def test_a_program_runs_without_anything_installed(family: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-IS", "-W", "error", "-c", RUN, str(family), str(PROGRAM)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


RUN = "import runpy, sys; sys.path.append(sys.argv[1]); runpy.run_path(sys.argv[2])"


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_program_is_checked_strictly(
    checker: str, family: Path, tmp_path: Path
) -> None:
    program = shutil.copy(PROGRAM, tmp_path)
    assert lines_with_errors(checker, Path(program), family) == set()


MISTAKES: dict[str, Sequence[str]] = {
    "a key in Python's spelling": (
        'x: models.SynchronizationJob = {"template_id": "a"}',
    ),
    "a wrong value": ('x: models.SynchronizationJob = {"templateId": 1}',),
    "a key of a derived type": (
        'x: models.ProvisioningConnector = {"baseAddress": "a"}',
    ),
    "a null for what is never null": (
        'x: models.ScimConnector = {"baseAddress": None}',
    ),
    "an annotation of a key": (
        'x: models.SynchronizationJob = {"status@odata.x": "y"}',
    ),
    "a key that is not there": (
        "x: models.SynchronizationJob = {}",
        'x["no such key"]',
    ),
    "another model": (
        "x: models.SynchronizationJob = {}",
        "y: models.ScimConnector = x",
    ),
}


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("lines", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_found(
    lines: Sequence[str], checker: str, family: Path, tmp_path: Path
) -> None:
    path = consumer(tmp_path, "graph", lines)
    assert lines_with_errors(checker, path, family) == {2 + len(lines)}
