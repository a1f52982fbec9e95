"""`docgen where`: the positions on pages that declare a name.

    query = [ method " " ] url
          | the last parts of a name, separated by "." or "/"

A name is that of a `Symbol`, or its path in the generated package with or without the module. Case
counts only if there is a name in the same case. `Team.id` also finds what a base type of `Team`
declares. A URL may have values in place of the placeholders.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report
from docgen.commands.selected_build import build_selection
from docgen.commands.selection import Selection, require_pages_or_sources, select
from docgen.config import Config, Target
from docgen.pipeline import Stage
from docgen.python.symbols import NameParts, Symbol, symbols
from docgen.regex import Regex
from docgen.schema.model import QualifiedName, Schema, Source, StructuredType
from docgen.schema.names import root_namespace
from docgen.schema.type_graph import base_chain
from docgen.schema.url_matching import WITHOUT_KEY, address, base_path, match
from docgen.schema.url_paths import path_segments, split_query
from docgen.similar_names import names_by_length, similar_name

_REQUEST = Regex(r"(?:(?P<method>[A-Za-z]+)\s+)?(?P<url>/\S.*|https?://.+)")
_INCOMPLETE_REQUEST = Regex(r"(?:(?P<method>[A-Za-z]+) )?(?:/.*|(?<= ))")
_MAX_COMPLETIONS = 200
_ALIASES = frozenset(word for words in WITHOUT_KEY for word in words)
"""Words of URLs that differ in the number of their segments: `me` is `users/{id}`."""


class SymbolTable(Struct, frozen=True, kw_only=True):
    """The symbols of selected pages, and the base types of all types.

    `shown` turns a path of the page set into one that a user would write. `base` is the base path
    of the service.
    """

    symbols: tuple[Symbol, ...]
    bases: Mapping[QualifiedName, QualifiedName]
    shown: Callable[[str], str]
    base: str


class SymbolPosition(Struct, frozen=True, kw_only=True):
    """A position on a page, with lines and columns from 1, and the symbol declared there."""

    path: str
    line: int
    column: int
    symbol: Symbol


def where(
    config: Config,
    name: str,
    paths: Sequence[str] = (),
    *,
    is_json: bool = False,
    options: Options = DEFAULTS,
) -> Report:
    """Return the positions that declare a name; the report `differs` if there are none.

    Searches the pages at `paths`, or all configured sources. Raises `UsageError` if there are
    neither.
    """
    tables = [*_tables(config, paths, options)]
    found = [
        position
        for table in tables
        for symbol in find_symbols(table, name)
        for position in _positions(symbol, table.shown)
    ]
    if found:
        return Report(result=_json(found) if is_json else _text(found))
    message = f"no page declares `{name}`{_suggestion(name, tables)}"
    return Report(result=_json([]) if is_json else "", summary=message, differs=True)


def complete(config: Config, incomplete: str) -> list[str]:
    """Return the short names that begin with an incomplete one, those of types first.

    After a method of HTTP, or a slash, these are requests or URLs, in any case; short ones first.
    """
    tables = [*_tables(config, (), DEFAULTS)]
    request = _INCOMPLETE_REQUEST.fullmatch(incomplete)
    if request:
        start, has_method = incomplete.lower(), bool(request["method"])
        found = (_request_name(one, has_method) for one in _all_symbols(tables))
        names = {name for name in found if name and name.lower().startswith(start)}
        return sorted(names, key=lambda one: (one.count("/"), one))[:_MAX_COMPLETIONS]
    names = {
        name
        for table in tables
        for name in _short_names(table.symbols)
        if name.startswith(incomplete)
    }
    return sorted(names, key=lambda one: (one.count("."), one))[:_MAX_COMPLETIONS]


def _all_symbols(tables: Iterable[SymbolTable]) -> Iterator[Symbol]:
    for table in tables:
        yield from table.symbols


def _request_name(symbol: Symbol, has_method: bool) -> str:
    """Return a request with its method or without; empty for another symbol."""
    if symbol.kind != "request":
        return ""
    return symbol.name if has_method else symbol.name.partition(" ")[2]


def _tables(
    config: Config, paths: Sequence[str], options: Options
) -> Iterator[SymbolTable]:
    require_pages_or_sources(config, paths)
    for selection in select(config, paths):
        built = build_selection(selection, options, through=Stage.SCHEMA).build
        is_selected = partial(_is_selected, selection)
        found = (
            replace(one, sources=tuple(filter(is_selected, one.sources)))
            for one in _symbols(built.schema, selection.target)
        )
        yield SymbolTable(
            symbols=tuple(one for one in found if one.sources),
            bases={
                one.name: one.base_type
                for one in built.schema.types
                if isinstance(one, StructuredType) and one.base_type
            },
            shown=built.pages.shown,
            base=base_path(selection.target.base_url),
        )


def _is_selected(selection: Selection, source: Source) -> bool:
    return selection.includes(source.path)


def _symbols(schema: Schema, target: Target) -> Iterator[Symbol]:
    root = root_namespace(target.entity_base)
    return symbols(
        schema, package=target.package, root_namespace=root, flavour=target.flavour
    )


def find_symbols(table: SymbolTable, query: str) -> list[Symbol]:
    """Return the symbols that a query finds, in their order."""
    request = _REQUEST.fullmatch(query.strip())
    if request:
        return _requests(table, request["method"], request["url"])
    parts = tuple(query.strip().replace("/", ".").split("."))
    return (
        [one for one in table.symbols if _is_named(one, parts)]
        or [one for one in table.symbols if _is_named(one, parts, _folded)]
        or [*_inherited(table, parts)]
    )


def _requests(table: SymbolTable, method: str | None, url: str) -> list[Symbol]:
    """Return the requests whose URL matches; first those that are written as the query is."""
    path = address(url, table.base).path

    def distance(one: Symbol) -> tuple[bool, bool]:
        written = one.name.partition(" ")[2]
        return written.lower() != path.lower(), "?" in written

    matched = [one for one in table.symbols if _is_request(one, method, path)]
    return sorted(_with_words(matched, path), key=distance)


def _with_words(matched: Iterable[Symbol], path: str) -> list[Symbol]:
    """Return the requests without those that have a value where others have the word asked for."""
    asked = _words(path)
    written = [(one, _words(one.name.partition(" ")[2])) for one in matched]
    same = [(one, words) for one, words in written if len(words) == len(asked)]
    known = {
        number
        for number, word in enumerate(asked)
        if word and any(words[number] == word for _, words in same)
    }
    own = {asked[number] for number in known} - _ALIASES
    return [
        one
        for one, words in written
        if (
            all(words[number] == asked[number] for number in known)
            if len(words) == len(asked)
            else own <= {*words}
        )
    ]


def _words(url: str) -> list[str]:
    """Return the words of the segments of a path, empty for values."""
    path, _, _ = split_query(url)
    return [one.word.lower() for one in path_segments(path)]


def _is_request(symbol: Symbol, method: str | None, path: str) -> bool:
    own, _, written = symbol.name.partition(" ")
    if symbol.kind != "request" or (method or own).upper() != own:
        return False
    matched = match(path, written)
    return matched is not None and not matched.rest


def _folded(parts: NameParts) -> NameParts:
    return tuple(part.casefold() for part in parts)


def _same(parts: NameParts) -> NameParts:
    return parts


def _is_named(
    symbol: Symbol, parts: NameParts, normal: Callable[[NameParts], NameParts] = _same
) -> bool:
    """Return whether the parts are the last ones of a name of a symbol, in normal form."""
    wanted = normal(parts)
    return any(normal(name[-len(parts) :]) == wanted for name in symbol.names)


def _inherited(table: SymbolTable, parts: NameParts) -> Iterator[Symbol]:
    """Yield what base types of a type declare under a name."""
    container, member = parts[:-1], parts[-1].casefold()
    bases = {
        base
        for one in table.symbols
        if container and one.kind.endswith("type")
        if _is_named(one, container, _folded)
        for base in base_chain(QualifiedName(one.name), table.bases)[1:]
    }
    for one in table.symbols:
        owner, _, own = one.name.rpartition(".")
        names = {own.casefold(), (one.python.member if one.python else "").casefold()}
        if owner in bases and member in names:
            yield one


def _short_names(found: Iterable[Symbol]) -> Iterator[str]:
    """Yield the names of symbols without namespace and package."""
    for one in found:
        count = 1 if one.kind.endswith("type") else 2
        for name in one.names:
            yield ".".join(name[-count:])


def _positions(symbol: Symbol, shown: Callable[[str], str]) -> Iterator[SymbolPosition]:
    for source in symbol.sources:
        yield SymbolPosition(
            path=shown(source.path),
            line=source.line,
            column=source.column,
            symbol=symbol,
        )


def _text(found: Iterable[SymbolPosition]) -> str:
    return "".join(
        f"{one.path}:{one.line}:{one.column}: {one.symbol.kind} {_label(one.symbol)}\n"
        for one in found
    )


def _label(symbol: Symbol) -> str:
    return f"{symbol.name} ({symbol.python})" if symbol.python else symbol.name


def _json(found: Iterable[SymbolPosition]) -> str:
    entries = [
        {
            "kind": one.symbol.kind,
            "name": one.symbol.name,
            "python": str(one.symbol.python) if one.symbol.python else None,
            "path": one.path,
            "line": one.line,
            "column": one.column,
        }
        for one in found
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def _suggestion(query: str, tables: Sequence[SymbolTable]) -> str:
    """Return the end of a sentence: a similar name of a symbol."""
    names = [name for table in tables for name in _short_names(table.symbols)]
    names.sort(key=lambda name: (name[:1] != query[:1], name.count(".")))
    names += [name.rpartition(".")[2] for name in names]
    known = names_by_length(dict.fromkeys(names))
    similar = similar_name(query, known)
    return f"; did you mean `{similar}`?" if similar else ""
