"""A program that uses pydantic models runs, and type checkers accept it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.parametrize(
    "flavour", ["pydantic"], indirect=True, scope="session"
)

PROGRAM = """
import datetime as dt

from odd_pydantic.models import Base, Everything, Kind, Team


class Crew(Team):
    rank: int


def label(kind: Kind | None) -> str:
    match kind:
        case Kind.LOW:
            return "low"
        case Kind() if not kind.is_known:
            return f"{kind}, an unknown kind"
        case _:
            return "none"


def teams(members: list[Base]) -> list[Team]:
    return [member for member in members if isinstance(member, Team)]


sent = dt.datetime(2021, 6, 1, tzinfo=dt.UTC)
built = Everything(sent=sent, members=[Team(id="1"), Base()], self_="a")
built.self_ = None
built.kind = Kind.LOW
changes = built.model_dump(mode="json", exclude_unset=True, exclude={"sent"})
assert changes == {
    "self": None,
    "kind": "low",
    "members": [{"@odata.type": "#m.g.team", "id": "1"}, {}],
}

read = Everything.model_validate_json('{"kind":"newer","members":[{"id":"2"}]}')
assert label(built.kind) == "low"
assert label(read.kind) == "newer, an unknown kind"
assert [team.id for team in teams(built.members or [])] == ["1"]
assert teams(read.members or []) == []
assert Crew(id="3", rank=1).model_dump(exclude_unset=True) == {"id": "3", "rank": 1}
"""

MISTAKES = {
    "a number for a string": "Team(id=1)",
    "an unknown field": "Team(ids='1')",
    "a string for a date-time": "Everything(sent='noon')",
    "a model of another type": "Everything(members=[Alert()])",
    "a field that may be None": "len(Everything().labels)",
    "a number for a field": "Everything().text = 1",
}

MYPY = (sys.executable, "-m", "mypy", "--strict", "--no-error-summary")
PYRIGHT = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable)


def outcome(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in the folder of a package; return its exit status and output."""
    completed = subprocess.run(
        arguments,
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(folder), "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return completed.returncode, completed.stdout + completed.stderr


def write_program(folder: Path, source: str) -> str:
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    return str(path)


def mypy_plugin(folder: Path) -> str:
    path = folder / "mypy.ini"
    path.write_text("[mypy]\nplugins = pydantic.mypy\n", encoding="utf-8")
    return f"--config-file={path}"


def test_program_runs(odd_folder: Path, tmp_path: Path) -> None:
    program = write_program(tmp_path, PROGRAM)
    ran = outcome(odd_folder, sys.executable, "-Werror", program)
    assert ran == (0, "")


def test_mypy_accepts_the_program(odd_folder: Path, tmp_path: Path) -> None:
    program = write_program(tmp_path, PROGRAM)
    assert outcome(odd_folder, *MYPY, program) == (0, "")


def test_mypy_accepts_the_program_with_the_plugin(
    odd_folder: Path, tmp_path: Path
) -> None:
    program = write_program(tmp_path, PROGRAM)
    options = (mypy_plugin(tmp_path), f"--cache-dir={tmp_path}")
    ran = outcome(odd_folder, *MYPY, *options, program)
    assert ran == (0, "")


def test_pyright_accepts_the_program(odd_folder: Path, tmp_path: Path) -> None:
    write_program(tmp_path, PROGRAM)
    settings = json.dumps({"extraPaths": [str(odd_folder)], "include": ["."]})
    (tmp_path / "pyrightconfig.json").write_text(settings, encoding="utf-8")
    status, output = outcome(odd_folder, *PYRIGHT, "-p", str(tmp_path))
    assert status == 0, output


def test_mypy_finds_mistakes(odd_folder: Path, tmp_path: Path) -> None:
    head = "from odd_pydantic.models import Alert, Everything, Team\n"
    program = write_program(tmp_path, head + "\n".join(MISTAKES.values()) + "\n")
    status, output = outcome(odd_folder, *MYPY, program)
    lines = {line.split(":")[1] for line in output.splitlines() if ": error: " in line}
    assert status == 1
    assert lines == {str(number + 2) for number in range(len(MISTAKES))}
