"""The rule by which a new type is taken for one that has only got another name."""

import pytest

from docgen.edits.decision import FileRecord, compact
from docgen.edits.renames import RenamedType, files_of, renamed_types

BOAT, VESSEL, SHIP = (f"graph/models/{name}.py" for name in ("boat", "vessel", "ship"))


def model(path: str, page: str, *members: str) -> FileRecord:
    own = path.rpartition("/")[2].removesuffix(".py").title()
    lines = [
        f"{own}\txxxxx",
        f"{own}.__doc__\txxxxx",
        f"{own}.*\txxxxx",
        "import Model\txxxxx",
    ]
    lines += [f"{own}.{member}\t11111" for member in members]
    return FileRecord(
        path=path, digests=(), pages=(page,), lines=compact(sorted(lines))
    )


OLD = model(BOAT, "boat.md", "id", "name", "size", "rig")

RULE = {
    "the same page, all members": (("boat.md", "id", "name", "size", "rig"), True),
    "the same page, half of them": (("boat.md", "id", "name", "a", "b"), True),
    "the same page, fewer": (("boat.md", "id", "a", "b", "c"), False),
    "the same page, one more": (("boat.md", "id", "name", "size", "rig", "a"), True),
    "another page, all members": (("new.md", "id", "name", "size", "rig"), True),
    "another page, half of them": (("new.md", "id", "name", "a", "b"), False),
    "another page, fewer": (("new.md", "id", "a", "b", "c"), None),
    "another page, none": (("new.md",), None),
}


@pytest.mark.parametrize(("new", "is_sure"), RULE.values(), ids=RULE.keys())
def test_page_and_shape_decide(new: tuple[str, ...], is_sure: bool | None) -> None:
    found = renamed_types([OLD], [model(VESSEL, *new)], lambda _: True)
    sure = [one.is_sure for one in found]
    assert sure == ([] if is_sure is None else [is_sure])


def test_one_member_on_another_page_is_too_little() -> None:
    old, new = model(BOAT, "boat.md", "id"), model(VESSEL, "new.md", "id")
    assert renamed_types([old], [new], lambda _: True) == ()


def test_of_two_that_could_be_it_none_is() -> None:
    new = [model(path, "boat.md", "id", "name") for path in (VESSEL, SHIP)]
    assert renamed_types([OLD], new, lambda _: True) == (
        RenamedType(old=BOAT, new=SHIP, is_sure=False),
        RenamedType(old=BOAT, new=VESSEL, is_sure=False),
    )


def test_two_that_could_have_been_it_are_in_doubt() -> None:
    old = [model(path, "boat.md", "id", "name") for path in (BOAT, SHIP)]
    new = model(VESSEL, "boat.md", "id", "name")
    assert [one.is_sure for one in renamed_types(old, [new], lambda _: True)] == [
        False
    ] * 2


def test_a_type_that_nobody_wrote_into_is_not_looked_for() -> None:
    assert renamed_types([OLD], [model(VESSEL, "boat.md", "id")], lambda _: False) == ()


def test_tests_alone_are_worth_the_question() -> None:
    new = model(VESSEL, "boat.md", "id", "name")
    is_edited = "tests/test_boat.py".__eq__
    assert [one.new for one in renamed_types([OLD], [new], is_edited)] == [VESSEL]


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
    ids=["at the top", "in folders", "with a line at its end", "no model"],
)
def test_the_files_of_a_type(path: str, expected: tuple[str, ...]) -> None:
    assert files_of(path) == expected
