"""The arguments of a call as Python code: values of the URL, options, headers and the body.

The body itself is not written as code: the call reads it from the example, which is `sent`.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.documented.model import CallArgument
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode, json_literal, string_literal
from docgen.python.parameters import COUNT_OPTION, NUMBER_OPTIONS, SEQUENCE_OPTIONS
from docgen.python.signatures.model import MethodParameter
from docgen.regex import Regex
from docgen.schema.model import ANY_JSON, QualifiedName, TypeReference

_INTEGERS = frozenset({"Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.SByte"})
_CONVERTED = _INTEGERS | {
    *("Edm.Binary", "Edm.Boolean", "Edm.Date", "Edm.Decimal", "Edm.Double"),
    *("Edm.Duration", "Edm.Guid", "Edm.Single", "Edm.TimeOfDay"),
}
"""Types whose values a caller does not pass as strings."""

_INTEGER = Regex(r"-?[0-9]{1,18}")
_MAX_STRING = 60
"""Maximum number of characters of a string of a body that is written as code."""

READ, VALUE = "read", "value"
"""The functions of `testing` that make typed values of JSON; they keep placeholders as they are."""

_INT32 = TypeReference(name=QualifiedName("Edm.Int32"))


class ArgumentCode(Struct, frozen=True, kw_only=True):
    """The code of a value, and the function of `testing` that it calls, if any.

    `items` are those of a list, whose code is then empty, or the arguments of the function.
    `inner` is the function that a comprehension calls for each item. `reads_body` means that the
    code reads the body of the example.
    """

    code: PythonCode = PythonCode("")
    items: tuple[PythonCode, ...] = ()
    function: str = ""
    inner: str = ""
    is_comprehension: bool = False
    reads_body: bool = False

    def argument(self, name: str) -> CallArgument:
        """Return the value as an argument; `name` is empty if it is passed by its position."""
        before = f"{name}=" if name else ""
        if not self.items:
            return CallArgument(start=f"{before}{self.code}")
        if self.function:
            return CallArgument(
                start=f"{before}{self.function}(", items=self.items, end=")"
            )
        return CallArgument(
            start=f"{before}[",
            items=self.items,
            end="]",
            is_list=True,
            is_comprehension=self.is_comprehension,
        )

    @property
    def line(self) -> PythonCode:
        """The value in one line."""
        return PythonCode(self.argument("").line)


def text_value(text: str, type_: TypeReference | None, layout: Layout) -> ArgumentCode:
    """Return the typed value of a string in a URL or a header."""
    if type_ is None or type_.is_collection or type_.name in ANY_JSON:
        return ArgumentCode(code=string_literal(text))
    name = type_.name
    if name in _INTEGERS and _INTEGER.fullmatch(text):
        return ArgumentCode(code=PythonCode(str(int(text))))
    if name == "Edm.Boolean" and text in ("true", "false"):
        return ArgumentCode(code=PythonCode(text.title()))
    return _typed(name, string_literal(text), layout)


def option_value(
    one: MethodParameter, text: str, layout: Layout
) -> ArgumentCode | None:
    """Return the value of a query option; `None` if its parameter can't have it."""
    if one.wire_name in SEQUENCE_OPTIONS:
        items = tuple(map(string_literal, _listed(text))) if text else ()
        return ArgumentCode(items=items) if items else None
    if one.wire_name in NUMBER_OPTIONS:
        return text_value(text, _INT32, layout)
    if one.wire_name == COUNT_OPTION:
        return ArgumentCode(code=PythonCode("True")) if text == "true" else None
    return text_value(text, one.type, layout) if text else None


def _listed(text: str) -> Iterator[str]:
    """Split a list at the commas outside brackets and quotation marks."""
    start = depth = 0
    is_quoted = False
    for index, character in enumerate(text):
        if character == "'":
            is_quoted = not is_quoted
        elif not is_quoted and character in "()":
            depth += 1 if character == "(" else -1
        elif not is_quoted and depth == 0 and character == ",":
            yield text[start:index]
            start = index + 1
    yield text[start:]


def body_value(
    value: object, type_: TypeReference | None, path: PythonCode, layout: Layout
) -> ArgumentCode:
    """Return a value of a body; `path` is the code that reads it from the example."""
    is_short = not isinstance(value, str) or len(value) <= _MAX_STRING
    is_literal = isinstance(value, bool | int | str) and is_short
    code = json_literal(value) if is_literal else path
    if type_ is None or type_.name in ANY_JSON or _is_of_type(value, type_):
        return ArgumentCode(code=code, reads_body=not is_literal)
    if not type_.is_collection:
        found = _typed(type_.name, code, layout)
        return replace(found, reads_body=not is_literal)
    if type_.name in layout.locations and isinstance(value, list):
        item = _typed(type_.name, PythonCode("one"), layout)
        return ArgumentCode(
            items=(item.line, PythonCode(f"for one in {path}")),
            inner=item.function,
            is_comprehension=True,
            reads_body=True,
        )
    found = _typed(f"Collection({type_.name})", code, layout)
    return replace(found, reads_body=not is_literal)


def _is_of_type(value: object, type_: TypeReference) -> bool:
    """Return whether a caller passes the value of JSON itself: a number, or true or false."""
    if type_.is_collection or not isinstance(value, int):
        return False
    is_boolean = isinstance(value, bool)
    return type_.name == "Edm.Boolean" if is_boolean else type_.name in _INTEGERS


def _typed(name: str, code: PythonCode, layout: Layout) -> ArgumentCode:
    """Return code that converts JSON to a value of a type, unless the two are the same."""
    location = layout.locations.get(QualifiedName(name))
    if location is not None and name not in ANY_JSON:
        class_ = ".".join(("models", *location.folders, location.class_name))
        return ArgumentCode(items=(PythonCode(class_), code), function=READ)
    if name.removeprefix("Collection(").removesuffix(")") not in _CONVERTED:
        return ArgumentCode(code=code)
    return ArgumentCode(items=(string_literal(name), code), function=VALUE)
