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
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from graph import _values as values
from graph._classes import class_named, type_of, typed_class
from graph._enums import OpenEnum
from graph._hints import Annotations, prepare_all
from graph._json import (
    JsonError,
    JsonValue,
    copied,
    copied_list,
    copied_object,
    decoded,
    encoded,
    wrong,
)
from graph._lazy import ROOT, class_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

M = TypeVar("M", bound="Model")

Reader: TypeAlias = Callable[[object], Any]
Writer: TypeAlias = Callable[[Any], JsonValue]
Filler: TypeAlias = Callable[["Model", dict[str, JsonValue]], None]

TYPE_KEY = "@odata.type"


@dataclass(kw_only=True, repr=False)
class Model:
    """The base class of models: reads and writes JSON.

    A field that is None is absent. `extra` has the keys without a field: unknown keys,
    `@odata` annotations, explicit nulls, and values that could not be read.
    `model.extra["displayName"] = None` writes a null for `display_name`, as long as
    that field is None.

    Models are equal if they have the same class, fields and `extra`; an `@odata.type`
    in `extra` that only names the class is not compared.
    """

    if TYPE_CHECKING:
        extra: dict[str, JsonValue] = field(default_factory=dict)
    else:  # libraries that evaluate annotations cannot use a recursive alias
        extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return pydantic's schema of a dataclass; its annotations can be evaluated."""
        prepare_all(cls)
        return handler(source)

    def __init_subclass__(cls, **options: object) -> None:
        super().__init_subclass__(**options)
        if cls.__module__.startswith(f"{ROOT}.models."):
            cls.__annotations__ = Annotations(cls)
        if "__eq__" not in vars(cls):  # or else `dataclass` generates another
            setattr(cls, "__eq__", Model.__eq__)  # noqa: B010 - not to mypy

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Model):
            return NotImplemented
        return compared(self) == compared(other)

    def __repr__(self) -> str:
        return REPR(self)

    @classmethod
    def from_dict(
        cls, data: Mapping[str, object], *, lenient: list[JsonError] | None = None
    ) -> Self:
        """Read a JSON object as this class, or as the derived class that it names.

        Raises `JsonError` for a value of the wrong type. If `lenient` is a list, the
        errors are appended to it instead, each with the path of its value. Such a value
        is kept in the `extra` of its object, under its key, and is written again. Items
        of a list are kept there in a list, with nulls in place of the items before
        them.
        """
        document = data if type(data) is dict else dict(data)
        plan = plan_of(cls)
        try:
            if lenient is None:
                model: Self = plan.read(document)
                return model
            from graph._lenient import LenientReader

            read: Self = LenientReader(lenient).read_model(plan, document, ())
        except RecursionError:
            raise JsonError("nested too deeply") from None
        return read

    @classmethod
    def from_json(
        cls,
        text: str | bytes | bytearray | memoryview,
        *,
        lenient: list[JsonError] | None = None,
    ) -> Self:
        """Read a JSON object from a string, or from UTF-8, UTF-16 or UTF-32.

        Raises `JsonError` as `from_dict` does, and in any case if there is no object.
        """
        data = decoded(text)
        if not isinstance(data, dict):
            raise wrong("an object", data)
        if lenient is None:  # so that methods of users need no such parameter
            return cls.from_dict(data)
        return cls.from_dict(data, lenient=lenient)

    def to_dict(self, expected: type[Model] | None = None) -> dict[str, JsonValue]:
        """Return this model as a JSON object.

        `@odata.type` is written where a reader needs it to find the class: in a model
        of a derived class in a field of its base class, and in this model if it is of
        a class derived from `expected`, the class that a reader expects.
        """
        try:
            return plan_of(expected or type(self)).write(self)
        except RecursionError:
            raise JsonError("nested too deeply") from None

    def to_json(self, expected: type[Model] | None = None) -> str:
        """Return this model as a JSON string; `expected` is as in `to_dict`."""
        return encoded(self.to_dict(expected) if expected else self.to_dict())


def compared(model: Model) -> dict[str, object]:
    """Return the values that `==` compares, by the names of their fields."""
    values = {i.name: getattr(model, i.name) for i in fields(model) if i.compare}
    if names_class(model.extra.get(TYPE_KEY), model):
        values["extra"] = {k: v for k, v in model.extra.items() if k != TYPE_KEY}
    name, *_ = plan_of(type(model)).steps.get(TYPE_KEY, ("",))
    if names_class(values.get(name), model):
        values[name] = None
    return values


def names_class(name: object, model: Model) -> bool:
    """Return whether an `@odata.type` names the class of a model."""
    return isinstance(name, str) and name.rpartition("#")[2] == type_of(type(model))


def representation(model: Model) -> str:
    """Return the repr of a model: the fields that are set."""
    shown = (item.name for item in fields(model) if item.repr)
    values = ((name, getattr(model, name)) for name in shown)
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
        modules: dict[Field[Any], str] = {}
        for cls in reversed(model.__mro__):
            for item in vars(cls).get("__dataclass_fields__", {}).values():
                modules.setdefault(item, cls.__module__)
        declared = [f for f in fields(model) if f.name != "extra" and f.init]
        kinds = [kind_of(item, modules[item]) for item in declared]
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
            known = data.keys() | plan.steps.keys() if data else plan.steps
            first = (k for k in extra if k[:1] == "@" and k not in known)
            data |= copied_object({k: extra[k] for k in first})
        try:
            (plan.fill or plan.compile())(model, data)
        except UNWRITABLE as error:
            wrapped = unwritable(error)
            raise wrapped.inside(plan.unwritten(model, data)) from None
        if extra:
            for key in plan.steps.keys() & extra.keys() & data.keys():
                plan.insert_unread(key, extra[key], data[key])
            data |= copied_object({k: v for k, v in extra.items() if k not in data})
        return data

    def insert_unread(self, key: str, unread: JsonValue, items: JsonValue) -> None:
        """Insert the items of a list that could not be read at their positions."""
        _, _, kind = self.steps[key]
        if isinstance(kind, ListKind) and isinstance(unread, list):
            for at, item in enumerate(copied_list(unread)):
                if item is not None and isinstance(items, list):
                    items.insert(at, item)

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
    """Return the source code of `fill`, which has no strings from pages or JSON."""
    lines = ["def fill(model, data):", "    pass"]
    for at, (name, _, kind) in enumerate(plan.steps.values()):
        value = "value" if kind.write is None else f"kind_{at}.write(value)"
        lines.append(f"    if (value := model.{name}) is not None:")
        lines.append(f"        data[wire_{at}] = {value}")
    return "\n".join(lines)


UNWRITABLE = (ArithmeticError, AttributeError, TypeError, ValueError)
"""The errors of writers for values of a wrong type; `JsonError` is one of them."""


def unwritable(error: Exception) -> JsonError:
    if isinstance(error, JsonError):
        return error
    return JsonError(f"can't be written: {error}")


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

    __slots__ = ("module", "name", "plan", "type")

    def __init__(self, name: str, module: str, type_: str | None) -> None:
        super().__init__(None, self.first_read, self.first_write)
        self.name = name
        self.module = module
        self.plan: Plan | None = None
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
            plan = self.plan = plan_of(found)
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

    def write_list(self, value: Any) -> JsonValue:
        if isinstance(value, (str, bytes, bytearray, dict)):
            raise wrong("a list", value)
        write = self.item.write
        if write is None:
            return list(value)
        items: list[JsonValue] = []
        try:
            items.extend(None if item is None else write(item) for item in value)
        except UNWRITABLE as error:
            raise unwritable(error).inside(len(items)) from None
        return items


def kind_of(item: Field[Any], module: str) -> Kind:
    """Return the kind of a field's values for its annotation in a module."""
    text = item.type if isinstance(item.type, str) else "Any"
    found = ANNOTATION.fullmatch(text) or ANNOTATION.fullmatch(respelled(text))
    is_list, name = found.groups() if found else (None, "Any")
    type_ = item.metadata.get("type")
    kind = KINDS.get(name) if type_ is None else None
    kind = kind or NamedKind(name, module, type_)
    return ListKind(kind) if is_list else kind


def respelled(annotation: str) -> str:
    """Return `list[Team] | None` for `Optional[List["Team"]]`, which users may write.

    What may be in a list or None is not in the result: any list may contain nulls.
    """
    text = OTHER_SPELLING.sub("", annotation).replace("List[", "list[")
    return OPTIONAL.sub(r"\1", OPTIONAL_ITEM.sub(r"\1", text))


OTHER_SPELLING = re.compile(
    r"[\"']|\btyping\.|\bt\.(?=Optional|List)| \| None|None \| "
)
OPTIONAL_ITEM = re.compile(r"Optional\[([\w.]+)\]")
OPTIONAL = re.compile(r"Optional\[(.*)\]")


def derived(declared: type[M], name: object) -> type[M]:
    """Return the class that an object names, if it derives from the declared class."""
    if name is None:
        return declared
    if not isinstance(name, str):
        raise wrong("the name of a type", name).inside(TYPE_KEY)
    found = class_of(name.rpartition("#")[2])
    return found if found is not None and issubclass(found, declared) else declared


def type_annotation(declared: type[Model], model: Model) -> dict[str, JsonValue]:
    """Return the `@odata.type` by which a reader finds the class of a model.

    The result is empty if the class is the declared one, or if `extra` has the name.
    """
    if not isinstance(model, declared):
        raise JsonError(f"{type(model).__name__} is not a {declared.__name__}")
    found = typed_class(type(model))
    if found is None or found is typed_class(declared):
        return {}
    name = model.extra.get(TYPE_KEY)
    if isinstance(name, str) and class_of(name.rpartition("#")[2]) in (None, found):
        return {}
    return {TYPE_KEY: f"#{type_of(found)}"}


ANNOTATION = re.compile(r"(list\[)?([\w.]+)(?(1)\])(?: \| None)?")

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
