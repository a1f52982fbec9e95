"""Changes of types: added, removed and renamed ones, and the facts of each as a whole."""

from collections.abc import Iterator

from docgen.changes.enums import enum_changes
from docgen.changes.model import Change
from docgen.changes.rows import row_changes
from docgen.changes.rules import Rules, change, first_source, of_old, type_change
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import name_list, value_words
from docgen.diagnostics import quote
from docgen.schema.model import EnumType, StructuredType, Type


def type_changes(versions: SchemaVersions) -> Iterator[Change]:
    """Yield the changes of all types, without those of operations."""
    for old, new in versions.pairs:
        yield from of_old(_pair(old, new, versions), old.name)
    for one in versions.removed:
        rule = Rules.ENUM_REMOVED if isinstance(one, EnumType) else Rules.TYPE_REMOVED
        message = f"removed the {_form(one)[2:].strip()}"
        yield change(rule, message, one.name, old=first_source(one), was=one.name)
    for one in versions.added:
        rule = Rules.ENUM_ADDED if isinstance(one, EnumType) else Rules.TYPE_ADDED
        message = f"added the {_form(one)[2:].strip()}"
        yield change(rule, message, one.name, new=first_source(one))


def _pair(old: Type, new: Type, versions: SchemaVersions) -> Iterator[Change]:
    yield from _renamed(old, new)
    match old, new:
        case StructuredType(), StructuredType():
            yield from _structured(old, new, versions)
        case EnumType(), EnumType():
            yield from enum_changes(old, new)
        case _:
            message = f"is {_form(new)}, no longer {_form(old)}"
            yield type_change(Rules.TYPE_FORM, message, old, new)


def _form(one: Type) -> str:
    if isinstance(one, EnumType):
        return "an enum type"
    return f"{'an entity' if one.kind == 'entity' else 'a complex'} type"


def _renamed(old: Type, new: Type) -> Iterator[Change]:
    if old.name != new.name:
        rule = Rules.ENUM_RENAMED if isinstance(new, EnumType) else Rules.TYPE_RENAMED
        yield type_change(rule, f"renamed from {quote(old.name)}", old, new)


def _structured(
    old: StructuredType, new: StructuredType, versions: SchemaVersions
) -> Iterator[Change]:
    yield from _base(old, new, versions)
    yield from _key(old, new, versions)
    if old == new:
        return
    if old.kind != new.kind:
        message = f"is {_form(new)}, no longer {_form(old)}"
        yield type_change(Rules.TYPE_KIND, message, old, new)
    if old.abstract != new.abstract:
        rule = Rules.BECAME_ABSTRACT if new.abstract else Rules.BECAME_CONCRETE
        message = "is abstract" if new.abstract else "is no longer abstract"
        yield type_change(rule, message, old, new)
    if old.open != new.open:
        rule = Rules.BECAME_OPEN if new.open else Rules.BECAME_CLOSED
        message = "is an open type" if new.open else "is no longer an open type"
        yield type_change(rule, message, old, new)
    if bool(old.deprecated) != bool(new.deprecated):
        message = "is deprecated" if new.deprecated else "is no longer deprecated"
        yield type_change(Rules.TYPE_DEPRECATED, message, old, new)
    if old.description != new.description:
        message = "changed the description"
        yield type_change(Rules.TYPE_DESCRIPTION, message, old, new)
    rows = [*row_changes(old, new, versions)]
    yield from rows
    is_same_type = old.name == new.name and all(
        one.fact == "description" for one in rows
    )
    if old.sample != new.sample and is_same_type:
        yield type_change(Rules.TYPE_SAMPLE, "changed the JSON sample", old, new)


def _base(
    old: StructuredType, new: StructuredType, versions: SchemaVersions
) -> Iterator[Change]:
    before = versions.new_name(old.base_type) if old.base_type else None
    after = versions.new_name(new.base_type) if new.base_type else None
    if before == after:
        return
    is_inserted = before is None or versions.new.derives(after, before)
    rule = Rules.BASE_INSERTED if is_inserted else Rules.BASE_CHANGED
    message = (
        f"changed the base type from {value_words(before)} to {value_words(after)}"
    )
    yield type_change(rule, message, old, new)


def _key(
    old: StructuredType, new: StructuredType, versions: SchemaVersions
) -> Iterator[Change]:
    """Yield that the key differs which a type declares or inherits."""
    before, after = versions.old.key(old.name), versions.new.key(new.name)
    if before == after or before is None or after is None:
        return
    rule = Rules.KEY_CHANGED if before and after else Rules.KEY_STATED
    message = f"changed the key from {name_list(before)} to {name_list(after)}"
    yield type_change(rule, message, old, new)
