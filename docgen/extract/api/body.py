r"""Parse what the prose of an API page says about the body of the request.

sentence := "Do not supply a request body …"                          -- none
          | words "JSON representation of" [a] name words             -- a type
          | words ("provide" | "include") ["a JSON body of"] [a] name "object" words  -- a type
          | words "with the following parameters" words               -- members
          | words [a] mark "object with the following properties"     -- members of one parameter
          | words ("relevant fields" | "properties that should be updated") words
          | words ("binary stream" | "MIME" | "contents of") words    -- bytes
          | words ("@odata.id" | "identifier of") words               -- a reference
          | words name "in the" mark "property of" words                -- a part of what is sent
name     := a link | a word in bold or code | a word before "object"

The first paragraph that matches counts. "representation of the parameters" are members.
"""

import re
from collections.abc import Sequence

from docgen.extract.api.declarations import BodyDeclaration, BodyKind
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.prose import ARTICLES, TYPE_NAME, Words, words
from docgen.extract.prose import prose_blocks
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.markdown.page import Inline
from docgen.regex import Regex

_NONE = Regex(
    r"\b(?:do(?:es)?(?: not|n't)|don't|no need to) (?:supply|provide|specify|include|require|"
    r"send|need|have|take)\b.{0,20}\b(?:body|content)|\bno request body\b(?! is required)|"
    r"\bempty (?:request )?(?:body|json)\b|^none\b|^not applicable|^empty\b|^n/a\b|^no body\b|"
    r"\b(?:do|does|must|should) not accept (?:an?|any) (?:request )?body\b|"
    r"\brequest body (?:(?:is|must be|should be|can be left) )?empty\b|"
    r"\bdo not \w+ anything in the request body\b",
    re.IGNORECASE,
)
_REFERENCE = Regex(
    r"@?odata\.?\s?id\b|\bidentifier of\b|\breference to\b|\bprovide the [^.]{1,6} of a\b",
    re.IGNORECASE,
)
_BYTES = Regex(
    r"\bbinary (?:stream|contents?|data|file|image)|\bMIME (?:content|format)\b|\bbinary of\b|"
    r"\bbytes of\b|\bzip\b|\b(?:stream|HTML) (?:of|content)|"
    r"\bcontents of the (?:request body|file)",
    re.IGNORECASE,
)
_MEMBERS = Regex(
    r"\bthese parameters\b|"
    r"\bfollowing (?:\w+ )?(?:parameters?|properties|property|fields|values)\b|"
    r"\brepresentation of (?:the )?(?:\w+ )?parameters\b|\bthe parameters?\b",
    re.IGNORECASE,
)
_RELEVANT = Regex(
    r"\brelevant (?:fields|properties)|\bthat (?:should|need to|can|will) be (?:updated|changed)|"
    r"\bproperties (?:to be updated|to update|that need)|\bfields to update\b|\bnew value for\b",
    re.IGNORECASE,
)
_TYPED = Regex(
    r"\brepresentation (?:of|for)\s+(?:the `?\ue000`? of )?"
    rf"{ARTICLES}(?:(?P<collection>collection|list|array)\s+of\s+)?"
    rf"(?P<name>{TYPE_NAME})(?P<others>(?:(?:,|\s+or|,\s+or)\s+(?:an?\s+|the\s+)?{TYPE_NAME})*)",
    re.IGNORECASE,
)
_PLAIN_TYPED = Regex(
    rf"\brepresentation (?:of|for)\s+{ARTICLES}(?P<word>[A-Za-z]\w+)\s+"
    r"(?:object|resource|entity)\b",
    re.IGNORECASE,
)
_GIVEN = Regex(
    r"\b(?:supply|provide|include|specify|send|pass|create|contains?|is|derived from|JSON for|"
    r"(?:propert(?:y|ies)|fields|values)\s+(?:of|from|for))\s+"
    r"(?:(?:a\s+|the\s+)?JSON\s+(?:body|object|payload)\s+(?:of|for)\s+(?:each\s+)?)?"
    rf"{ARTICLES}(?:(?:JSON\s+)?(?P<collection>collection|list|array)\s+of\s+)?(?P<name>{TYPE_NAME})"
    r"\s*(?:objects?|resources?|entity)?",
    re.IGNORECASE,
)
_WRAPPED = Regex(
    rf"\b(?:an?|the)\s+(?:optional\s+)?(?P<name>{TYPE_NAME})\s+object\s+with the following "
    r"(?:properties|fields|members)",
    re.IGNORECASE,
)
_ALONE = Regex(
    rf"^{ARTICLES}(?P<name>{TYPE_NAME})\s*(?:object|resource)?\s*\.?$", re.IGNORECASE
)
_PART = Regex(
    rf"\bin(?:to)?\s+the\s+(?P<property>{TYPE_NAME})\s+(?:collection\s+|navigation\s+)?"
    r"(?:property|collection|relationship)\s+(?:of|on)\b",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    {"json", "request", "following", "that", "this", "each", "a", "an", "the", "new"}
)
"""Words before "object" that are not the name of a type."""
_KNOWN: tuple[tuple[BodyKind, Regex], ...] = (
    ("none", _NONE),
    ("reference", _REFERENCE),
)
_OTHERS: tuple[tuple[BodyKind, Regex], ...] = (
    ("relevant", _RELEVANT),
    ("members", _MEMBERS),
    ("bytes", _BYTES),
)


def body(sections: Sequence[RoleSection]) -> BodyDeclaration | None:
    """Return what the sections about the request body say; `None` without one."""
    texts = [
        text
        for one in sections
        if one.role is Role.BODY
        for text in prose_blocks(one.section)
    ]
    for text in texts:
        found = _body(text)
        if found.kind != "unknown":
            return found
    if not texts:
        return None
    return BodyDeclaration(kind="unknown", type=None, span=texts[0].span)


def _body(text: Inline) -> BodyDeclaration:
    found = words(text)
    type_ = _type(found)
    for kind, pattern in _KNOWN:
        if pattern.search(found.text):
            return BodyDeclaration(kind=kind, type=type_, span=text.span)
    if type_ is not None:
        return BodyDeclaration(kind="type", type=type_, span=text.span)
    wrapped = _WRAPPED.search(found.text)
    if wrapped and found.name(wrapped["name"]).target is None:
        wrapper = found.name(wrapped["name"]).text
        return BodyDeclaration(
            kind="members", type=None, span=text.span, wrapper=wrapper
        )
    for kind, pattern in _OTHERS:
        if pattern.search(found.text):
            return BodyDeclaration(kind=kind, type=_given(found), span=text.span)
    given = _given(found)
    kind = "type" if given else "unknown"
    part = _PART.search(found.text) if given else None
    return BodyDeclaration(
        kind=kind,
        type=given,
        span=text.span,
        part_of=found.name(part["property"]).text if part else None,
    )


def _type(found: Words) -> TypeExpression | None:
    match = _TYPED.search(found.text)
    if match:
        others = [found.name(one) for one in re.findall(TYPE_NAME, match["others"])]
        return TypeExpression(
            name=found.name(match["name"]),
            is_collection=bool(match["collection"]),
            alternatives=tuple(others),
        )
    plain = _PLAIN_TYPED.search(found.text)
    if plain is None or plain["word"].lower() in _NOT_NAMES:
        return None
    span = found.span
    return TypeExpression(name=TypeName(text=plain["word"], span=span))


def _given(found: Words) -> TypeExpression | None:
    match = _GIVEN.search(found.text) or _ALONE.search(found.text)
    if match is None:
        return None
    name = found.name(match["name"])
    if name.target is None or ".md" not in name.target:
        return None
    is_collection = bool(match.groupdict().get("collection"))
    return TypeExpression(name=name, is_collection=is_collection)
