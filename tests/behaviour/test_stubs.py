"""Stubs follow hand-written code: type checkers know it, and stubtest accepts it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import Checkout, Docgen

from docgen.flavours import FLAVOURS

TEAM = "docs/resources/team.md"
MODEL = "generated/graph/models/team.py"
STUB = "generated/graph/models/team.pyi"
PACKAGE = "generated/graph/models/__init__.py"

TARGET = """\
[[tool.docgen.target]]
source = ["docs"]
output = "generated/{flavour}"
package = "graph_{flavour}"
flavour = "{flavour}"
client = false
"""

IMPORTS = """
import functools
import sys
from abc import ABC, abstractmethod
from collections import namedtuple
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from enum import Enum, IntFlag, auto
from functools import cached_property, lru_cache, total_ordering, wraps
from pathlib import Path
from typing import (
    Annotated, Any, ClassVar, Concatenate, Final, Generic, Literal, NamedTuple, ParamSpec,
    Protocol, Self, TypeAlias, TypedDict, TypeVar, final, overload,
)
"""

ABOVE = '''

P = ParamSpec("P")
R = TypeVar("R")

if sys.version_info >= (3, 12):
    from typing import override
else:
    def override(function: Callable[P, R]) -> Callable[P, R]:
        return function


def logged(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    return inner


class Mixin(ABC):
    @abstractmethod
    def volume(self) -> int: ...

    @property
    @abstractmethod
    def tone(self) -> str:
        """The tone."""

'''
"""Code above the class that uses it."""

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

    @staticmethod
    @lru_cache(maxsize=None)
    def most(kind: str = "any") -> int:
        return 3

    @staticmethod
    @functools.cache
    def least(kind: str = "any") -> int:
        return 3

    @classmethod
    @lru_cache
    def table(cls, size: int) -> dict[str, int]:
        return {}

    @label.deleter
    def label(self) -> None:
        self.size = None

    async def stream(self, limit: int = 3) -> AsyncIterator[int]:
        yield limit

    class Nested:
        depth: int = 1
        other = "x"

        class Level(Enum):
            LOW = 1

            @property
            def low(self) -> str:
                return self.name.lower()

        def __init__(self, owner: "Team") -> None:
            self.owner = owner

    @logged
    def shout(self, word: str, *, times: int = 2) -> str:
        return word * times

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        return None

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Self]:
        yield self

    def steps(self) -> Generator[int, str, bool]:
        word = yield 1
        return bool(word)

    def same(self, other: "Self | None" = None) -> "list[Self]":
        return [self]
'''

BELOW = """

T = TypeVar("T")
SIZES = {"small": 3, "large": 30}


@final
class Report:
    def __init__(self, team: Team) -> None:
        self.team = team

    def first(self, items: list[T]) -> T | None:
        return items[0] if items else None


@lru_cache(maxsize=None)
def report(size: int) -> Report:
    return Report(Team(size=size))


try:
    import zoneinfo

    HAS_ZONES = bool(zoneinfo)
except ImportError:
    HAS_ZONES = False


class Point(NamedTuple):
    x: int
    y: int = 0


class Sized(Protocol):
    size: int | None

    def grow(self, by: int = 1) -> Self: ...


class Flags(IntFlag):
    A = auto()
    B = 1 << 1
    AB = A | B


class Options(TypedDict, total=False):
    name: str


class Box(Generic[R]):
    def __init__(self, *items: R) -> None:
        self.items: list[R] = [*items]

    def map(self, function: Callable[[R], T]) -> "Box[T]":
        return Box()


@total_ordering
class Version:
    __slots__ = ("major",)

    def __init__(self, major: int) -> None:
        self.major = major

    def __eq__(self, other: object) -> bool:
        return True

    def __lt__(self, other: "Version") -> bool:
        return False

    def __hash__(self) -> int:
        return 1


class Oops(ValueError):
    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code


Pair = namedtuple("Pair", ["a", "b"])
Names: TypeAlias = list[str] | None
LIMIT: Final = 30
MEGA = 1024 * 1024
first, second = 1, "b"
double: Callable[[int], int] = lambda one: one * 2


def with_team(function: Callable[Concatenate[Team, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(Team(), *args, **kwargs)

    return inner


@with_team
def size_of(team: Team, unit: str) -> int:
    return 1


def tagged(value: Annotated[int, "tag"], mode: Literal["r", "w"] = "r") -> str | None:
    return None
"""
"""Code that is the same in each flavour."""

LOUD = """

class Loud(Team, Mixin):
    @override
    def volume(self) -> int:
        return 3

    @property
    def tone(self) -> str:
        return "x"
"""

ONLY: dict[str, str] = {
    "dataclass": """
    note: str | None = None
    seen: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._cache: dict[str, int] = {}

    def to_dict(self, *arguments: Any, **named: Any) -> dict[str, Any]:
        return super().to_dict(*arguments, **named) | {"seen": True}
""",
    "pydantic": """
    note: str | None = Field(default=None, max_length=9)

    @field_validator("size")
    @classmethod
    def check_size(cls, value: int | None) -> int | None:
        return value

    @computed_field
    @property
    def doubled(self) -> int:
        return 2 * (self.size or 0)

    _seen: dict[str, int] = PrivateAttr(default_factory=dict)
""",
    "typeddict": """
    note: str | None
""",
}

MORE_IMPORTS = {
    "dataclass": "from dataclasses import field\n",
    "pydantic": "from pydantic import Field, PrivateAttr, computed_field, field_validator\n",
    "typeddict": "",
}

NAMES = ("mood", "team")
"""The edited modules."""

RANK = """
    @property
    def rank(self) -> int:
        return 1
"""
"""A member of the enum type."""

PROGRAM = """
from graph.models import Mood, Team
from graph.models import team as module

reveal_type(module.SIZES)
reveal_type(Mood.read("calm").rank)
reveal_type(module.Flags.AB)
reveal_type(module.Box(1).items)
reveal_type(module.Version(1).major)
reveal_type(module.Oops(1).code)
reveal_type(module.MEGA)
reveal_type(module.second)
reveal_type(module.double(1))
reveal_type(module.size_of("m"))
reveal_type(module.tagged(1))
"""

OF_OBJECTS = """
from graph.models.team import Loud, Report, report

team = Team(size=3, note="a")
reveal_type(team.label)
reveal_type(team.names)
reveal_type(Team.limit())
reveal_type(team.pick(1))
reveal_type(report(3).first([1]))
with team as entered, team.locked():
    reveal_type(entered)
reveal_type(Team.most("a"))
reveal_type(Team.least("a"))
reveal_type(Team.table(1))
reveal_type(team.stream())
reveal_type(Team.Nested(team).owner)
reveal_type(Team.Nested.Level.LOW.low)
reveal_type(team.shout("a", times=2))
reveal_type(team.steps())
reveal_type(team.same())
reveal_type(Loud().volume())
"""

REVEALED = (
    *("dict[str, int]", "int", "Literal[graph.models.team.Flags.AB]?", "list[int]"),
    *("int", "int", "int", "str", "int", "int", "str | None"),
)
REVEALED_OF_OBJECTS = (
    *("str", "typing.Sequence[str]", "int", "int", "int | None"),
    *("graph.models.team.Team", "int", "int", "dict[str, int]"),
    *("typing.AsyncIterator[int]", "graph.models.team.Team", "str", "str"),
    *("typing.Generator[int, str, bool]", "list[graph.models.team.Team]", "int"),
)


def append(checkout: Checkout, path: str, code: str) -> None:
    checkout.write(path, read(checkout, path) + code)


def read(checkout: Checkout, path: str) -> str:
    return (checkout.folder / path).read_text(encoding="utf-8")


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def outcome(folder: Path, *arguments: str) -> str:
    """Return the output of a tool that fails; empty if it reports nothing."""
    done = run(folder, *arguments)
    return done.stdout + done.stderr if done.returncode else ""


def edited(code: str, flavour: str) -> str:
    """Return a module with hand-written code."""
    imports = f"annotations\n{IMPORTS}{MORE_IMPORTS[flavour]}"
    code = code.replace("annotations\n", imports, 1)
    begin = code.index("\nclass Team" if flavour == "pydantic" else "\n@")
    members = "" if flavour == "typeddict" else MEMBERS
    if flavour == "pydantic":
        members = members.replace('    _registry = {"a": 1}\n', "")
    loud = "" if flavour == "typeddict" else LOUD
    return "".join(
        (code[:begin], ABOVE, code[begin:], ONLY[flavour], members, BELOW, loud)
    )


def program_of(flavour: str) -> tuple[str, list[str]]:
    """Return a program that reveals types, and these types."""
    program, types = PROGRAM, REVEALED
    if flavour != "typeddict":
        program, types = PROGRAM + OF_OBJECTS, REVEALED + REVEALED_OF_OBJECTS
    name = f"graph_{flavour}."
    return program.replace("graph.", name), [
        one.replace("graph.", name) for one in types
    ]


def revealed(output: str, flavour: str) -> list[str]:
    """Return the types that mypy revealed in the program of a flavour."""
    return [
        line.replace("builtins.", "").partition('"')[2].rstrip('"')
        for line in output.splitlines()
        if line.startswith(f"program_{flavour}.py") and "Revealed" in line
    ]


def test_checkers_accept_edited_packages(
    checkout: Checkout, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check the packages of all flavours in one process of each checker."""
    targets = [TARGET.format(flavour=flavour) for flavour in FLAVOURS]
    checkout.write("pyproject.toml", "".join(targets))
    docgen("generate")
    models = {
        flavour: f"generated/{flavour}/graph_{flavour}/models" for flavour in FLAVOURS
    }
    modules = {one: read(checkout, f"{path}/team.py") for one, path in models.items()}
    stubs = {one: read(checkout, f"{path}/team.pyi") for one, path in models.items()}
    for flavour, path in models.items():
        checkout.write(f"{path}/team.py", edited(modules[flavour], flavour))
        append(checkout, f"{path}/mood.py", RANK)
    changed = [f"{path}/{name}.pyi" for path in models.values() for name in NAMES]
    checked = docgen("generate", "--check")
    assert checked.status == 1
    assert [
        path for path in changed if f"would write {path}\n" not in checked.err
    ] == []
    assert "incomplete-stub" not in docgen("generate").err
    assert docgen("generate", "--check").status == 0

    folders = [str(checkout.folder / "generated" / flavour) for flavour in FLAVOURS]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(folders))
    monkeypatch.setenv("MYPYPATH", os.pathsep.join(folders))
    checkout.write("pyrightconfig.json", json.dumps({"extraPaths": folders}))
    programs = [f"program_{flavour}.py" for flavour in FLAVOURS]
    for flavour in FLAVOURS:
        checkout.write(f"program_{flavour}.py", program_of(flavour)[0])
    packages = [f"graph_{flavour}" for flavour in FLAVOURS]
    assert outcome(checkout.folder, "mypy.stubtest", *packages) == ""
    assert outcome(checkout.folder, "black", "--check", "-q", *changed) == ""
    assert outcome(checkout.folder, "pyright", *programs, *changed) == ""
    sources = f"src = {folders}"
    ruff = ("ruff", "check", "--isolated", "--config", sources, "--select", "F,I")
    assert outcome(checkout.folder, *ruff, *changed) == ""
    done = run(checkout.folder, "mypy", "--strict", *programs)
    assert done.returncode == 0, done.stdout
    for flavour in FLAVOURS:
        assert revealed(done.stdout, flavour) == program_of(flavour)[1]

    for flavour, path in models.items():
        checkout.write(f"{path}/team.py", modules[flavour])
    docgen("generate")
    found = {one: read(checkout, f"{path}/team.pyi") for one, path in models.items()}
    assert found == stubs


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
    assert docgen("generate", "--check").status == 1
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


def test_accepted_stub_of_an_unedited_module_gets_no_signatures(
    checkout: Checkout, docgen: Docgen
) -> None:
    docgen("generate")
    checkout.edit(STUB, "size: int", "size: float")
    checkout.edit(TEAM, "|mood|", "|spirit|")
    assert docgen("accept", STUB).status == 0
    stub = read(checkout, STUB)
    assert "size: float" in stub
    assert "spirit: Mood" in stub
    assert "mood: Mood" not in stub


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
