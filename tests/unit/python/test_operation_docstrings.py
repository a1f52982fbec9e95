"""The docstrings of operations."""

import pytest

from docgen.python.names import PythonName
from docgen.python.operation_docstrings import method_docstring
from docgen.python.signatures.model import OperationResult, Signature
from docgen.schema.model import Permissions, Source


def signature(
    *documented: str,
    description: str | None = "Moor a ship.",
    permissions: Permissions | None = None,
    api_page: str | None = "api/harbour-moor.md",
    deprecation: str | None = None,
    returns_text: str = "",
) -> Signature:
    return Signature(
        name=PythonName("moor"),
        label="Moor ship",
        description=description,
        api_page=api_page,
        parameters=(),
        overloads=(),
        requests=(),
        documented=documented,
        result=OperationResult(kind="none"),
        permissions=permissions or Permissions(),
        deprecation=deprecation,
        returns_text=returns_text,
        source=Source(path="resources/harbour.md", line=1),
    )


def paragraphs(one: Signature) -> list[str]:
    """Return the paragraphs of a docstring, each on one line."""
    text = method_docstring(one).strip('"').strip()
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


REQUESTS = {
    "one": (["POST /moor"], "`POST /moor`."),
    "two": (["POST /moor", "PUT /moor"], "`POST /moor` or `PUT /moor`."),
    "three": (["POST /a", "POST /b", "POST /c"], "`POST /a`, `POST /b` or `POST /c`."),
    "four": (
        ["POST /a", "POST /b", "POST /c", "POST /d"],
        "`POST /a`, `POST /b`, `POST /c`, and 1 more URL.",
    ),
    "five": (
        ["POST /a", "POST /b", "POST /c", "POST /d", "POST /e"],
        "`POST /a`, `POST /b`, `POST /c`, and 2 more URLs.",
    ),
}


@pytest.mark.parametrize(
    ("documented", "expected"), REQUESTS.values(), ids=REQUESTS.keys()
)
def test_request_lines(documented: list[str], expected: str) -> None:
    assert paragraphs(signature(*documented)) == [
        "Moor a ship.",
        expected,
        "See `api/harbour-moor.md`.",
    ]


def test_a_request_line_is_not_wrapped() -> None:
    line = f"POST /harbours/{{harbour id}}/{'very/' * 12}deep"
    assert f"\n        `{line}`.\n" in method_docstring(signature(line))


PRIVILEGES = {
    "both schemes": (
        Permissions(delegated_work=(("A",), ("B",)), application=(("C",),)),
        "Least privilege: `A` (delegated), `C` (application).",
    ),
    "the same for both": (
        Permissions(delegated_work=(("A",),), application=(("A",), ("B",))),
        "Least privilege: `A` (delegated and application).",
    ),
    "several together": (
        Permissions(application=(("A", "B", "C"),)),
        "Least privilege: `A`, `B` and `C` (application).",
    ),
    "personal accounts only": (
        Permissions(delegated_personal=(("A",),)),
        "Least privilege: `A` (delegated).",
    ),
}


@pytest.mark.parametrize(
    ("permissions", "expected"), PRIVILEGES.values(), ids=PRIVILEGES.keys()
)
def test_least_privileged_permissions(permissions: Permissions, expected: str) -> None:
    assert paragraphs(signature(permissions=permissions))[1] == expected


def test_label_stands_for_a_missing_description() -> None:
    assert paragraphs(signature(description=None, api_page=None)) == ["Moor ship."]


RESULTS = {
    "words": ("details of the mooring", "Returns: details of the mooring."),
    "a request line": ("POST /ships/{id}/moor", "Sends `POST /ships/{id}/moor`."),
}


@pytest.mark.parametrize(("text", "expected"), RESULTS.values(), ids=RESULTS)
def test_result_without_a_type_is_described(text: str, expected: str) -> None:
    found = signature(returns_text=text)
    assert paragraphs(found)[1] == expected


def test_deprecated_operation_says_so() -> None:
    deprecated = signature(deprecation="")
    assert paragraphs(deprecated)[1] == "This operation is deprecated."


def test_docstring_says_what_to_use_instead() -> None:
    deprecated = signature(deprecation="Deprecated. Use anchor instead")
    assert paragraphs(deprecated)[1] == "Deprecated. Use anchor instead."


def test_notice_of_the_description_is_not_repeated() -> None:
    notice = "Deprecated. Use anchor instead."
    found = signature(description=f"Moor a ship. {notice}", deprecation=notice)
    assert paragraphs(found)[1:] == ["See `api/harbour-moor.md`."]
