"""The base class of models, and the plans for reading and writing them.

The plan of a class is made when it is first read or written: it has a reader and a
writer for each field. A field's wire name is its Python name in camelCase, without a
trailing underscore, unless its metadata has another under "wire"; "type" in metadata
is the type of a class that the annotation alone does not find.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from inspect import get_annotations
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from graph import _values as values
from graph._classes import class_named, type_of
from graph._enums import OpenEnum
from graph._json import (
    JsonError,
    JsonValue,
    copied,
    copied_object,
    decoded,
    encoded,
    wrong,
)
from graph._lazy import class_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

M = TypeVar("M", bound="Model")

Reader: TypeAlias = Callable[[object], Any]
Writer: TypeAlias = Callable[[Any], JsonValue]
Filler: TypeAlias = Callable[["Model", dict[str, JsonValue]], None]

TYPE_KEY = "@odata.type"


@dataclass(slots=True, kw_only=True, repr=False)
class Model:
    """The base class of models: reads and writes JSON.

    A field that is None is absent. `extra` has the keys without a field: unknown keys,
    `@odata` annotations, and explicit nulls. `model.extra["displayName"] = None` writes
    a null for `display_name`, as long as that is None.
    """

    extra: dict[str, JsonValue] = field(default_factory=dict)

    def __repr__(self) -> str:
        return REPR(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read a JSON object as this class, or as the derived class that it names.

        Raises `JsonError` for a value of the wrong type.
        """
        try:
            model: Self = plan_of(cls).read(data if type(data) is dict else dict(data))
        except RecursionError:
            raise JsonError("nested too deeply") from None
        return model

    @classmethod
    def from_json(cls, text: str | bytes | bytearray | memoryview) -> Self:
        """Read a JSON object from a string, or from UTF-8, UTF-16 or UTF-32.

        Raises `JsonError` as `from_dict` does.
        """
        data = decoded(text)
        if not isinstance(data, dict):
            raise wrong("an object", data)
        return cls.from_dict(data)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return this model as a JSON object."""
        try:
            return plan_of(type(self)).write(self)
        except RecursionError:
            raise JsonError("nested too deeply") from None

    def to_json(self) -> str:
        """Return this model as a JSON string."""
        return encoded(self.to_dict())


def representation(model: Model) -> str:
    """Return the repr of a model: the fields that are set."""
    values = ((item.name, getattr(model, item.name)) for item in fields(model))
    items = (f"{n}={v!r}" for n, v in values if v is not None and v != {})
    return f"{type(model).__qualname__}({', '.join(items)})"


REPR: Callable[[Model], str] = recursive_repr("...")(representation)
"""`representation`, for models that may contain themselves."""


def wire_names(model: type[Model]) -> dict[str, str]:
    """Return the wire name of every field of a model, by its Python name."""
    return {name: wire for wire, (name, _, _) in plan_of(model).steps.items()}


class Plan:
    """How a class is read and written, derived once from its fields.

    `steps` has, for each wire name, the name of the field, the type of values that need
    no conversion, and the kind of its values.
    """

    __slots__ = ("fill", "model", "steps")

    def __init__(self, model: type[Model]) -> None:
        owners = {n: c for c in reversed(model.__mro__) for n in get_annotations(c)}
        declared = [item for item in fields(model) if item.name != "extra"]
        kinds = [kind_of(item, owners[item.name].__module__) for item in declared]
        self.model = model
        self.steps = {
            wire_name(item): (item.name, kind.exact, kind)
            for item, kind in zip(declared, kinds, strict=True)
        }
        self.fill: Filler | None = None

    def read(self, value: object) -> Any:
        """Read an object as the class, or as the derived class that it names."""
        if not isinstance(value, dict):
            raise wrong("an object", value)
        if TYPE_KEY in value:
            model = derived(self.model, value[TYPE_KEY])
            if model is not self.model:
                return plan_of(model).read(value)
        steps = self.steps
        extra: dict[str, JsonValue] = {}
        arguments: dict[str, Any] = {"extra": extra}
        key = ""
        try:
            for key, item in value.items():
                try:
                    name, exact, kind = steps[key]
                except KeyError:
                    extra[key] = copied(item)
                    continue
                if type(item) is exact:
                    arguments[name] = item
                elif item is None:
                    extra[key] = None
                else:
                    arguments[name] = kind.read(item)
        except JsonError as error:
            raise error.inside(key) from None
        return self.model(**arguments)

    def write(self, model: Model) -> dict[str, JsonValue]:
        """Write a model, with its type if it is of a derived class."""
        cls = type(model)
        plan = self if cls is self.model else plan_of(cls)
        data = {} if plan is self else type_annotation(self.model, model)
        extra = model.extra
        if extra:
            first = (k for k in extra if k[:1] == "@" and k not in plan.steps)
            data |= copied_object({k: extra[k] for k in first})
        try:
            (plan.fill or plan.compile())(model, data)
        except JsonError as error:
            raise error.inside(plan.unwritten(model, data)) from None
        except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
            wrapped = JsonError(f"can't be written: {error}")
            raise wrapped.inside(plan.unwritten(model, data)) from None
        if extra:
            data |= copied_object({k: v for k, v in extra.items() if k not in data})
        return data

    def compile(self) -> Filler:
        """Compile the function that copies the set fields of a model to a JSON object.

        A loop over the fields takes twice as long.
        """
        known: dict[str, Any] = {}
        for at, (wire, (_, _, kind)) in enumerate(self.steps.items()):
            known |= {f"wire_{at}": wire, f"kind_{at}": kind}
        exec(source_of(self), known)  # noqa: S102 - contains field names only
        fill: Filler = known["fill"]
        self.fill = fill
        return fill

    def unwritten(self, model: Model, data: dict[str, JsonValue]) -> str:
        """Return the wire name of the first set field that was not written."""
        for wire, (name, _, _) in self.steps.items():
            if wire not in data and getattr(model, name, ...) is not None:
                return wire
        return ""


def source_of(plan: Plan) -> str:
    """Return the source code of `fill`: field names and numbers, no text of JSON."""
    lines = ["def fill(model, data):", "    pass"]
    for at, (name, _, kind) in enumerate(plan.steps.values()):
        value = "value" if kind.write is None else f"kind_{at}.write(value)"
        lines.append(f"    if (value := model.{name}) is not None:")
        lines.append(f"        data[wire_{at}] = {value}")
    return "\n".join(lines)


PLANS: dict[type, Plan] = {}


def plan_of(model: type[Model]) -> Plan:
    """Return the plan of a class, which is made when it is first needed."""
    plan = PLANS.get(model)
    if plan is None:
        plan = PLANS[model] = Plan(model)
    return plan


def wire_name(item: Field[Any]) -> str:
    """Return `displayName` for `display_name`, `from` for `from_`."""
    if "wire" in item.metadata:
        return str(item.metadata["wire"])
    first, *rest = item.name.rstrip("_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


class Kind:
    """How the values of an annotation are read and written.

    Values of the type `exact` need no conversion when read; without a writer, none do
    when written.
    """

    __slots__ = ("exact", "read", "write")

    def __init__(
        self, exact: type | None, read: Reader, write: Writer | None = None
    ) -> None:
        self.exact = exact
        self.read = read
        self.write = write


class NamedKind(Kind):
    """The values of a class, which is imported when the first of them is used."""

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
        return self.find()(value)

    def find(self) -> Writer:
        found = class_of(self.type or "") or class_named(self.name, self.module)
        write: Writer = copied
        if found is not None and issubclass(found, Model):
            plan = plan_of(found)
            self.read, write = plan.read, plan.write
        elif found is not None and issubclass(found, OpenEnum):
            self.read, write = values.member_reader(found), str.__str__
        else:
            self.read = copied
        self.write = write
        return write


class ListKind(Kind):
    """Lists of values of another kind, and of nulls.

    A null in a list is None, although the annotation of its items excludes that: most
    lists contain none, and code that uses them should not have to check.
    """

    __slots__ = ("item",)

    def __init__(self, item: Kind) -> None:
        super().__init__(None, self.read_list, self.write_list)
        self.item = item

    def read_list(self, value: object) -> list[object]:
        if not isinstance(value, list):
            raise wrong("a list", value)
        kind, exact = self.item, self.item.exact
        items: list[object] = []
        try:
            for item in value:
                is_read = type(item) is exact or item is None
                items.append(item if is_read else kind.read(item))
        except JsonError as error:
            raise error.inside(len(items)) from None
        return items

    def write_list(self, value: list[Any]) -> JsonValue:
        write = self.item.write
        if write is None:
            return list(value)
        return [None if item is None else write(item) for item in value]


def kind_of(item: Field[Any], module: str) -> Kind:
    """Return the kind of a field's values for its annotation in a module."""
    found = ANNOTATION.fullmatch(item.type if isinstance(item.type, str) else "Any")
    is_list, name = found.groups() if found else (None, "Any")
    type_ = item.metadata.get("type")
    kind = KINDS.get(name) if type_ is None else None
    kind = kind or NamedKind(name, module, type_)
    return ListKind(kind) if is_list else kind


def derived(declared: type[M], name: object) -> type[M]:
    """Return the class that an object names, if it derives from the declared class."""
    if name is None:
        return declared
    if not isinstance(name, str):
        raise wrong("the name of a type", name).inside(TYPE_KEY)
    found = class_of(name.removeprefix("#"))
    return found if found is not None and issubclass(found, declared) else declared


def type_annotation(declared: type[Model], model: Model) -> dict[str, JsonValue]:
    """Return the `@odata.type` of a model of a derived class."""
    if not isinstance(model, declared):
        raise JsonError(f"{type(model).__name__} is not a {declared.__name__}")
    name = type_of(type(model))
    return {TYPE_KEY: f"#{name}"} if name else {}


ANNOTATION = re.compile(r"(list\[)?([\w.]+)\]?(?: \| None)?")

KINDS: dict[str, Kind] = {
    "Any": Kind(None, copied, copied),
    "Decimal": Kind(None, values.read_decimal, values.write_decimal),
    "Int64": Kind(int, values.read_int64, values.write_int64),
    "UUID": Kind(None, values.read_uuid, values.write_uuid),
    "bool": Kind(bool, values.read_bool),
    "bytes": Kind(None, values.read_bytes, values.write_bytes),
    "dt.date": Kind(None, values.read_date, dt.date.isoformat),
    "dt.datetime": Kind(None, values.read_datetime, values.write_datetime),
    "dt.time": Kind(None, values.read_time, values.write_time),
    "dt.timedelta": Kind(None, values.read_duration, values.write_duration),
    "float": Kind(None, values.read_float, values.write_float),
    "int": Kind(int, values.read_int),
    "str": Kind(str, values.read_string),
}
"""How the values of each annotation are read and written; others are classes."""
