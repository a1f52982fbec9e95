r"""Parse what the prose of an API page says about the response.

sentence := words "returns" [a] "`" status reason "`" words ["and" answer]
status   := three digits                    -- 2xx and 3xx; not in a sentence about errors
answer   := words [collection "of"] words name [name]* noun* ["collection"] noun*
          | "no response body" | "does not return anything" | …
          | words "Location header" words   -- a link in it is not the body, but what is there
          | "`true`" words                  -- a Boolean
name     := a link | a word in bold before a noun | a primitive type | a word before a noun
noun     := "object" | "objects" | "resource" | "entity" | "items" | …

`n objects` without `collection of` are several as well. The first answer counts, up to a sentence
about errors.
"""

import re
from collections.abc import Iterator, Sequence

from docgen.extract.api.declarations import ResponseDeclaration, ResponseKind
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.prose import MAX_PROSE, TYPE_NAME, Words, words
from docgen.extract.prose import prose_blocks
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.markdown.page import Inline, Row, Table
from docgen.regex import Regex
from docgen.schema.edm import UNTYPED, primitive

_STATUS = Regex(
    r"`\s*(?:HTTP/1\.1\s+|HTTP\s+)?([23]\d\d)\b[^`]{0,60}`"
    r"|\b([23]\d\d),?\s+(?:OK|Created|Accepted|No content|Found|Partial|Multi)",
    re.IGNORECASE,
)
_ERRORS = Regex(
    r"\b(?:if unsuccessful|otherwise|if an error|in case of|an error|when the request fails|"
    r"if a status code other|this method returns a `?4|returns a `?4)\b.*",
    re.IGNORECASE,
)
_ERROR = Regex(
    r"\b(?:if unsuccessful|if an error|in case of (?:an )?errors?|when the request fails)\b[^.]*",
    re.IGNORECASE,
)
"""A sentence about errors; its statuses are not those of success (207 is one)."""
_ALSO = Regex(r"\bthe response also includes\b.*", re.IGNORECASE)
_NOUN = (
    r"(?:objects?|resources?|entity|entities|items?|instances?|types?|properties|"
    r"representations?|reports?)"
)
_NAMES = rf"{TYPE_NAME}(?:\(s\))?(?:(?:\s*,)?\s*(?:and/or|or|and|,)\s*(?:an?\s|the\s)?{TYPE_NAME})*"
_COLLECTION = r"(?:collections?|list|array|set|arrays|lists)"
_ANSWER = Regex(
    rf"(?P<of>\b{_COLLECTION}\b\s+(?:of|containing|with)\s+(?:[a-z'-]+\s+){{0,4}})?"
    rf"(?P<names>{_NAMES})"
    rf"(?P<plural>'?s\b)?(?P<after>(?:\s+(?:{_NOUN}|{_COLLECTION})\b)*)",
    re.IGNORECASE,
)
_PRIMITIVE = Regex(
    rf"(?P<of>\b{_COLLECTION}\b\s+of\s+(?:[a-z'-]+\s+){{0,2}})?"
    r"\b(?P<word>strings?|boolean|int32|int64|integer|double|stream|binary|guid|"
    r"datetimeoffset|date)\b"
    rf"(?P<after>(?:\s+(?:{_NOUN}|{_COLLECTION}|values?)\b)*)",
    re.IGNORECASE,
)
_PLAIN = Regex(
    rf"(?P<of>\b{_COLLECTION}\s+of\s+)?(?:\b(?:an?|the|updated|new|created|requested)\s+)+"
    rf"(?P<word>[a-z]+[A-Z]\w+)(?P<after>(?:\s+(?:{_NOUN}|{_COLLECTION})\b)+)"
)
_NOTHING = Regex(
    r"\b(?:does(?: not|n't) return (?:anything|any|a)|no response body|"
    r"empty (?:response|content|body)|no content in the|nothing|returns no (?:response )?body|"
    r"an empty response|no body)\b",
    re.IGNORECASE,
)
_LOCATION = Regex(r"\b(?:operation-)?location`?\s+(?:response )?header", re.IGNORECASE)
_LINK_TO = Regex(r"\b(?:link|pointing) to\b", re.IGNORECASE)
_LOCATIONS = frozenset({"location", "operation-location"})
_OF_LOCATION = Regex(
    r"[^.]*\b(?:operation-)?location`?\s+(?:response )?header[^.]*\.?", re.IGNORECASE
)
_REDIRECT = Regex(r"\bredirect|\bpre-?authenticated\b|\bdownload url", re.IGNORECASE)
_BYTES = Regex(
    r"\bbinary (?:data|stream|content)|\bcontents? of the (?:file|\w+)\b.*\b(?:bytes|stream)|"
    r"\bimage in the response body|\bbytes\b",
    re.IGNORECASE,
)
_TRUTH = Regex(
    rf"(?P<name>{TYPE_NAME})(?:\s+or\s+{TYPE_NAME})?\s+(?:value|is returned|in the)"
)
_SEVERAL = Regex(
    rf"\b(?:objects|resources|items|entities|{_COLLECTION})\b", re.IGNORECASE
)
_NOT_TYPES = frozenset({"id", "value", "prefer", "location", "nextlink", "deltalink"})


def response(sections: Sequence[RoleSection]) -> ResponseDeclaration | None:
    """Return what the sections about the response say; `None` without one."""
    stated = [one for one in sections if one.role is Role.RESPONSE]
    texts = [
        text for one in stated or _shown(sections) for text in prose_blocks(one.section)
    ]
    if not texts:
        return None
    statuses = tuple(dict.fromkeys(status for one in texts for status in _codes(one)))
    has_location = any(_LOCATION.search(one.plain[:MAX_PROSE]) for one in texts)
    has_location = has_location or any(_rows_of_location(stated))
    unknown: tuple[ResponseKind, TypeExpression | None] = ("unknown", None)
    span, (kind, type_) = texts[0].span, unknown
    for text in texts:
        found = _kind_and_type(words(text))
        if found != unknown:
            span, (kind, type_) = text.span, found
            break
    return ResponseDeclaration(
        kind=kind,
        statuses=statuses,
        type=type_,
        span=span,
        has_location=has_location,
        state=next(filter(None, map(_state, texts)), None),
    )


def _state(text: Inline) -> TypeName | None:
    """Return what the URL in a header leads to: a link of a sentence about it."""
    found = words(text)
    if not _LOCATION.search(found.text) and not _LINK_TO.search(found.text):
        return None
    pages = (one for one in found.names if one.target and ".md" in one.target)
    return next(pages, None)


def _rows_of_location(sections: Sequence[RoleSection]) -> Iterator[Row]:
    """Return the rows that describe the header in tables of headers."""
    for section in sections:
        for block in section.section.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                if row.cells and row.cells[0].plain.strip().lower() in _LOCATIONS:
                    yield row


def _shown(sections: Sequence[RoleSection]) -> Sequence[RoleSection]:
    """Return the section of the first documented response, on a page without another one."""
    shown = (one for one in sections if one.section.title.lower() == "response")
    return [*shown][:1]


def _codes(text: Inline) -> Iterator[int]:
    for found in _STATUS.finditer(_ERROR.sub("", text.source[:MAX_PROSE])):
        yield int(found[1] or found[2])


def _kind_and_type(found: Words) -> tuple[ResponseKind, TypeExpression | None]:
    """Return what the sentence about the response says is returned."""
    text = _ALSO.sub("", _ERRORS.sub("", found.text))
    has_location = _LOCATION.search(text) is not None
    if has_location:
        text = _OF_LOCATION.sub("", text)
    if _REDIRECT.search(text):
        return "redirect", None
    start = _start(text)
    type_ = _named(found, text[start:]) or _primitive(text[start:], found)
    if type_ is None and (plain := _PLAIN.search(text, start)):
        type_ = _plain(plain, found)
    if type_ is None and (truth := _TRUTH.search(text)):
        type_ = _boolean(truth, found)
    nothing = _NOTHING.search(text, start)
    if type_ is not None:
        return "type", type_
    if nothing:
        return "nothing", None
    if _BYTES.search(text):
        return "bytes", None
    return ("location", None) if has_location else ("unknown", None)


def _start(text: str) -> int:
    """Return the offset after the verb, if there is one."""
    found = re.search(r"\breturns?\b|\bincludes?\b|\bcontains?\b", text)
    return found.end() if found else 0


def _named(found: Words, text: str) -> TypeExpression | None:
    for match in _ANSWER.finditer(text):
        names = [found.name(one) for one in re.findall(TYPE_NAME, match["names"])]
        if not _is_type(names[0], match, text):
            continue
        after = match["after"] or ""
        is_collection = bool(
            match["of"] or match["plural"] or _SEVERAL.search(after)
        ) and not re.search(r"\bcollection (?:object|resource)$", after.strip() + "$")
        return TypeExpression(
            name=names[0],
            is_collection=is_collection,
            alternatives=tuple(one for one in names[1:] if one.target),
        )
    return None


def _is_type(name: TypeName, match: re.Match[str], text: str) -> bool:
    """Return whether a name in an answer is that of a type, and not of something else."""
    if name.text.lower().lstrip("@") in _NOT_TYPES:
        return False
    if name.target is not None:
        return ".md" in name.target
    has_noun = bool(match["after"] or match["of"] or match["plural"])
    return has_noun or text[match.end() :].lstrip().startswith(
        ("in the", "in response")
    )


def _primitive(text: str, found: Words) -> TypeExpression | None:
    match = _PRIMITIVE.search(text)
    if match is None:
        return None
    word = match["word"]
    one = word[:-1] if word.lower() == "strings" else word
    edm = primitive(one)
    is_answer = (
        match["after"] or match["of"] or " in the response" in text[match.end() :]
    )
    if edm is None or edm == UNTYPED or not is_answer:
        return None
    is_collection = bool(match["of"] or _SEVERAL.search(match["after"]))
    span = found.span
    return TypeExpression(
        name=TypeName(text=one, span=span), is_collection=is_collection
    )


def _boolean(match: re.Match[str], found: Words) -> TypeExpression | None:
    """Return the type of the value `true`."""
    name = found.name(match["name"])
    if name.text.lower() not in ("true", "false"):
        return None
    return TypeExpression(name=TypeName(text="Boolean", span=name.span))


def _plain(match: re.Match[str], found: Words) -> TypeExpression:
    span = found.span
    return TypeExpression(
        name=TypeName(text=match["word"], span=span),
        is_collection=bool(match["of"] or _SEVERAL.search(match["after"])),
    )
