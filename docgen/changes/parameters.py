"""Changes of the parameters of an operation.

Parameters in a path are those of its URLs, whose changes are reported as such; only their types and
descriptions are compared.
"""

from collections.abc import Iterable, Iterator, Mapping

from docgen.changes.described_operations import DescribedOperation
from docgen.changes.example_requests import sends
from docgen.changes.model import Change
from docgen.changes.operation_facts import has_body_members
from docgen.changes.pairs import renamed_members
from docgen.changes.rules import Rules, change
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import namespace_of, type_words
from docgen.diagnostics import quote
from docgen.schema.http import AUTOMATIC_HEADERS
from docgen.schema.model import ApiOperation, Parameter, Source

_PLACES = {
    "path": "path parameter",
    "function": "argument",
    "query": "query option",
    "header": "header",
    "body": "body member",
}


def parameter_changes(
    old: ApiOperation,
    new: ApiOperation,
    operation: DescribedOperation,
    versions: SchemaVersions,
) -> Iterator[Change]:
    """Yield the changes of parameters between two versions of an API page."""
    before, after = _by_key(old.parameters), _by_key(new.parameters)
    is_other_body = has_body_members(old) != has_body_members(new) and (
        old.body is not None or new.body is not None
    )
    removed = [one for key, one in before.items() if key not in after]
    added = [one for key, one in after.items() if key not in before]
    was_general = any(one.is_general for one in old.parameters)
    is_general = any(one.is_general for one in new.parameters)
    if was_general or is_general:
        is_changed = any(map(_is_option, (*removed, *added)))
        if is_changed and was_general != is_general:
            yield _options(old, new, operation, is_listed=was_general)
        removed = [one for one in removed if not _is_option(one)]
        added = [one for one in added if not _is_option(one)]
    names = _renamed(removed, added, versions)
    for one in removed:
        if one.name not in names and not _is_silent(one, is_other_body=is_other_body):
            yield _removed(one, new, operation)
    for one in added:
        is_renamed = one.name in names.values()
        if not is_renamed and not _is_silent(one, is_other_body=is_other_body):
            yield _added(one, operation)
    for key, one in before.items():
        renamed = (one.place, names.get(one.name, "").casefold())
        other = after.get(key) or after.get(renamed)
        if other is not None:
            yield from _facts(one, other, operation, versions)


def _is_option(one: Parameter) -> bool:
    return one.place == "query" and one.name.startswith("$")


def _options(
    old: ApiOperation,
    new: ApiOperation,
    operation: DescribedOperation,
    *,
    is_listed: bool,
) -> Change:
    verb = "lists" if is_listed else "no longer lists"
    return change(
        Rules.OPERATION_OPTIONS,
        f"{verb} its query options",
        operation.owner,
        operation.name,
        old=_source_of_options(old),
        new=_source_of_options(new),
    )


def _source_of_options(api: ApiOperation) -> Source:
    sources = (one.source for one in api.parameters if _is_option(one))
    return next(sources, api.source)


def _by_key(parameters: Iterable[Parameter]) -> Mapping[tuple[str, str], Parameter]:
    """Return parameters by place and name; the case of names is that of the first."""
    return {(one.place, one.name.casefold()): one for one in reversed([*parameters])}


def _renamed(
    removed: Iterable[Parameter], added: Iterable[Parameter], versions: SchemaVersions
) -> Mapping[str, str]:
    def content(one: Parameter, type_: str | None) -> tuple[str, str]:
        says = f"{one.place} {type_} {one.description}" if one.description else ""
        return one.name, "" if one.place == "path" else says

    return renamed_members(
        [content(one, versions.new_reference(one.type)) for one in removed],
        [content(one, versions.new_reference(one.type)) for one in added],
    )


def _is_silent(one: Parameter, *, is_other_body: bool) -> bool:
    return one.place == "path" or (one.place == "body" and is_other_body)


def _is_automatic(one: Parameter) -> bool:
    return one.place == "header" and one.name.lower() in AUTOMATIC_HEADERS


def _removed(
    one: Parameter, new: ApiOperation, operation: DescribedOperation
) -> Change:
    rule = Rules.PARAMETER_REMOVED
    message = f"removed the {_PLACES[one.place]} {quote(one.name)}"
    if _is_automatic(one):
        rule = Rules.AUTOMATIC_HEADER_REMOVED
    elif sends(new, one):
        message += ", which an example still sends"
    member = f"{operation.name} {one.name}"
    return change(rule, message, operation.owner, member, old=one.source)


def _added(one: Parameter, operation: DescribedOperation) -> Change:
    rule = Rules.PARAMETER_ADDED
    if _is_automatic(one):
        rule = Rules.AUTOMATIC_HEADER_ADDED
    elif one.required:
        rule = Rules.REQUIRED_PARAMETER_ADDED
    required = "required " if rule is Rules.REQUIRED_PARAMETER_ADDED else ""
    message = f"added the {required}{_PLACES[one.place]} {quote(one.name)}"
    member = f"{operation.name} {one.name}"
    return change(rule, message, operation.owner, member, new=one.source)


def _facts(
    old: Parameter,
    new: Parameter,
    operation: DescribedOperation,
    versions: SchemaVersions,
) -> Iterator[Change]:
    for rule, message in _found(old, new, operation, versions):
        yield change(
            rule,
            message,
            operation.owner,
            f"{operation.name} {new.name}",
            old=old.source,
            new=new.source,
        )


def _found(
    old: Parameter,
    new: Parameter,
    operation: DescribedOperation,
    versions: SchemaVersions,
) -> Iterator[tuple[Rules, str]]:
    noun = f"{_PLACES[new.place]} {quote(new.name)}"
    if old.name.casefold() != new.name.casefold():
        noun_before = f"{_PLACES[old.place]} {quote(old.name)}"
        yield Rules.PARAMETER_RENAMED, f"renamed the {noun_before} to {quote(new.name)}"
    if old.required != new.required and new.place != "path":
        if _is_automatic(new):
            pass
        elif new.required:
            yield Rules.BECAME_REQUIRED, f"the {noun} is required"
        else:
            yield Rules.BECAME_OPTIONAL, f"the {noun} is no longer required"
    if not versions.is_same_type(old.type, new.type) and not _is_automatic(new):
        is_stated = old.type is not None and new.type is not None
        is_known = is_stated and "Edm.Untyped" not in (
            old.type and old.type.name,
            new.type and new.type.name,
        )
        rule = Rules.PARAMETER_TYPE if is_known else Rules.PARAMETER_TYPE_STATED
        namespace = namespace_of(operation.owner)
        before = type_words(old.type, namespace)
        after = type_words(new.type, namespace)
        yield rule, f"the {noun} has type {after}, no longer {before}"
    if old.description != new.description:
        yield Rules.PARAMETER_DESCRIPTION, f"changed the description of the {noun}"
