"""The merge of newly generated code into an with_edit file.

An edit is a pair: generated code and its hand-written replacement. Each edit is made in `SHIP`, the
file that docgen wrote last. The expected result is `NEW` with the same edit.
"""

from typing import TypeAlias

import pytest

from docgen.diagnostics import Result
from docgen.edits.decision import MergeResult
from docgen.edits.merge import accepted_lines, merge
from docgen.pycode import definition_lines

SHIP = '''\
"""The model of `m.g.ship`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from graph.models.crew import Crew


@dataclass(slots=True, kw_only=True)
class Ship(Entity):
    """A ship.

    See `resources/ship.md`.
    """

    name: str | None = None
    """The name."""

    built: dt.date | None = None
    """When it was built."""

    crew: Crew | None = None
    """Who sails it."""
'''

NEW = '''\
"""The model of `m.g.ship`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from graph.models.crew import Crew
    from graph.models.port import Port


@dataclass(slots=True, kw_only=True)
class Ship(Entity):
    """A ship.

    See `resources/ship.md`.
    """

    name: str | None = None
    """What it is called."""

    crew: Crew | None = None
    """Who sails it."""

    port: Port | None = None
    """Where it lies."""
'''
"""`name` has another description, `built` is removed with its import, `port` is added with one."""

PATH = "graph/models/ship.py"
LAST = definition_lines(PATH, SHIP)
Edit: TypeAlias = tuple[str, str]


def with_edit(code: str, edit: Edit) -> str:
    assert edit[0] in code
    return code.replace(*edit, 1)


def merged(edited: str, new: str | None = NEW) -> Result[MergeResult]:
    return merge(PATH, LAST, edited, new)


def reported(result: Result[MergeResult]) -> list[str]:
    return [f"{d.span.line} {d.code} {d.message}" for d in result.diagnostics]


METHOD = (
    "    def label(self) -> str:\n        # short\n        return self.name or ''\n"
)

ADDED = {
    "a method after a member": (
        "    crew: Crew",
        METHOD + "\n    crew: Crew",
    ),
    "a function above the class": ("@dataclass", "def size(): ...\n\n\n@dataclass"),
    "a constant": ("@dataclass", "LIMIT = 3  # knots\n\n\n@dataclass"),
    "a loop": ("@dataclass", "for x in ():\n    print(x)\n\n\n@dataclass"),
    "a name in an import": ("TYPE_CHECKING\n", "TYPE_CHECKING, ClassVar\n"),
    "an import that may fail": (
        "@dataclass",
        "try:\n    import x\nexcept ImportError:\n    x = None\n\n\n@dataclass",
    ),
    "a decorator": ("@dataclass", "@final  # yes\n@dataclass"),
    "a decorator below another": ("class Ship", "@final\nclass Ship"),
    "a comment above a member": ("    crew: Crew", "    # the crew\n    crew: Crew"),
    "a comment with a blank line": ("    crew: Crew", "    # so\n\n    crew: Crew"),
    "a licence": ('"""The model', '# (c) someone\n\n"""The model'),
    "two statements on one line": ("@dataclass", "a = 1; b = 2\n\n\n@dataclass"),
    "a continued line": ("@dataclass", "a = 1 + \\\n  2\n\n\n@dataclass"),
    "a nested class": (
        "    crew:",
        "    class Kind:\n        x = 1\n\n    crew:",
    ),
    "a formatter directive": ("@dataclass", "# fmt: off\n@dataclass"),
    "a main block": (
        "@dataclass",
        "if __name__ == '__main__':\n    run()\n\n\n@dataclass",
    ),
    "overloads": (
        "    crew: Crew",
        "    @overload\n    def to(self, a: int): ...\n    @overload\n"
        "    def to(self, a: str): ...\n    def to(self, a): ...\n\n    crew: Crew",
    ),
    "two definitions of one name": ("@dataclass", "x = 1\nx = 2\n\n\n@dataclass"),
}


@pytest.mark.parametrize("edit", ADDED.values(), ids=ADDED)
def test_added_code_keeps_its_position(edit: Edit) -> None:
    result = merged(with_edit(SHIP, edit))
    assert result.value.source == with_edit(NEW, edit)
    assert reported(result) == []


ADDED_AT_THE_END = {
    "a method at the end": (
        f"{SHIP}\n{METHOD}",
        f"{NEW}\n{METHOD}",
    ),
    "a comment at the end of the class": (
        f"{SHIP}    # the end\n",
        f"{NEW}    # the end\n",
    ),
    "a function below the class": (
        f"{SHIP}\n\ndef size(): ...\n",
        f"{NEW}\n\ndef size(): ...\n",
    ),
    "an else branch of the type checking block": (
        with_edit(SHIP, ("import Crew\n", "import Crew\nelse:\n    Crew = object\n")),
        with_edit(NEW, ("import Port\n", "import Port\nelse:\n    Crew = object\n")),
    ),
    "an import below others": (
        with_edit(
            SHIP, ("import Entity\n", "import Entity\nfrom a import *\nimport b\n")
        ),
        with_edit(
            NEW, ("import Entity\n", "import Entity\nfrom a import *\nimport b\n")
        ),
    ),
}


@pytest.mark.parametrize(
    ("edited", "expected"), ADDED_AT_THE_END.values(), ids=ADDED_AT_THE_END
)
def test_new_code_follows_its_predecessor(edited: str, expected: str) -> None:
    result = merged(edited)
    assert result.value.source == expected
    assert reported(result) == []


CHANGED = {
    "the base of the class": ("Ship(Entity)", "Ship(Mixin, Entity)"),
    "the docstring of the class": ("A ship.", "A vessel."),
    "the docstring of the module": ("The model of", "All about"),
    "a decorator": ("slots=True", "slots=False"),
    "a type": ("crew: Crew | None", "crew: Crew | list[Crew] | None"),
    "a default": ("crew: Crew | None = None", "crew: Crew | None = NOBODY"),
    "a comment after code": (
        "crew: Crew | None = None",
        "crew: Crew | None = None  # so",
    ),
    "an import": ("import Crew\n", "import Crew  # why\n"),
    "two lines joined into one": (
        '= None\n    """Who sails it."""',
        '= None; """Who sails it."""',
    ),
}


@pytest.mark.parametrize("edit", CHANGED.values(), ids=CHANGED)
def test_edit_of_unchanged_code_is_kept(edit: Edit) -> None:
    result = merged(with_edit(SHIP, edit))
    assert result.value.source == with_edit(NEW, edit)
    assert reported(result) == []


DELETED = {
    "a member": (
        '    crew: Crew | None = None\n    """Who sails it."""\n',
        "Ship.crew",
    ),
    "a decorator": ("@dataclass(slots=True, kw_only=True)\n", "Ship@dataclass"),
    "an import": ("from graph.models.entity import Entity\n\n", "import Entity"),
    "a docstring": ('"""The model of `m.g.ship`."""\n\n', "__doc__"),
}


@pytest.mark.parametrize(("code", "name"), DELETED.values(), ids=DELETED)
def test_deleted_code_stays_deleted_and_is_reported_once(code: str, name: str) -> None:
    result = merged(with_edit(SHIP, (code, "")))
    assert code not in result.value.source
    assert reported(result) == [
        f"1 removed-code `{name}` was deleted by hand; it stays deleted"
    ]
    again = merge(PATH, result.value.definitions, result.value.source, NEW)
    assert again == Result(result.value)


def test_deleted_class_is_reported_without_its_members() -> None:
    result = merged(SHIP.partition("\n\n@dataclass")[0])
    assert reported(result) == [
        "1 removed-code `Ship` was deleted by hand; it stays deleted"
    ]
    assert "port:" not in result.value.source


def test_restored_code_is_generated_again() -> None:
    deleted = merged(
        with_edit(SHIP, ("    crew: Crew | None = None\n", "    pass\n")), SHIP
    )
    restored = merge(PATH, deleted.value.definitions, SHIP, NEW)
    assert restored.value.source == NEW
    assert set(restored.value.definitions) == set(definition_lines(PATH, NEW))


def test_code_changed_on_both_sides_is_the_users_and_is_reported_until_accepted() -> (
    None
):
    edit = ("    name: str | None", "    name: Name | None")
    result = merged(with_edit(SHIP, edit))
    message = "`Ship.name` was edited by hand and its page changed as well"
    assert reported(result) == [f"22 merge-conflict {message}; your version was kept"]
    assert '    name: Name | None = None\n    """The name."""' in result.value.source
    assert "port: Port" in result.value.source
    again = merge(PATH, result.value.definitions, result.value.source, NEW)
    assert again == result
    lines = accepted_lines(PATH, result.value.definitions, result.value.source, NEW)
    accepted = merge(PATH, lines, result.value.source, NEW)
    assert accepted == Result(
        MergeResult(source=result.value.source, definitions=lines)
    )


def test_code_changed_alike_on_both_sides_is_not_a_conflict() -> None:
    edit = ("The name.", "What it is called.")
    result = merged(with_edit(SHIP, edit))
    assert result == Result(
        MergeResult(source=NEW, definitions=definition_lines(PATH, NEW))
    )


def test_hand_written_name_that_is_also_generated_is_a_conflict() -> None:
    edit = ("    crew:", "    port = 80\n\n    crew:")
    result = merged(with_edit(SHIP, edit))
    number = result.value.source.partition("    port = 80")[0].count("\n") + 1
    assert [line.split()[:3] for line in reported(result)] == [
        [f"{number}", "merge-conflict", "`Ship.port`"]
    ]
    assert "    port = 80\n\n    crew:" in result.value.source
    assert "port: Port" not in result.value.source


def test_edited_obsolete_code_is_kept_and_reported_until_accepted() -> None:
    edit = ("    built: dt.date", "    built: dt.datetime")
    result = merged(with_edit(SHIP, edit))
    message = (
        "`Ship.built` was edited by hand, but no page declares it any more; "
        "your version was kept"
    )
    assert reported(result) == [f"26 obsolete-code {message}"]
    assert "built: dt.datetime" in result.value.source
    lines = accepted_lines(PATH, result.value.definitions, result.value.source, NEW)
    assert reported(merge(PATH, lines, result.value.source, NEW)) == []


def test_import_that_hand_written_code_uses_is_kept() -> None:
    edit = ("    crew:", "    def age(self): return dt.date.new()\n\n    crew:")
    result = merged(with_edit(SHIP, edit))
    assert "import datetime as dt\n" in result.value.source
    assert reported(result) == []


def test_import_needed_at_runtime_is_kept_and_not_duplicated() -> None:
    edited = with_edit(
        with_edit(
            SHIP,
            ("import Entity\n", "import Entity\nfrom graph.models.port import Port\n"),
        ),
        ("    crew:", "    def port(self): return Port()\n\n    crew:"),
    )
    new = with_edit(NEW, ("    port: Port", "    harbour: Port"))
    result = merged(edited, new)
    assert reported(result) == []
    assert result.value.source.count("import Port") == 1


def test_edited_obsolete_class_is_kept_with_all_members() -> None:
    new = NEW.partition("\n\n@dataclass")[0] + "\n\n\nX = 1\n"
    result = merged(with_edit(SHIP, ("    crew:", f"{METHOD}\n    crew:")), new)
    assert reported(result) == [
        "21 obsolete-code `Ship` was edited by hand, "
        "but no page declares it any more; your version was kept"
    ]
    class_ = SHIP.partition("@dataclass(")[2].replace(
        "    crew:", f"{METHOD}\n    crew:"
    )
    assert class_ in result.value.source


def test_decorated_obsolete_method_is_kept() -> None:
    class_ = "class Ships(Protocol):\n    x: int\n"
    method = "\n    def get(self): ...\n"
    edited = f"{class_}\n    @cached\n    def get(self): ...\n"
    result = merge(PATH, definition_lines(PATH, class_ + method), edited, class_)
    assert result.value.source == edited
    assert [line.split()[:3] for line in reported(result)] == [
        ["5", "obsolete-code", "`Ships.get`"],
    ]


def test_obsolete_file_is_removed_if_only_reformatted() -> None:
    assert merged(SHIP.replace('"', "'"), None).value == MergeResult(
        source="", definitions=()
    )


def test_obsolete_file_is_kept_if_edited() -> None:
    edited = SHIP + "\nX = 1\n"
    result = merged(edited, None)
    assert result.value == MergeResult(source=edited, definitions=LAST)
    assert [line.split()[1] for line in reported(result)] == ["obsolete-code"]


FORMATS = {
    "other quotes": SHIP.replace('"""', "'''"),
    "tabs": SHIP.replace("    ", "\t"),
    "two spaces": SHIP.replace("    ", "  "),
    "Windows line endings": SHIP.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + SHIP,
    "no final newline": SHIP.removesuffix("\n"),
    "a form feed": SHIP.replace("@dataclass", "\f\n@dataclass", 1),
    "sorted imports": SHIP.replace("import datetime as dt\n", "").replace(
        "TYPE_CHECKING\n", "TYPE_CHECKING\nimport datetime as dt\n", 1
    ),
    "long lines": SHIP.replace(
        "str | None = None", "(\n        str | None\n    ) = None"
    ),
    "blank lines": SHIP.replace("\n\n    name", "\n\n\n    name"),
}


@pytest.mark.parametrize("edited", FORMATS.values(), ids=FORMATS)
def test_format_is_kept_if_generated_code_is_unchanged(edited: str) -> None:
    assert merged(edited, SHIP) == Result(MergeResult(source=edited, definitions=LAST))


@pytest.mark.parametrize("edited", FORMATS.values(), ids=FORMATS)
def test_new_code_is_merged_into_any_format(edited: str) -> None:
    result = merged(edited)
    assert reported(result) == []
    plain = result.value.source.removeprefix("\ufeff").replace("\r\n", "\n")
    assert definition_lines(PATH, plain) == definition_lines(PATH, NEW)
    assert result.value.source.startswith(edited[:20])
    assert ("\r\n" in edited) == ("\r\n" in result.value.source)
    assert result.value.source.count("\r\n") in {0, result.value.source.count("\n")}


UNREADABLE = {
    "an unfinished edit": "def f(:\n",
    "conflict markers": "<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n",
    "a NUL character": "x = 1\0\n",
    "too deep nesting": f"x = {'(' * 5000}1{')' * 5000}\n",
    "Mac OS 9 line endings": SHIP.replace("\n", "\r"),
}


@pytest.mark.parametrize("edited", UNREADABLE.values(), ids=UNREADABLE)
def test_invalid_file_is_kept_and_reported(edited: str) -> None:
    result = merged(edited)
    assert result.value == MergeResult(source=edited, definitions=LAST)
    assert [line.split()[1] for line in reported(result)] == ["unparsable-output"]


EDITS = {**ADDED, **CHANGED}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_reverted_page_restores_the_edited_file(edit: Edit) -> None:
    edited = with_edit(SHIP, edit)
    changed = merged(edited)
    reverted = merge(PATH, changed.value.definitions, changed.value.source, SHIP)
    assert reverted == merged(edited, SHIP)
    assert reverted.value.source == edited


def test_restored_member_has_its_old_position() -> None:
    edited = with_edit(SHIP, ("    built:", f"{METHOD}\n    built:"))
    changed = merged(edited)
    assert "^" in "".join(changed.value.definitions)
    reverted = merge(PATH, changed.value.definitions, changed.value.source, SHIP)
    assert reverted == Result(MergeResult(source=edited, definitions=LAST))


def test_member_moved_on_its_page_moves_with_the_comment_above() -> None:
    class_ = "class Mood(OpenEnum):\n"
    last = definition_lines(PATH, f'{class_}    CALM = "calm"\n    LOUD = "loud"\n')
    edited = f'{class_}    CALM = "calm"\n    # !\n    LOUD = "loud"\n'
    new = f'{class_}    LOUD = "loud"\n    CALM = "calm"\n'
    result = merge(PATH, last, edited, new)
    assert (
        result.value.source
        == f'{class_}    # !\n    LOUD = "loud"\n    CALM = "calm"\n'
    )


def test_member_moved_by_hand_keeps_its_position() -> None:
    class_ = "class Mood(OpenEnum):\n"
    last = definition_lines(PATH, f'{class_}    CALM = "calm"\n    LOUD = "loud"\n')
    edited = f'{class_}    LOUD = "loud"\n    CALM = "calm"\n'
    new = f'{class_}    CALM = "calm"\n    LOUD = "loud"\n    MAD = "mad"\n'
    result = merge(PATH, last, edited, new)
    expected = f'{class_}    LOUD = "loud"\n    MAD = "mad"\n    CALM = "calm"\n'
    assert result.value.source == expected


def test_first_member_is_added_and_last_member_is_removed() -> None:
    empty, full = "class A(B): ...\n", "class A(B):\n    x: int\n"
    edited = f"# mine\n{empty}"
    changed = merge("a.pyi", definition_lines("a.pyi", empty), edited, full)
    assert changed.value.source == f"# mine\n{full}"
    reverted = merge("a.pyi", changed.value.definitions, changed.value.source, empty)
    assert reverted.value.source == edited


def test_edited_obsolete_overload_is_kept_with_its_decorator() -> None:
    class_ = "class Ships(Protocol):\n"
    one, other, rest = (
        "    @overload\n    def get(self, a: int): ...\n",
        "    @overload\n    def get(self, a: str): ...\n",
        "    def get(self, a): ...\n",
    )
    edited = class_ + one.replace("int", "bool") + other + rest
    result = merge(
        PATH,
        definition_lines(PATH, class_ + one + other + rest),
        edited,
        class_ + other + rest,
    )
    assert result.value.source == edited
    assert [line.split()[1] for line in reported(result)] == ["obsolete-code"]


def test_difference_is_an_edit_without_a_manifest() -> None:
    edited = with_edit(SHIP, ("    name: str | None", "    name: Name | None"))
    result = merge(PATH, (), edited, NEW)
    assert reported(result) == []
    assert "name: Name" in result.value.source
    assert "built: dt.date" in result.value.source
    assert "port: Port" in result.value.source


def test_records_of_two_merged_branches_are_generated_code() -> None:
    both = tuple(sorted({*LAST, *definition_lines(PATH, NEW)}))
    edited = with_edit(NEW, ("What it is called.", "The name.")) + "\n\nX = 1\n"
    result = merge(PATH, both, edited, NEW)
    assert result.value.source == NEW + "\n\nX = 1\n"
    assert reported(result) == []


def test_comment_of_an_import_is_kept_if_a_name_is_added() -> None:
    line = "from typing import TYPE_CHECKING"
    edited = SHIP.replace(line, f"{line}  # why")
    new = NEW.replace(line, "from typing import TYPE_CHECKING, Any")
    found = merged(edited, new).value.source
    assert "from typing import TYPE_CHECKING, Any  # why\n" in found


def test_new_import_adds_only_the_names_that_the_file_lacks() -> None:
    runtime = "from graph.models.port import Port\n"
    line = "from graph.models.entity import Entity\n"
    edited = SHIP.replace(line, f"{line}{runtime}") + "\nPORTS: list[type] = [Port]\n"
    new = NEW.replace("port import Port", "port import Pier, Port")
    new = new.replace("    port: Port | None", "    port: Port | Pier | None")
    found = merged(edited, new).value.source
    assert runtime in found
    assert "    from graph.models.port import Pier\n" in found
