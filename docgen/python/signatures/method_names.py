"""The name of a method: the words of a label without those that say nothing.

1. articles, `your`, `all of` after `list`; the first word is never dropped
2. the type's own name as whole words, its plural after `list`, `get` and `search` only
3. the last words of the own name, where the operation is about that type: `get_item` of a driveItem
4. a preposition at the end, if it is a word of its own: `add_tab_to`
5. `action`, `function` after one word
6. `get` before `delta`, which pages call the same function without a verb

So `Get team`, `Get the team` and `Get` are all `get`, and `List members` is `list_members`. The
possessive is not a word: `member's role` is `member_role`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from docgen.regex import Regex
from docgen.schema.names import operation_name
from docgen.schema.url_templates import singular_word

LabelWords: TypeAlias = tuple[str, ...]
Token: TypeAlias = LabelWords
"""A word of a label, as the words that its capital letters separate."""

_ARTICLES = frozenset({"a", "an", "the", "your"})
_LISTING = frozenset({"list", "get", "search"})
_KINDS = frozenset({"action", "function"})
_PREPOSITIONS = frozenset(
    {"as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "to", "under"}
    | {"with"}
)
_VERBS: dict[Token, Token] = {
    ("enumerate",): ("list",),
    **{
        (f"{verb}s",): (verb,)
        for verb in (
            *("add", "assign", "create", "delete", "get", "list", "read", "remove"),
            *("replace", "retrieve", "return", "send", "update"),
        )
    },
}
"""Verbs in another form than the imperative, and another word for `list`."""
_DELTA = ("get", "delta")
_POSSESSIVE = Regex("(?<=[A-Za-z])['\u2019]s\\b")
_REMARK = Regex(r"\((?:deprecated|preview)\)", re.IGNORECASE)
_SUBJECT = Regex(r"[\w ]{1,60}:\s+(?=\S)")


def label_words(label: str, own_name: str) -> LabelWords:
    """Return the words of the name of an operation, by all rules but the third."""
    tokens = _tokens(label)
    words = _joined(_without_own(tokens, own_words(own_name)), tokens)
    return words[1:] if words == _DELTA else words


def short_label_words(label: str, own_name: str) -> LabelWords | None:
    """Return the words without the last words of the own name; `None` if there are none."""
    own, every = own_words(own_name), _tokens(label)
    tokens = _without_own(every, own)
    first, rest = tokens[0], tokens[1:]
    for start in range(1, len(own)):
        ending = own[start:]
        size = _matched(rest, 0, ending, is_plural=first[0] in _LISTING)
        if size and (size == len(rest) or rest[size][0] in _PREPOSITIONS):
            return _joined((first, *rest[size:]), every)
    return None


def own_words(own_name: str) -> LabelWords:
    """Return the words of the name of a type."""
    return _token(own_name)


def _tokens(label: str) -> tuple[Token, ...]:
    text = _REMARK.sub("", _POSSESSIVE.sub("", label))
    subject = _SUBJECT.match(text)
    if subject and len(subject[0].split()) < 4:
        text = text[subject.end() :]
    tokens = [token for token in map(_token, text.split()) if token]
    if not tokens:
        return (("call",),)
    first = _VERBS.get(tokens[0], tokens[0])
    kept = [one for one in tokens[1:] if not _is_one(one, _ARTICLES)]
    if first == ("list",):
        kept = _without_all(kept)
    if len(kept) == 1 and _is_one(kept[0], _KINDS):
        kept = []
    return (first, *kept)


def _without_all(tokens: list[Token]) -> list[Token]:
    """Return what is listed, without `all` or `all of` before it."""
    for word in ("all", "of"):
        if not tokens or tokens[0] != (word,):
            break
        tokens = tokens[1:]
    return tokens


@lru_cache(maxsize=4_096)
def _token(word: str) -> Token:
    """Return the words that capital letters separate, none if there are no letters."""
    name = operation_name(word)
    return tuple(name.split("_")) if name else ()


def _is_one(token: Token, words: frozenset[str]) -> bool:
    """Return whether a token is one of these words."""
    return len(token) == 1 and token[0] in words


def _without_own(tokens: tuple[Token, ...], own: LabelWords) -> tuple[Token, ...]:
    kept, start = [tokens[0]], 1
    is_plural = tokens[0][0] in _LISTING
    while start < len(tokens):
        size = _matched(tokens, start, own, is_plural=is_plural)
        if not size:
            kept.append(tokens[start])
        start += size or 1
    return tuple(kept)


def _matched(
    tokens: Sequence[Token], start: int, words: LabelWords, *, is_plural: bool
) -> int:
    """Return how many tokens from `start` on are a name, 0 if they are not."""
    name, text = "".join(words), ""
    for size, place in enumerate(range(start, len(tokens)), 1):
        text += "".join(tokens[place])
        if text == name or (is_plural and singular_word(text) == name):
            return size
        if len(text) > len(name) + 2:
            return 0
    return 0


def _joined(tokens: Sequence[Token], label: Sequence[Token]) -> LabelWords:
    """Join words, without a preposition before words that were dropped at the end of the label."""
    kept = [*tokens]
    is_cut = kept[-1] is not label[-1]
    while (
        is_cut and len(kept) > 1 and kept[-1][0] in _PREPOSITIONS and len(kept[-1]) == 1
    ):
        kept.pop()
    return tuple(_words(kept))


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield from token


def page_words(path: str, own_name: str) -> LabelWords:
    """Return the words of the name of a file, without the type's own name."""
    parts = path.rpartition("/")[2].removesuffix(".md").split("-")
    own = "".join(own_words(own_name))
    others = [one for one in parts if one.lower() != own]
    return tuple(operation_name("-".join(others or parts)).split("_"))
