"""Parse the title of an API page.

title  := subject ":" name [ "function" ]   -- "team: archive", an action or a function
        | name ( "action" | "function" )
        | verb words                      -- "List members", "Create team"

The remark `(deprecated)` belongs to neither name nor subject.
"""

import re

from docgen.extract.api.declarations import TitleDeclaration, TitleKind
from docgen.extract.cells import without_deprecated
from docgen.markdown.page import Heading, Page
from docgen.regex import Regex
from docgen.source import START

MAX_API_TITLE = 300
"""Maximum number of characters of a title that are parsed."""

_SUBJECT = Regex(r"(?P<subject>[\w. -]{1,100}?)\s*:\s+(?P<name>\S.*)")
_CALL = Regex(r"(?P<name>\S.*?)\s+(?P<kind>action|function)\b.{0,40}", re.IGNORECASE)
_VERBS: dict[TitleKind, tuple[str, ...]] = {
    "list": ("list", "enumerate"),
    "get": ("get", "retrieve", "read"),
    "create": ("create", "add", "new", "post", "upload"),
    "update": ("update", "patch", "change", "modify", "set"),
    "delete": ("delete", "remove"),
}
_KINDS: dict[str, TitleKind] = {
    verb: kind for kind, verbs in _VERBS.items() for verb in verbs
}


def page_title(page: Page) -> TitleDeclaration:
    """Return the title: the first heading of level 1, or else the first heading."""
    headings = [one.heading for one in page.sections if one.heading]
    first = next((one for one in headings if one.level == 1), None)
    return _title(first or next(iter(headings), None))


def _title(heading: Heading | None) -> TitleDeclaration:
    if heading is None:
        return TitleDeclaration(text="", kind="other", subject="", name="", span=START)
    text = " ".join(heading.content.plain.split())[:MAX_API_TITLE]
    span = heading.content.span
    said = without_deprecated(text).strip()
    if found := _SUBJECT.fullmatch(said):
        call = _CALL.fullmatch(found["name"])
        return TitleDeclaration(
            text=text,
            kind=_call_kind(call) if call else "action",
            subject=found["subject"],
            name=call["name"] if call else found["name"].strip(),
            span=span,
        )
    if found := _CALL.fullmatch(said):
        kind = _call_kind(found)
        return TitleDeclaration(
            text=text, kind=kind, subject="", name=found["name"], span=span
        )
    verb, _, rest = said.partition(" ")
    return TitleDeclaration(
        text=text,
        kind=_KINDS.get(verb.lower(), "other"),
        subject=rest,
        name=said,
        span=span,
    )


def _call_kind(found: re.Match[str]) -> TitleKind:
    return "action" if found["kind"].lower() == "action" else "function"
