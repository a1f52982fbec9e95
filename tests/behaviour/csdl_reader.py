"""A strict reader of CSDL 4.0: it returns what a document declares, or raises an error.

It knows nothing of docgen. Sections are those of OData Version 4.0, Part 3, with Errata 03.
One rule is left out, that no property is named like its type (8): OData 4.01 dropped it, and
services never kept it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

EDMX = "{http://docs.oasis-open.org/odata/ns/edmx}"
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
CORE = "Org.OData.Core.V1"

RESERVED = {"Edm", "odata", "System", "Transient"}
EXPRESSIONS = {"String", "Bool", "Int", "EnumMember"}
ATTRIBUTES = {
    "Schema": ({"Namespace"}, {"Alias"}),
    "EntityType": ({"Name"}, {"BaseType", "Abstract", "OpenType", "HasStream"}),
    "ComplexType": ({"Name"}, {"BaseType", "Abstract", "OpenType"}),
    "EnumType": ({"Name"}, {"UnderlyingType", "IsFlags"}),
    "TypeDefinition": ({"Name", "UnderlyingType"}, set[str]()),
    "Key": (set[str](), set[str]()),
    "PropertyRef": ({"Name"}, {"Alias"}),
    "Property": ({"Name", "Type"}, {"Nullable", "DefaultValue", "Precision", "Scale"}),
    "NavigationProperty": ({"Name", "Type"}, {"Nullable", "ContainsTarget"}),
    "Member": ({"Name"}, {"Value"}),
    "Annotation": ({"Term"}, {"Qualifier", *EXPRESSIONS}),
    "Collection": (set[str](), set[str]()),
    "Record": (set[str](), {"Type"}),
    "PropertyValue": ({"Property"}, EXPRESSIONS),
    "Action": ({"Name"}, {"IsBound", "EntitySetPath"}),
    "Function": ({"Name"}, {"IsBound", "IsComposable", "EntitySetPath"}),
    "Parameter": ({"Name", "Type"}, {"Nullable", "Precision", "Scale"}),
    "ReturnType": ({"Type"}, {"Nullable", "Precision", "Scale"}),
}
"""Element → the attributes that it must have, and those that it may have."""
CHILDREN = {
    "Schema": {
        *("EntityType", "ComplexType", "EnumType", "TypeDefinition", "Annotation"),
        *("Action", "Function"),
    },
    "Action": {"Parameter", "ReturnType", "Annotation"},
    "Function": {"Parameter", "ReturnType", "Annotation"},
    "Parameter": {"Annotation"},
    "ReturnType": {"Annotation"},
    "EntityType": {"Key", "Property", "NavigationProperty", "Annotation"},
    "ComplexType": {"Property", "NavigationProperty", "Annotation"},
    "EnumType": {"Member", "Annotation"},
    "TypeDefinition": {"Annotation"},
    "Key": {"PropertyRef"},
    "Property": {"Annotation"},
    "NavigationProperty": {"Annotation"},
    "Member": {"Annotation"},
    "Annotation": {"Annotation", "Collection"},
    "Collection": {"Record"},
    "Record": {"PropertyValue", "Annotation"},
}
CALLS = ("Action", "Function")
OF_KEYS = {
    *("Boolean", "Byte", "Date", "DateTimeOffset", "Decimal", "Duration", "Guid"),
    *("Int16", "Int32", "Int64", "SByte", "String", "TimeOfDay"),
}
PLACES = {
    *("", "Point", "LineString", "Polygon", "Collection"),
    *("MultiPoint", "MultiLineString", "MultiPolygon"),
}
PRIMITIVES = {
    f"Edm.{name}"
    for name in (
        *OF_KEYS,
        *("Binary", "Double", "Single", "Stream"),
        *(family + shape for family in ("Geography", "Geometry") for shape in PLACES),
    )
}
ABSTRACT = {"Edm.PrimitiveType", "Edm.ComplexType", "Edm.EntityType", "Edm.Untyped"}
LITERALS = {
    "Edm.Boolean": "true|false",
    "Edm.String": r"(?s:.*)",
    "Edm.TimeOfDay": r"\d\d:\d\d(:\d\d(\.\d+)?)?",
    "Edm.Date": r"-?\d{4,}-\d\d-\d\d",
    "Edm.DateTimeOffset": r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)",
    "Edm.Duration": r"[+-]?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?",
    "Edm.Guid": r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    **dict.fromkeys(
        ("Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.SByte"), r"[+-]?\d+"
    ),
    **dict.fromkeys(("Edm.Decimal", "Edm.Double", "Edm.Single"), r"-?\d+(\.\d+)?"),
}
FIRST = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"}
FURTHER = FIRST | {"Nd", "Mn", "Mc", "Pc", "Cf"}


class RefusedError(Exception):
    """A document is no CSDL 4.0."""


class Row(Struct, frozen=True, kw_only=True):
    """A property or a navigation property."""

    type: str
    is_collection: bool
    is_navigation: bool
    nullable: bool | None
    default: str | None
    description: str | None
    terms: tuple[str, ...]


class Read(Struct, frozen=True, kw_only=True):
    """A type as the document has it: `members` are name, value and description."""

    kind: str
    base: str | None = None
    abstract: bool = False
    open: bool = False
    flags: bool = False
    key: tuple[str, ...] = ()
    rows: Mapping[str, Row] = {}
    members: tuple[tuple[str, int | None, str | None], ...] = ()
    description: str | None = None
    note: str | None = None


class Given(Struct, frozen=True, kw_only=True):
    """A parameter of an action or a function."""

    name: str
    type: str
    nullable: str | None
    description: str | None


class Call(Struct, frozen=True, kw_only=True):
    """An action or a function; the first of its `parameters` is the binding parameter."""

    kind: str
    name: str
    parameters: tuple[Given, ...]
    returns: str | None
    description: str | None
    note: str | None

    @property
    def bound(self) -> str:
        """The type to which it is bound."""
        return self.parameters[0].type

    @property
    def given(self) -> dict[str, str]:
        """The types of the parameters that a caller gives, by name."""
        return {one.name: one.type for one in self.parameters[1:]}


class Document(Struct, frozen=True, kw_only=True):
    """The types of a document by qualified name, and its actions and functions in order."""

    types: dict[str, Read]
    calls: tuple[Call, ...]


def read(text: str) -> dict[str, Read]:
    """Return the types of a document by qualified name; raises `RefusedError`."""
    return read_document(text).types


def read_calls(text: str) -> tuple[Call, ...]:
    """Return the actions and functions of a document; raises `RefusedError`."""
    return read_document(text).calls


def read_document(text: str) -> Document:
    """Return what a document declares; raises `RefusedError`."""
    try:
        root = ET.fromstring(text.encode())  # noqa: S314 (docgen wrote it)
    except ET.ParseError as error:
        raise RefusedError(f"no XML: {error}") from error
    included = vocabularies(root)
    services = root.findall(f"{EDMX}DataServices")
    check(len(services) == 1, "one edmx:DataServices (3.1)")
    schemas = list(services[0])
    check(bool(schemas), "a schema (3.2)")
    spaces = [schema.get("Namespace", "") for schema in schemas]
    unique([*spaces, *included], "namespaces (5.1.1)")
    types: dict[str, Read] = {}
    calls: list[Call] = []
    for schema, space in zip(schemas, spaces, strict=True):
        sound(schema, "Schema", included)
        check(space not in RESERVED, f"the namespace {space} is reserved (5.1.1)")
        check(len(space) <= 511, "a namespace of at most 511 characters")
        for part in space.split("."):
            identifier(part)
        named = [one for one in schema if local(one) != "Annotation"]
        kinds = [(one.get("Name", ""), local(one)) for one in named]
        declared = [*{one for one in kinds if one[1] in CALLS}]
        declared += [one for one in kinds if one[1] not in CALLS]
        unique([name for name, _ in declared], f"names of {space} (5.1)")
        for one in named:
            name = f"{space}.{identifier(one.get('Name', ''))}"
            if local(one) in CALLS:
                calls.append(call_of(one, name))
            else:
                types[name] = of_element(one)
    for name in types:
        resolved(types, name)
    for call in calls:
        of_call(types, call)
    overloads(calls)
    return Document(types=types, calls=tuple(calls))


def call_of(one: ET.Element, name: str) -> Call:
    parameters = [child for child in one if local(child) == "Parameter"]
    names = [identifier(child.attrib["Name"]) for child in parameters]
    unique(names, "parameters (12.9.1)")
    returned = [child for child in one if local(child) == "ReturnType"]
    check(len(returned) <= 1, "one return type (12.8)")
    check(local(one) == "Action" or bool(returned), "functions return a value (12.3)")
    return Call(
        kind=local(one).lower(),
        name=name,
        parameters=tuple(
            Given(
                name=child.attrib["Name"],
                type=child.attrib["Type"],
                nullable=child.get("Nullable"),
                description=annotation(child, "Description"),
            )
            for child in parameters
        ),
        returns=returned[0].attrib["Type"] if returned else None,
        description=annotation(one, "Description"),
        note=annotation(one, "LongDescription"),
    )


def of_call(types: Mapping[str, Read], call: Call) -> None:
    """Refuse an operation that is not bound, or whose types do not resolve."""
    check(bool(call.parameters), f"{call.name} has a binding parameter (12.5)")
    bound, _ = item(call.bound)
    check(bound in types or bound in PRIMITIVES, f"{bound} does not resolve (12.9.2)")
    for one in call.parameters[1:]:
        name, _ = item(one.type)
        check(name in types or name in PRIMITIVES | ABSTRACT, f"{name} (12.9.2)")
        check(name != "Edm.Stream", "no streams in parameters (4.4)")
    if call.returns is not None:
        name, is_many = item(call.returns)
        check(name in types or name in PRIMITIVES | ABSTRACT, f"{name} (12.8.1)")
        check(not (is_many and name == "Edm.Stream"), "no collections of streams (4.4)")


def item(type: str) -> tuple[str, bool]:
    match = re.fullmatch(r"Collection\(([^()]+)\)", type)
    return (match[1], True) if match else (type, False)


def overloads(calls: Iterable[Call]) -> None:
    """Refuse overloads that a caller cannot tell apart (12.2, 12.4)."""
    calls = list(calls)
    unique(
        [f"{one.name} {one.bound}" for one in calls if one.kind == "action"],
        "overloads of actions (12.2)",
    )
    functions = [one for one in calls if one.kind == "function"]
    for form in (
        [f"{one.name} {one.bound} {sorted(one.given)}" for one in functions],
        [f"{one.name} {one.bound} {list(one.given.values())}" for one in functions],
    ):
        unique(form, "overloads of functions (12.4)")
    returned = {(one.name, one.bound, one.returns) for one in functions}
    unique([f"{name} {bound}" for name, bound, _ in returned], "return types (12.4)")


def vocabularies(root: ET.Element) -> set[str]:
    check(root.tag == f"{EDMX}Edmx", "edmx:Edmx (3.1)")
    check(dict(root.attrib) == {"Version": "4.0"}, "version 4.0 (3.1.1)")
    references = root.findall(f"{EDMX}Reference")
    check(len(references) + 1 == len(root), "only references next to services")
    unique([one.get("Uri", "") for one in references], "references (3.3.1)")
    included: list[str] = []
    for reference in references:
        check(set(reference.attrib) == {"Uri"} and len(reference) > 0, "a URI (3.3)")
        for include in reference:
            check(include.tag == f"{EDMX}Include", "edmx:Include (3.4)")
            included.append(include.get("Namespace", ""))
    unique(included, "included namespaces (3.4.1)")
    return set(included)


def sound(one: ET.Element, name: str, included: Iterable[str]) -> None:
    """Refuse elements, attributes and text that have no place."""
    check(one.tag == EDM + name, f"{one.tag} instead of {name}")
    needed, allowed = ATTRIBUTES[name]
    given = set(one.attrib)
    check(needed <= given, f"{name} lacks {needed - given}")
    check(given <= needed | allowed, f"{name} with {given - needed - allowed}")
    check(not (one.text or "").strip() + (one.tail or "").strip(), f"text in {name}")
    for flag in given & {
        "Abstract",
        "OpenType",
        "IsFlags",
        "Nullable",
        "HasStream",
        "IsBound",
    }:
        check(one.attrib[flag] in ("true", "false"), f"{flag} is a boolean")
    children = [local(child) for child in one]
    check(set(children) <= CHILDREN.get(name, set()), f"{children} in {name}")
    terms = [child.get("Term", "") for child in one if local(child) == "Annotation"]
    unique(terms, "terms of an element (4.6)")
    check({term.rpartition(".")[0] for term in terms} <= set(included), "known terms")
    for child in one:
        sound(child, local(child), included)


def of_element(one: ET.Element) -> Read:
    match local(one):
        case "EntityType" | "ComplexType":
            return structured(one)
        case "EnumType":
            return enum(one)
        case _:
            check(one.attrib["UnderlyingType"] in PRIMITIVES, "a primitive (11.1.2)")
            return Read(
                kind="definition",
                description=annotation(one, "Description"),
                note=annotation(one, "LongDescription"),
            )


def structured(one: ET.Element) -> Read:
    rows = [r for r in one if local(r) in ("Property", "NavigationProperty")]
    unique([row.get("Name", "") for row in rows], "properties (6.1.1)")
    keys = one.findall(f"{EDM}Key")
    check(len(keys) <= 1, "one key (8.2)")
    refs = [ref for key in keys for ref in key]
    check(not keys or bool(refs), "a key has properties (8.2)")
    return Read(
        kind="entity" if local(one) == "EntityType" else "complex",
        base=one.get("BaseType"),
        abstract=one.get("Abstract") == "true",
        open=one.get("OpenType") == "true",
        key=tuple(ref.attrib["Name"] for ref in refs),
        rows={identifier(row.attrib["Name"]): row_of(row) for row in rows},
        description=annotation(one, "Description"),
        note=annotation(one, "LongDescription"),
    )


def row_of(row: ET.Element) -> Row:
    match = re.fullmatch(r"Collection\(([^()]+)\)", row.attrib["Type"])
    nullable = row.get("Nullable")
    return Row(
        type=match[1] if match else row.attrib["Type"],
        is_collection=match is not None,
        is_navigation=local(row) == "NavigationProperty",
        nullable=None if nullable is None else nullable == "true",
        default=row.get("DefaultValue"),
        description=annotation(row, "Description"),
        terms=tuple(one.attrib["Term"] for one in row),
    )


def enum(one: ET.Element) -> Read:
    members = one.findall(f"{EDM}Member")
    check(bool(members), "an enum type has members (10)")
    unique([member.get("Name", "") for member in members], "members (10.2.1)")
    values = [member.get("Value") for member in members]
    flags = one.get("IsFlags") == "true"
    known = [int(value) for value in values if value is not None]
    check(len(known) in (0, len(values)), "all members have a value or none (10.2.2)")
    check(not flags or min(known, default=-1) >= 0, "flags have values (10.2.2)")
    limits = {"Edm.Int32": 2**31 - 1, "Edm.Int64": 2**63 - 1}
    underlying = one.get("UnderlyingType", "Edm.Int32")
    check(underlying in limits, "an integer type (10.1.2)")
    limit = limits[underlying]
    check(all(-limit - 1 <= value <= limit for value in known), "values fit (10.2.2)")
    return Read(
        kind="enum",
        flags=flags,
        members=tuple(
            (
                identifier(member.attrib["Name"]),
                None if value is None else int(value),
                annotation(member, "Description"),
            )
            for member, value in zip(members, values, strict=True)
        ),
        description=annotation(one, "Description"),
        note=annotation(one, "LongDescription"),
    )


def resolved(types: Mapping[str, Read], name: str) -> None:
    """Refuse what a type has no right to, with those above it known."""
    one = types[name]
    above = list(bases(types, name))
    for base in above:
        check(types[base].kind == one.kind, f"{base} is another kind than {name}")
        check(not set(one.rows) & set(types[base].rows), f"{name} repeats rows (6.1.1)")
    keyed = [base for base in (name, *above) if types[base].key]
    if one.kind == "entity":
        check(len(keyed) <= 1, f"{name} has two keys (8.2)")
        check(bool(keyed) or one.abstract, f"{name} has no key (8.1.3)")
        is_below = one.abstract and not all(types[base].abstract for base in above)
        check(not is_below, f"{name} is abstract below a type that is not (8.1.3)")
    rows = {
        key: row for base in (*above, name) for key, row in types[base].rows.items()
    }
    for key in one.key:
        check(key in rows, f"the key {key} is not a property of {name} (8.3.1)")
        of_key(types, rows[key])
    for row in one.rows.values():
        of_row(types, row)


def bases(types: Mapping[str, Read], name: str) -> Iterator[str]:
    seen = {name}
    base = types[name].base
    while base is not None:
        check(base in types, f"{base} does not resolve (8.1.2)")
        check(base not in seen, f"{name} derives from itself (8.1.2)")
        seen.add(base)
        yield base
        base = types[base].base


def of_key(types: Mapping[str, Read], row: Row) -> None:
    is_primitive = row.type.removeprefix("Edm.") in OF_KEYS
    is_enum = row.type in types and types[row.type].kind in ("enum", "definition")
    check(is_primitive or is_enum, f"{row.type} is not a type of a key (8.2)")
    check(row.nullable is False and not row.is_collection, "keys are not null (8.2)")


def of_row(types: Mapping[str, Read], row: Row) -> None:
    kind = types[row.type].kind if row.type in types else None
    is_known = kind is not None or row.type in PRIMITIVES | ABSTRACT
    check(is_known, f"{row.type} does not resolve (6.1.2)")
    is_entity = kind == "entity" or row.type == "Edm.EntityType"
    check(is_entity == row.is_navigation, f"{row.type} is in the wrong element (7.1.2)")
    if row.is_collection:
        check(not row.is_navigation or row.nullable is None, "no nullable (7.1.3)")
        check(row.type not in ("Edm.Stream", "Edm.PrimitiveType"), "no streams (4.4)")
        check(row.default is None, "no default of a collection (6.2.7)")
    if row.default is not None:
        check(is_value(types, row.type, row.default), f"{row.default} is no {row.type}")


def is_value(types: Mapping[str, Read], name: str, text: str) -> bool:
    if name in types and types[name].kind == "enum":
        given = text.split(",") if types[name].flags else [text]
        return set(given) <= {member for member, _, _ in types[name].members}
    form = LITERALS.get("Edm.String" if name in types else name)
    return form is not None and re.fullmatch(form, text) is not None


def annotation(one: ET.Element, term: str) -> str | None:
    return next(
        (
            child.attrib["String"]
            for child in one.findall(f"{EDM}Annotation")
            if child.attrib["Term"] == f"{CORE}.{term}"
        ),
        None,
    )


def identifier(text: str) -> str:
    kinds = [unicodedata.category(character) for character in text]
    begins = text[:1] == "_" or set(kinds[:1]) <= FIRST
    is_one = 0 < len(text) <= 128 and begins and set(kinds) <= FURTHER
    check(is_one, f"{text!r} is not an identifier (17.2)")
    return text


def local(one: ET.Element) -> str:
    return one.tag.removeprefix(EDM)


def unique(names: Iterable[str], what: str) -> None:
    known = list(names)
    check(len(known) == len(set(known)), f"{what} are unique: {known}")


def check(is_so: bool, rule: str) -> None:
    if not is_so:
        raise RefusedError(rule)
