"""The signature of an operation: what a caller passes, and the requests that this selects.

A signature is still free of Python code: types are references, and defaults are facts. Names are
those of Python, because they decide whether two parameters are the same.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.python.names import PythonName
from docgen.schema.model import Permissions, Source, TypeReference

MethodParameterPlace: TypeAlias = Literal[
    "path",
    "function",
    "query",
    "header",
    "member",
    "body",
    "reference",
    "content",
    "choice",
]
"""Where a request has the value of a parameter.

`member` is a key of a JSON body, `body` the whole of it; `reference` is the entity that a link
refers to, by its id or its URL; `content` is bytes. A `choice` is not sent: it selects a URL.
"""

WHOLE_BODIES = frozenset({"body", "content", "reference"})
"""Places of parameters that are the body as a whole."""


class MethodParameter(Struct, frozen=True, kw_only=True):
    """A parameter of a method.

    `wire_name` is the name in the request: `messageId`, `$select`, `Prefer`, `saveToSentItems`,
    `members@odata.bind`. `type` is `None` if the page does not say it. A parameter that is not
    required has the default `None`, `()` for a list option and `False` for `$count`.
    `choices` are the values of a choice; without it the URL whose `choice` is `None` is used. `url`
    is the URL of a reference, with `{id}` in place of the ID, if the page shows one. `media_type`
    is that of bytes, empty for any.
    """

    name: PythonName
    wire_name: str
    place: MethodParameterPlace
    type: TypeReference | None = None
    is_positional: bool = False
    is_required: bool = False
    choices: tuple[str, ...] = ()
    url: str | None = None
    media_type: str = ""
    description: str | None = None


class RequestTemplate(Struct, frozen=True, kw_only=True):
    """A URL that a call may use: `path` has `{name}` for each parameter by its Python name.

    The query string of the page is in it, too. `arguments` are those in the URL: a call that
    passes these, and no other path or function argument, uses it. `choice` is the value that
    selects it among those with the same arguments; `None` for the default.
    """

    method: str
    path: str
    arguments: tuple[PythonName, ...]
    choice: str | None
    source: Source


ResultKind: TypeAlias = Literal["none", "single", "pages", "download", "long-running"]
"""How a result is passed on: `pages` are fetched when they are needed."""


class OperationResult(Struct, frozen=True, kw_only=True):
    """What a call returns; `type` is that of the value, or of the items of pages.

    A collection that is not paged is a `single` value whose type is a collection. `type` is `None`
    if nothing or bytes are returned. A value that `may_be_missing` is not in each response.
    """

    kind: ResultKind
    type: TypeReference | None = None
    may_be_missing: bool = False


class Signature(Struct, frozen=True, kw_only=True):
    """A method of the operations of a type.

    `parameters` are in their order: the positional ones first. `overloads` are the
    sets of path and function parameters of which a call needs one, where a type checker can
    distinguish them; empty if one signature says everything. Parameters in none of them are
    chosen independently. `requests` are the URLs that a call
    may use, `documented` the lines of the page, as it writes them. `api_page` is `None` if the
    operation is known from a methods table only: then `requests` is empty. `deprecation` is what
    the pages say about that, `None` if it is not deprecated. `returns_text` is what the methods
    table says about a result that has no type, empty if it has one or nothing is said.
    """

    name: PythonName
    label: str
    description: str | None
    api_page: str | None
    parameters: tuple[MethodParameter, ...]
    overloads: tuple[tuple[PythonName, ...], ...]
    requests: tuple[RequestTemplate, ...]
    documented: tuple[str, ...]
    result: OperationResult
    permissions: Permissions
    deprecation: str | None
    returns_text: str
    source: Source
