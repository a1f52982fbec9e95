"""Type checkers accept typed dicts that the schema allows, and find mistakes."""

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

RECURSIVE_KEYS = {
    *(
        (name, key)
        for name in ("m.g.message", "m.g.reply")
        for key in ("from", "class")
    ),
    *((f"m.g.{word}", word) for word in kwlist),
}
"""Keys that are not valid names and have the type that declares them: they are `Any`."""

PYRIGHT_METHODS = {"__delitem__", "__init__", "__new__"}
"""Keys that pyright confuses with methods of a typed dict."""

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


def lines_with_errors(
    checker: str, paths: Sequence[Path], import_path: Path
) -> list[set[int]]:
    """Check modules of one folder; return the numbers of the lines with errors of each."""
    completed = subprocess.run(
        [sys.executable, "-m", *CHECKERS[checker], *(path.name for path in paths)],
        cwd=paths[0].parent,
        env={
            **os.environ,
            "MYPYPATH": str(import_path),
            "PYTHONPATH": str(import_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.stderr == ""
    found = re.findall(
        r"^ *(\S+?):(\d+)(?::\d+)?.*? error: ", completed.stdout, re.MULTILINE
    )
    lines: dict[str, set[int]] = {path.name: set() for path in paths}
    for path, line in found:
        lines[Path(path).name].add(int(line))
    return list(lines.values())


def consumer(
    folder: Path, package: str, lines: Iterable[str], name: str = "consumer"
) -> Path:
    """Write a module that uses a package; `lines` start in its third line."""
    path = folder / f"{name}.py"
    head = f"from {package} import models\n\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def class_path(models: ModuleType, type_: StructuredType) -> str:
    model = models.lookup(type_.name)
    inside = model.__module__.removeprefix(f"{models.__name__}.").split(".")[:-1]
    return ".".join(("models", *inside, model.__name__))


@TYPEDDICT
@pytest.mark.parametrize("checker", CHECKERS)
def test_checker_accepts_valid_values(
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
        properties = [
            (key, one.type)
            for key, one in values.properties(type_).items()
            if key not in PYRIGHT_METHODS
        ]
        complete = {key: next(values.valid(of)) for key, of in properties}
        documents = [complete, dict.fromkeys(BASE_KEYS, "a")]
        documents += [{k: value} for k, of in properties for value in values.valid(of)]
        never_null = BASE_KEYS | values.key(type_)
        documents += [{key: None} for key, _ in properties if key not in never_null]
        lines += [f"x{len(lines) + n}: {name} = {v!r}" for n, v in enumerate(documents)]
    path = consumer(tmp_path, models.__name__.partition(".")[0], lines)
    assert len(lines) > 300
    assert lines_with_errors(checker, [path], odd_folder) == [set()]


@TYPEDDICT
@pytest.mark.parametrize("checker", CHECKERS)
def test_checker_rejects_invalid_values(
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
        documents: list[object] = [{"no such key": 1}, {"@odata.type": None}, []]
        documents += [
            {key: value}
            for key, one in values.properties(type_).items()
            for value in values.invalid(one.type)
            if (type_.name, key) not in RECURSIVE_KEYS
        ]
        lines += [f"x{len(lines) + n}: {name} = {v!r}" for n, v in enumerate(documents)]
    path = consumer(tmp_path, models.__name__.partition(".")[0], lines)
    invalid = set(range(3, 3 + len(lines)))
    assert len(lines) > 200
    (found,) = lines_with_errors(checker, [path], odd_folder)
    assert invalid - found == set()


@pytest.fixture(scope="session")
def docs_src_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package that is generated from `docs_src`."""
    folder = tmp_path_factory.mktemp("docs_src")
    target = Target(source=(str(ROOT / "docs_src"),), flavour="typeddict")
    write(build(target), str(folder), WriteScope(), check=False)
    return folder


def test_program_runs_without_installed_packages(docs_src_folder: Path) -> None:
    completed = subprocess.run(
        [
            sys.executable,
            "-IS",
            "-W",
            "error",
            "-c",
            RUN,
            str(docs_src_folder),
            str(PROGRAM),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (completed.returncode, completed.stderr) == (0, "")


RUN = "import runpy, sys; sys.path.append(sys.argv[1]); runpy.run_path(sys.argv[2])"


MISTAKES: dict[str, Sequence[str]] = {
    "a Python name as a key": ('x: models.SynchronizationJob = {"template_id": "a"}',),
    "a value of the wrong type": ('x: models.SynchronizationJob = {"templateId": 1}',),
    "a key of a derived type": (
        'x: models.ProvisioningConnector = {"baseAddress": "a"}',
    ),
    "a null for a property that is not nullable": (
        'x: models.ScimConnector = {"baseAddress": None}',
    ),
    "an annotation of a key": (
        'x: models.SynchronizationJob = {"status@odata.x": "y"}',
    ),
    "an unknown key": (
        "x: models.SynchronizationJob = {}",
        'x["no such key"]',
    ),
    "a model of another type": (
        "x: models.SynchronizationJob = {}",
        "y: models.ScimConnector = x",
    ),
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_checker_accepts_a_program_and_finds_mistakes(
    checker: str, docs_src_folder: Path, tmp_path: Path
) -> None:
    paths = [Path(shutil.copy(PROGRAM, tmp_path))]
    for number, lines in enumerate(MISTAKES.values()):
        paths.append(consumer(tmp_path, "graph", lines, f"consumer{number}"))
    accepted, *found = lines_with_errors(checker, paths, docs_src_folder)
    assert accepted == set()
    wanted = {name: {2 + len(lines)} for name, lines in MISTAKES.items()}
    assert dict(zip(MISTAKES, found, strict=True)) == wanted
