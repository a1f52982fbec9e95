"""What an operation does, decided by its verb, the end of its URL, the title and the status.

reference  the URL ends in `$ref`
content    it ends in `$value` or `content`
delete     DELETE
update     PATCH or PUT
function   GET, and a call ends the URL, or the title names a function or an action
read       any other GET
create     POST, and the title or the status 201 says so
action     any other POST
"""

from collections.abc import Sequence

from docgen.extract.api.declarations import ApiDeclaration
from docgen.schema.model import OperationKind
from docgen.schema.names import comparable_name
from docgen.schema.url_templates import Template

_CREATED = 201
_CONTENT = frozenset({"$value", "content"})


def operation_kind(api: ApiDeclaration, urls: Sequence[Template]) -> OperationKind:
    """Return what the operation of a page does; its first request decides."""
    method, url = api.requests[0].method, urls[0]
    last = url.last.lower()
    if last == "$ref":
        return "reference"
    if last in _CONTENT and method in ("GET", "PUT"):
        return "content"
    match method:
        case "DELETE":
            return "delete"
        case "PATCH" | "PUT":
            return "update"
        case "POST":
            return "create" if _creates(api, url) else "action"
        case _:
            return "function" if _calls(api, url) else "read"


def _calls(api: ApiDeclaration, url: Template) -> bool:
    is_call = url.ends_in_call and bool(url.arguments or not url.placeholders)
    return is_call or _names_call(api, url) or bool(url.arguments)


def _names_call(api: ApiDeclaration, url: Template) -> bool:
    """Return whether the title names an action or a function that ends the URL."""
    title = api.title
    if title.kind not in ("action", "function"):
        return False
    has_rows = any(one.section == "function" for one in api.parameters)
    return has_rows or comparable_name(title.name) == comparable_name(url.last)


def _creates(api: ApiDeclaration, url: Template) -> bool:
    statuses = _statuses(api)
    if api.title.kind in ("action", "function"):
        is_named = comparable_name(api.title.name) == comparable_name(url.last)
        return not is_named and _CREATED in statuses
    if api.title.kind == "create" and not _is_verb(url.last, api):
        return True
    return _CREATED in statuses and not _is_verb(url.last, api)


def _statuses(api: ApiDeclaration) -> set[int]:
    stated = api.response.statuses if api.response else ()
    shown = (one.example.response for one in api.examples)
    return {*stated, *(one.status for one in shown if one)}


def _is_verb(last: str, api: ApiDeclaration) -> bool:
    """Return whether the last segment is a verb: it begins with a verb of actions, or the title.

    A word ends before a capital: `installedApps` does not begin with `install`.
    """
    word = last.lower()
    first = api.title.text.split(" ", 1)[0].lower()
    capital = next((n for n, letter in enumerate(last) if n and letter.isupper()), 0)
    if capital:
        start = word[:capital]
        return start in _VERBS or (start == first and first not in _NOUNS)
    if word.startswith(_VERBS) and not word.endswith("s"):
        return True
    return bool(first) and word.startswith(first) and first not in _NOUNS


_VERBS = (
    *("add", "assign", "create", "send", "copy", "move", "upload", "invite", "reply"),
    *("forward", "get", "set", "check", "validate", "remove", "delete", "publish"),
)
_NOUNS = frozenset({"list", "a", "the"})
