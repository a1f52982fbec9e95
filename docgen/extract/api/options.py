"""Find the query options that the prose of an API page names.

sentence := words option words              -- "You can use `$select` to …"
          | words "not" words option         -- "does not support `$filter`": not an option
          | "supports" … "OData query parameters"   -- the standard ones, if no option is named
"""

import re
from collections.abc import Iterator, Sequence

from docgen.extract.api.declarations import OptionDeclaration
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.prose import prose_blocks
from docgen.markdown.page import Inline
from docgen.regex import Regex
from docgen.source import Span

OPTIONS = (
    *("$select", "$expand", "$filter", "$orderby", "$search"),
    *("$top", "$skip", "$count", "$format", "$skiptoken", "$deltatoken"),
)
"""The query options of OData."""

_OPTION = Regex(r"\$[A-Za-z]{3,10}\b")
_SENTENCE = Regex(r"[^.\n]+[.\n]?")
_NEGATED = Regex(
    r"\b(?:does not|doesn't|do not|don't|is not|isn't|are not|aren't|not)\s+"
    r"(?:currently\s+)?support",
    re.IGNORECASE,
)
_STANDARD = Regex(r"\bsupports?\b[^.]{0,80}\bodata query parameters", re.IGNORECASE)


def options(sections: Sequence[RoleSection]) -> tuple[OptionDeclaration, ...]:
    """Return the options that are named, each once."""
    found: dict[str, OptionDeclaration] = {}
    for text in _texts(sections):
        for one in _named(text):
            found.setdefault(one.name, one)
    return tuple(found.values())


def standard_options(sections: Sequence[RoleSection]) -> Span | None:
    """Return the position of the sentence that the standard options are supported."""
    for text in _texts(sections):
        plain = text.plain
        if _STANDARD.search(plain) and not _NEGATED.search(plain):
            return text.span
    return None


def _texts(sections: Sequence[RoleSection]) -> Iterator[Inline]:
    for one in sections:
        if one.role is Role.QUERY:
            yield from prose_blocks(one.section)


def _named(text: Inline) -> Iterator[OptionDeclaration]:
    if "$" not in text.plain:
        return
    for sentence in _SENTENCE.findall(text.plain):
        if _NEGATED.search(sentence) or "not supported" in sentence:
            continue
        for found in _OPTION.findall(sentence):
            name = found.lower()
            if name in OPTIONS:
                yield OptionDeclaration(name=name, span=text.span)
