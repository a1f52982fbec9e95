"""What a methods table says about results that have no type."""

import pytest

from docgen.python.signatures.model import OperationResult, ResultKind
from docgen.python.signatures.results import result_text
from docgen.schema.model import Operation, QualifiedName, Source, TypeReference

SHIP = TypeReference(name=QualifiedName("harbour.ship"))
ANY = TypeReference(name=QualifiedName("Edm.Untyped"))

TEXTS: dict[str, tuple[str, TypeReference, ResultKind, TypeReference | None, str]] = {
    "words, any result": ("the log", ANY, "single", ANY, "the log"),
    "words, bytes": ("the log", ANY, "download", None, "the log"),
    "words, a long-running operation": (
        *("the log", ANY, "long-running", None, "the log"),
    ),
    "words, a type of the API page": ("the log", ANY, "single", SHIP, ""),
    "words, nothing returned": ("the log", ANY, "none", None, ""),
    "a type, any result": ("ship", SHIP, "single", ANY, ""),
    "the word for any value": ("Json", ANY, "single", ANY, ""),
    "a request line": ("GET /ships/{id}", ANY, "download", None, ""),
}


@pytest.mark.parametrize(
    ("text", "cell", "kind", "type_", "expected"), TEXTS.values(), ids=TEXTS
)
def test_words_are_kept_if_the_result_has_no_type(
    text: str,
    cell: TypeReference,
    kind: ResultKind,
    type_: TypeReference | None,
    expected: str,
) -> None:
    row = _row(text, cell)
    result = OperationResult(kind=kind, type=type_)
    assert result_text(row, result, has_page=True) == expected


def test_a_request_line_says_something_without_a_page() -> None:
    row = _row("GET /ships/{id}", ANY)
    result = OperationResult(kind="single", type=ANY)
    assert result_text(row, result, has_page=False) == "GET /ships/{id}"


def _row(text: str, returns: TypeReference) -> Operation:
    return Operation(
        name="get",
        label="Get",
        returns=returns,
        returns_text=text,
        description=None,
        api_page=None,
        source=Source(path="resources/ship.md", line=1),
    )
