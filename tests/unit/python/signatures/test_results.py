"""What a methods table says about results that have no type."""

import pytest

from docgen.python.signatures.model import OperationResult, ResultKind
from docgen.python.signatures.results import result_text
from docgen.schema.model import Operation, QualifiedName, Source, TypeReference
from tests.unit.python.signatures.conftest import Plans, api_page, shown

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


def answered(*statuses: str, body: str = "") -> str:
    """Return the examples of a page that are answered with these statuses."""
    return "\n## Examples\n\n" + "".join(
        f"``` http\nPOST /ships\n```\n\n``` http\nHTTP/1.1 {one}\n{body}\n```\n\n"
        for one in statuses
    )


RESULTS_OF_EXAMPLES = {
    "an example with a body": (
        "ship",
        answered("200 OK", body='\n{"id": "1"}'),
        "ship",
    ),
    "an example without a body and without content": (
        "ship",
        answered("204 No Content"),
        "ship | None",
    ),
    "one of two without a body": (
        "ship",
        answered("200 OK", "202 Accepted"),
        "ship | None",
    ),
    "an example that is shortened": ("ship", answered("200 OK"), "ship"),
    "the answer to another method": (
        "ship",
        answered("204 No Content").replace("POST", "PUT"),
        "ship",
    ),
}


@pytest.mark.parametrize(
    ("returns", "examples", "expected"),
    RESULTS_OF_EXAMPLES.values(),
    ids=RESULTS_OF_EXAMPLES,
)
def test_result_may_be_missing_if_examples_have_none(
    returns: str, examples: str, expected: str, plans: Plans
) -> None:
    page = api_page(["POST /ships"], returns, title="Create ship") + examples
    (create,) = plans({"Create": "ship-create"}, {"ship-create": page})
    missing = " | None" if create.result.may_be_missing else ""
    assert shown(create).partition("-> ")[2] + missing == expected


WITHOUT_TYPE = {
    "no body anywhere": (answered("200 OK"), "None"),
    "a body": (answered("200 OK", body='\n{"id": "1"}'), "ship"),
    "no example": ("", "ship"),
}


@pytest.mark.parametrize(
    ("examples", "expected"), WITHOUT_TYPE.values(), ids=WITHOUT_TYPE
)
def test_type_of_the_methods_table_needs_a_body_in_examples(
    examples: str, expected: str, plans: Plans
) -> None:
    page = api_page(["POST /ships"], title="Import ship").replace(
        "`204 No Content` response code", "`200 OK` response code"
    )
    row = "ship-import [ship](ship.md)"
    (found,) = plans({"Import": row}, {"ship-import": page + examples})
    assert shown(found).partition("-> ")[2] == expected
