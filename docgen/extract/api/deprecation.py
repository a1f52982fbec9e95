"""Find out whether an API page says that its operation is deprecated.

The title says so, `Get log (deprecated)`, or the front matter, or a sentence of the introduction:

sentence := [kind ":"] "Deprecated" …
          | [kind ":"] subject ("is" | "was" | "has been") "deprecated" …
subject  := ("this" | "the" words) ("API" | "method" | "function" | "action" | …)
kind     := "Note" | "Important" | "Caution" | …
"""

import re
from collections.abc import Iterator, Sequence

from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.cells import marks_deprecated
from docgen.extract.prose import prose_blocks
from docgen.markdown.page import Page
from docgen.regex import Regex

MAX_NOTICE = 300
"""Maximum number of characters of a notice; sentences beyond it are left out."""

_SUBJECT = (
    r"(?:this|the(?:\s(?!(?:versions?|parameters?|propert\w+|values?|options?)\b)"
    r"[\w:`/.()-]{1,60}){0,5}?)"
    r"\s(?:apis?|methods?|functions?|actions?|operations?|endpoints?|requests?)"
)
_DEPRECATED = Regex(
    r"(?:^|[.!?:;\n\]])\s{0,9}(?:(?:note|important|caution|warning)[:\s]\s{0,9})?"
    rf"(?P<notice>(?:{_SUBJECT}\s)?(?:(?:is|are|was|has been|have been)\s(?:now\s)?)?"
    r"deprecated\b(?!\s(?:apps?|features?|propert\w+|parameters?|values?)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_TITLES = frozenset({"title", "toc.title"})


def deprecation(page: Page, sections: Sequence[RoleSection]) -> str | None:
    """Return what a page says about the deprecation of its operation; `None` if it is none.

    That is a sentence and the rest of its paragraph, which says what to use instead; empty if only
    a title has the word.
    """
    notice = next(_notices(sections), None)
    return "" if notice is None and _is_marked(page) else notice


def deprecation_notice(text: str) -> str | None:
    """Return the part of a paragraph that says that an operation is deprecated, if there is one."""
    found = _DEPRECATED.search(text) if "deprecated" in text.lower() else None
    if found is None:
        return None
    words = " ".join(found["notice"].split())
    return _sentences(words[:1].upper() + words[1:])


def _sentences(text: str) -> str:
    """Return the first sentences of a text, at most `MAX_NOTICE` characters."""
    if len(text) <= MAX_NOTICE:
        return text
    cut = text[:MAX_NOTICE]
    end = cut.rfind(". ")
    return cut[: end + 1] if end > 0 else f"{cut.rpartition(' ')[0]}…"


def _notices(sections: Sequence[RoleSection]) -> Iterator[str]:
    for one in sections:
        if one.role is Role.INTRODUCTION:
            for text in prose_blocks(one.section):
                found = deprecation_notice(text.plain)
                if found is not None:
                    yield found


def _is_marked(page: Page) -> bool:
    """Return whether a title has the remark `(deprecated)`."""
    headings = (one.title for one in page.sections if one.heading)
    titles = (one.value for one in page.front_matter if one.key.lower() in _TITLES)
    return any(marks_deprecated(text) for text in (*[*headings][:1], *titles))
