"""Models that are JSON itself: what they hold when they are used, and what checkers say."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from json_values import JsonValues

from docgen.config import Target
from docgen.pipeline import files_of, pages_of, schema_of, views_of
from docgen.schema.model import StructuredType, Type

ROOT = Path(__file__).parents[3]

BASE_KEYS = {"@odata.context", "@odata.etag", "@odata.id", "@odata.type"}

UNFOLLOWED = {
    (name, key) for name in ("m.g.message", "m.g.reply") for key in ("from", "class")
}
"""Keys that are no names of Python, and lead back to their own type: no checker follows them."""

TYPEDDICT = pytest.mark.parametrize(
    "flavour", ["typeddict"], indirect=True, scope="session"
)


@pytest.fixture(scope="session")
def structured(odd_types: tuple[Type, ...]) -> list[StructuredType]:
    return [type_ for type_ in odd_types if isinstance(type_, StructuredType)]


@pytest.fixture(scope="session")
def values(odd_types: tuple[Type, ...]) -> JsonValues:
    return JsonValues(odd_types)


@TYPEDDICT
def test_a_payload_is_a_model(
    models: ModuleType, structured: list[StructuredType], values: JsonValues
) -> None:
    for type_ in structured:
        whole = values.whole(type_)
        model = models.lookup(type_.name)
        assert model.__optional_keys__ == BASE_KEYS | whole.keys()
        assert model.__required_keys__ == frozenset()
        assert json.loads(json.dumps(model(whole))) == whole


@TYPEDDICT
def test_stubs_and_modules_have_the_same_keys(odd_folder: Path) -> None:
    """Stubtest does not look at keys."""
    stubs = [*odd_folder.rglob("models/**/[a-z]*.pyi")]
    assert stubs
    for stub in stubs:
        assert keys(stub) == keys(stub.with_suffix(".py"))


def keys(path: Path) -> list[tuple[str, str]]:
    """Give the keys that a module declares, each with its annotation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[tuple[str, str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign():
                found.append((ast.unparse(node.target), ast.unparse(node.annotation)))
            case ast.Dict(keys=names, values=annotations):
                pairs = zip(names, annotations, strict=True)
                found += [(str(ast.literal_eval(n)), read(a)) for n, a in pairs if n]
    return found


def read(annotation: ast.expr) -> str:
    """Read an annotation, which a module has as a text."""
    is_text = isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
    return str(ast.literal_eval(annotation)) if is_text else ast.unparse(annotation)


CHECKERS = {
    "mypy": ["mypy", "--strict", "--no-error-summary"],
    "pyright": ["pyright", "--pythonpath", sys.executable],
}


def lines_with_errors(checker: str, path: Path, import_path: Path) -> set[int]:
    """Give the numbers of the lines in which a checker finds an error."""
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
        rows = values.rows(type_).items()
        found = [values.whole(type_), dict.fromkeys(BASE_KEYS, "a")]
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


@TYPEDDICT
def test_an_object_tells_of_which_type_it_is(
    odd: ModuleType, models: ModuleType
) -> None:
    team = {"@odata.type": "#m.g.team", "id": "1"}
    assert odd.is_a(team, models.Team)
    assert odd.is_a(team, models.Base)
    assert not odd.is_a(team, models.Everything)
    assert not odd.is_a(team, models.List)


@TYPEDDICT
def test_types_without_keys_are_told_apart(odd: ModuleType, models: ModuleType) -> None:
    assert odd.is_a({"@odata.type": "#m.g.security"}, models.Security)
    assert not odd.is_a({"@odata.type": "#m.g.alert"}, models.Security)


UNTOLD = {
    "no name": {},
    "another type's": {"@odata.type": "#m.g.base"},
    "an enum's": {"@odata.type": "#m.g.kind"},
    "an unknown one": {"@odata.type": "#m.g.newer"},
    "a null": {"@odata.type": None},
    "no text": {"@odata.type": [1]},
}


@TYPEDDICT
@pytest.mark.parametrize("value", UNTOLD.values(), ids=UNTOLD.keys())
def test_an_object_does_not_tell(
    value: object, odd: ModuleType, models: ModuleType
) -> None:
    assert not odd.is_a(value, models.Team)


@TYPEDDICT
def test_a_member_of_an_enum_is_written_as_its_value(models: ModuleType) -> None:
    kinds = models.Kinds.READ | models.Kinds.WRITE
    document = models.Everything(kind=models.Kind.LOW, kinds=kinds)
    assert json.dumps(document) == '{"kind": "low", "kinds": "read,write"}'


@TYPEDDICT
def test_a_value_that_was_read_is_known_or_not(models: ModuleType) -> None:
    document = json.loads('{"kind": "low", "unknownKind": "newer"}')
    assert document["kind"] == models.Kind.LOW
    assert models.Kind(document["kind"]) is models.Kind.LOW
    assert not models.EmptyKind.read(document["unknownKind"]).is_known


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package that is made from `docs_src`."""
    folder = tmp_path_factory.mktemp("family")
    target = Target(source=(str(ROOT / "docs_src"),), flavour="typeddict")
    pages = pages_of(target).value.pages
    schema = schema_of(pages, target.entity_base, is_whole=True).value
    for file in files_of(views_of(schema, target).value.files, target):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_text(file.text, encoding="utf-8")
    return folder


PROGRAM = '''
"""What a program that uses the package does."""

import json

from graph import is_a, models
from graph.operations import SynchronizationJobOperations


class Jobs:
    """Keeps jobs; a client would send them."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def list_synchronization_jobs(self) -> list[models.SynchronizationJob]:
        return [json.loads(text) for text in self.sent]

    def create_synchronization_job(
        self, body: models.SynchronizationJob
    ) -> models.SynchronizationJob:
        self.sent.append(json.dumps(body))
        return {**body, "id": str(len(self.sent))}

    def get_synchronization_job(self) -> models.SynchronizationJob:
        return self.list_synchronization_jobs()[-1]

    def delete_synchronization_job(self) -> None:
        self.sent.clear()

    def validate_credentials(self) -> None: ...
    def start_synchronization_job(self) -> None: ...
    def pause_synchronization_job(self) -> None: ...
    def restart_synchronization_job(self) -> None: ...

    def provision_on_demand(self) -> models.StringKeyStringValuePair:
        return {"key": "a", "value": "b"}


def advice(status: models.SynchronizationStatus) -> str:
    quarantine = status.get("quarantine") or {}
    match quarantine.get("reason"):
        case models.QuarantineReason.TOO_MANY_DELETES:
            return "look at the scope"
        case None:
            return "nothing"
        case reason if models.QuarantineReason.read(reason).is_known:
            return f"read about {reason}"
        case reason:
            return f"ask about {reason}"


def addresses(connectors: list[models.ProvisioningConnector]) -> list[str]:
    found = []
    for connector in connectors:
        if is_a(connector, models.ScimConnector):
            found.append(connector.get("baseAddress", "nowhere"))
    return found


jobs = Jobs()
operations: SynchronizationJobOperations = jobs

# An object is built, and sent.
job = operations.create_synchronization_job({"templateId": "scim"})
assert job.get("id") == "1"
assert jobs.sent == ['{"templateId": "scim"}']

# It is changed, and only what changed is sent, with an explicit null.
change: models.SynchronizationJob = {"templateId": None}
change["schedule"] = {"interval": "PT40M"}
operations.create_synchronization_job(change)
assert jobs.sent[-1] == '{"templateId": null, "schedule": {"interval": "PT40M"}}'

# Unknown keys survive, though no checker knows them.
text = '{"id": "1", "newer": {"a": [1]}, "status@odata.x": "y"}'
known: models.SynchronizationJob = json.loads(text)
assert json.dumps(known) == text

# Enums are matched by member or by text.
assert advice({"quarantine": {"reason": "TooManyDeletes"}}) == "look at the scope"
assert advice({"quarantine": {"reason": "Unknown"}}) == "read about Unknown"
assert advice({"quarantine": {"reason": "Newer"}}) == "ask about Newer"
assert advice({}) == "nothing"

# Derived types are told apart.
scim: models.ScimConnector = {
    "@odata.type": "#microsoft.graph.scimConnector",
    "baseAddress": "https://example.org",
}
other: models.ProvisioningConnector = {"displayName": "other"}
assert addresses([scim, other]) == ["https://example.org"]

# A key that is no name of Python is a key like any other.
run: models.provisioning.Run = {"from": "2021-06-01T12:34:56Z", "@odata.etag": "W/1"}
assert run.get("from", "").startswith("2021")
assert models.lookup("microsoft.graph.provisioning.run") is models.provisioning.Run
'''


def test_a_program_runs_without_anything_installed(
    family: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-IS", "-W", "error", "-c", RUN, str(family), str(program)],
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
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    assert lines_with_errors(checker, program, family) == set()


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
