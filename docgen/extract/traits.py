"""Traits of a type in prose: the lead in, whether it calls the type abstract, open, deprecated out.

abstract := article "abstract" word? ("type" | "class" …) | "is abstract"
          | "base type" | "base class" | "superclass"     -- "inherits from base class x" apart
open     := "is an open" kind? "type", or "(Open Type)" in the heading
"""

import re

from docgen.extract.facts import is_deprecated
from docgen.extract.prose import paragraphs, running, texts
from docgen.markdown.page import Section

_ABSTRACT = re.compile(
    r"(?:(?:^|[.;:]\s|\b(?:an?|is|the|this)\s)abstract (?:\w+ ){0,2}"
    r"(?:type|class|base|entity|resource)|\bis abstract\b|\bsuperclass\b"
    r"|(?<!from )(?<!from the )(?<!from a )\bbase (?:type|class)\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:is|are|an?) (?:also )?(?:an? )?open (?:complex |entity )?types?\b"
    r"(?! (?:that|which) (?:holds|contains))",
    re.IGNORECASE,
)
_OPEN_HEADING = re.compile(r"\(open type\)", re.IGNORECASE)
_NOTICE = re.compile(r"^(?:\[!\w+\]|\w+:)")


def says_abstract(section: Section, own_name: str) -> bool:
    """Return whether the lead calls the type abstract, or the base of others."""
    if any(_ABSTRACT.search(running(text)) for text in paragraphs(section)):
        return True
    itself = f"{own_name.lower()} is an abstract "
    return any(itself in running(text).lower() for text in texts(section))


def says_open(section: Section) -> bool:
    """Return whether the heading or the lead calls the type open."""
    return _OPEN_HEADING.search(_title(section)) is not None or any(
        _OPEN.search(running(text)) for text in paragraphs(section)
    )


def says_deprecated(section: Section) -> bool | None:
    """Return whether the heading or a notice in the lead says that the type is deprecated."""
    is_so = "(deprecated)" in _title(section).lower() or any(
        is_deprecated(_NOTICE.sub("", notice).strip())
        for text in texts(section)
        for notice in (text.plain, running(text))
    )
    return True if is_so else None


def _title(section: Section) -> str:
    return section.heading.content.plain if section.heading else ""
