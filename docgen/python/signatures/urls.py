"""The URLs of an operation with the Python names of their parameters.

`{id}` is named by the segment before it, in the singular; so is `{usersId}` after `users`. Within a
type the IDs of a collection have one name: the type's own if a page writes it, else the one that is
most frequent. Of two placeholders with one name the earlier is named by its segment, else the
later, else it gets a number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from docgen.python.names import PythonName, parameter_name, snake_case
from docgen.regex import Regex
from docgen.schema.model import ApiOperation, Parameter, RequestLine
from docgen.schema.names import short_name
from docgen.schema.url_pieces import UrlPiece, url_pieces
from docgen.schema.url_templates import Template, singular_word, template

_UNNAMED = frozenset({"", "id", "undefined"})
_ALTERNATIVES = Regex(r"\s*(?:\||\b[oO]r\b|(?<=^id)Or(?=[A-Z]))")
"""What separates the alternatives of a placeholder: `{id | name}`, `{idOrName}`."""
_GENERIC = frozenset({"name", "key", "index", "value", "number"})
"""Names of placeholders that say nothing without the segment before."""


class UrlNames(Struct, frozen=True, kw_only=True):
    """What the names of parameters of a type depend on.

    `collections` has the name of the ID of each collection, by its word in lower case. `own` are
    the collections of the type itself, `spellings` the best spellings of words in lower case.
    """

    collections: Mapping[str, PythonName]
    own: frozenset[str]
    spellings: Mapping[str, str]


class NamedUrl(Struct, frozen=True, kw_only=True):
    """A URL, and the names of its parameters in their order.

    `text` is the URL with a `{name}` for each. `own_key` identifies an entity of the type.
    """

    request: RequestLine
    url: Template
    text: str
    path: tuple[PythonName, ...]
    function: tuple[PythonName, ...]
    query: tuple[PythonName, ...]
    wire_names: Mapping[PythonName, str]
    own_key: PythonName | None

    @property
    def arguments(self) -> tuple[PythonName, ...]:
        """All parameters."""
        return (*self.path, *self.function, *self.query)


def url_names(
    short: str,
    operations: Sequence[ApiOperation],
    own: frozenset[str],
    spellings: Mapping[str, str],
) -> UrlNames:
    """Return the names of the collections in the URLs of a type's operations."""
    own_name = parameter_name(f"{short}_id")
    written: dict[str, Counter[PythonName]] = {}
    stated: set[tuple[str, PythonName]] = set()
    paths = dict.fromkeys(
        one.path for operation in operations for one in operation.requests
    )
    for path in paths:
        pieces = url_pieces(path)
        for index, collection in _ids(path).items():
            piece = pieces[index]
            name = _own_placeholder_name(piece, spellings)
            written.setdefault(collection, Counter())[name] += 1
            if _stem(piece).lower() not in _UNNAMED:
                stated.add((collection, name))
    return UrlNames(
        collections={
            one: own_name if (one, own_name) in stated else _most_frequent(names)
            for one, names in written.items()
        },
        own=own,
        spellings=spellings,
    )


def _most_frequent(names: Counter[PythonName]) -> PythonName:
    return min(names, key=lambda one: (-names[one], len(one), one))


@lru_cache(maxsize=16_384)
def _ids(path: str) -> Mapping[int, str]:
    """Return the collections of the IDs in a URL by the index of the piece, in lower case.

    Only a placeholder directly after a word is an ID of a collection.
    """
    found: dict[int, str] = {}
    pieces = url_pieces(path)
    for index, piece in enumerate(pieces):
        stem = _stem(piece).lower()
        if piece.kind != "placeholder" or not (stem in _UNNAMED or stem.endswith("id")):
            continue
        before = pieces[index - 1].text
        follows_word = index > 1 and pieces[index - 2].kind == "text"
        if "(" in before or (before == "/" and follows_word):
            found[index] = short_name(piece.before).lower()
    return found


def _stem(piece: UrlPiece) -> str:
    """Return the name of a placeholder without its alternatives."""
    return _without_alternatives(piece.text)


@lru_cache(maxsize=4_096)
def _without_alternatives(text: str) -> str:
    return _ALTERNATIVES.split(text, maxsplit=1)[0].strip().strip("'\"")


def _own_placeholder_name(piece: UrlPiece, spellings: Mapping[str, str]) -> PythonName:
    """Return the name of a placeholder by what is in it, or by the word before."""
    before = short_name(piece.before)
    word = singular_word(spellings.get(before.lower(), before))
    return _placeholder_name(_stem(piece), before, word)


@lru_cache(maxsize=4_096)
def _placeholder_name(stem: str, before: str, word: str) -> PythonName:
    """Return the name of a placeholder after a word, whose singular is `word`."""
    if not word:
        return parameter_name(stem or "id")
    if stem.lower() in _UNNAMED or stem.lower() == f"{before}id".lower():
        return parameter_name(f"{word}_id")
    if stem.lower() in _GENERIC and stem.lower() != word.lower():
        return parameter_name(f"{word}_{stem}")
    return parameter_name(stem)


def named_urls(
    operation: ApiOperation, requests: Iterable[RequestLine], names: UrlNames
) -> tuple[NamedUrl, ...]:
    """Return the URLs of requests with the names of their parameters."""
    missing = _missing_arguments(operation)
    needed = [one for one in missing if one.required]
    variants = (needed, missing) if len(needed) < len(missing) else (missing,)
    return tuple(
        _named_url(one, variant, names) for one in requests for variant in variants
    )


def _missing_arguments(operation: ApiOperation) -> tuple[Parameter, ...]:
    """Return the arguments that all URLs leave out.

    A URL that ends in a call with arguments leaves none out.
    """
    urls = [template(one.path) for one in operation.requests]
    ends = (one.path.partition("?")[0].rstrip("/ ") for one in operation.requests)
    if any(one[-1:] == ")" and one[-2:] != "()" for one in ends):
        return ()
    written = {argument.name.lower() for one in urls for argument in one.arguments}
    return tuple(
        one
        for one in operation.parameters
        if one.place == "function" and one.name.lower() not in written
    )


def _named_url(
    request: RequestLine, missing: Sequence[Parameter], names: UrlNames
) -> NamedUrl:
    url = template(request.path)
    pieces = [*_with_arguments(url_pieces(request.path), missing)]
    path = iter(_path_names(request.path, names))
    texts: list[str] = []
    found: dict[str, list[PythonName]] = {
        "placeholder": [],
        "argument": [],
        "query": [],
    }
    wire_names: dict[PythonName, str] = {}
    placeholders = iter(url.placeholders)
    for piece in pieces:
        if piece.kind == "text":
            texts.append(piece.text)
            continue
        if piece.kind == "placeholder":
            name, wire_name = next(path), next(placeholders)
        else:
            name, wire_name = parameter_name(piece.text), piece.text
            while wire_names.get(name, wire_name) != wire_name:
                name = PythonName(f"{name}_")
        if name not in wire_names:
            found[piece.kind].append(name)
        wire_names[name] = wire_name
        texts.append(f"{{{name}}}")
    return NamedUrl(
        request=request,
        url=url,
        text="".join(texts) or "/",
        path=tuple(found["placeholder"]),
        function=tuple(found["argument"]),
        query=tuple(found["query"]),
        wire_names=wire_names,
        own_key=_own_key(request.path, found["placeholder"], names),
    )


def _with_arguments(
    pieces: Sequence[UrlPiece], missing: Sequence[Parameter]
) -> Iterator[UrlPiece]:
    """Add the arguments that a URL leaves out, to the end of its path."""
    end = next((n for n, one in enumerate(pieces) if one.text[:1] == "?"), len(pieces))
    before = [*pieces[:end]]
    if missing and before and before[-1].text.endswith("()"):
        before[-1] = UrlPiece(kind="text", text=before[-1].text[:-2])
    yield from before
    separator = "("
    for one in missing:
        quote = "'" if one.type is None or one.type.name == "Edm.String" else ""
        yield UrlPiece(kind="text", text=f"{separator}{one.name}={quote}")
        yield UrlPiece(kind="argument", text=one.name)
        separator = f"{quote},"
    if missing:
        yield UrlPiece(kind="text", text=separator[:-1] + ")")
    yield from pieces[end:]


def _path_names(path: str, names: UrlNames) -> list[PythonName]:
    """Return a name of its own for each placeholder of a path."""
    ids = _ids(path)
    every = enumerate(url_pieces(path))
    pieces = [(index, one) for index, one in every if one.kind == "placeholder"]
    found = [
        names.collections.get(ids.get(index, ""))
        or _own_placeholder_name(one, names.spellings)
        for index, one in pieces
    ]
    by_segment = [_by_segment(one, names) for _, one in pieces]
    for index, name in enumerate(found):
        for later in range(index + 1, len(found)):
            if found[later] != name:
                continue
            if by_segment[index] not in found:
                found[index] = by_segment[index]
            elif by_segment[later] not in found:
                found[later] = by_segment[later]
            break
    return [*_numbered(found)]


def _by_segment(piece: UrlPiece, names: UrlNames) -> PythonName:
    return _own_placeholder_name(
        UrlPiece(kind="placeholder", text="", before=piece.before), names.spellings
    )


def _numbered(names: Iterable[PythonName]) -> Iterator[PythonName]:
    used: set[PythonName] = set()
    for name in names:
        unique, number = name, 1
        while unique in used:
            number += 1
            unique = PythonName(f"{name}_{number}")
        used.add(unique)
        yield unique


def _own_key(
    path: str, parameters: Sequence[PythonName], names: UrlNames
) -> PythonName | None:
    """Return the last parameter that is an ID in a collection of the type."""
    own = [index for index, collection in _ids(path).items() if collection in names.own]
    if not own:
        return None
    pieces = url_pieces(path)[: own[-1]]
    return parameters[sum(one.kind == "placeholder" for one in pieces)]


def own_collections(
    short_names: Sequence[str], operations: Sequence[ApiOperation], type_name: str
) -> frozenset[str]:
    """Return the collections that have entities of a type.

    They are named after the type or a base type, whose `short_names` are given. If there are none,
    they are those whose IDs end the URLs of pages that return or take the type.
    """
    own = {snake_case(one).replace("_", "") for one in short_names}
    named: set[str] = set()
    others: set[str] = set()
    for operation in operations:
        is_about = operation.owner == type_name and not operation.takes_reference
        types = {one.name for one in (operation.returns, operation.body) if one}
        for request in operation.requests:
            ids = _ids(request.path)
            named |= {one for one in ids.values() if singular_word(one) in own}
            last = ids.get(len(url_pieces(request.path)) - 1)
            if is_about and last and type_name in types:
                others.add(last)
    return frozenset(named or others)
