"""The merge of what docgen would write today into what people made of a file.

An edit is a pair: what stands in a text of docgen's, and what people write instead. Each is made in
`SHIP`, as docgen wrote it last. What is to come out is `TODAY` with the same edit.
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

TODAY = '''\
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
"""`name` reads otherwise, `built` went with its import, `port` came with one."""

PATH = "graph/models/ship.py"
LAST = definition_lines(PATH, SHIP)
Edit: TypeAlias = tuple[str, str]


def edited(text: str, edit: Edit) -> str:
    assert edit[0] in text
    return text.replace(*edit, 1)


def merged(theirs: str, todays: str | None = TODAY) -> Result[MergeResult]:
    return merge(PATH, LAST, theirs, todays)


def reported(result: Result[MergeResult]) -> list[str]:
    return [f"{d.span.line} {d.code} {d.message}" for d in result.diagnostics]


METHOD = (
    "    def label(self) -> str:\n        # short\n        return self.name or ''\n"
)

ADDED = {
    "a method behind a member": (
        "    crew: Crew",
        METHOD + "\n    crew: Crew",
    ),
    "a function above the class": ("@dataclass", "def size(): ...\n\n\n@dataclass"),
    "a constant": ("@dataclass", "LIMIT = 3  # knots\n\n\n@dataclass"),
    "a loop": ("@dataclass", "for x in ():\n    print(x)\n\n\n@dataclass"),
    "a name of an import": ("TYPE_CHECKING\n", "TYPE_CHECKING, ClassVar\n"),
    "an import that may fail": (
        "@dataclass",
        "try:\n    import x\nexcept ImportError:\n    x = None\n\n\n@dataclass",
    ),
    "a decorator": ("@dataclass", "@final  # yes\n@dataclass"),
    "a decorator below": ("class Ship", "@final\nclass Ship"),
    "a comment above a member": ("    crew: Crew", "    # the crew\n    crew: Crew"),
    "a comment with blank lines": ("    crew: Crew", "    # so\n\n    crew: Crew"),
    "a licence": ('"""The model', '# (c) someone\n\n"""The model'),
    "two statements on a line": ("@dataclass", "a = 1; b = 2\n\n\n@dataclass"),
    "a line that goes on": ("@dataclass", "a = 1 + \\\n  2\n\n\n@dataclass"),
    "a class in the class": (
        "    crew:",
        "    class Kind:\n        x = 1\n\n    crew:",
    ),
    "a line that no formatter may touch": ("@dataclass", "# fmt: off\n@dataclass"),
    "a guard": ("@dataclass", "if __name__ == '__main__':\n    run()\n\n\n@dataclass"),
    "overloads": (
        "    crew: Crew",
        "    @overload\n    def to(self, a: int): ...\n    @overload\n"
        "    def to(self, a: str): ...\n    def to(self, a): ...\n\n    crew: Crew",
    ),
    "a name of its own twice": ("@dataclass", "x = 1\nx = 2\n\n\n@dataclass"),
}


@pytest.mark.parametrize("edit", ADDED.values(), ids=ADDED)
def test_what_people_add_stays_where_it_is(edit: Edit) -> None:
    result = merged(edited(SHIP, edit))
    assert result.value.text == edited(TODAY, edit)
    assert reported(result) == []


FOLLOWED = {
    "a method at the end": (
        f"{SHIP}\n{METHOD}",
        f"{TODAY}\n{METHOD}",
    ),
    "a comment at the end of the class": (
        f"{SHIP}    # the end\n",
        f"{TODAY}    # the end\n",
    ),
    "a function below the class": (
        f"{SHIP}\n\ndef size(): ...\n",
        f"{TODAY}\n\ndef size(): ...\n",
    ),
    "an else for types": (
        edited(SHIP, ("import Crew\n", "import Crew\nelse:\n    Crew = object\n")),
        edited(TODAY, ("import Port\n", "import Port\nelse:\n    Crew = object\n")),
    ),
    "an import below others": (
        edited(SHIP, ("import Entity\n", "import Entity\nfrom a import *\nimport b\n")),
        edited(
            TODAY, ("import Entity\n", "import Entity\nfrom a import *\nimport b\n")
        ),
    ),
}


@pytest.mark.parametrize(("theirs", "wanted"), FOLLOWED.values(), ids=FOLLOWED)
def test_what_is_new_stands_behind_what_it_follows(theirs: str, wanted: str) -> None:
    result = merged(theirs)
    assert result.value.text == wanted
    assert reported(result) == []


CHANGED = {
    "the base of the class": ("Ship(Entity)", "Ship(Mixin, Entity)"),
    "the docstring of the class": ("A ship.", "A vessel."),
    "the docstring of the module": ("The model of", "All about"),
    "a decorator": ("slots=True", "slots=False"),
    "a type": ("crew: Crew | None", "crew: Crew | list[Crew] | None"),
    "a default": ("crew: Crew | None = None", "crew: Crew | None = NOBODY"),
    "a comment behind": ("crew: Crew | None = None", "crew: Crew | None = None  # so"),
    "an import": ("import Crew\n", "import Crew  # why\n"),
    "a line that is one for two": (
        '= None\n    """Who sails it."""',
        '= None; """Who sails it."""',
    ),
}


@pytest.mark.parametrize("edit", CHANGED.values(), ids=CHANGED)
def test_what_people_change_and_docgen_does_not_is_theirs(edit: Edit) -> None:
    result = merged(edited(SHIP, edit))
    assert result.value.text == edited(TODAY, edit)
    assert reported(result) == []


REMOVED = {
    "a member": (
        '    crew: Crew | None = None\n    """Who sails it."""\n',
        "Ship.crew",
    ),
    "a decorator": ("@dataclass(slots=True, kw_only=True)\n", "Ship@dataclass"),
    "an import": ("from graph.models.entity import Entity\n\n", "import Entity"),
    "a docstring": ('"""The model of `m.g.ship`."""\n\n', "__doc__"),
}


@pytest.mark.parametrize(("text", "name"), REMOVED.values(), ids=REMOVED)
def test_what_people_remove_stays_removed_and_is_reported_once(
    text: str, name: str
) -> None:
    result = merged(edited(SHIP, (text, "")))
    assert text not in result.value.text
    assert reported(result) == [
        f"1 removed-code `{name}` was deleted by hand; it stays deleted"
    ]
    again = merge(PATH, result.value.definitions, result.value.text, TODAY)
    assert again == Result(result.value)


def test_a_class_that_people_remove_is_reported_and_its_members_are_not() -> None:
    result = merged(SHIP.partition("\n\n@dataclass")[0])
    assert reported(result) == [
        "1 removed-code `Ship` was deleted by hand; it stays deleted"
    ]
    assert "port:" not in result.value.text


def test_what_people_put_back_is_docgens_again() -> None:
    gone = merged(edited(SHIP, ("    crew: Crew | None = None\n", "    pass\n")), SHIP)
    back = merge(PATH, gone.value.definitions, SHIP, TODAY)
    assert back.value.text == TODAY
    assert set(back.value.definitions) == set(definition_lines(PATH, TODAY))


def test_what_both_change_stays_theirs_and_is_reported_until_it_is_accepted() -> None:
    edit = ("    name: str | None", "    name: Name | None")
    result = merged(edited(SHIP, edit))
    words = "`Ship.name` was edited by hand and its page changed as well"
    assert reported(result) == [f"22 merge-conflict {words}; kept your version"]
    assert '    name: Name | None = None\n    """The name."""' in result.value.text
    assert "port: Port" in result.value.text
    again = merge(PATH, result.value.definitions, result.value.text, TODAY)
    assert again == result
    lines = accepted_lines(PATH, result.value.definitions, result.value.text, TODAY)
    settled = merge(PATH, lines, result.value.text, TODAY)
    assert settled == Result(MergeResult(text=result.value.text, definitions=lines))


def test_what_both_change_alike_is_no_conflict() -> None:
    edit = ("The name.", "What it is called.")
    result = merged(edited(SHIP, edit))
    assert result == Result(
        MergeResult(text=TODAY, definitions=definition_lines(PATH, TODAY))
    )


def test_a_name_that_docgen_gives_too_by_now_is_a_conflict() -> None:
    edit = ("    crew:", "    port = 80\n\n    crew:")
    result = merged(edited(SHIP, edit))
    line = result.value.text.partition("    port = 80")[0].count("\n") + 1
    assert [words.split()[:3] for words in reported(result)] == [
        [f"{line}", "merge-conflict", "`Ship.port`"]
    ]
    assert "    port = 80\n\n    crew:" in result.value.text
    assert "port: Port" not in result.value.text


def test_what_people_edit_and_no_page_gives_stays_and_is_reported_until_it_is_accepted() -> (
    None
):
    edit = ("    built: dt.date", "    built: dt.datetime")
    result = merged(edited(SHIP, edit))
    words = "`Ship.built` was edited by hand, but no page defines it any more; kept it"
    assert reported(result) == [f"26 obsolete-code {words}"]
    assert "built: dt.datetime" in result.value.text
    lines = accepted_lines(PATH, result.value.definitions, result.value.text, TODAY)
    assert reported(merge(PATH, lines, result.value.text, TODAY)) == []


def test_an_import_that_peoples_code_uses_stays() -> None:
    edit = ("    crew:", "    def age(self): return dt.date.today()\n\n    crew:")
    result = merged(edited(SHIP, edit))
    assert "import datetime as dt\n" in result.value.text
    assert reported(result) == []


def test_an_import_that_people_need_when_the_program_runs_is_not_taken_back() -> None:
    theirs = edited(
        edited(
            SHIP,
            ("import Entity\n", "import Entity\nfrom graph.models.port import Port\n"),
        ),
        ("    crew:", "    def port(self): return Port()\n\n    crew:"),
    )
    today = edited(TODAY, ("    port: Port", "    harbour: Port"))
    result = merged(theirs, today)
    assert reported(result) == []
    assert result.value.text.count("import Port") == 1


def test_a_class_that_no_page_gives_stays_whole_where_people_wrote_in_it() -> None:
    today = TODAY.partition("\n\n@dataclass")[0] + "\n\n\nX = 1\n"
    result = merged(edited(SHIP, ("    crew:", f"{METHOD}\n    crew:")), today)
    assert reported(result) == [
        "21 obsolete-code `Ship` was edited by hand, "
        "but no page defines it any more; kept it"
    ]
    class_ = SHIP.partition("@dataclass(")[2].replace(
        "    crew:", f"{METHOD}\n    crew:"
    )
    assert class_ in result.value.text


def test_a_method_that_no_page_gives_stays_where_people_decorated_it() -> None:
    class_ = "class Ships(Protocol):\n    x: int\n"
    method = "\n    def get(self): ...\n"
    theirs = f"{class_}\n    @cached\n    def get(self): ...\n"
    result = merge(PATH, definition_lines(PATH, class_ + method), theirs, class_)
    assert result.value.text == theirs
    assert [line.split()[:3] for line in reported(result)] == [
        ["5", "obsolete-code", "`Ships.get`"],
    ]


def test_a_file_that_no_page_gives_goes_where_people_wrote_nothing() -> None:
    assert merged(SHIP.replace('"', "'"), None).value == MergeResult(
        text="", definitions=()
    )


def test_a_file_that_no_page_gives_stays_where_people_wrote_in_it() -> None:
    theirs = SHIP + "\nX = 1\n"
    result = merged(theirs, None)
    assert result.value == MergeResult(text=theirs, definitions=LAST)
    assert [line.split()[1] for line in reported(result)] == ["obsolete-code"]


FORMS = {
    "other quotes": SHIP.replace('"""', "'''"),
    "tabs": SHIP.replace("    ", "\t"),
    "two blanks": SHIP.replace("    ", "  "),
    "line ends of Windows": SHIP.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + SHIP,
    "no line end at the end": SHIP.removesuffix("\n"),
    "a form feed": SHIP.replace("@dataclass", "\f\n@dataclass", 1),
    "sorted imports": SHIP.replace("import datetime as dt\n", "").replace(
        "TYPE_CHECKING\n", "TYPE_CHECKING\nimport datetime as dt\n", 1
    ),
    "long lines": SHIP.replace(
        "str | None = None", "(\n        str | None\n    ) = None"
    ),
    "blank lines": SHIP.replace("\n\n    name", "\n\n\n    name"),
}


@pytest.mark.parametrize("theirs", FORMS.values(), ids=FORMS)
def test_form_is_left_alone_where_docgen_has_nothing_new(theirs: str) -> None:
    assert merged(theirs, SHIP) == Result(MergeResult(text=theirs, definitions=LAST))


@pytest.mark.parametrize("theirs", FORMS.values(), ids=FORMS)
def test_what_is_new_comes_into_any_form(theirs: str) -> None:
    result = merged(theirs)
    assert reported(result) == []
    plain = result.value.text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert definition_lines(PATH, plain) == definition_lines(PATH, TODAY)
    assert result.value.text.startswith(theirs[:20])
    assert ("\r\n" in theirs) == ("\r\n" in result.value.text)
    assert result.value.text.count("\r\n") in {0, result.value.text.count("\n")}


UNREADABLE = {
    "half-way through an edit": "def f(:\n",
    "conflict markers": "<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n",
    "no text": "x = 1\0\n",
    "nested too deep": f"x = {'(' * 5000}1{')' * 5000}\n",
    "line ends of old": SHIP.replace("\n", "\r"),
}


@pytest.mark.parametrize("theirs", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_taken_apart_is_left_as_it_is(theirs: str) -> None:
    result = merged(theirs)
    assert result.value == MergeResult(text=theirs, definitions=LAST)
    assert [line.split()[1] for line in reported(result)] == ["unparsable-output"]


EDITS = {**ADDED, **CHANGED}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_change_of_a_page_that_is_taken_back_leaves_no_trace(edit: Edit) -> None:
    theirs = edited(SHIP, edit)
    there = merged(theirs)
    back = merge(PATH, there.value.definitions, there.value.text, SHIP)
    assert back == merged(theirs, SHIP)
    assert back.value.text == theirs


def test_a_member_comes_back_behind_what_stood_before_it() -> None:
    theirs = edited(SHIP, ("    built:", f"{METHOD}\n    built:"))
    there = merged(theirs)
    assert "^" in "".join(there.value.definitions)
    back = merge(PATH, there.value.definitions, there.value.text, SHIP)
    assert back == Result(MergeResult(text=theirs, definitions=LAST))


def test_what_moves_on_its_page_moves_with_the_comment_above_it() -> None:
    class_ = "class Mood(OpenEnum):\n"
    last = definition_lines(PATH, f'{class_}    CALM = "calm"\n    LOUD = "loud"\n')
    theirs = f'{class_}    CALM = "calm"\n    # !\n    LOUD = "loud"\n'
    today = f'{class_}    LOUD = "loud"\n    CALM = "calm"\n'
    result = merge(PATH, last, theirs, today)
    assert (
        result.value.text == f'{class_}    # !\n    LOUD = "loud"\n    CALM = "calm"\n'
    )


def test_what_people_moved_stays_where_they_put_it() -> None:
    class_ = "class Mood(OpenEnum):\n"
    last = definition_lines(PATH, f'{class_}    CALM = "calm"\n    LOUD = "loud"\n')
    theirs = f'{class_}    LOUD = "loud"\n    CALM = "calm"\n'
    today = f'{class_}    CALM = "calm"\n    LOUD = "loud"\n    MAD = "mad"\n'
    result = merge(PATH, last, theirs, today)
    wanted = f'{class_}    LOUD = "loud"\n    MAD = "mad"\n    CALM = "calm"\n'
    assert result.value.text == wanted


def test_an_empty_class_takes_its_first_member_and_loses_its_last() -> None:
    empty, full = "class A(B): ...\n", "class A(B):\n    x: int\n"
    theirs = f"# mine\n{empty}"
    there = merge("a.pyi", definition_lines("a.pyi", empty), theirs, full)
    assert there.value.text == f"# mine\n{full}"
    back = merge("a.pyi", there.value.definitions, there.value.text, empty)
    assert back.value.text == theirs


def test_an_overload_that_goes_takes_its_own_decorator_along() -> None:
    class_ = "class Ships(Protocol):\n"
    one, other, rest = (
        "    @overload\n    def get(self, a: int): ...\n",
        "    @overload\n    def get(self, a: str): ...\n",
        "    def get(self, a): ...\n",
    )
    theirs = class_ + one.replace("int", "bool") + other + rest
    result = merge(
        PATH,
        definition_lines(PATH, class_ + one + other + rest),
        theirs,
        class_ + other + rest,
    )
    assert result.value.text == theirs
    assert [line.split()[1] for line in reported(result)] == ["obsolete-code"]


def test_without_a_manifest_what_differs_is_an_edit() -> None:
    theirs = edited(SHIP, ("    name: str | None", "    name: Name | None"))
    result = merge(PATH, (), theirs, TODAY)
    assert reported(result) == []
    assert "name: Name" in result.value.text
    assert "built: dt.date" in result.value.text
    assert "port: Port" in result.value.text


def test_where_two_branches_were_merged_either_line_is_docgens() -> None:
    both = tuple(sorted({*LAST, *definition_lines(PATH, TODAY)}))
    theirs = edited(TODAY, ("What it is called.", "The name.")) + "\n\nX = 1\n"
    result = merge(PATH, both, theirs, TODAY)
    assert result.value.text == TODAY + "\n\nX = 1\n"
    assert reported(result) == []
