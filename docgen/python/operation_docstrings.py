"""The docstrings of the methods of operations.

They have the description, the request lines as the page writes them, the least privileged
permissions, and the page.
"""

from docgen.python.descriptions import cell_paragraphs
from docgen.python.literals import PythonCode, docstring, sentence
from docgen.python.signatures.model import Signature
from docgen.python.signatures.results import REQUEST_CELL
from docgen.schema.model import Conjunction, Permissions

MAX_LINES = 3
"""The number of request lines that a docstring has; of more, it has the first ones."""

_INDENT = "        "


def method_docstring(one: Signature) -> PythonCode:
    """Return the docstring of a method."""
    page = f"See `{one.api_page}`." if one.api_page else ""
    requests = _requests(one.documented)
    paragraphs = (
        *_description(one),
        *((requests,) if requests else ()),
        _privileges(one.permissions),
        page,
    )
    return docstring(paragraphs, _INDENT)


def _description(one: Signature) -> tuple[str, ...]:
    paragraphs = cell_paragraphs(one.description) or (sentence(one.label),)
    if one.returns_text:
        paragraphs = (*paragraphs, _result(one.returns_text))
    notice = deprecation_paragraph(one)
    is_said = not notice or any(notice in text for text in paragraphs)
    return paragraphs if is_said else (*paragraphs, notice)


def _result(text: str) -> str:
    """Return a sentence about a result without a type."""
    request = REQUEST_CELL.fullmatch(text)
    return f"Sends `{text}`." if request else sentence(f"Returns: {text}")


def deprecation_paragraph(one: Signature) -> str:
    """Return what is said about the deprecation of a method; empty if it is not deprecated."""
    if one.deprecation is None:
        return ""
    return sentence(one.deprecation or "This operation is deprecated")


def _requests(lines: tuple[str, ...]) -> str:
    """Return a sentence with the request lines: `` `GET /a` or `GET /b`. ``."""
    listed = [f"`{line}`" for line in lines[:MAX_LINES]]
    more = len(lines) - len(listed)
    if more:
        urls = "URL" if more == 1 else "URLs"
        return f"{', '.join(listed)}, and {more} more {urls}."
    return f"{_joined(listed, 'or')}." if listed else ""


def _privileges(permissions: Permissions) -> str:
    """Return a sentence with the least privileged permissions of each scheme."""
    delegated = permissions.delegated_work or permissions.delegated_personal
    schemes = {"delegated": delegated, "application": permissions.application}
    least = {scheme: names[0] for scheme, names in schemes.items() if names}
    parts = (
        f"{_together(names)} ({_joined([s for s in least if least[s] == names], 'and')})"
        for names in dict.fromkeys(least.values())
    )
    return f"Least privilege: {', '.join(parts)}." if least else ""


def _together(names: Conjunction) -> str:
    return _joined([f"`{name}`" for name in names], "and")


def _joined(items: list[str], word: str) -> str:
    """Join items by commas, and the last by a word."""
    *first, last = items
    return f"{', '.join(first)} {word} {last}" if first else last
