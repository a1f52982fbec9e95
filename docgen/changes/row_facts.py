"""Changes of the facts of one property or navigation property."""

from collections.abc import Iterator
from typing import TypeAlias

from docgen.changes.model import Change
from docgen.changes.rules import Rules, change
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import (
    different_types,
    is_unknown,
    name_list,
    namespace_of,
    value_words,
)
from docgen.diagnostics import quote
from docgen.schema.edm import EDM_STRING
from docgen.schema.model import Property, QualifiedName

_SENTINEL = "unknownfuturevalue"
"""The member that stands for members to come, in lower case."""

_Found: TypeAlias = Iterator[tuple[Rules, str]]
"""Rules, with the rest of a message that begins with the name of the row."""


def row_facts(
    old: Property,
    new: Property,
    owner: QualifiedName,
    subject: str,
    versions: SchemaVersions,
) -> Iterator[Change]:
    """Yield the changes of the facts of a row; `subject` is `property` or `navigation`.

    A changed description is reported only if no fact that it states has changed.
    """
    found = [*_type(old, new, owner, versions)]
    stated = [*_required(old, new), *_nullable(old, new), *_access(old, new)]
    stated += [*_default(old, new), *_queries(old, new)]
    if not (versions.old.is_enum(old.type.name) or versions.new.is_enum(new.type.name)):
        stated += _values(old, new)
    if bool(old.deprecated) != bool(new.deprecated):
        is_now = "is deprecated" if new.deprecated else "is no longer deprecated"
        stated.append((Rules.ROW_DEPRECATED, is_now))
    if old.description != new.description and not stated:
        stated.append((Rules.ROW_DESCRIPTION, "has another description"))
    for rule, message in (*found, *stated):
        yield change(
            rule,
            f"{quote(new.name)} {message}",
            owner,
            new.name,
            old=old.source,
            new=new.source,
            kind=f"{subject}-changed",
        )


def _type(
    old: Property, new: Property, owner: QualifiedName, versions: SchemaVersions
) -> _Found:
    if versions.is_same_type(old.type, new.type):
        return
    rule = Rules.ROW_TYPE
    if old.type.is_collection == new.type.is_collection:
        if any(map(is_unknown, (old.type, new.type))):
            rule = Rules.ROW_TYPE_STATED
        elif old.type.name == EDM_STRING and versions.new.is_enum(new.type.name):
            rule = Rules.ROW_TYPE_TO_ENUM
        elif new.type.name == EDM_STRING and versions.old.is_enum(old.type.name):
            rule = Rules.ROW_TYPE_FROM_ENUM
    before, after = different_types(old.type, new.type, namespace_of(owner))
    yield rule, f"has type {after}, no longer {before}"


def _required(old: Property, new: Property) -> _Found:
    if bool(old.required) != bool(new.required):
        if new.required:
            yield Rules.ROW_REQUIRED, "is required"
        else:
            yield Rules.ROW_OPTIONAL, "is no longer required"


def _nullable(old: Property, new: Property) -> _Found:
    match old.nullable, new.nullable:
        case (True, False):
            yield Rules.ROW_NOT_NULLABLE, "may no longer be null"
        case (False, True):
            yield Rules.ROW_NULLABLE, "may be null"
        case (None, True):
            yield Rules.ROW_NULLABILITY_STATED, "is documented as nullable"
        case (None, False):
            yield Rules.ROW_NULLABILITY_STATED, "is documented as not nullable"
        case (bool(), None):
            yield Rules.ROW_NULLABILITY_STATED, "no longer says whether it may be null"
        case _:
            pass


def _access(old: Property, new: Property) -> _Found:
    if bool(old.read_only) != bool(new.read_only):
        is_now = "is read-only" if new.read_only else "is no longer read-only"
        yield Rules.ROW_READ_ONLY, is_now


def _default(old: Property, new: Property) -> _Found:
    if old.default == new.default:
        return
    is_stated = old.default is not None and new.default is not None
    rule = Rules.ROW_DEFAULT if is_stated else Rules.ROW_DEFAULT_STATED
    before, after = value_words(old.default), value_words(new.default)
    yield rule, f"has the default {after}, before {before}"


def _values(old: Property, new: Property) -> _Found:
    removed, added = _only_in(old, new), _only_in(new, old)
    if bool(old.values) != bool(new.values):
        verb = "lists" if new.values else "no longer lists"
        yield Rules.ROW_VALUES_STATED, f"{verb} values: {name_list(added or removed)}"
        return
    if removed:
        yield Rules.ROW_VALUE_REMOVED, f"no longer has the values {name_list(removed)}"
    if added:
        yield Rules.ROW_VALUE_ADDED, f"has the new values {name_list(added)}"


def _only_in(one: Property, other: Property) -> list[str]:
    """Return the values of one version; case and the sentinel of open enums do not count."""
    known = {value.casefold() for value in other.values} | {_SENTINEL}
    return [value for value in one.values if value.casefold() not in known]


def _queries(old: Property, new: Property) -> _Found:
    if bool(old.returned_on_select) != bool(new.returned_on_select):
        is_now = "is only" if new.returned_on_select else "is not only"
        yield Rules.ROW_SELECTED, f"{is_now} returned on `$select`"
    if {*old.filter} != {*new.filter}:
        operators = name_list(new.filter)
        yield Rules.ROW_FILTER, f"can be filtered by {operators}"
