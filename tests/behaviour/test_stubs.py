"""Stubs follow hand-written code: type checkers know it, and stubtest accepts it."""

import subprocess
import sys
from pathlib import Path

import pytest
from checkout import CONFIG, Checkout, Docgen

TEAM = "docs/resources/team.md"
MODEL = "generated/graph/models/team.py"
STUB = "generated/graph/models/team.pyi"
ENUM = "generated/graph/models/mood.py"
PACKAGE = "generated/graph/models/__init__.py"

IMPORTS = """
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar, final, overload
"""

MEMBERS = '''
    LARGE: ClassVar[int] = 9
    _registry = {"a": 1}

    @property
    def label(self) -> str:
        """The label."""
        return f"team {self.size}"

    @label.setter
    def label(self, value: str) -> None:
        self.size = int(value)

    @cached_property
    def names(self) -> Sequence[str]:
        return [room.name or "" for room in self.rooms or []]

    @classmethod
    def load(cls, path: "Path", *, strict: bool = False, **more: str) -> Self:
        return cls()

    @staticmethod
    def limit(kind: str = "any") -> int:
        return 3

    @contextmanager
    def locked(self) -> Iterator[None]:
        yield

    async def refresh(self, *names: str, tries: int = 3, path: Path = Path("a")) -> bool:
        return True

    @overload
    def pick(self, key: str) -> str: ...
    @overload
    def pick(self, key: int) -> int: ...
    def pick(self, key: str | int) -> str | int:
        return key


T = TypeVar("T")
SIZES = {"small": 3, "large": 30}


@final
class Report:
    def __init__(self, team: Team) -> None:
        self.team = team

    def first(self, items: list[T]) -> T | None:
        return items[0] if items else None


@lru_cache(maxsize=None)
def report(team: Team) -> Report:
    return Report(team)


try:
    import zoneinfo

    HAS_ZONES = bool(zoneinfo)
except ImportError:
    HAS_ZONES = False
'''

ONLY: dict[str, str] = {
    "dataclass": """
    note: str | None = None
    seen: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._cache: dict[str, int] = {}

    def to_dict(self, *arguments: Any) -> dict[str, Any]:
        return super().to_dict(*arguments) | {"seen": True}
""",
    "pydantic": """
    note: str | None = Field(default=None, max_length=9)

    @field_validator("size")
    @classmethod
    def check_size(cls, value: int | None) -> int | None:
        return value
""",
}

MORE_IMPORTS = {
    "dataclass": "from dataclasses import field\n",
    "pydantic": "from pydantic import Field, field_validator\n",
}

PROGRAM = """
from graph.models import Mood, Team
from graph.models.team import SIZES, Report, report

team = Team(size=3, note="a")
reveal_type(team.label)
reveal_type(team.names)
reveal_type(Team.limit())
reveal_type(team.pick(1))
reveal_type(report(team).first([1]))
reveal_type(SIZES)
reveal_type(Mood.read("calm").rank)
with team.locked():
    pass
"""

REVEALED = ["str", "typing.Sequence[str]", "int", "int", "int | None", "dict[str, int]"]


def append(checkout: Checkout, path: str, code: str) -> None:
    checkout.write(path, read(checkout, path) + code)


def read(checkout: Checkout, path: str) -> str:
    return (checkout.folder / path).read_text(encoding="utf-8")


def outcome(folder: Path, *arguments: str) -> str:
    """Return the output of a tool that fails; empty if it reports nothing."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("flavour", ["dataclass", "pydantic"])
def test_checkers_accept_an_edited_package(
    checkout: Checkout, docgen: Docgen, flavour: str
) -> None:
    checkout.write("pyproject.toml", f'{CONFIG}\nflavour = "{flavour}"\n')
    docgen("generate")
    imports = f"annotations\n{IMPORTS}{MORE_IMPORTS[flavour]}"
    body = (
        MEMBERS.replace('    _registry = {"a": 1}\n', "")
        if flavour == "pydantic"
        else MEMBERS
    )
    checkout.edit(MODEL, "annotations\n", imports)
    append(checkout, MODEL, ONLY[flavour] + body)
    append(
        checkout,
        ENUM,
        "\n    @property\n    def rank(self) -> int:\n        return 1\n",
    )
    assert docgen("generate", "--check").status == 0
    assert "incomplete-stub" not in docgen("generate").err
    assert docgen("generate", "--check").status == 0
    generated = checkout.folder / "generated"
    (checkout.folder / "generated" / "program.py").write_text(PROGRAM, encoding="utf-8")
    assert outcome(generated, "mypy.stubtest", "graph") == ""
    stubs = ["graph/models/team.pyi", "graph/models/mood.pyi"]
    assert outcome(generated, "black", "--check", "-q", *stubs) == ""
    assert (
        outcome(generated, "ruff", "check", "--isolated", "--select", "F,I", *stubs)
        == ""
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "program.py"],
        cwd=generated,
        capture_output=True,
        text=True,
        check=False,
    )
    revealed = [line for line in done.stdout.splitlines() if "Revealed" in line]
    assert done.returncode == 0, done.stdout
    assert len(revealed) == len(REVEALED) + 1
    for line, name in zip(revealed, REVEALED, strict=False):
        assert line.replace("builtins.", "").endswith(f'"{name}"')


def test_signature_is_removed_with_its_method(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    before, stub = read(checkout, MODEL), read(checkout, STUB)
    append(checkout, MODEL, "\n    def at(self) -> int:\n        return 1\n")
    docgen("generate")
    assert read(checkout, STUB) == f"{stub}    def at(self) -> int: ...\n"
    checkout.edit(MODEL, "def at(self) -> int", "def at(self, key: int) -> str")
    docgen("generate")
    assert read(checkout, STUB) == f"{stub}    def at(self, key: int) -> str: ...\n"
    checkout.write(MODEL, before)
    assert docgen("generate", "--check").status == 0
    docgen("generate")
    assert read(checkout, STUB) == stub
    assert "unchanged" in docgen("generate").err


LINE = "    def at(self) -> list[int]: ...\n"


def test_line_of_the_user_stays_once_and_wins(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    stub = read(checkout, STUB)
    append(checkout, STUB, LINE)
    append(checkout, MODEL, "\n    def at(self):\n        return [1]\n")
    for _ in range(2):
        assert "conflict" not in docgen("generate").err
        assert read(checkout, STUB) == stub + LINE
    checkout.edit(TEAM, "|size|Int32|", "|size|Int64|")
    assert docgen("generate").status == 0
    assert read(checkout, STUB).count("def at") == 1
    assert LINE in read(checkout, STUB)


def test_copied_line_that_the_user_changed_wins(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    append(checkout, MODEL, "\n    def at(self):\n        return [1]\n")
    docgen("generate")
    checkout.edit(STUB, "    def at(self): ...\n", LINE)
    checkout.edit(MODEL, "def at(self):", "def at(self, key=1):")
    ran = docgen("generate")
    assert (ran.status, "conflict" in ran.err) == (0, False), ran.err
    assert "team.pyi" not in ran.err, ran.err
    assert LINE in read(checkout, STUB)
    assert read(checkout, STUB).count("def at") == 1


def test_signatures_stay_when_the_page_changes(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    append(checkout, MODEL, "\n    def at(self) -> int:\n        return 1\n")
    docgen("generate")
    checkout.edit(TEAM, "|size|Int32|", "|extent|Int32|")
    docgen("generate")
    stub = read(checkout, STUB)
    assert "    extent: int | None = None\n" in stub
    assert "    def at(self) -> int: ...\n" in stub
    assert "unchanged" in docgen("generate").err
    assert read(checkout, STUB) == stub


def test_what_cannot_be_copied_is_reported_until_it_is_declared(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    append(checkout, MODEL, "\n\nSIZES = sorted([1])\nTeam.extra_name = 1\n")
    for _ in range(2):
        err = docgen("generate").err
        assert "`SIZES` was written by hand; its type can't be copied" in err
        assert "`Team.extra_name` was written by hand" in err
    append(checkout, STUB, "\nSIZES: list[int]\n")
    assert "`SIZES`" not in docgen("generate").err


def test_stub_is_left_unchanged_while_its_module_cannot_be_parsed(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    append(checkout, MODEL, "\n    def at(self) -> int:\n        return 1\n")
    docgen("generate")
    stub = read(checkout, STUB)
    append(checkout, MODEL, "\n    def (\n")
    docgen("generate")
    assert read(checkout, STUB) == stub


def test_lost_manifest_duplicates_no_signature(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    append(checkout, MODEL, "\n    def at(self) -> int:\n        return 1\n")
    docgen("generate")
    stub = read(checkout, STUB)
    (checkout.folder / "generated" / ".docgen-manifest").unlink()
    docgen("generate")
    assert read(checkout, STUB) == stub


def test_force_removes_signatures_with_their_code(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    stub = read(checkout, STUB)
    append(checkout, MODEL, "\n    def at(self) -> int:\n        return 1\n")
    docgen("generate")
    docgen("generate", "--force")
    assert read(checkout, STUB) == stub


def test_import_into_a_package_is_exported_by_its_stub(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    checkout.write(
        "generated/graph/extra.py", "def tie(a: int) -> str:\n    return ''\n"
    )
    checkout.edit(
        PACKAGE, "from graph._lazy", "from graph.extra import tie\nfrom graph._lazy"
    )
    docgen("generate")
    assert "from graph.extra import tie as tie\n" in read(checkout, f"{PACKAGE}i")
    assert docgen("generate", "--check").status == 0
