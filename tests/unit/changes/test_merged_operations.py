"""Which operations took the place of one that has no counterpart."""

import pytest

from docgen.changes.described_operations import DescribedOperation, KnownRequests
from docgen.changes.merged_operations import Successors, is_described_once_more
from docgen.schema.model import QualifiedName, Source
from docgen.schema.url_templates import request_line

SOURCE = Source(path="api/page.md", line=1)


def operation(name: str, *urls: str) -> DescribedOperation:
    """Return an operation `type.name` with GET requests."""
    owner, _, short = name.rpartition(".")
    return DescribedOperation(
        owner=QualifiedName(owner) if owner else None,
        name=short,
        label=short,
        row=None,
        api=None,
        returns=None,
        requests=tuple(request_line("GET", url, SOURCE) for url in urls),
        source=SOURCE,
    )


def same_name(name: QualifiedName) -> QualifiedName:
    return name


OLD = operation("ship.tow", "/ships/{id}/tow", "/ships/{id}/pull")
SUCCESSORS = {
    "of the same type and name": (
        [operation("ship.pull", "/ships/{id}/pull"), operation("ship.tow")],
        ["ship.tow"],
    ),
    "with one of the requests": (
        [operation("ship.pull", "/ships/{x}/pull"), operation("ship.sink")],
        ["ship.pull"],
    ),
    "with each of the requests": (
        [
            operation("ship.b", "/ships/{id}/pull"),
            operation("ship.a", "/ships/{id}/tow"),
        ],
        ["ship.a", "ship.b"],
    ),
    "of the same type rather than of another": (
        [
            operation("boat.tow", "/ships/{id}/tow", "/ships/{id}/pull"),
            operation("ship.pull", "/ships/{id}/pull"),
        ],
        ["ship.pull"],
    ),
    "of another type": (
        [operation("boat.tow", "/ships/{id}/tow", "/ships/{id}/pull")],
        ["boat.tow"],
    ),
    "none": ([operation("boat.tow", "/boats/{id}/tow")], []),
}


@pytest.mark.parametrize(
    ("new", "expected"), SUCCESSORS.values(), ids=SUCCESSORS.keys()
)
def test_successors(new: list[DescribedOperation], expected: list[str]) -> None:
    found = Successors(new, KnownRequests(new), same_name).of(OLD)
    assert [one.symbol for one in found] == expected


def test_the_type_of_the_old_version_has_its_new_name() -> None:
    new = [operation("boat.pull", "/ships/{id}/pull"), operation("vessel.tow")]
    successors = Successors(
        new, KnownRequests(new), lambda name: QualifiedName(f"{name}x")
    )
    assert [one.symbol for one in successors.of(OLD)] == ["boat.pull"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (operation("ship.tow", "/ships/{id}/tow"), True),
        (operation("ship.tow", "/ships/{id}/tow", "/ships/{id}/sink"), False),
        (operation("boat.tow", "/ships/{id}/tow"), False),
        (operation("ship.pull", "/ships/{id}/pull"), False),
    ],
    ids=["fewer requests", "another request", "another type", "another name"],
)
def test_an_operation_is_described_once_more(
    new: DescribedOperation, *, expected: bool
) -> None:
    assert is_described_once_more(new, [OLD], same_name) is expected
