"""Reading and writing JSON: what models and enums derive from, and their plans.

A class is planned when it is first read or written: from its fields' annotations come
a reader and a writer for each. A field's name on the wire is its own in camelCase,
without a trailing underscore, unless its metadata says another under "wire"; "type"
there names the type of a class that the annotation alone would not find.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from functools import partial
from inspect import get_annotations
from math import isfinite
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard, TypeVar
from uuid import UUID

from graph._lazy import class_named, class_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

M = TypeVar("M", bound="Model")

JsonValue: TypeAlias = (
    str | int | float | bool | list["JsonValue"] | dict[str, "JsonValue"] | None
)
Reader: TypeAlias = Callable[[object], Any]
Writer: TypeAlias = Callable[[Any], JsonValue]
Reading: TypeAlias = tuple[Callable[[str], Any], tuple[str]]
"""How copies and pickles of a value are made: its text, read again."""

Int64: TypeAlias = int
"""A whole number that JSON may have as a text, for not every reader has 64 bits."""

TYPE_KEY = "@odata.type"


class JsonError(ValueError):
    """JSON that no model can hold, or a model that JSON can't; `path` is the place."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path

    def __str__(self) -> str:
        return f"{self.path or '.'}: {self.reason}"

    def inside(self, key: str | int) -> JsonError:
        """Say that the place lies inside an object, under a key, or inside a list."""
        plain = isinstance(key, str) and key.isidentifier()
        self.path = (f".{key}" if plain else f"[{key!r}]") + self.path
        return self


@dataclass(slots=True, kw_only=True, repr=False)
class Model:
    """What every model can do: be read from JSON and be written again.

    A field that is None is absent. `extra` keeps what no field holds: unknown keys,
    `@odata` annotations, and explicit nulls. `model.extra["displayName"] = None` writes
    a null for `display_name`, as long as that is None.
    """

    extra: dict[str, JsonValue] = field(default_factory=dict)

    def __repr__(self) -> str:
        return REPR(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read a JSON object; if it names a derived type, as that.

        Raises `JsonError` for a value of the wrong kind.
        """
        try:
            return read_object(cls, dict(data))
        except RecursionError:
            raise JsonError("nested too deeply") from None

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the text of a JSON object. Raises `JsonError` as `from_dict` does."""
        try:
            data = DECODER.decode(text if isinstance(text, str) else text.decode())
        except RecursionError:
            raise JsonError("nested too deeply") from None
        except ValueError as error:
            raise JsonError(f"not JSON: {error}") from None
        if not isinstance(data, dict):
            raise wrong("an object", data)
        return cls.from_dict(data)

    def to_dict(self) -> dict[str, JsonValue]:
        """Write this as a JSON object."""
        try:
            return write_object(type(self), self)
        except RecursionError:
            raise JsonError("nested too deeply") from None

    def to_json(self) -> str:
        """Write this as the text of a JSON object."""
        data = self.to_dict()
        try:
            return ENCODER.encode(data)
        except RecursionError:
            raise JsonError("nested too deeply") from None
        except (TypeError, ValueError) as error:
            raise JsonError(f"not JSON: {error}") from None


class OpenEnum(StrEnum):
    """An enum that keeps unknown values; a value is a text and compares like one."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls._unknown(value) if isinstance(value, str) else None

    @classmethod
    def _unknown(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @classmethod
    def read(cls, value: str) -> Self:
        """Give the member for a value, known or not, also where there are none."""
        member = cls._value2member_map_.get(value)
        return member if isinstance(member, cls) else cls._unknown(value)

    def __reduce_ex__(self, protocol: object) -> Reading:
        return self.read, (self._value_,)

    @property
    def is_known(self) -> bool:
        """Whether the value is one of the members'."""
        return self._value_ in type(self)._value2member_map_


class FlagsEnum(OpenEnum):
    """An enum whose value may name several members, parted by commas.

    `A | B` joins values, `A in value` asks for one, and iteration gives one after the
    other. The text is kept as it was read.
    """

    @property
    def parts(self) -> tuple[str, ...]:
        """The values that are named, known or not."""
        parts = (part.strip() for part in self._value_.split(","))
        return tuple(part for part in parts if part)

    @property
    def is_known(self) -> bool:
        """Whether every value is one of the members'."""
        return all(part in type(self)._value2member_map_ for part in self.parts)

    def __iter__(self) -> Iterator[Self]:
        return map(self.read, self.parts)

    def __contains__(self, value: object) -> bool:
        wanted = value.split(",") if isinstance(value, str) else ()
        return bool(wanted) and {part.strip() for part in wanted} <= {*self.parts}

    def __or__(self, other: str) -> Self:
        both = self.read(f"{self},{other}")
        return self.read(",".join(dict.fromkeys(both.parts)))


def shown(model: Model) -> str:
    """Show the fields of a model that are set."""
    values = ((item.name, getattr(model, item.name)) for item in fields(model))
    given = (f"{n}={v!r}" for n, v in values if v is not None and v != {})
    return f"{type(model).__qualname__}({', '.join(given)})"


REPR: Callable[[Model], str] = recursive_repr("...")(shown)
"""`shown`, which stops at a model that is inside itself."""


def wire_names(model: type[Model]) -> dict[str, str]:
    """Give the name on the wire of every field of a model, by its name in Python."""
    return {name: wire for wire, (name, _, _) in plan_of(model).steps.items()}


class Plan:
    """How a class is read and written, made once from its fields.

    `steps` has the name of the field for each wire name, the type that it takes as it
    is and the kind of its values; `values` gives those of all fields, in that order.
    """

    __slots__ = ("steps", "values", "writers")

    def __init__(self, model: type[Model]) -> None:
        owners = {n: c for c in reversed(model.__mro__) for n in get_annotations(c)}
        own = [item for item in fields(model) if item.name != "extra"]
        kinds = [kind_of(item, owners[item.name].__module__) for item in own]
        self.steps = {
            wire_name(item): (item.name, kind.exact, kind)
            for item, kind in zip(own, kinds, strict=True)
        }
        self.writers = [(wire, kind) for wire, (_, _, kind) in self.steps.items()]
        self.values: Callable[[Model], tuple[Any, ...]] = getter([i.name for i in own])


PLANS: dict[type, Plan] = {}


def plan_of(model: type[Model]) -> Plan:
    """Give the plan of a class, made at its first use."""
    plan = PLANS.get(model)
    if plan is None:
        plan = PLANS[model] = Plan(model)
    return plan


def getter(names: list[str]) -> Callable[[Model], tuple[Any, ...]]:
    """Give what reads all fields of a model at once; a lone one comes twice."""
    if not names:
        return lambda _: ()
    return attrgetter(*names, *(names if len(names) == 1 else ()))


def wire_name(item: Field[Any]) -> str:
    """Give `displayName` for `display_name`, `from` for `from_`."""
    if "wire" in item.metadata:
        return str(item.metadata["wire"])
    first, *rest = item.name.rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


class Kind:
    """How the values of an annotation are read and written.

    One of the type `exact` is taken as it is; without a writer all are written so.
    """

    __slots__ = ("exact", "read", "write")

    def __init__(
        self, exact: type | None, read: Reader, write: Writer | None = None
    ) -> None:
        self.exact = exact
        self.read = read
        self.write = write


class NamedKind(Kind):
    """The values of a class, which is looked for when the first of them comes."""

    __slots__ = ("module", "name", "type")

    def __init__(self, name: str, module: str, type_: str | None) -> None:
        super().__init__(None, self.first_read, self.first_write)
        self.name = name
        self.module = module
        self.type = type_

    def first_read(self, value: object) -> object:
        self.find()
        return self.read(value)

    def first_write(self, value: object) -> JsonValue:
        write = self.find()
        return write(value)

    def find(self) -> Writer:
        found = class_of(self.type or "") or class_named(self.name, self.module)
        write: Writer = copied
        if found is not None and issubclass(found, Model):
            self.read, write = partial(read_object, found), partial(write_object, found)
        elif found is not None and issubclass(found, OpenEnum):
            self.read, write = member_reader(found), str.__str__
        else:
            self.read = copied
        self.write = write
        return write


class ListKind(Kind):
    """Lists of the values of another kind, and of nulls.

    A null in a list is read as None and written again, though no annotation says so: a
    reader of lists that never hold one need not ask each item whether it is there.
    """

    __slots__ = ("item",)

    def __init__(self, item: Kind) -> None:
        super().__init__(None, self.read_list, self.write_list)
        self.item = item

    def read_list(self, value: object) -> list[object]:
        if not isinstance(value, list):
            raise wrong("a list", value)
        items: list[object] = []
        exact, read = self.item.exact, self.item.read
        try:
            items.extend(
                item if type(item) is exact or item is None else read(item)
                for item in value
            )
        except JsonError as error:
            raise error.inside(len(items)) from None
        return items

    def write_list(self, value: list[Any]) -> JsonValue:
        write = self.item.write
        if write is None:
            return list(value)
        return [None if item is None else write(item) for item in value]


def kind_of(item: Field[Any], module: str) -> Kind:
    """Give the kind of a field's values from its annotation in a module."""
    found = ANNOTATION.fullmatch(item.type if isinstance(item.type, str) else "Any")
    many, name = found.groups() if found else (None, "Any")
    type_ = item.metadata.get("type")
    kind = KINDS.get(name) if type_ is None else None
    kind = kind or NamedKind(name, module, type_)
    return ListKind(kind) if many else kind


def read_object(declared: type[M], value: object) -> M:
    """Read an object as the declared class, or as the derived one that it names."""
    if not isinstance(value, dict):
        raise wrong("an object", value)
    model = derived(declared, value[TYPE_KEY]) if TYPE_KEY in value else declared
    steps = (PLANS.get(model) or plan_of(model)).steps
    given: dict[str, Any] = {}
    extra: dict[str, JsonValue] = {}
    key = ""
    try:
        for key, item in value.items():
            step = steps.get(key)
            if step is None or item is None:
                extra[key] = copied(item)
            elif type(item) is step[1]:
                given[step[0]] = item
            else:
                given[step[0]] = step[2].read(item)
    except JsonError as error:
        raise error.inside(key) from None
    return model(extra=extra, **given)


def derived(declared: type[M], name: object) -> type[M]:
    """Give the class that an object names, if it derives from the declared one."""
    if name is None:
        return declared
    if not isinstance(name, str):
        raise wrong("the name of a type", name).inside(TYPE_KEY)
    found = class_of(name.removeprefix("#"))
    return found if found is not None and issubclass(found, declared) else declared


def write_object(declared: type[Model], model: Model) -> dict[str, JsonValue]:
    """Write a model; if its class derives from the declared one, say which it is."""
    cls = type(model)
    data: dict[str, JsonValue] = {}
    if cls is not declared:
        data = type_annotation(declared, model)
    extra = model.extra
    if extra:
        data |= copied_object({k: v for k, v in extra.items() if k[:1] == "@"})
    plan = PLANS.get(cls) or plan_of(cls)
    wire = ""
    try:
        for (wire, kind), value in zip(plan.writers, plan.values(model), strict=False):
            if value is not None:
                write = kind.write
                data[wire] = value if write is None else write(value)
    except JsonError as error:
        raise error.inside(wire) from None
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
        raise JsonError(f"can't be written: {error}", f".{wire}") from None
    if extra:
        data |= copied_object({k: v for k, v in extra.items() if k not in data})
    return data


def type_annotation(declared: type[Model], model: Model) -> dict[str, JsonValue]:
    """Give what says of which type a model is, where that isn't the declared one."""
    if not isinstance(model, declared):
        raise JsonError(f"{type(model).__name__} is no {declared.__name__}")
    name = type_of(type(model))
    return {TYPE_KEY: f"#{name}"} if name else {}


def copied(value: object) -> JsonValue:
    """Copy a JSON value."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dict):
        return copied_object(value)
    if isinstance(value, list):
        return copied_list(value)
    if isinstance(value, float) and isfinite(value):
        return value
    raise wrong("JSON", value)


def copied_object(value: dict[str, Any]) -> dict[str, JsonValue]:
    data: dict[str, JsonValue] = {}
    key = ""
    try:
        for key, item in value.items():
            data[key] = copied(item)
    except JsonError as error:
        raise error.inside(key) from None
    return data


def copied_list(value: list[Any]) -> list[JsonValue]:
    items: list[JsonValue] = []
    try:
        items.extend(map(copied, value))
    except JsonError as error:
        raise error.inside(len(items)) from None
    return items


def member_reader(enum: type[OpenEnum]) -> Reader:
    """Give the reader of an enum."""
    members = enum._value2member_map_

    def read_member(value: object) -> object:
        if not isinstance(value, str):
            raise wrong("a text", value)
        return members.get(value) or enum.read(value)

    return read_member


def wrong(wanted: str, value: object) -> JsonError:
    """Give the error for a value of another kind than was wanted."""
    match value:
        case None | bool():
            found = json.dumps(value)
        case str():
            found = repr(value if len(value) <= 40 else f"{value[:40]}...")
        case float() if not isfinite(value):
            found = str(value)
        case _:
            found = WORDS.get(type(value), type(value).__name__)
    return JsonError(f"expected {wanted}, not {found}")


WORDS = {dict: "an object", list: "a list", int: "a number", float: "a number"}


def read_text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise wrong("a text", value)


def read_bool(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong("true or false", value)


def read_int(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise wrong("a whole number", value)


def read_int64(value: object) -> int:
    if isinstance(value, str) and re.fullmatch("-?[0-9]{1,19}", value):
        return int(value)
    return read_int(value)


def read_float(value: object) -> float:
    if is_number(value):
        return value
    if isinstance(value, str) and value in FLOATS:
        return FLOATS[value]
    raise wrong("a number", value)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a number of JSON: `1e400` was one, before it was decoded."""
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def write_float(value: float) -> JsonValue:
    if isinstance(value, int) or isfinite(value):
        return value
    return "NaN" if value != value else "INF" if value > 0 else "-INF"


FLOATS = {"NaN": float("nan"), "INF": float("inf"), "-INF": float("-inf")}


class SpeltDecimal(Decimal):
    """A number that JSON had as a text, which is kept."""

    spelling: str

    def __reduce_ex__(self, protocol: object) -> Reading:
        return read_decimal, (self.spelling,)


DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")


def read_decimal(value: object) -> Decimal:
    if isinstance(value, str) and DECIMAL.fullmatch(value):
        number = SpeltDecimal(value)
        number.spelling = value
        return number
    if is_number(value):
        return Decimal(repr(value))
    raise wrong("a decimal number", value)


def write_decimal(value: Decimal) -> JsonValue:
    if isinstance(value, SpeltDecimal):
        return value.spelling
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


def read_moment(value: object) -> dt.datetime:
    if isinstance(value, str) and value[10:11] in DATE_ENDS:
        try:
            return dt.datetime.fromisoformat(value.upper())
        except ValueError:
            pass
    raise wrong("a moment such as 2021-06-01T12:34:56Z", value)


DATE_ENDS = frozenset("Tt ")


def write_moment(value: dt.datetime) -> str:
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def read_date(value: object) -> dt.date:
    if isinstance(value, str) and value[4:8:3] == "--":
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("a date such as 2021-06-01", value)


def read_time(value: object) -> dt.time:
    if isinstance(value, str) and value[2:3] == ":":
        try:
            return dt.time.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("a time of day such as 12:34:56", value)


def write_time(value: dt.time) -> str:
    text = dt.time.isoformat(value)
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


class SpeltDuration(dt.timedelta):
    """A duration that JSON spells in a way of its own, which is kept."""

    spelling: str

    def __reduce_ex__(self, protocol: object) -> Reading:
        return read_duration, (self.spelling,)


DURATION = re.compile(
    r"([+-])?P(?=[0-9T])(?:([0-9]+)W)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)


def read_duration(value: object) -> dt.timedelta:
    found = DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise wrong("a duration such as P1DT2H30M (no years or months)", value)
    sign, *parts = found.groups(default="0")
    weeks, days, hours, minutes, seconds = map(float, parts)
    factor = -1 if sign == "-" else 1
    try:
        length = SpeltDuration(
            days=factor * (7 * weeks + days),
            hours=factor * hours,
            minutes=factor * minutes,
            seconds=factor * seconds,
        )
    except (OverflowError, ValueError):
        raise wrong("a duration of fewer days", value) from None
    length.spelling = found[0]
    return length


def write_duration(value: dt.timedelta) -> str:
    if isinstance(value, SpeltDuration):
        return value.spelling
    length = abs(value)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{length.microseconds:06}".rstrip("0") if length.microseconds else ""
    day = f"{length.days}D" if length.days else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction or not (day or clock):
        clock += f"{seconds}{fraction}S"
    return ("-P" if value < ZERO else "P") + day + (f"T{clock}" if clock else "")


ZERO = dt.timedelta()


def read_uuid(value: object) -> UUID:
    if not isinstance(value, str) or not GUID.fullmatch(value):
        raise wrong("a GUID", value)
    key = UUID(value)
    return key if value == value.lower() else SpeltUUID(key, value)


class SpeltUUID(UUID):
    """A GUID that JSON has in capitals, which are kept."""

    __slots__ = ("spelling",)

    spelling: str

    def __init__(self, key: UUID, spelling: str) -> None:
        super().__init__(int=key.int)
        object.__setattr__(self, "spelling", spelling)  # for a UUID can't be changed

    def __reduce_ex__(self, protocol: object) -> Reading:
        return read_uuid, (self.spelling,)


def write_uuid(value: UUID) -> str:
    return value.spelling if isinstance(value, SpeltUUID) else UUID.__str__(value)


GUID = re.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read_bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise wrong("a text in base64", value)
    plain = value.translate(URL_SAFE).rstrip("=")
    try:
        content = a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True)
    except ValueError:
        raise wrong("a text in base64", value) from None
    if write_bytes(content) == value:
        return content
    kept: bytes = SPELT_BYTES(content)
    vars(kept)["spelling"] = value
    return kept


def reread_bytes(value: bytes, _: object) -> Reading:
    return read_bytes, (spelling_of(value),)


def spelling_of(value: bytes) -> str:
    return str(vars(value)["spelling"])


SPELT_BYTES = type("SpeltBytes", (bytes,), {"__reduce_ex__": reread_bytes})
"""Bytes that JSON has in another alphabet or without padding, which is kept.

No class statement makes it: stubtest has objections to one that adds to `bytes`.
"""


URL_SAFE = str.maketrans("-_", "+/")


def write_bytes(value: bytes) -> str:
    if isinstance(value, SPELT_BYTES):
        return spelling_of(value)
    return b2a_base64(value, newline=False).decode()


def refused(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


ANNOTATION = re.compile(r"(list\[)?([\w.]+)\]?(?: \| None)?")

KINDS: dict[str, Kind] = {
    "Any": Kind(None, copied, copied),
    "Decimal": Kind(None, read_decimal, write_decimal),
    "Int64": Kind(int, read_int64),
    "UUID": Kind(None, read_uuid, write_uuid),
    "bool": Kind(bool, read_bool),
    "bytes": Kind(None, read_bytes, write_bytes),
    "dt.date": Kind(None, read_date, dt.date.isoformat),
    "dt.datetime": Kind(None, read_moment, write_moment),
    "dt.time": Kind(None, read_time, write_time),
    "dt.timedelta": Kind(None, read_duration, write_duration),
    "float": Kind(None, read_float, write_float),
    "int": Kind(int, read_int),
    "str": Kind(str, read_text),
}
"""How the values of each annotation are read and written; any other names a class."""

DECODER = json.JSONDecoder(parse_constant=refused)
ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
