"""The code of documented calls, with the line breaks of black.

Black splits a line that is too long at its last brackets: their content moves to a line of its
own, or has a line for each part if that is too long. The items of a list always have a line each.
"""

from collections.abc import Iterator, Sequence

from docgen.python.client import client_attribute
from docgen.python.documented.model import CallArgument, DocumentedCall
from docgen.python.layout import ModuleLocation
from docgen.python.literals import MARGIN, PythonCode, string_literal

_INDENT = "    "


def entry_lines(call: DocumentedCall, attribute: PythonCode) -> tuple[PythonCode, ...]:
    """Return the lines of an item of a dictionary: the key of an example and its call.

    `attribute` is the client of the type: `client.message`.
    """
    sent = "sent" if call.uses_body else "_"
    start = (
        f"{string_literal(call.key)}: lambda client, {sent}: {attribute}.{call.method}("
    )
    end = ").get_count()," if call.is_count else "),"
    lines = _split(_INDENT, start, call.arguments, end)
    return tuple(PythonCode(line.removeprefix(_INDENT)) for line in lines)


def _split(
    indent: str, start: str, arguments: Sequence[CallArgument], end: str
) -> Iterator[str]:
    listed = ", ".join(one.line for one in arguments)
    line = f"{indent}{start}{listed}{end}"
    if not arguments or len(line) <= MARGIN:
        yield line
        return
    deeper = indent + _INDENT
    yield f"{indent}{start}"
    if len(deeper) + len(listed) <= MARGIN or len(arguments) == 1:
        yield from (
            _argument(deeper, arguments[0], "")
            if len(arguments) == 1
            else (f"{deeper}{listed}",)
        )
    else:
        for one in arguments:
            yield from _argument(deeper, one, ",")
    yield f"{indent}{end}"


def _argument(indent: str, one: CallArgument, end: str) -> Iterator[str]:
    """Yield the lines of an argument; a single one has no comma behind it."""
    line = f"{indent}{one.line}{end}"
    if not one.items or len(line) <= MARGIN:
        yield line
        return
    deeper = indent + _INDENT
    comma = "" if one.is_comprehension or len(one.items) == 1 else ","
    fits = len(deeper) + len(one.inner) <= MARGIN
    is_one_line = fits and (one.is_comprehension or not one.is_list)
    yield f"{indent}{one.start}"
    if is_one_line:
        yield f"{deeper}{one.inner}"
    else:
        yield from (f"{deeper}{item}{comma}" for item in one.items)
    yield f"{indent}{one.end}{end}"


def attribute_of(location: ModuleLocation) -> PythonCode:
    """Return the client of a type as an attribute: `client.security.alert`."""
    names = map(client_attribute, (*location.folders, location.module))
    return PythonCode(".".join(("client", *names)))
