"""Compare the JSON values of an example with the types of the schema.

Each mistake is reported once: a key that has no row, however many objects have it, and an object of
another type once for all its keys. These are not mistakes, because examples abbreviate and services
accept them: nulls, annotations, placeholders (`"String"`, `"<id>"`), dots, numbers in strings,
properties of derived types and of open types, and names of extensions.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Replacement, quote, quote_all
from docgen.examples.known_types import KnownTypes
from docgen.jsontext import JsonPath
from docgen.regex import Regex
from docgen.schema.edm import primitive
from docgen.schema.model import QualifiedName, TypeReference, page_type
from docgen.schema.names import short_name

_TYPE_NAME = "@odata.type"
_MAX_SHOWN = 3
_MIN_OF_ANOTHER_TYPE = 3
"""An object with fewer unknown keys is not one of another type."""

_STRING, _INTEGER, _NUMBER = "a string", "an integer", "a number"
_WANTED = {
    "Edm.Boolean": ("true or false", frozenset({"true or false"})),
    **{
        f"Edm.{name}": ("an integer", frozenset({_INTEGER}))
        for name in ("Byte", "SByte", "Int16", "Int32", "Int64")
    },
    **{
        f"Edm.{name}": ("a number", frozenset({_INTEGER, _NUMBER}))
        for name in ("Decimal", "Double", "Single")
    },
    **{
        f"Edm.{name}": ("a string", frozenset({_STRING}))
        for name in (
            *("String", "Guid", "Date", "DateTimeOffset", "TimeOfDay"),
            *("Duration", "Binary"),
        )
    },
}
"""What a value of a primitive type is in JSON; types that are not here may be anything."""

_PLACEHOLDER = Regex(
    r"\s*|.*(?:\.\.|\u2026|[<{\[].*[>}\]]).*|.*[\s_-]?(?:value|values|here)|\W+|x+|@.*"
)
_DIGITS = Regex(r"[-+]?(?:\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?|INF|NaN)")
_FIRST_WORD = Regex(r"[#\w.]+")
_CUSTOM = Regex(r".*[_.:/\\\s{}<>\[\]$-].*|")
_SEPARATORS = Regex(r"\s*[,|/]\s*|\s+or\s+")


class Finding(Struct, frozen=True, kw_only=True):
    """A mistake at a value, or at its key; `topic` is the same where one is found again."""

    code: Code
    path: JsonPath = ()
    is_about_key: bool = False
    message: str
    help: str
    topic: tuple[str, ...]
    replacement: Replacement | None = None


class ValueChecker:
    """Compares values with types."""

    def __init__(self, types: KnownTypes) -> None:
        self._types = types

    def value(
        self, value: object, type: TypeReference, path: JsonPath, name: str, owner: str
    ) -> Iterator[Finding]:
        """Return the mistakes in the value of a property or parameter.

        `name` is its name, `owner` what has it.
        """
        if value is None or not type.is_declared:
            return
        if type.is_collection:
            if isinstance(value, list):
                for number, item in enumerate(value):
                    yield from self._single(item, type, (*path, number), name, owner)
            elif not (isinstance(value, str) and _is_placeholder(value, type)):
                yield _wrong(value, "an array", type, path, name, owner)
        elif isinstance(value, list):
            if self._is_comparable(type.name):
                wanted = _WANTED.get(type.name, ("an object", None))[0]
                wanted = _STRING if self._types.enum(type.name) else wanted
                yield _wrong(value, wanted, type, path, name, owner)
        else:
            yield from self._single(value, type, path, name, owner)

    def _is_comparable(self, name: QualifiedName) -> bool:
        types = self._types
        return name in _WANTED or types.enum(name) is not None or bool(types.rows(name))

    def _single(
        self, value: object, type: TypeReference, path: JsonPath, name: str, owner: str
    ) -> Iterator[Finding]:
        if value is None or (isinstance(value, str) and _is_placeholder(value, type)):
            return
        if type.name in _WANTED:
            wanted, kinds = _WANTED[type.name]
            if _kind(value) not in kinds and not _is_number(value, wanted):
                yield _wrong(value, wanted, type, path, name, owner)
        elif enum := self._types.enum(type.name):
            if isinstance(value, str):
                yield from self._member(value, type.name, enum.members, path, name)
            elif isinstance(value, (dict, list, bool)):
                yield _wrong(value, _STRING, type, path, name, owner)
        elif self._types.rows(type.name):
            if isinstance(value, dict):
                yield from self.members(value, type.name, path)
            else:
                yield _wrong(value, "an object", type, path, name, owner)

    def _member(
        self,
        value: str,
        type: QualifiedName,
        members: Sequence[str],
        path: JsonPath,
        name: str,
    ) -> Iterator[Finding]:
        """Report a value that an enum type does not have."""
        if not members or value in members:
            return
        parts = [one for one in _SEPARATORS.split(value) if one]
        by_case = {one.lower(): one for one in members}
        wrong = [one for one in parts if one.lower() not in by_case]
        if not parts or any(_is_named(one) for one in parts):
            return
        if wrong:
            message = f"{quote(wrong[0])} is not a member of the enum type `{short_name(type)}`"
            advice = (
                f"correct the value of {quote(name)}, or add the member to `{type}`"
            )
            yield Finding(
                code=Code.UNKNOWN_MEMBER,
                path=path,
                message=message,
                help=advice,
                topic=(type, wrong[0]),
            )
            return
        other = next((one for one in parts if one not in members), None)
        if other is not None:
            member = by_case[other.lower()]
            yield Finding(
                code=Code.NAME_CASE,
                path=path,
                message=f"{quote(other)} is spelled `{member}` in type `{short_name(type)}`",
                help=f"write `{member}`",
                topic=(type,),
                replacement=Replacement(_in_case_of(by_case, value), value),
            )

    def members(
        self, value: Mapping[object, object], declared: QualifiedName, path: JsonPath
    ) -> Iterator[Finding]:
        """Return the mistakes in an object of a structured type."""
        error = value.get("error")
        if "@removed" in value or isinstance(error, dict):
            return
        named = value.get(_TYPE_NAME)
        type_ = self._actual(declared, named)
        if type_ is None:
            yield self._undeclared(str(named), path)
            return
        rows = self._types.rows(type_)
        keys = [key for key in value if isinstance(key, str) and "@" not in key]
        unknown = [key for key in keys if self._is_unknown(key, type_)]
        if _is_another_type(unknown, keys):
            yield _another_type(unknown, type_, path)
            return
        others = self._types.rows_of_derived(type_)
        for key in keys:
            row = rows.get(key.lower()) or others.get(key.lower())
            if row is not None:
                if row[0] != key:
                    yield _other_case(key, row[0], type_, path)
                where = (*path, key)
                yield from self.value(value[key], row[1], where, key, short_name(type_))
            elif key in unknown:
                yield self._unknown(key, type_, path)

    def fits(self, value: object, type: QualifiedName) -> bool:
        """Return whether an object has at least as many known keys as unknown ones."""
        if not isinstance(value, dict):
            return True
        keys = [key for key in value if isinstance(key, str) and "@" not in key]
        unknown = [key for key in keys if self._is_unknown(key, type)]
        return 2 * len(unknown) <= len(keys)

    def _actual(self, declared: QualifiedName, named: object) -> QualifiedName | None:
        """Return the type of an object; `None` if it is one that no page declares."""
        if not isinstance(named, str) or _is_placeholder_of_type(named):
            return declared
        found = self._types.named(named)
        if found is None or not self._types.derives(declared, found):
            return found
        return declared

    def _undeclared(self, named: str, path: JsonPath) -> Finding:
        """Report an object of a type that no page declares."""
        similar = self._types.similar_type(named)
        advice = "correct the name, or add a page that declares the type"
        return Finding(
            code=Code.UNRESOLVED_TYPE,
            path=(*path, _TYPE_NAME),
            message=f"no page declares the type {quote(named.strip().lstrip('#'))}",
            help=f"did you mean `#{similar}`?" if similar else advice,
            topic=(_TYPE_NAME, named),
        )

    def _is_unknown(self, key: str, type: QualifiedName) -> bool:
        if key.lower() == "id" or _CUSTOM.fullmatch(key):
            return False
        types = self._types
        is_row = key.lower() in types.rows(
            type
        ) or key.lower() in types.rows_of_derived(type)
        return bool(types.rows(type)) and not is_row and not types.is_open(type)

    def _unknown(self, key: str, type: QualifiedName, path: JsonPath) -> Finding:
        similar = self._types.similar_row(type, key)
        advice = f"add a row to the page of `{type}`, or remove the key"
        return Finding(
            code=Code.UNKNOWN_PROPERTY,
            path=(*path, key),
            is_about_key=True,
            message=f"type `{short_name(type)}` has no property {quote(key)}",
            help=f"did you mean `{similar}`?" if similar else advice,
            topic=(type, key),
            replacement=Replacement(similar, key) if similar else None,
        )


def _in_case_of(members: Mapping[str, str], value: str) -> str:
    """Return a value, or several with separators, in the case of the members."""
    parts = dict.fromkeys(_SEPARATORS.split(value))
    for part in parts:
        value = value.replace(part, members.get(part.lower(), part))
    return value


def _is_another_type(unknown: Sequence[str], keys: Sequence[str]) -> bool:
    others = len([key for key in keys if key.lower() != "id"]) - len(unknown)
    return len(unknown) >= _MIN_OF_ANOTHER_TYPE and len(unknown) > others


def _another_type(
    unknown: Sequence[str], type: QualifiedName, path: JsonPath
) -> Finding:
    names = quote_all(unknown, _MAX_SHOWN)
    return Finding(
        code=Code.UNKNOWN_PROPERTY,
        path=(*path, unknown[0]),
        is_about_key=True,
        message=f"most keys are not properties of type `{short_name(type)}`: {names}",
        help=f"show an object of the type, or add rows or a base type to the page of `{type}`",
        topic=(type,),
    )


def _other_case(key: str, name: str, type: QualifiedName, path: JsonPath) -> Finding:
    return Finding(
        code=Code.NAME_CASE,
        path=(*path, key),
        is_about_key=True,
        message=f"{quote(key)} is spelled `{name}` in type `{short_name(type)}`",
        help=f"write `{name}`",
        topic=(type, key),
        replacement=Replacement(name, key),
    )


def _wrong(
    value: object,
    wanted: str,
    type: TypeReference,
    path: JsonPath,
    name: str,
    owner: str,
) -> Finding:
    shown = short_name(type.name)
    full = page_type(type).replace(type.name, shown)
    return Finding(
        code=Code.WRONG_VALUE,
        path=path,
        message=f"{quote(name)} of `{owner}` is {_kind(value)} here, but its type is `{full}`",
        help=f"write {wanted}, or correct the type",
        topic=(owner, name),
    )


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int():
            return _INTEGER
        case float():
            return _INTEGER if value.is_integer() else _NUMBER
        case str():
            return _STRING
        case list():
            return "an array"
        case _:
            return "an object"


def _is_number(value: object, wanted: str) -> bool:
    """Return whether a string has the digits of a number, as services write large ones."""
    is_wanted = wanted in (_INTEGER, _NUMBER)
    return (
        is_wanted
        and isinstance(value, str)
        and _DIGITS.fullmatch(value.strip()) is not None
    )


def _is_placeholder(text: str, type: TypeReference) -> bool:
    """Return whether a string stands for a value: `"String"`, `"<id>"`, `"…"`."""
    if _PLACEHOLDER.fullmatch(text.strip().lower()):
        return True
    if type.name == "Edm.String":
        return False
    short = short_name(type.name).lower()
    return _is_named(text) or short in text.lower().replace(" ", "")


def _is_placeholder_of_type(named: str) -> bool:
    """Return whether a value of `@odata.type` stands for the name of any type: `"String"`."""
    name = named.strip().lstrip("#")
    first, *others = name.split() or ("",)
    is_primitive = primitive(first) is not None
    is_placeholder = _PLACEHOLDER.fullmatch(short_name(name).lower()) is not None
    return bool(others) or is_primitive or is_placeholder


def _is_named(text: str) -> bool:
    """Return whether a text begins with a type: `Edm.Int32`, `String (timestamp)`, `#graph.x`."""
    found = _FIRST_WORD.match(text.strip())
    if found is None:
        return True
    word = found[0].lstrip("#")
    return primitive(word) is not None or "." in word
