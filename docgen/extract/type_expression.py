r"""Parse a type cell: an `Inline` in, a `TypeExpression` out, or `None` if it names no type.

    cell        := remark? type extra? | sentence | values    -- see `enum_cells`
    remark      := "(" facts ")" | facts ( "," | "." )?       -- "Read-only. String"
    type        := alternative ( ( "or" | "|" ) alternative )*
    alternative := before* ( name | collection ) after*
    before      := collection ( "of" | ":" | bracket )?       -- "List of", "array[", "array "
                 | word of NULLABLE_WORDS | article | bracket
                 | word of REDUNDANT_WORDS                    -- "enum", "object"
    after       := "[]" | "?" | "(s)" | collection | word of NULLABLE_WORDS or REDUNDANT_WORDS
                 | bracket after* bracket | ( "-" | "," | ":" ) after   -- "(optional)", "- array"
                 | footnote
    collection  := word of COLLECTION_BEFORE or COLLECTION_AFTER
    bracket     := "(" | "[" | "<" | "{" and their counterparts
    footnote    := a number, at the end or in brackets
    name        := identifier ( "." identifier )*, plain, linked, in code or in bold
    extra       := "(" | "," | "." | ";" …, or words after a linked name or a primitive
                 | " [" word word? word? "]"                  -- "Int32 [beta]", likewise
    sentence    := words and a link                          -- the first link names the type
                 | at most four words, the last a primitive  -- "Image base64 encoded string"

Dots next to a type (`String...`) may mean any number of values, and leave it unknown.
A type whose name ends in `Collection` is not a collection. The only items that a collection of
collections has in CSDL are untyped ones. Words that may mean a collection, in an extra that has no
other meaning, leave the type unknown: a single value would reject what the service sends.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.extract.enum_cells import EnumCell, enum_cell
from docgen.extract.masked import link_at, masked, span_at
from docgen.extract.values import ListedValue
from docgen.markdown.page import Inline
from docgen.regex import Regex
from docgen.schema.edm import (
    COLLECTION_AFTER,
    COLLECTION_BEFORE,
    FACT_WORDS,
    NULLABLE_WORDS,
    REDUNDANT_WORDS,
    UNTYPED,
    primitive,
    singular,
)
from docgen.source import Span
from docgen.vocabulary import ZERO_WIDTH, without_zero_width


class TypeName(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The name of a type on a page, with the target of its link and its span.

    With `is_translated` the words on the page are a translation, and `text` is from the target.
    """

    text: str
    target: str | None = None
    span: Span
    is_translated: bool = False


class TypeExpression(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A parsed type cell; `extra_text` is the words that are not part of the type.

    `is_nested` means that the items of the collection are collections. `values` are those that the
    cell lists after a word such as "enum", which is then the name.
    """

    name: TypeName
    is_collection: bool = False
    alternatives: tuple[TypeName, ...] = ()
    extra_text: str = ""
    is_nullable: bool = False
    is_nested: bool = False
    values: tuple[ListedValue, ...] = ()


MAX_TYPE_CELL = 2_000
"""Maximum number of characters parsed in a type cell."""
MAX_COLLECTION_DEPTH = 10
"""Maximum number of collections around a type."""

_JOINT = "\u200b"
"""Stands for the characters without a width between two letters of a word."""
_IDENTIFIER = rf"[^\W\d][\w{_JOINT}]*+(?>(?:[./-][\w{_JOINT}]++)*)"
_SIMPLE = Regex(
    r"\s*+(?P<name>[^\W\d]\w*+(?>(?:\.\w++)*))(?P<collection>\s++collection)?\s*+",
    re.IGNORECASE,
)
"""Nine of ten cells: a name, and perhaps `collection`."""
_TOKEN = Regex(rf"(?P<word>{_IDENTIFIER})|(?P<number>\d++)|[^\w\s]")
_OPENING, _CLOSING = "([<{", ")]>}"
_ARTICLES = frozenset({"a", "an", "the", "any"})
_COLLECTIONS = COLLECTION_BEFORE | COLLECTION_AFTER
_NOT_SIMPLE = (
    _COLLECTIONS
    | NULLABLE_WORDS
    | _ARTICLES - {"any"}
    | {"none", "null", "of", "or", "and"}
)
_NAMES_OF_COLLECTIONS = frozenset({"list", "set"})
"""Words for a collection that are also the names of types."""
_ENUM_WORDS = frozenset({"enum", "enumeration"})
_VALUES = Regex(r"\benum|^\s*[\"'\u201c\u2018]", re.IGNORECASE)
"""A part of a cell that may list values."""
_OR = frozenset({"or", "|"})
_NULL = frozenset({"null", "none", "nothing"})
_BEFORE_NOTE = frozenset("-\u2013\u2014,;:.|")
_QUOTES = "\"'\u201c\u201d\u2018\u2019"
_BEFORE_NAME = frozenset(f"{_QUOTES}#:-\u2013\u2014=.,")
_TYPE_END = frozenset("(),.;:")
_BEFORE_SENTENCE = frozenset("/-\u2013\u2014")
_MAX_WORDS = 3
"""Types of more words are sentences if a link follows."""
_FOOTNOTES = Regex("[\u00b2\u00b3\u00b9\u2070-\u209c\u2020\u2021\u00a7\u203b]")

_SEPARATED = Regex(r"\b\w+[- ](?:separated|delimited)\b(?:\s+\w+)?", re.IGNORECASE)
_COLLECTION = "coll?ec?t?i?on"
"""The word `collection`, also with a missing letter."""
_COLLECTION_AT_END = Regex(rf"\b(?:{_COLLECTION}|array|list)\W*+$", re.IGNORECASE)
_COLLECTION_OF = Regex(
    r"\b(?:collection|array|list|set)s? of\b|\bmulti-?valued?\b"
    r"|\bmultiple\b|\b(?:one|zero) or more\b|\b[01]\s?\.\.(?!\s?[\d.])",
    re.IGNORECASE,
)
_STARTS_WITH_COLLECTION = Regex(
    rf"\W*+(?:an?\s++)?(?:{_COLLECTION_OF.pattern})", re.IGNORECASE
)
_FACT = rf"(?:{'|'.join(sorted(FACT_WORDS))})\b".replace(" ", r"\s+")
_REMARK_IN_BRACKETS = Regex(rf"\[\s*(?:{_FACT}|key\b)", re.IGNORECASE)
_REMARK_BEFORE = Regex(
    rf"\s*+[(\[]?(?P<facts>(?:(?:{_FACT}|key(?=\s*[,;:.)\]]))"
    r"[\s,;:.)\]]+(?:and\s+)?){1,3})(?=[\w\[`])",
    re.IGNORECASE,
)
"""What is said about a property before its type: `Required. String`."""
_NOTE_IN_BRACKETS = Regex(
    r"\[\s*+((?:[^\W\d_][\w-]*+\s*+){1,3})\](?=\s*+(?:$|[(),.;:]))"
)
"""Words in brackets after a type: `[beta]`."""
_NULLABLE = Regex(r"(?<!not )(?<!non-)\b(?:nullable|optional)\b", re.IGNORECASE)
_COLLECTION_WORD = Regex(
    rf"\b(?:{_COLLECTION}|array|list)s?\b|{_COLLECTION_OF.pattern}|\[\s*\]",
    re.IGNORECASE,
)
_CONTAINER = Regex(
    r"\b(?:map|dictionary|dict|hash ?table|hash ?map)\b"
    r"|\b(?:sequence|vector|tuple|stack|queue|matrix)s? of\b",
    re.IGNORECASE,
)
"""Words for containers that are not collections in CSDL."""
_DOTS = Regex(r"\.{3}|\u2026")
_WORD = Regex(r"[\w.]+")


_ZERO_WIDTH = Regex(f"[{ZERO_WIDTH}]")
_ZERO_WIDTH_RUN = Regex(f"[{ZERO_WIDTH}]+")


class _Token(Struct, frozen=True):
    """A word, a number or a mark of a cell, and the offsets of its characters."""

    text: str
    start: int
    end: int
    is_word: bool
    is_link: bool

    @property
    def lower(self) -> str:
        return self.text.lower().removeprefix("edm.")


class _Alternative(Struct, frozen=True):
    """One type of a cell, and the index of the token after it."""

    name: TypeName
    depth: int
    is_nullable: bool
    end: int


class _Before(Struct, frozen=True):
    """The words and marks before the name of a type, and the index of the token of the name."""

    depth: int
    is_nullable: bool
    end: int


class _After(Struct, frozen=True):
    """The words and marks after the name of a type, and the index of the token after them."""

    depth: int
    is_collection: bool
    is_nullable: bool
    end: int


def type_expression(cell: Inline) -> TypeExpression | None:
    """Parse a type cell; return `None` if it does not name a type."""
    text = _without_footnotes(cell, masked(cell, MAX_TYPE_CELL))
    if not cell.source.isascii():
        text = _with_joints(cell, text)
    simple = _SIMPLE.fullmatch(text)
    if not simple and "&" in cell.source and "<" not in cell.source:
        text = _with_whole_words(cell, text)
        simple = _SIMPLE.fullmatch(text)
    if simple and simple["name"].lower() not in _NOT_SIMPLE:
        word = simple["name"] if cell.links else singular(simple["name"])
        is_collection = word != simple["name"] or bool(simple["collection"])
        name = _name(cell, word, *simple.span("name"))
        return TypeExpression(name=name, is_collection=is_collection)
    if _VALUES.search(text) and (listed := enum_cell(cell)):
        return _with_values(cell, text, listed)
    if remark := _REMARK_BEFORE.match(text):
        return _after_remark(cell, text, remark)
    return _parsed(cell, text)


def _parsed(cell: Inline, text: str) -> TypeExpression | None:
    tokens = _tokens(cell, text)
    return (
        _from_start(cell, text, tokens)
        or _from_link(cell, text, tokens)
        or _from_last_word(cell, text)
    )


def _after_remark(
    cell: Inline, text: str, remark: re.Match[str]
) -> TypeExpression | None:
    """Parse what follows a remark, which is extra text like one that follows the type."""
    start = remark.end()
    found = _parsed(cell, " " * start + text[start:])
    if found is None:
        return None
    parts = (remark["facts"].strip(" ,;:.)]"), found.extra_text)
    return replace(found, extra_text=", ".join(filter(None, parts)))


def _with_values(cell: Inline, text: str, listed: EnumCell) -> TypeExpression:
    start = max(text.find(listed.noun), 0)
    return TypeExpression(
        name=_name(cell, listed.noun, start, start + len(listed.noun)),
        is_collection=listed.is_collection,
        values=listed.values,
    )


def _without_footnotes(cell: Inline, text: str) -> str:
    """Replace the marks of footnotes, and underscores that are emphasis, by spaces."""
    if not text.isascii():
        text = _FOOTNOTES.sub(" ", text)
    return text.replace("_", " ") if "_" in text and "_" not in cell.plain else text


def _with_joints(cell: Inline, text: str) -> str:
    """Replace characters without a width by spaces, or by joints within a word."""
    shown = "".join(
        written if _ZERO_WIDTH.match(written) else character
        for written, character in zip(cell.source[: len(text)], text, strict=True)
    )
    return _ZERO_WIDTH_RUN.sub(_joint, shown)


def _joint(run: re.Match[str]) -> str:
    around = run.string[run.start() - 1 : run.start()], run.string[run.end() :][:1]
    is_in_word = all(one.isalnum() or one in {"_", "."} for one in around)
    return (_JOINT if is_in_word else " ") * len(run[0])


def _with_whole_words(cell: Inline, text: str) -> str:
    """Return the text without the spaces for references within words."""
    shown = without_zero_width(cell.plain)
    parts = text.replace(_JOINT, "").split()
    if not _SIMPLE.fullmatch(shown) or "".join(parts) != "".join(shown.split()):
        return text
    start = len(text) - len(text.lstrip())
    return " " * start + shown.strip()


def _tokens(cell: Inline, text: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    while match := _TOKEN.search(text, position):
        word, position = match[0].replace(_JOINT, ""), match.end()
        first = re.split("[/-]", word, maxsplit=1)[0]
        is_sentence = primitive(first) and not primitive(word)
        if len(first) < len(word) and is_sentence and _JOINT not in match[0]:
            word, position = first, match.start() + len(first)
        link = link_at(cell, match.start()) if match["word"] else None
        is_link = link is not None and link.text in (word, "")
        found.append(
            _Token(word, match.start(), position, bool(match["word"]), is_link)
        )
    return found


def _from_start(
    cell: Inline, text: str, tokens: Sequence[_Token]
) -> TypeExpression | None:
    """Parse a cell that starts with a type."""
    first = _alternative(cell, tokens, 0)
    if first is None:
        return None
    others, is_nullable, end = _alternatives(cell, tokens, first.end)
    offset = tokens[end].start if end < len(tokens) else len(text)
    rest = text[offset:].strip()
    if _DOTS.search(text[:offset]) or _DOTS.match(rest):
        unknown = TypeName(text=UNTYPED, span=first.name.span)
        return TypeExpression(name=unknown, extra_text=" ".join(text.split()))
    is_note = text[:offset][-1:].isspace() and _is_note_in_brackets(first.name, rest)
    is_end = is_note or _ends_type(first.name, rest)
    if not is_end or _is_sentence(cell, first, tokens[:end], rest):
        return None
    extra = " ".join(rest.strip(" .,;:)]>}\t\n").split())
    is_nullable = is_nullable or first.is_nullable or bool(_NULLABLE.search(extra))
    if _lists_values(tokens, first, rest):
        start, word = tokens[0].start, tokens[0].text
        noun = TypeName(text=word, span=span_at(cell, start, tokens[0].end))
        return TypeExpression(name=noun)
    if _is_unknown_list(tokens, first):
        unknown = TypeName(text=UNTYPED, span=first.name.span)
        return TypeExpression(name=unknown, extra_text=" ".join(text.split()))
    is_open = _open_brackets(tokens[: first.end]) > 0
    if is_open and first.depth and _lists_types(tokens, first.end):
        unknown = TypeName(text=UNTYPED, span=first.name.span)
        return TypeExpression(
            name=unknown, is_collection=True, extra_text=" ".join(text.split())
        )
    if not is_open and any((one.depth > 0) != (first.depth > 0) for one in others):
        unknown = TypeName(text=UNTYPED, span=first.name.span)
        return TypeExpression(name=unknown, extra_text=" ".join(text.split()))
    return replace(
        _expression(first, extra),
        alternatives=tuple(other.name for other in others),
        is_nullable=is_nullable,
    )


def _lists_values(tokens: Sequence[_Token], first: _Alternative, rest: str) -> bool:
    """Return whether a cell is the word "enum" with values, as in `Enum: low, high`."""
    if len(tokens) < 2 or first.name.target is not None or rest[:1] != ",":
        return False
    is_enum = tokens[0].lower in _ENUM_WORDS and not tokens[0].is_link
    return is_enum and (not tokens[1].is_word or tokens[1].lower == "of")


def _lists_types(tokens: Sequence[_Token], end: int) -> bool:
    """Return whether another type is next in brackets: `array[String, Int32]`."""
    is_list = len(tokens) > end + 1 and tokens[end].text in (",", ";")
    return is_list and (
        tokens[end + 1].is_link or primitive(singular(tokens[end + 1].text)) is not None
    )


def _is_unknown_list(tokens: Sequence[_Token], first: _Alternative) -> bool:
    """Return whether a cell is a list of more than a primitive type: `[String, Int32]`.

    Or a primitive type in brackets of another meaning: `{String}`.
    """
    if tokens[0].text == "{":
        return not first.depth and primitive(first.name.text) is not None
    return (
        tokens[0].text == "["
        and not first.depth
        and first.name.target is None
        and primitive(first.name.text) is not None
        and any(one.text == "]" for one in tokens)
    )


def _open_brackets(tokens: Sequence[_Token]) -> int:
    """Return how many brackets are opened in some tokens and not closed."""
    return sum((one.text in _OPENING) - (one.text in _CLOSING) for one in tokens)


def _alternatives(
    cell: Inline, tokens: Sequence[_Token], end: int
) -> tuple[tuple[_Alternative, ...], bool, int]:
    """Parse `or x or null`; return the types, whether one is null, and where they end."""
    found: list[_Alternative] = []
    is_nullable = False
    while end + 1 < len(tokens) and tokens[end].lower in _OR | {"/"}:
        if tokens[end + 1].lower in _NULL:
            is_nullable, end = True, end + 2
            continue
        other = _alternative(cell, tokens, end + 1)
        if other is None or tokens[end].text == "/":
            break
        found.append(other)
        is_nullable, end = is_nullable or other.is_nullable, other.end
    return tuple(found), is_nullable, end


def _alternative(
    cell: Inline, tokens: Sequence[_Token], index: int
) -> _Alternative | None:
    before = _before(tokens, index)
    if before.end >= len(tokens) or before.depth > MAX_COLLECTION_DEPTH:
        return None
    token = tokens[before.end]
    is_bare = token.lower in _COLLECTIONS - _NAMES_OF_COLLECTIONS and not token.is_link
    is_name = token.is_link or token.lower not in _NULL | NULLABLE_WORDS
    if not token.is_word or not is_name:
        return None
    after = _after(tokens, before.end + 1)
    depth = before.depth + after.depth + is_bare
    depth = max(depth, int(after.is_collection))
    text = UNTYPED if is_bare else token.text
    if not token.is_link and singular(text) != text:
        is_noun = before.end > index and tokens[before.end - 1].lower == "of"
        text, depth = singular(text), depth if is_noun else max(depth, 1)
    return _Alternative(
        name=_name(cell, text, token.start, token.end),
        depth=depth,
        is_nullable=before.is_nullable or after.is_nullable,
        end=after.end,
    )


def _before(tokens: Sequence[_Token], index: int) -> _Before:
    """Parse the words and brackets before the name that is at `index` or later."""
    depth, is_nullable = 0, False
    while index + 1 < len(tokens):
        token, following = tokens[index], tokens[index + 1]
        step = 0
        if token.is_link:
            break
        if token.lower in COLLECTION_BEFORE:
            step = _collection_length(tokens, index)
            depth += step > 0
        elif token.lower in NULLABLE_WORDS:
            is_nullable, step = is_nullable or not depth, 1
        elif token.lower in _NULL and following.lower in _OR:
            is_nullable, step = True, 2
        elif token.lower in _ARTICLES:
            step = int(_is_article(tokens, index, depth))
        elif token.lower in REDUNDANT_WORDS:
            step = _noun_length(tokens, index)
        elif token.text == "?":
            is_nullable, step = True, 1
        elif token.text == "[" and following.text == "]":
            depth, step = depth + 1, 2
        elif token.text in _OPENING or token.text in _BEFORE_NAME:
            step = 1
            depth += _is_list_of_primitive(tokens, index)
        elif token.text in _CLOSING and is_nullable:
            step = 1
        if not step:
            break
        index += step
    return _Before(depth, is_nullable, index)


def _is_article(tokens: Sequence[_Token], index: int, depth: int) -> bool:
    """Return whether a word is the article of a type, and not of a sentence."""
    following = tokens[index + 1]
    if following.is_link or following.lower in COLLECTION_BEFORE | NULLABLE_WORDS:
        return True
    if tokens[index].lower == "any":
        return False
    return following.is_word and (depth > 0 or index + 2 == len(tokens))


def _is_list_of_primitive(tokens: Sequence[_Token], index: int) -> bool:
    """Return whether the tokens are `[String]`, or `[` and `]` around a link.

    `[team]` may be a link without a target.
    """
    found = tokens[index : index + 3]
    if index and tokens[index - 1].is_word:
        return False
    is_list = [one.text for one in found][::2] == ["[", "]"]
    return is_list and (found[1].is_link or primitive(found[1].text) is not None)


def _collection_length(tokens: Sequence[_Token], index: int) -> int:
    """Return how many tokens `List of`, `array[` or `array` before a name are; 0 for none."""
    word, following = tokens[index].lower, tokens[index + 1]
    third = tokens[index + 2] if index + 2 < len(tokens) else None
    if following.text in _OPENING:
        return 0 if third is None or third.text in _CLOSING else 2
    if following.lower == "of" or following.text == ":":
        return 2 if third else 0
    if not following.is_word or following.lower in _COLLECTIONS | REDUNDANT_WORDS:
        return 0
    is_known = following.is_link or primitive(singular(following.text)) is not None
    return int(is_known or (word not in _NAMES_OF_COLLECTIONS and third is None))


def _noun_length(tokens: Sequence[_Token], index: int) -> int:
    """Return how many tokens `enum`, `object of` or `enum:` before a name are; 0 for none."""
    following = tokens[index + 1]
    third = tokens[index + 2] if index + 2 < len(tokens) else None
    if third and (following.lower == "of" or (following.text == ":" and third.is_word)):
        return 2
    if third and following.text in _OPENING:
        return 2 if third.is_link or primitive(third.text) else 0
    is_name = following.is_word and following.lower not in (
        _COLLECTIONS | REDUNDANT_WORDS | NULLABLE_WORDS | {"or", "with"}
    )
    return int(is_name and (third is None or following.is_link))


def _after(tokens: Sequence[_Token], index: int) -> _After:
    """Parse the words and marks after a name, from `index`."""
    depth, is_collection, is_nullable = 0, False, False
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text == "[" and following == "]":
            depth, is_nullable, index = depth + 1, False, index + 2
            continue
        if [one.text for one in tokens[index : index + 3]] == ["(", "s", ")"]:
            is_collection, index = True, index + 3
            continue
        is_known = _is_known_after(token) or token.text in f"{_CLOSING}?{_QUOTES}"
        if token.text in _OPENING or token.text in _BEFORE_NOTE:
            end = _note_end(tokens, index)
            if not end:
                break
            words = [one.lower for one in tokens[index:end]]
            is_collection = is_collection or not COLLECTION_AFTER.isdisjoint(words)
            is_nullable = is_nullable or not NULLABLE_WORDS.isdisjoint(words)
            index = end
        elif is_known:
            is_collection = is_collection or token.lower in COLLECTION_AFTER
            is_nullable = is_nullable or token.lower in NULLABLE_WORDS | {"?"}
            index += 1
        elif _is_footnote(token) and index + 1 == len(tokens):
            index += 1
        elif token.text == "s" and tokens[index - 1].is_link:
            is_collection, index = True, index + 1
        else:
            break
    return _After(depth, is_collection, is_nullable, index)


def _is_known_after(token: _Token) -> bool:
    known = COLLECTION_AFTER | REDUNDANT_WORDS | NULLABLE_WORDS
    return token.lower in known and not token.is_link


def _is_footnote(token: _Token) -> bool:
    return token.text.isdecimal() and len(token.text) == 1


def _note_end(tokens: Sequence[_Token], index: int) -> int:
    """Return the index after a note such as `(optional)` or `- array`, or else 0.

    In brackets a note may also be a footnote. Without, it ends with the cell or before "or".
    """
    is_bracket = tokens[index].text in _OPENING
    end = index + 1
    while end < len(tokens) and (
        _is_known_after(tokens[end])
        or tokens[end].lower in _ARTICLES
        or (is_bracket and tokens[end].text == "," and end > index + 1)
    ):
        end += 1
    is_empty = end == index + 1
    if is_bracket:
        is_marked = end < len(tokens) and tokens[end].text == "^"
        end += is_marked
        end += end < len(tokens) and (
            tokens[end].text.isdecimal() if is_marked else _is_footnote(tokens[end])
        )
        is_empty = end == index + 1
        is_closed = end < len(tokens) and tokens[end].text in _CLOSING
        is_index = tokens[index].text == "[" and tokens[index].start == (
            tokens[index - 1].end
        )
        is_size = is_index and end == index + 2 and _is_footnote(tokens[index + 1])
        return 0 if is_empty or not is_closed or is_size else end + 1
    if all(one.text in _BEFORE_NOTE for one in tokens[end:]):
        return len(tokens)
    return end if not is_empty and tokens[end].lower == "or" else 0


def _expression(found: _Alternative, extra: str) -> TypeExpression:
    """Return an expression; words of the extra may make it a collection, or unknown."""
    name, is_collection = found.name, found.depth > 0
    if not is_collection:
        words = _SEPARATED.sub(" ", extra)
        is_collection = bool(
            _COLLECTION_AT_END.search(words) or _STARTS_WITH_COLLECTION.match(words)
        )
        if not is_collection and (
            _COLLECTION_WORD.search(words) or _CONTAINER.search(words)
        ):
            name = TypeName(text=UNTYPED, span=name.span)
    is_nested = found.depth > 1
    if is_nested:
        is_untyped = primitive(name.text) == UNTYPED and name.target is None
        is_nested, name = not is_untyped, TypeName(text=UNTYPED, span=name.span)
    return TypeExpression(
        name=name,
        is_collection=is_collection,
        extra_text=extra,
        is_nested=is_nested,
    )


def _is_sentence(
    cell: Inline, first: _Alternative, tokens: Sequence[_Token], rest: str
) -> bool:
    """Return whether words are a sentence about a link after them, and not a type."""
    if first.name.target is not None or not rest or not cell.links:
        return False
    has_link = cell.links[-1].start >= tokens[-1].end
    is_long = sum(token.is_word for token in tokens) > _MAX_WORDS
    return has_link and (is_long or rest[0] == ",")


def _ends_type(name: TypeName, rest: str) -> bool:
    """Return whether `rest`, the words after the type, can follow a type."""
    if not rest or rest[0] in _TYPE_END or _REMARK_IN_BRACKETS.match(rest):
        return True
    if not rest[0].isalnum() and rest[0] not in _BEFORE_SENTENCE:
        return False
    return primitive(name.text.lower()) is not None or name.target is not None


def _is_note_in_brackets(name: TypeName, rest: str) -> bool:
    """Return whether `rest` begins with words in brackets that do not belong to the type."""
    note = _NOTE_IN_BRACKETS.match(rest)
    is_known = primitive(name.text) is not None or name.target is not None
    if note is None or not is_known:
        return False
    return not any(primitive(singular(word)) for word in note[1].split())


def _name(cell: Inline, text: str, start: int, end: int) -> TypeName:
    link = link_at(cell, start)
    if link and not link.text:
        return TypeName(
            text=text, target=link.target, span=link.span, is_translated=True
        )
    return TypeName(
        text=text,
        target=link.target if link else None,
        span=span_at(cell, start, end),
    )


def _from_link(
    cell: Inline, text: str, tokens: Sequence[_Token]
) -> TypeExpression | None:
    """Parse a sentence whose first link names the type."""
    for link in cell.links:
        index = next((n for n, one in enumerate(tokens) if one.start >= link.start), 0)
        found = _alternative(cell, tokens, index)
        if found and link.start <= tokens[index].start < link.end:
            is_collection = _COLLECTION_OF.search(text, 0, link.start) is not None
            depth = max(found.depth, int(is_collection))
            one = _Alternative(found.name, depth, found.is_nullable, found.end)
            extra = " ".join(text.split())
            return replace(
                _expression(one, ""), extra_text=extra, is_nullable=found.is_nullable
            )
    return None


def _from_last_word(cell: Inline, text: str) -> TypeExpression | None:
    """Parse at most four words of which the last is a primitive type."""
    words = list(_WORD.finditer(text))
    if not 1 < len(words) <= 4 or any(mark in text for mark in "[<{"):
        return None
    if _CONTAINER.search(text):
        return None
    is_collection = _COLLECTION_WORD.search(_SEPARATED.sub(" ", text)) is not None
    last = singular(words[-1][0]) if is_collection else words[-1][0]
    if not primitive(last):
        return None
    name = TypeName(text=last, span=span_at(cell, *words[-1].span()))
    extra = " ".join(text.split())
    return TypeExpression(name=name, is_collection=is_collection, extra_text=extra)
