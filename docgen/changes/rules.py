"""All kinds of changes: the category of each, whether it breaks clients, and why.

What a page does not say is what it says by default: a property may be null and may be left out. A
fact that one version states and the other does not is usually a better description of the same
service, so it belongs to the documentation, unless the default is stated to have ended.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, unique

from msgspec import Struct
from msgspec.structs import replace

from docgen.changes.model import Category, Change
from docgen.schema.model import QualifiedName, Source, Type

_WIRE, _SOURCE, _DOCS = Category.WIRE, Category.SOURCE, Category.DOCS
_BREAKING, _COMPATIBLE = True, False


class ChangeRule(Struct, frozen=True):
    """A kind of change: its category, whether it is breaking, and the reason."""

    kind: str
    fact: str
    category: Category
    breaking: bool
    reason: str


@unique
class Rules(Enum):
    """The table of all rules; several have the same kind and fact if the values decide."""

    TYPE_ADDED = ChangeRule(
        "type-added", "", _WIRE, _COMPATIBLE, "Nothing uses it yet."
    )
    TYPE_REMOVED = ChangeRule(
        "type-removed", "", _WIRE, _BREAKING, "Its class is no longer generated."
    )
    TYPE_RENAMED = ChangeRule(
        "type-renamed", "", _SOURCE, _BREAKING, "Its class has another name."
    )
    TYPE_FORM = ChangeRule(
        "type-changed",
        "form",
        _WIRE,
        _BREAKING,
        "A JSON object became a string, or a string an object.",
    )
    TYPE_KIND = ChangeRule(
        "type-changed",
        "kind",
        _DOCS,
        _COMPATIBLE,
        "Pages show only indirectly whether a type is an entity type, and the JSON is the same; "
        "a changed key or base type is a change of its own.",
    )
    BASE_CHANGED = ChangeRule(
        "type-changed",
        "base type",
        _WIRE,
        _BREAKING,
        "It lacks what the old base type declares, and is not accepted in its place.",
    )
    BASE_INSERTED = ChangeRule(
        "type-changed",
        "base type",
        _WIRE,
        _COMPATIBLE,
        "The new base type derives from the old one, or there was none.",
    )
    KEY_CHANGED = ChangeRule(
        "type-changed", "key", _WIRE, _BREAKING, "URLs identify it by something else."
    )
    KEY_STATED = ChangeRule(
        "type-changed", "key", _DOCS, _COMPATIBLE, "Only one version states a key."
    )
    BECAME_ABSTRACT = ChangeRule(
        "type-changed", "abstract", _WIRE, _BREAKING, "It can no longer be created."
    )
    BECAME_CONCRETE = ChangeRule(
        "type-changed", "abstract", _WIRE, _COMPATIBLE, "It can be created as well."
    )
    BECAME_CLOSED = ChangeRule(
        "type-changed", "open", _WIRE, _BREAKING, "Other properties are refused."
    )
    BECAME_OPEN = ChangeRule(
        "type-changed", "open", _WIRE, _COMPATIBLE, "Other properties are accepted."
    )
    TYPE_DEPRECATED = ChangeRule(
        "type-changed", "deprecation", _SOURCE, _COMPATIBLE, "Programs still run."
    )
    TYPE_DESCRIPTION = ChangeRule(
        "type-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
    )
    TYPE_SAMPLE = ChangeRule(
        "type-changed", "sample", _DOCS, _COMPATIBLE, "The rows decide, not the sample."
    )

    ENUM_ADDED = ChangeRule(
        "enum-added", "", _WIRE, _COMPATIBLE, "Nothing uses it yet."
    )
    ENUM_REMOVED = ChangeRule(
        "enum-removed", "", _WIRE, _BREAKING, "Its class is no longer generated."
    )
    ENUM_RENAMED = ChangeRule(
        "enum-renamed", "", _SOURCE, _BREAKING, "Its class has another name."
    )
    ENUM_OPENNESS = ChangeRule(
        "enum-changed",
        "open",
        _WIRE,
        _COMPATIBLE,
        "The listed values stay; generated classes accept others in any case.",
    )
    ENUM_FLAGS = ChangeRule(
        "enum-changed",
        "flags",
        _WIRE,
        _BREAKING,
        "A value may be several names with commas, or may no longer be.",
    )
    ENUM_DEPRECATED = ChangeRule(
        "enum-changed", "deprecation", _SOURCE, _COMPATIBLE, "Programs still run."
    )
    ENUM_DESCRIPTION = ChangeRule(
        "enum-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
    )

    MEMBER_ADDED = ChangeRule(
        "member-added",
        "",
        _WIRE,
        _BREAKING,
        "Code that handles all values of an enum that is not open gets another one.",
    )
    OPEN_MEMBER_ADDED = ChangeRule(
        "member-added", "", _WIRE, _COMPATIBLE, "Members may be added to an open enum."
    )
    MEMBER_REMOVED = ChangeRule(
        "member-removed", "", _WIRE, _BREAKING, "The value is no longer valid."
    )
    MEMBER_RENAMED = ChangeRule(
        "member-renamed", "", _WIRE, _BREAKING, "JSON has another string."
    )
    MEMBER_NUMBER = ChangeRule(
        "member-changed", "number", _DOCS, _COMPATIBLE, "JSON has names, not numbers."
    )
    MEMBER_DESCRIPTION = ChangeRule(
        "member-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
    )

    PROPERTY_ADDED = ChangeRule(
        "property-added", "", _WIRE, _COMPATIBLE, "Unknown properties are ignored."
    )
    REQUIRED_PROPERTY_ADDED = ChangeRule(
        "property-added", "", _WIRE, _BREAKING, "Existing requests lack it."
    )
    PROPERTY_REMOVED = ChangeRule(
        "property-removed", "", _WIRE, _BREAKING, "It is neither sent nor accepted."
    )
    PROPERTY_RENAMED = ChangeRule(
        "property-renamed", "", _WIRE, _BREAKING, "JSON has another key."
    )
    NAVIGATION_ADDED = ChangeRule(
        "navigation-added", "", _WIRE, _COMPATIBLE, "It is only sent if it is expanded."
    )
    NAVIGATION_REMOVED = ChangeRule(
        "navigation-removed", "", _WIRE, _BREAKING, "Its URLs and its key are gone."
    )
    NAVIGATION_RENAMED = ChangeRule(
        "navigation-renamed", "", _WIRE, _BREAKING, "JSON and URLs have another name."
    )
    NOW_NAVIGATION = ChangeRule(
        "property-changed",
        "table",
        _WIRE,
        _BREAKING,
        "A relationship is only sent if it is expanded.",
    )
    NOW_PROPERTY = ChangeRule(
        "navigation-changed",
        "table",
        _WIRE,
        _COMPATIBLE,
        "A property is sent without being expanded.",
    )

    OPERATION_ADDED = ChangeRule(
        "operation-added", "", _WIRE, _COMPATIBLE, "Nothing calls it yet."
    )
    OPERATION_REMOVED = ChangeRule(
        "operation-removed", "", _WIRE, _BREAKING, "Its requests are refused."
    )
    METHOD_ADDED = ChangeRule(
        "operation-added",
        "",
        _SOURCE,
        _COMPATIBLE,
        "Another operation had its requests before.",
    )
    OPERATION_RENAMED = ChangeRule(
        "operation-renamed",
        "",
        _SOURCE,
        _BREAKING,
        "The method has another name, or belongs to another type, or others have its requests.",
    )
    RETURN_TYPE = ChangeRule(
        "operation-changed", "return type", _WIRE, _BREAKING, "Responses differ."
    )
    RETURN_TYPE_STATED = ChangeRule(
        "operation-changed",
        "return type",
        _SOURCE,
        _COMPATIBLE,
        "The older version did not say what is returned, so nothing was typed.",
    )
    RETURN_TYPE_UNKNOWN = ChangeRule(
        "operation-changed",
        "return type",
        _SOURCE,
        _BREAKING,
        "The newer version does not say what is returned, so nothing is typed.",
    )
    BODY_TYPE = ChangeRule(
        "operation-changed", "body", _WIRE, _BREAKING, "Requests differ."
    )
    BODY_STATED = ChangeRule(
        "operation-changed",
        "body",
        _DOCS,
        _COMPATIBLE,
        "Only one version names a type; the other lists members, or nothing.",
    )
    STATUS_REMOVED = ChangeRule(
        "operation-changed",
        "status",
        _WIRE,
        _BREAKING,
        "Code that expects the status of success gets another one.",
    )
    STATUS_ADDED = ChangeRule(
        "operation-changed", "status", _WIRE, _COMPATIBLE, "The others are still sent."
    )
    STATUS_STATED = ChangeRule(
        "operation-changed", "status", _DOCS, _COMPATIBLE, "Only one version states it."
    )
    LONG_RUNNING = ChangeRule(
        "operation-changed",
        "long-running",
        _WIRE,
        _BREAKING,
        "The result is in the response, or is not any more.",
    )
    OPERATION_DEPRECATED = ChangeRule(
        "operation-changed", "deprecation", _SOURCE, _COMPATIBLE, "Programs still run."
    )
    OPERATION_PAGE = ChangeRule(
        "operation-changed",
        "API page",
        _DOCS,
        _COMPATIBLE,
        "Only one version describes the requests of the operation.",
    )
    OPERATION_PERMISSIONS = ChangeRule(
        "operation-changed",
        "permissions",
        _DOCS,
        _COMPATIBLE,
        "Only one version lists permissions at all.",
    )
    OPERATION_LABEL = ChangeRule(
        "operation-changed",
        "label",
        _DOCS,
        _COMPATIBLE,
        "The name of the method stays the same.",
    )
    OPERATION_DESCRIPTION = ChangeRule(
        "operation-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
    )
    OPERATION_EXAMPLES = ChangeRule(
        "operation-changed", "examples", _DOCS, _COMPATIBLE, "Only people read them."
    )

    OPERATION_OPTIONS = ChangeRule(
        "operation-changed",
        "query options",
        _DOCS,
        _COMPATIBLE,
        "One version says only that OData query options are supported; the other lists them.",
    )

    URL_ADDED = ChangeRule("url-added", "", _WIRE, _COMPATIBLE, "The others stay.")
    URL_REMOVED = ChangeRule("url-removed", "", _WIRE, _BREAKING, "It is refused.")
    URL_MOVED_IN = ChangeRule(
        "url-added", "", _SOURCE, _COMPATIBLE, "Another operation had it before."
    )
    URL_REPLACED = ChangeRule(
        "url-renamed",
        "",
        _WIRE,
        _BREAKING,
        "The page has a similar URL in its place; the old one is probably refused.",
    )
    URL_MOVED_OUT = ChangeRule(
        "url-changed",
        "moved",
        _SOURCE,
        _BREAKING,
        "Another operation still has it, but this method does not use it.",
    )

    URL_WRITTEN_IN_FULL = ChangeRule(
        "url-changed",
        "start",
        _DOCS,
        _COMPATIBLE,
        "One version leaves out the start of the URL, the other writes it in full.",
    )

    PARAMETER_ADDED = ChangeRule(
        "parameter-added", "", _WIRE, _COMPATIBLE, "It may be left out."
    )
    REQUIRED_PARAMETER_ADDED = ChangeRule(
        "parameter-added", "", _WIRE, _BREAKING, "Existing calls lack it."
    )
    PARAMETER_REMOVED = ChangeRule(
        "parameter-removed", "", _WIRE, _BREAKING, "It is no longer accepted."
    )
    AUTOMATIC_HEADER_ADDED = ChangeRule(
        "parameter-added", "", _DOCS, _COMPATIBLE, "Clients send this header anyway."
    )
    AUTOMATIC_HEADER_REMOVED = ChangeRule(
        "parameter-removed", "", _DOCS, _COMPATIBLE, "Clients send this header anyway."
    )
    PARAMETER_RENAMED = ChangeRule(
        "parameter-renamed", "", _WIRE, _BREAKING, "Requests have another name."
    )
    PLACEHOLDER_RENAMED = ChangeRule(
        "parameter-renamed",
        "",
        _SOURCE,
        _BREAKING,
        "URLs stay, but the argument of the method has another name.",
    )
    BECAME_REQUIRED = ChangeRule(
        "parameter-changed", "required", _WIRE, _BREAKING, "Existing calls lack it."
    )
    BECAME_OPTIONAL = ChangeRule(
        "parameter-changed", "required", _WIRE, _COMPATIBLE, "It may be left out."
    )
    PARAMETER_TYPE = ChangeRule(
        "parameter-changed", "type", _WIRE, _BREAKING, "Requests have other values."
    )
    PARAMETER_TYPE_STATED = ChangeRule(
        "parameter-changed",
        "type",
        _SOURCE,
        _COMPATIBLE,
        "Only one version states a type, so only annotations differ.",
    )
    PARAMETER_DESCRIPTION = ChangeRule(
        "parameter-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
    )

    PERMISSION_ADDED = ChangeRule(
        "permission-added", "", _WIRE, _COMPATIBLE, "It is one more alternative."
    )
    PERMISSION_REMOVED = ChangeRule(
        "permission-removed",
        "",
        _WIRE,
        _BREAKING,
        "An application that has only this one is refused.",
    )
    PERMISSION_EXTENDED = ChangeRule(
        "permission-changed",
        "needed together",
        _WIRE,
        _BREAKING,
        "A client needs others as well.",
    )
    PERMISSION_REDUCED = ChangeRule(
        "permission-changed",
        "needed together",
        _WIRE,
        _COMPATIBLE,
        "Some of them are enough; an application that has all is still accepted.",
    )
    PERMISSION_ORDER = ChangeRule(
        "permission-changed",
        "order",
        _DOCS,
        _COMPATIBLE,
        "Another permission is the least privileged one; all are still accepted.",
    )

    ROW_TYPE = ChangeRule(
        "property-changed", "type", _WIRE, _BREAKING, "JSON has other values."
    )
    ROW_TYPE_TO_ENUM = ChangeRule(
        "property-changed",
        "type",
        _SOURCE,
        _COMPATIBLE,
        "JSON has the same strings; members of a generated enum are strings, too.",
    )
    ROW_TYPE_FROM_ENUM = ChangeRule(
        "property-changed",
        "type",
        _SOURCE,
        _BREAKING,
        "JSON has the same strings, but values have no members any more.",
    )
    ROW_TYPE_STATED = ChangeRule(
        "property-changed",
        "type",
        _SOURCE,
        _BREAKING,
        "Only one version names a type: a value is an object of a class, or plain JSON.",
    )
    ROW_REQUIRED = ChangeRule(
        "property-changed", "required", _WIRE, _BREAKING, "Existing requests lack it."
    )
    ROW_OPTIONAL = ChangeRule(
        "property-changed", "required", _WIRE, _COMPATIBLE, "It may be left out."
    )
    ROW_NOT_NULLABLE = ChangeRule(
        "property-changed", "nullable", _WIRE, _BREAKING, "Nulls are refused."
    )
    ROW_NULLABLE = ChangeRule(
        "property-changed", "nullable", _SOURCE, _BREAKING, "Nulls may be received."
    )
    ROW_NULLABILITY_STATED = ChangeRule(
        "property-changed",
        "nullable",
        _DOCS,
        _COMPATIBLE,
        "Only one version says whether it may be null.",
    )
    ROW_READ_ONLY = ChangeRule(
        "property-changed",
        "read-only",
        _SOURCE,
        _COMPATIBLE,
        "Pages often add this remark later; `changes` of a generated package leaves it out.",
    )
    ROW_DEFAULT = ChangeRule(
        "property-changed",
        "default",
        _WIRE,
        _COMPATIBLE,
        "Requests without it are accepted, but mean something else.",
    )
    ROW_DEFAULT_STATED = ChangeRule(
        "property-changed", "default", _DOCS, _COMPATIBLE, "Only one version states it."
    )
    ROW_VALUE_ADDED = ChangeRule(
        "property-changed", "values", _WIRE, _COMPATIBLE, "The type is still a string."
    )
    ROW_VALUE_REMOVED = ChangeRule(
        "property-changed", "values", _WIRE, _BREAKING, "A value is no longer valid."
    )
    ROW_VALUES_STATED = ChangeRule(
        "property-changed", "values", _DOCS, _COMPATIBLE, "Only one version lists any."
    )
    ROW_SELECTED = ChangeRule(
        "property-changed",
        "returned on select",
        _DOCS,
        _COMPATIBLE,
        "Only one version says when it is returned.",
    )
    ROW_FILTER = ChangeRule(
        "property-changed",
        "filter",
        _DOCS,
        _COMPATIBLE,
        "Pages seldom list everything that can be filtered.",
    )
    ROW_DEPRECATED = ChangeRule(
        "property-changed", "deprecation", _SOURCE, _COMPATIBLE, "Programs still run."
    )
    ROW_DESCRIPTION = ChangeRule(
        "property-changed", "description", _DOCS, _COMPATIBLE, "Only people read it."
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
    return Change(
        kind=kind or found.kind,
        fact=found.fact,
        type=type,
        member=member,
        category=found.category,
        breaking=found.breaking,
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
