"""Renamed operations: methods of a `Protocol` that are the same operation under another name.

Two methods are the same operation if their docstrings name the same API page, or if the new name
is the old one without words of the class, without articles and without prepositions:
`list_ship_logs` of `ShipLogOperations` is `list`. Their code may differ.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping

from docgen.regex import Regex

_OWNER = Regex(r"(?:Async(?=[A-Z]))?(\w+)Operations")
_PAGE = Regex(r"See `([^`\s]+)`\.\s*$")
_WORD = Regex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_SMALL_WORDS = frozenset(
    {"a", "action", "all", "an", "by", "for", "from", "function", "in", "of", "on"}
    | {"the", "to", "with", "your"}
)


def same_operations(
    owner: str,
    removed: Iterable[str],
    added: Iterable[str],
    edited: str,
    new: str,
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a removed and an added method of a class that may be the same operation.

    `edited` is the code of the former, `new` that of the latter.
    """
    match = _OWNER.fullmatch(owner)
    if match is None:
        return
    described = f"{match[1]}Operations"
    old_pages, new_pages = _pages(edited, described), _pages(new, described)
    own_words = frozenset(_stem(word.lower()) for word in _WORD.findall(match[1]))
    added = [*added]
    for old in removed:
        page = old_pages.get(old)
        same_page = [one for one in added if page and new_pages.get(one) == page]
        shorter = [one for one in added if is_shorter(old, one, own_words)]
        for one in same_page if len(same_page) == 1 else shorter:
            yield old, one


def is_shorter(old: str, new: str, own_words: frozenset[str]) -> bool:
    """Return whether a name is another one without own and small words.

    The first word, the verb, is the same in both.
    """
    old_words, new_words = _words(old), _words(new)
    if old_words[:1] != new_words[:1]:
        return False
    waiting = [*new_words]
    for word in old_words:
        if waiting and word == waiting[0]:
            waiting.pop(0)
        elif word not in _SMALL_WORDS and _stem(word) not in own_words:
            return False
    return not waiting


def _words(name: str) -> list[str]:
    return [word for word in name.split("_") if word]


def _stem(word: str) -> str:
    """Return a word without the end of its plural; not a word, but the same for both forms."""
    return word.removesuffix("ies").removesuffix("y").rstrip("es")


def _pages(source: str, owner: str) -> Mapping[str, str]:
    """Return the API pages that the docstrings of the methods of a class name."""
    found: dict[str, str] = {}
    for node in ast.parse(source.removeprefix("\ufeff")).body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            for one in node.body:
                if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                    page = _PAGE.search(ast.get_docstring(one) or "")
                    if page:
                        found[one.name] = page[1]
    return found
