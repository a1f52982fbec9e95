"""The lines of documented calls are those of black."""

from itertools import product

import pytest

from docgen.python.documented.lines import entry_lines
from docgen.python.documented.model import CallArgument, DocumentedCall
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName
from docgen.render.formatting import formatted, formatted_by_rule

ARGUMENTS: dict[str, CallArgument] = {
    "a string": CallArgument(start='"a"'),
    "a long string": CallArgument(start=f'"{"a" * 90}"'),
    "a keyword": CallArgument(start='name="a"'),
    "a long keyword": CallArgument(start=f'name="{"a" * 90}"'),
    "a list": CallArgument(
        start="select=[", items=('"a"', '"b"'), end="]", is_list=True
    ),
    "a long list": CallArgument(
        start="select=[",
        items=tuple(f'"{"a" * n}"' for n in (30, 31, 32)),
        end="]",
        is_list=True,
    ),
    "a long list of one": CallArgument(
        start="select=[", items=(f'"{"a" * 74}"',), end="]", is_list=True
    ),
    "a dictionary": CallArgument(
        start="query={", items=('"a": "b"',), end="}", is_list=True
    ),
    "a long dictionary": CallArgument(
        start="query={",
        items=(f'"{"a" * 40}": "b"', f'"{"b" * 40}": "c"'),
        end="}",
        is_list=True,
    ),
    "a call": CallArgument(start="read(", items=("models.Ship", "sent"), end=")"),
    "a long call": CallArgument(
        start="ship=read(", items=(f"models.{'S' * 40}", f'sent["{"s" * 20}"]'), end=")"
    ),
    "a comprehension": CallArgument(
        start="ships=[",
        items=("read(models.Ship, one)", 'for one in sent["ships"]'),
        end="]",
        is_list=True,
        is_comprehension=True,
    ),
    "a long comprehension": CallArgument(
        start="ships=[",
        items=(
            f"read(models.{'S' * 40}, one)",
            'for one in sent["a_long_name_of_ships"]',
        ),
        end="]",
        is_list=True,
        is_comprehension=True,
    ),
    "empty brackets of a list": CallArgument(start="lenient=[]"),
}


def call(key: str, *arguments: CallArgument, is_count: bool = False) -> DocumentedCall:
    return DocumentedCall(
        key=key,
        method=PythonName("get"),
        arguments=arguments,
        functions=frozenset(),
        uses_body=False,
        is_count=is_count,
    )


def source(*calls: DocumentedCall) -> str:
    lines = [
        line for one in calls for line in entry_lines(one, PythonCode("client.ship"))
    ]
    return "\n".join(["CALLS: Calls = {", *(f"    {line}" for line in lines), "}", ""])


@pytest.mark.parametrize("first", ARGUMENTS)
def test_lines_are_those_of_black(first: str) -> None:
    calls = [
        call("a" * length, *arguments, is_count=is_count)
        for length, is_count in product((5, 36, 100), (False, True))
        for arguments in (
            (),
            (ARGUMENTS[first],),
            *((ARGUMENTS[first], other) for other in ARGUMENTS.values()),
            (ARGUMENTS[first], ARGUMENTS["a keyword"], ARGUMENTS["a list"]),
        )
    ]
    text = source(*calls)
    assert formatted("a.py", text) == text


@pytest.mark.parametrize("length", range(40, 60))
def test_line_that_just_fits(length: int) -> None:
    text = source(call("a" * length, ARGUMENTS["a string"]))
    assert formatted("a.py", text) == text


@pytest.mark.parametrize("first", ARGUMENTS)
def test_formatting_needs_no_black(first: str) -> None:
    text = source(call("a" * 100), call("a" * 100, ARGUMENTS[first]))
    assert formatted_by_rule(text) == text
