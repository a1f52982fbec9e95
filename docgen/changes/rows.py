"""Changes of properties and navigation properties.

A row was removed if the type neither declares nor inherits the property any more, and added if it
did neither before. So it is not a change if a row moves to a base type or is repeated from one, or
if its name differs only in case from that of another row, which stays.
"""

from collections.abc import Iterable, Iterator

from docgen.changes.model import Change
from docgen.changes.pairs import renamed_members
from docgen.changes.row_facts import row_facts
from docgen.changes.rules import Rules, change, of_old
from docgen.changes.versions import SchemaVersions
from docgen.changes.words import namespace_of, type_words
from docgen.diagnostics import quote
from docgen.schema.model import Property, StructuredType

_PROPERTY, _NAVIGATION = "property", "navigation"


def row_changes(
    old: StructuredType, new: StructuredType, versions: SchemaVersions
) -> Iterator[Change]:
    """Yield the changes of the rows of a type."""
    before = versions.old.rows[old.name]
    after = versions.new.rows[new.name]
    old_names, new_names = versions.old.names(old.name), versions.new.names(new.name)
    removed = _missing(old.rows, new_names, old_names)
    added = _missing(new.rows, old_names, new_names)
    names = renamed_members(_described(removed, versions), _described(added, versions))
    tables = _Tables(old, new)
    for one in removed:
        if one.name not in names:
            yield tables.removed(one)
    for one in added:
        if one.name not in names.values():
            yield tables.added(one)
    for name, one in before.items():
        other = after.get(names.get(name, name))
        if other is not None:
            found = (
                *tables.changed(one, other),
                *row_facts(one, other, new.name, tables.kind(other), versions),
            )
            yield from of_old(found, f"{old.name}.{one.name}")


def _missing(
    rows: Iterable[Property], other: frozenset[str], own: frozenset[str]
) -> list[Property]:
    """Return the rows that the `other` version lacks."""
    kept = {name.casefold() for name in own & other}
    return [
        one for one in rows if one.name not in other and one.name.casefold() not in kept
    ]


def _described(
    rows: Iterable[Property], versions: SchemaVersions
) -> list[tuple[str, str]]:
    """Return names and contents; a row without a description says too little."""
    return [
        (
            row.name,
            (
                f"{versions.new_reference(row.type)} {row.description}"
                if row.description
                else ""
            ),
        )
        for row in rows
    ]


class _Tables:
    """The tables of both versions of a type."""

    def __init__(self, old: StructuredType, new: StructuredType) -> None:
        self.old, self.new = old, new
        self._namespace = namespace_of(new.name)
        self._old_navigation = {one.name for one in old.navigation_properties}
        self._new_navigation = {one.name for one in new.navigation_properties}

    def kind(self, row: Property) -> str:
        """Return the subject of a row of the new version."""
        return _NAVIGATION if row.name in self._new_navigation else _PROPERTY

    def removed(self, row: Property) -> Change:
        is_navigation = row.name in self._old_navigation
        rule = Rules.NAVIGATION_REMOVED if is_navigation else Rules.PROPERTY_REMOVED
        message = f"removed the {_noun(is_navigation)} {quote(row.name)}"
        was = f"{self.old.name}.{row.name}"
        return change(rule, message, self.new.name, row.name, old=row.source, was=was)

    def added(self, row: Property) -> Change:
        is_navigation = row.name in self._new_navigation
        rule = Rules.NAVIGATION_ADDED if is_navigation else Rules.PROPERTY_ADDED
        if row.required and not row.read_only and not is_navigation:
            rule = Rules.REQUIRED_PROPERTY_ADDED
        required = "required " if rule is Rules.REQUIRED_PROPERTY_ADDED else ""
        type_ = type_words(row.type, self._namespace)
        message = (
            f"added the {required}{_noun(is_navigation)} {quote(row.name)}: {type_}"
        )
        return change(rule, message, self.new.name, row.name, new=row.source)

    def changed(self, old: Property, new: Property) -> Iterator[Change]:
        """Yield that a row has another name or is in another table."""
        was_navigation = old.name in self._old_navigation
        is_navigation = new.name in self._new_navigation
        noun = _noun(is_navigation)
        if old.name != new.name:
            rule = Rules.NAVIGATION_RENAMED if is_navigation else Rules.PROPERTY_RENAMED
            message = f"renamed the {noun} {quote(old.name)} to {quote(new.name)}"
            yield self._of(rule, message, old, new)
        if was_navigation != is_navigation:
            rule = Rules.NOW_NAVIGATION if is_navigation else Rules.NOW_PROPERTY
            message = (
                f"{quote(new.name)} is a {noun}, no longer a {_noun(was_navigation)}"
            )
            yield self._of(rule, message, old, new)

    def _of(self, rule: Rules, message: str, old: Property, new: Property) -> Change:
        return change(
            rule, message, self.new.name, new.name, old=old.source, new=new.source
        )


def _noun(is_navigation: bool) -> str:
    return "relationship" if is_navigation else "property"
