"""The changes that a Python code base is affected by, with the lines that use what changed.

    change                                      affects lines that use, by the old names
    of a property or a member                   that property or member
    of an operation, or of a part of one        that operation: calls of the method
    of a type as a whole                        its class or any of its members
    removed or renamed type                     also lines that import its class
    added, breaking                             the type or operation that it was added to
    added, compatible                           nothing

Where the type of an object is not known, attributes with the Python name of what changed are
possible uses.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.changes.described_operations import described_operations
from docgen.changes.model import Change
from docgen.commands.errors import UsageError
from docgen.config import Config, Target
from docgen.schema.model import Schema, Source
from docgen.schema.names import root_namespace
from docgen.uses import (
    PackageNames,
    PossibleUse,
    SourceFile,
    UnknownAttribute,
    Use,
    find_uses,
    names_of_package,
    python_files,
)

_OF_OPERATIONS = ("operation-", "url-", "parameter-", "permission-")
_OF_TYPES = ("type-", "enum-")
_OF_CLASSES = ("type-removed", "type-renamed", "enum-removed", "enum-renamed")


class CodeLines(Struct, frozen=True, kw_only=True):
    """The lines of a code base by what they use, or whose class they import.

    `unknown` are the attributes of values with an unknown type, by their names. `python_names` are
    the names of attributes by what pages declare. `operations` are the names of symbols of
    operations by those that the schema has. `unread` are the paths of files that were not searched.
    """

    uses: Mapping[str, Sequence[Source]]
    imports: Mapping[str, Sequence[Source]]
    possible: Mapping[str, Sequence[Source]]
    unknown: Mapping[str, Sequence[Source]]
    python_names: Mapping[str, str]
    operations: Mapping[str, str]
    unread: tuple[str, ...]


def searched_files(config: Config, paths: Sequence[str]) -> list[SourceFile]:
    """Return the Python files at paths, without generated ones; raise `UsageError`."""
    outputs = (one.output for one in config.targets if one.output)
    generated = frozenset(Path(output).resolve() for output in outputs)
    try:
        return [*python_files(paths, generated)]
    except FileNotFoundError as error:
        raise UsageError(f"`{error}` does not exist") from None


def code_lines(
    schema: Schema, target: Target, files: Iterable[SourceFile]
) -> CodeLines:
    """Return the lines of files that use the package which is generated from a schema."""
    names = names_of_package(
        schema,
        package=target.package,
        root_namespace=root_namespace(target.entity_base),
        flavour=target.flavour,
    )
    found = find_uses(files, names)
    return CodeLines(
        uses=_grouped((one.symbol.name, _source(one)) for one in found.uses),
        imports=_grouped((one.symbol.name, _source(one)) for one in found.imports),
        possible=_grouped(
            (symbol.name, _source(one))
            for one in found.possible
            for symbol in one.symbols
        ),
        unknown=_grouped((one.name, _source(one)) for one in found.unknown),
        python_names=dict(_python_names(names)),
        operations=dict(_operations(schema, names)),
        unread=found.unread,
    )


def _grouped(found: Iterable[tuple[str, Source]]) -> Mapping[str, Sequence[Source]]:
    by_name: defaultdict[str, list[Source]] = defaultdict(list)
    for name, source in found:
        by_name[name].append(source)
    return by_name


def _source(one: Use | PossibleUse | UnknownAttribute) -> Source:
    return Source(path=one.path, line=one.line, column=one.column)


def _python_names(names: PackageNames) -> Iterator[tuple[str, str]]:
    for found in names.classes.values():
        for name, attribute in found.attributes.items():
            if attribute.symbol:
                yield attribute.symbol.name, name


def _operations(schema: Schema, names: PackageNames) -> Iterator[tuple[str, str]]:
    """Yield the name of each operation in the schema, and that of its symbol."""
    by_source = {
        (name.rpartition(".")[0], one.signature.source): name
        for name, one in names.operations.items()
    }
    for one in described_operations(schema):
        found = by_source.get((one.owner or "", one.source))
        if found:
            yield one.symbol, found


def used_changes(changes: Iterable[Change], lines: CodeLines) -> list[Change]:
    """Return the changes that affect a code base, with the lines of it."""
    with_lines = (
        replace(
            one,
            uses=_each_once(_uses(one, lines)),
            possible_uses=_each_once(_possible_uses(one, lines)),
        )
        for one in changes
        if _may_affect(one)
    )
    return [one for one in with_lines if one.uses or one.possible_uses]


def _may_affect(one: Change) -> bool:
    return bool(one.was) and (one.breaking or not one.kind.endswith("-added"))


def _is_of_type(one: Change) -> bool:
    return one.kind.startswith(_OF_TYPES) or one.kind in (
        *("property-added", "navigation-added", "member-added"),
    )


def _uses(one: Change, lines: CodeLines) -> Iterator[Source]:
    if _is_of_type(one):
        for symbol, found in lines.uses.items():
            if symbol == one.was or symbol.rpartition(".")[0] == one.was:
                yield from found
        if one.kind in _OF_CLASSES:
            yield from lines.imports.get(one.was, ())
    else:
        yield from lines.uses.get(_symbol(one, lines), ())


def _possible_uses(one: Change, lines: CodeLines) -> Iterator[Source]:
    if _is_of_type(one):
        return
    symbol = _symbol(one, lines)
    yield from lines.possible.get(symbol, ())
    if not one.kind.startswith(_OF_OPERATIONS):
        yield from lines.unknown.get(lines.python_names.get(symbol, ""), ())


def _symbol(one: Change, lines: CodeLines) -> str:
    """Return the name of the symbol that changed, in the old version."""
    is_of_operation = one.kind.startswith(_OF_OPERATIONS)
    return lines.operations.get(one.was, "") if is_of_operation else one.was


def _each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the lines, sorted."""
    by_line = {(one.path, one.line): one for one in sources}
    return tuple(by_line[key] for key in sorted(by_line))
