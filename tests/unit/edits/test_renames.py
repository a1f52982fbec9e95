"""The rule that decides whether a new type is a renamed renamed."""

import pytest

from docgen.edits.decision import FileRecord, compact
from docgen.edits.renames import files_of, renamed_types
from docgen.same_types import RenamedType

BOAT, VESSEL, SHIP = (f"graph/models/{name}.py" for name in ("boat", "vessel", "ship"))


def model(path: str, page: str, *members: str) -> FileRecord:
    class_ = path.rpartition("/")[2].removesuffix(".py").title()
    lines = [
        f"{class_}\txxxxx",
        f"{class_}.__doc__\txxxxx",
        f"{class_}.*\txxxxx",
        "import Model\txxxxx",
    ]
    lines += [f"{class_}.{member}\t11111" for member in members]
    return FileRecord(
        path=path, digests=(), pages=(page,), lines=compact(sorted(lines))
    )


OLD = model(BOAT, "boat.md", "id", "name", "size", "rig")

RULES = {
    "the same page, all members": (("boat.md", "id", "name", "size", "rig"), True),
    "the same page, half of them": (("boat.md", "id", "name", "a", "b"), True),
    "the same page, fewer than half": (("boat.md", "id", "a", "b", "c"), False),
    "the same page, renamed more": (
        ("boat.md", "id", "name", "size", "rig", "a"),
        True,
    ),
    "another page, all members": (("new.md", "id", "name", "size", "rig"), True),
    "another page, half of them": (("new.md", "id", "name", "a", "b"), False),
    "another page, fewer than half": (("new.md", "id", "a", "b", "c"), None),
    "another page, none": (("new.md",), None),
}


@pytest.mark.parametrize(("new", "is_certain"), RULES.values(), ids=RULES.keys())
def test_page_and_members_decide(new: tuple[str, ...], is_certain: bool | None) -> None:
    found = renamed_types([OLD], [model(VESSEL, *new)], lambda _: True)
    sure = [renamed.is_certain for renamed in found]
    assert sure == ([] if is_certain is None else [is_certain])


def test_one_equal_member_on_another_page_is_not_enough() -> None:
    old, new = model(BOAT, "boat.md", "id"), model(VESSEL, "new.md", "id")
    assert renamed_types([old], [new], lambda _: True) == ()


def test_two_possible_new_types_are_ambiguous() -> None:
    new = [model(path, "boat.md", "id", "name") for path in (VESSEL, SHIP)]
    assert renamed_types([OLD], new, lambda _: True) == (
        RenamedType(old=BOAT, new=SHIP, is_certain=False),
        RenamedType(old=BOAT, new=VESSEL, is_certain=False),
    )


def test_two_possible_old_types_are_ambiguous() -> None:
    old = [model(path, "boat.md", "id", "name") for path in (BOAT, SHIP)]
    new = model(VESSEL, "boat.md", "id", "name")
    assert [
        renamed.is_certain for renamed in renamed_types(old, [new], lambda _: True)
    ] == [False] * 2


def test_unedited_type_is_ignored() -> None:
    assert renamed_types([OLD], [model(VESSEL, "boat.md", "id")], lambda _: False) == ()


def test_edited_tests_are_enough() -> None:
    new = model(VESSEL, "boat.md", "id", "name")
    is_edited = "tests/test_boat.py".__eq__
    assert [renamed.new for renamed in renamed_types([OLD], [new], is_edited)] == [
        VESSEL
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "graph/models/boat.py",
            (
                "graph/models/boat.py",
                "graph/models/boat.pyi",
                "graph/operations/boat.py",
                "tests/test_boat.py",
            ),
        ),
        (
            "graph/models/calls/media/room.py",
            (
                "graph/models/calls/media/room.py",
                "graph/models/calls/media/room.pyi",
                "graph/operations/calls/media/room.py",
                "tests/calls/media/test_calls__media__room.py",
            ),
        ),
        (
            "graph/models/security_.py",
            (
                "graph/models/security_.py",
                "graph/models/security_.pyi",
                "graph/operations/security_.py",
                "tests/test_security.py",
            ),
        ),
        ("graph/_codec.py", ("graph/_codec.py",)),
    ],
    ids=["in the root", "in folders", "with a trailing underscore", "not a model"],
)
def test_files_of_a_type(path: str, expected: tuple[str, ...]) -> None:
    assert files_of(path) == expected


MOVED = {
    "three names": (("id a", "name b", "size c"), ("id x", "name y", "size z"), True),
    "an added one": (
        ("id a", "name b", "size c"),
        ("id x", "name y", "size z", "age u"),
        True,
    ),
    "two names, one equal": (("id a", "name b"), ("id a", "name z"), True),
    "two names, none equal": (("id a", "name b"), ("id x", "name z"), None),
    "few names": (("id a", "name b", "size c"), ("id a", "port y", "berth z"), None),
}


@pytest.mark.parametrize(("before", "after", "is_certain"), MOVED.values(), ids=MOVED)
def test_a_moved_page_with_other_words_is_recognised_by_its_members(
    before: tuple[str, ...], after: tuple[str, ...], is_certain: bool | None
) -> None:
    old, new = moved_model("boat", *before), moved_model("vessel", *after)
    found = renamed_types(
        [old],
        [new],
        lambda _: True,
        gone=frozenset({"boat.md"}),
        new_pages=frozenset({"vessel.md"}),
    )
    certain = [one.is_certain for one in found]
    assert certain == ([] if is_certain is None else [is_certain])
    pages = {"gone": frozenset({"boat.md"}), "new_pages": frozenset[str]()}
    unmoved = renamed_types([old], [new], lambda _: True, **pages)
    assert True not in [one.is_certain for one in unmoved]


def test_of_several_moved_pages_the_most_similar_one_is_chosen() -> None:
    old = [
        moved_model("boat", "id a", "name b", "size c"),
        moved_model("port", "id a", "name d", "size e"),
    ]
    new = [
        moved_model("harbour", "id a", "name d", "size z"),
        moved_model("vessel", "id a", "name b", "size y"),
    ]
    found = renamed_types(
        old,
        new,
        lambda _: True,
        gone=frozenset({"boat.md", "port.md"}),
        new_pages=frozenset({"harbour.md", "vessel.md"}),
    )
    assert [(one.old, one.new, one.is_certain) for one in found] == [
        (old[0].path, new[1].path, True),
        (old[1].path, new[0].path, True),
    ]


def moved_model(name: str, *members: str) -> FileRecord:
    """Return the record of a model; each member is a name and a letter for its fingerprint."""
    lines = [f"X.{one.split()[0]}\t{one.split()[1] * 5}" for one in members]
    return FileRecord(
        path=f"graph/models/{name}.py",
        digests=("0" * 11,),
        pages=(f"{name}.md",),
        lines=compact(["X\taaaaa", "X.__doc__\taaaaa", *lines]),
    )
