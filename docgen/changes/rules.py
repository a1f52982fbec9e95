"""All kinds of changes: the category of each, whether it breaks clients, and why.

What a page does not say is what it says by default: a property may be null and may be left out. A
fact that one version states and the other does not is usually a better description of the same
service, so it belongs to the documentation, unless the default is stated to have ended.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, unique
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.changes.model import Category, Change
from docgen.schema.model import QualifiedName, Source, Type

Effect: TypeAlias = tuple[Category, bool]
"""What a change affects, and whether it breaks clients."""

_BREAKING_WIRE, _WIRE = (Category.WIRE, True), (Category.WIRE, False)
_BREAKING_SOURCE, _SOURCE = (Category.SOURCE, True), (Category.SOURCE, False)
_DOCS = (Category.DOCS, False)


class ChangeRule(Struct, frozen=True):
    """A kind of change: its effect, and the reason."""

    kind: str
    fact: str
    effect: Effect
    reason: str


@unique
class Rules(Enum):
    """The table of all rules; several have the same kind and fact if the values decide."""

    TYPE_ADDED = ChangeRule("type-added", "", _WIRE, "Nothing uses it yet.")
    TYPE_REMOVED = ChangeRule(
        "type-removed", "", _BREAKING_WIRE, "Its class is no longer generated."
    )
    TYPE_RENAMED = ChangeRule(
        "type-renamed", "", _BREAKING_SOURCE, "Its class has another name."
    )
    TYPE_FORM = ChangeRule(
        "type-changed",
        "form",
        _BREAKING_WIRE,
        "A JSON object became a string, or a string an object.",
    )
    TYPE_KIND = ChangeRule(
        "type-changed",
        "kind",
        _DOCS,
        "Pages show only indirectly whether a type is an entity type, and the JSON is the same; "
        "a changed key or base type is a change of its own.",
    )
    BASE_CHANGED = ChangeRule(
        "type-changed",
        "base type",
        _BREAKING_WIRE,
        "It lacks what the old base type declares, and is not accepted in its place.",
    )
    BASE_INSERTED = ChangeRule(
        "type-changed",
        "base type",
        _WIRE,
        "The new base type derives from the old one, or there was none.",
    )
    KEY_CHANGED = ChangeRule(
        "type-changed", "key", _BREAKING_WIRE, "URLs identify it by something else."
    )
    KEY_STATED = ChangeRule(
        "type-changed", "key", _DOCS, "Only one version states a key."
    )
    BECAME_ABSTRACT = ChangeRule(
        "type-changed", "abstract", _BREAKING_WIRE, "It can no longer be created."
    )
    BECAME_CONCRETE = ChangeRule(
        "type-changed", "abstract", _WIRE, "It can be created as well."
    )
    BECAME_CLOSED = ChangeRule(
        "type-changed", "open", _BREAKING_WIRE, "Other properties are refused."
    )
    BECAME_OPEN = ChangeRule(
        "type-changed", "open", _WIRE, "Other properties are accepted."
    )
    TYPE_DEPRECATED = ChangeRule(
        "type-changed", "deprecation", _SOURCE, "Programs still run."
    )
    TYPE_DESCRIPTION = ChangeRule(
        "type-changed", "description", _DOCS, "Only people read it."
    )
    TYPE_SAMPLE = ChangeRule(
        "type-changed", "sample", _DOCS, "The rows decide, not the sample."
    )

    ENUM_ADDED = ChangeRule("enum-added", "", _WIRE, "Nothing uses it yet.")
    ENUM_REMOVED = ChangeRule(
        "enum-removed", "", _BREAKING_WIRE, "Its class is no longer generated."
    )
    ENUM_RENAMED = ChangeRule(
        "enum-renamed", "", _BREAKING_SOURCE, "Its class has another name."
    )
    ENUM_OPENNESS = ChangeRule(
        "enum-changed",
        "open",
        _WIRE,
        "The listed values stay; generated classes accept others in any case.",
    )
    ENUM_FLAGS = ChangeRule(
        "enum-changed",
        "flags",
        _BREAKING_WIRE,
        "A value may be several names with commas, or may no longer be.",
    )
    ENUM_DEPRECATED = ChangeRule(
        "enum-changed", "deprecation", _SOURCE, "Programs still run."
    )
    ENUM_DESCRIPTION = ChangeRule(
        "enum-changed", "description", _DOCS, "Only people read it."
    )

    MEMBER_ADDED = ChangeRule(
        "member-added",
        "",
        _BREAKING_WIRE,
        "Code that handles all values of an enum that is not open gets another one.",
    )
    OPEN_MEMBER_ADDED = ChangeRule(
        "member-added", "", _WIRE, "Members may be added to an open enum."
    )
    MEMBER_REMOVED = ChangeRule(
        "member-removed", "", _BREAKING_WIRE, "The value is no longer valid."
    )
    MEMBER_RENAMED = ChangeRule(
        "member-renamed", "", _BREAKING_WIRE, "JSON has another string."
    )
    MEMBER_NUMBER = ChangeRule(
        "member-changed", "number", _DOCS, "JSON has names, not numbers."
    )
    MEMBER_DESCRIPTION = ChangeRule(
        "member-changed", "description", _DOCS, "Only people read it."
    )

    PROPERTY_ADDED = ChangeRule(
        "property-added", "", _WIRE, "Unknown properties are ignored."
    )
    REQUIRED_PROPERTY_ADDED = ChangeRule(
        "property-added", "", _BREAKING_WIRE, "Existing requests lack it."
    )
    PROPERTY_REMOVED = ChangeRule(
        "property-removed", "", _BREAKING_WIRE, "It is neither sent nor accepted."
    )
    PROPERTY_RENAMED = ChangeRule(
        "property-renamed", "", _BREAKING_WIRE, "JSON has another key."
    )
    NAVIGATION_ADDED = ChangeRule(
        "navigation-added", "", _WIRE, "It is only sent if it is expanded."
    )
    NAVIGATION_REMOVED = ChangeRule(
        "navigation-removed", "", _BREAKING_WIRE, "Its URLs and its key are gone."
    )
    NAVIGATION_RENAMED = ChangeRule(
        "navigation-renamed", "", _BREAKING_WIRE, "JSON and URLs have another name."
    )
    NOW_NAVIGATION = ChangeRule(
        "property-changed",
        "table",
        _BREAKING_WIRE,
        "A relationship is only sent if it is expanded.",
    )
    NOW_PROPERTY = ChangeRule(
        "navigation-changed",
        "table",
        _WIRE,
        "A property is sent without being expanded.",
    )

    OPERATION_ADDED = ChangeRule("operation-added", "", _WIRE, "Nothing calls it yet.")
    OPERATION_REMOVED = ChangeRule(
        "operation-removed", "", _BREAKING_WIRE, "Its requests are refused."
    )
    METHOD_ADDED = ChangeRule(
        "operation-added", "", _SOURCE, "Another operation had its requests before."
    )
    OPERATION_RENAMED = ChangeRule(
        "operation-renamed",
        "",
        _BREAKING_SOURCE,
        "The method has another name, or belongs to another type, or others have its requests.",
    )
    RETURN_TYPE = ChangeRule(
        "operation-changed", "return type", _BREAKING_WIRE, "Responses differ."
    )
    RETURN_TYPE_STATED = ChangeRule(
        "operation-changed",
        "return type",
        _SOURCE,
        "The older version did not say what is returned, so nothing was typed.",
    )
    RETURN_TYPE_UNKNOWN = ChangeRule(
        "operation-changed",
        "return type",
        _BREAKING_SOURCE,
        "The newer version does not say what is returned, so nothing is typed.",
    )
    BODY_TYPE = ChangeRule(
        "operation-changed", "body", _BREAKING_WIRE, "Requests differ."
    )
    BODY_STATED = ChangeRule(
        "operation-changed",
        "body",
        _DOCS,
        "Only one version names a type; the other lists members, or nothing.",
    )
    STATUS_REMOVED = ChangeRule(
        "operation-changed",
        "status",
        _BREAKING_WIRE,
        "Code that expects the status of success gets another one.",
    )
    STATUS_ADDED = ChangeRule(
        "operation-changed", "status", _WIRE, "The others are still sent."
    )
    STATUS_STATED = ChangeRule(
        "operation-changed", "status", _DOCS, "Only one version states it."
    )
    LONG_RUNNING = ChangeRule(
        "operation-changed",
        "long-running",
        _BREAKING_WIRE,
        "The result is in the response, or is not any more.",
    )
    OPERATION_DEPRECATED = ChangeRule(
        "operation-changed", "deprecation", _SOURCE, "Programs still run."
    )
    OPERATION_PAGE = ChangeRule(
        "operation-changed",
        "API page",
        _DOCS,
        "Only one version describes the requests of the operation.",
    )
    OPERATION_PERMISSIONS = ChangeRule(
        "operation-changed",
        "permissions",
        _DOCS,
        "Only one version lists permissions at all.",
    )
    OPERATION_LABEL = ChangeRule(
        "operation-changed", "label", _DOCS, "The name of the method stays the same."
    )
    OPERATION_DESCRIPTION = ChangeRule(
        "operation-changed", "description", _DOCS, "Only people read it."
    )
    OPERATION_EXAMPLES = ChangeRule(
        "operation-changed", "examples", _DOCS, "Only people read them."
    )

    OPERATION_OPTIONS = ChangeRule(
        "operation-changed",
        "query options",
        _DOCS,
        "One version says only that OData query options are supported; the other lists them.",
    )

    URL_ADDED = ChangeRule("url-added", "", _WIRE, "The others stay.")
    URL_REMOVED = ChangeRule("url-removed", "", _BREAKING_WIRE, "It is refused.")
    URL_MOVED_IN = ChangeRule(
        "url-added", "", _SOURCE, "Another operation had it before."
    )
    URL_REPLACED = ChangeRule(
        "url-renamed",
        "",
        _BREAKING_WIRE,
        "The page has a similar URL in its place; the old one is probably refused.",
    )
    URL_MOVED_OUT = ChangeRule(
        "url-changed",
        "moved",
        _BREAKING_SOURCE,
        "Another operation still has it, but this method does not use it.",
    )

    URL_WRITTEN_IN_FULL = ChangeRule(
        "url-changed",
        "start",
        _DOCS,
        "One version leaves out the start of the URL, the other writes it in full.",
    )

    PARAMETER_ADDED = ChangeRule("parameter-added", "", _WIRE, "It may be left out.")
    REQUIRED_PARAMETER_ADDED = ChangeRule(
        "parameter-added", "", _BREAKING_WIRE, "Existing calls lack it."
    )
    PARAMETER_REMOVED = ChangeRule(
        "parameter-removed", "", _BREAKING_WIRE, "It is no longer accepted."
    )
    AUTOMATIC_HEADER_ADDED = ChangeRule(
        "parameter-added", "", _DOCS, "Clients send this header anyway."
    )
    AUTOMATIC_HEADER_REMOVED = ChangeRule(
        "parameter-removed", "", _DOCS, "Clients send this header anyway."
    )
    PARAMETER_RENAMED = ChangeRule(
        "parameter-renamed", "", _BREAKING_WIRE, "Requests have another name."
    )
    PLACEHOLDER_RENAMED = ChangeRule(
        "parameter-renamed",
        "",
        _BREAKING_SOURCE,
        "URLs stay, but the argument of the method has another name.",
    )
    BECAME_REQUIRED = ChangeRule(
        "parameter-changed", "required", _BREAKING_WIRE, "Existing calls lack it."
    )
    BECAME_OPTIONAL = ChangeRule(
        "parameter-changed", "required", _WIRE, "It may be left out."
    )
    PARAMETER_TYPE = ChangeRule(
        "parameter-changed", "type", _BREAKING_WIRE, "Requests have other values."
    )
    PARAMETER_TYPE_STATED = ChangeRule(
        "parameter-changed",
        "type",
        _SOURCE,
        "Only one version states a type, so only annotations differ.",
    )
    PARAMETER_DESCRIPTION = ChangeRule(
        "parameter-changed", "description", _DOCS, "Only people read it."
    )

    PERMISSION_ADDED = ChangeRule(
        "permission-added", "", _WIRE, "It is one more alternative."
    )
    PERMISSION_REMOVED = ChangeRule(
        "permission-removed",
        "",
        _BREAKING_WIRE,
        "An application that has only this one is refused.",
    )
    PERMISSION_EXTENDED = ChangeRule(
        "permission-changed",
        "needed together",
        _BREAKING_WIRE,
        "A client needs others as well.",
    )
    PERMISSION_REDUCED = ChangeRule(
        "permission-changed",
        "needed together",
        _WIRE,
        "Some of them are enough; an application that has all is still accepted.",
    )
    PERMISSION_ORDER = ChangeRule(
        "permission-changed",
        "order",
        _DOCS,
        "Another permission is the least privileged one; all are still accepted.",
    )

    ROW_TYPE = ChangeRule(
        "property-changed", "type", _BREAKING_WIRE, "JSON has other values."
    )
    ROW_TYPE_TO_ENUM = ChangeRule(
        "property-changed",
        "type",
        _SOURCE,
        "JSON has the same strings; members of a generated enum are strings, too.",
    )
    ROW_TYPE_FROM_ENUM = ChangeRule(
        "property-changed",
        "type",
        _BREAKING_SOURCE,
        "JSON has the same strings, but values have no members any more.",
    )
    ROW_TYPE_STATED = ChangeRule(
        "property-changed",
        "type",
        _BREAKING_SOURCE,
        "Only one version names a type: a value is an object of a class, or plain JSON.",
    )
    ROW_REQUIRED = ChangeRule(
        "property-changed", "required", _BREAKING_WIRE, "Existing requests lack it."
    )
    ROW_OPTIONAL = ChangeRule(
        "property-changed", "required", _WIRE, "It may be left out."
    )
    ROW_NOT_NULLABLE = ChangeRule(
        "property-changed", "nullable", _BREAKING_WIRE, "Nulls are refused."
    )
    ROW_NULLABLE = ChangeRule(
        "property-changed", "nullable", _BREAKING_SOURCE, "Nulls may be received."
    )
    ROW_NULLABILITY_STATED = ChangeRule(
        "property-changed",
        "nullable",
        _DOCS,
        "Only one version says whether it may be null.",
    )
    ROW_READ_ONLY = ChangeRule(
        "property-changed",
        "read-only",
        _SOURCE,
        "Pages often add this remark later; `changes` of a generated package leaves it out.",
    )
    ROW_DEFAULT = ChangeRule(
        "property-changed",
        "default",
        _WIRE,
        "Requests without it are accepted, but mean something else.",
    )
    ROW_DEFAULT_STATED = ChangeRule(
        "property-changed", "default", _DOCS, "Only one version states it."
    )
    ROW_VALUE_ADDED = ChangeRule(
        "property-changed", "values", _WIRE, "The type is still a string."
    )
    ROW_VALUE_REMOVED = ChangeRule(
        "property-changed", "values", _BREAKING_WIRE, "A value is no longer valid."
    )
    ROW_VALUES_STATED = ChangeRule(
        "property-changed", "values", _DOCS, "Only one version lists any."
    )
    ROW_SELECTED = ChangeRule(
        "property-changed",
        "returned on select",
        _DOCS,
        "Only one version says when it is returned.",
    )
    ROW_FILTER = ChangeRule(
        "property-changed",
        "filter",
        _DOCS,
        "Pages seldom list everything that can be filtered.",
    )
    ROW_DEPRECATED = ChangeRule(
        "property-changed", "deprecation", _SOURCE, "Programs still run."
    )
    ROW_DESCRIPTION = ChangeRule(
        "property-changed", "description", _DOCS, "Only people read it."
    )


def of_old(changes: Iterable[Change], was: str) -> Iterator[Change]:
    """Yield changes of something that the old version had under this name."""
    return (replace(one, was=one.was or was) for one in changes)


def change(
    rule: Rules,
    message: str,
    type: QualifiedName | None,
    member: str | None = None,
    *,
    old: Source | None = None,
    new: Source | None = None,
    kind: str = "",
    was: str = "",
) -> Change:
    """Return a change by its rule; `kind` replaces that of the rule (`navigation-changed`)."""
    found = rule.value
    category, breaking = found.effect
    return Change(
        kind=kind or found.kind,
        fact=found.fact,
        type=type,
        member=member,
        category=category,
        breaking=breaking,
        message=message,
        old=old,
        new=new,
        was=was,
    )


def type_change(rule: Rules, message: str, old: Type, new: Type) -> Change:
    """Return a change of a type of both versions as a whole."""
    return change(rule, message, new.name, old=first_source(old), new=first_source(new))


def first_source(one: Type) -> Source | None:
    """Return the first position of a type."""
    return one.sources[0] if one.sources else None
