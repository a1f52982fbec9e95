r"""Breaking: a line that is too long enters, the lines that black makes of it leave.

    line       := indent shape
    shape      := name " = " string | name ": " union        -- what follows gets brackets
                | "class " name "(" bases "):" [" ..."]
                | name " = " name "(" name ")"
                | name ": " annotation " = " call "(" arguments ")"
                | string ": [" string { ", " string } "],"
                | "assert " operand operator operand
    arguments  := "default=None" { ", " name "=" (string | "{" string ": " string { … } "}") }

What stands in the brackets goes to a line of its own, or to a line for each argument or operand
where that is too long; items of a list always have a line each. Tests hold each shape to black.
"""

import re
from collections.abc import Iterable

from docgen.render.formatting.widths import fits

STRING = r"(?:\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)')"
_STRING = re.compile(STRING)
_PAIR = rf"{STRING}: {STRING}"
_ARGUMENT = rf"\w+=(?:{STRING}|\{{{_PAIR}(?:, {_PAIR})*\}})"
_OPERAND = r"[\w.]+(?:\([\w.]*\))?"
_STEP = "    "

_UNION = r"[\w.]+(?:\[[\w.]+\](?= ))?(?: \| [\w.]+)*"
_BRACKETLESS = re.compile(
    rf"(?P<head> *\w+(?: = (?={STRING}$)|: (?={_UNION}$)))(?P<body>.+)"
)
_USE = re.compile(r"(?P<head> *\w+ = [\w.]+\()(?P<body>[\w.]+)(?P<tail>\))")
_CLASS = re.compile(r"(?P<head>class \w+\()(?P<body>[^()]+)(?P<tail>\):(?: \.\.\.)?)")
_CALL = re.compile(
    r"(?P<head> *\w+: [\w.\[\]| ]+ = \w+\()"
    rf"(?P<body>default=None(?:, {_ARGUMENT})*)(?P<tail>\))"
)
_LIST = re.compile(
    rf"(?P<head> *{STRING}: \[)(?P<body>{STRING}(?:, {STRING})*)(?P<tail>\],)"
)
_ASSERT = re.compile(
    rf"(?P<head> *assert )(?P<left>{_OPERAND})(?P<right> (?:is|>=|==) {_OPERAND})"
)
_NEXT_ARGUMENT = re.compile(rf"(?:^|, )(default=None|{_ARGUMENT})")


def broken(line: str) -> str | None:
    """Break a line as black does; None where it has no shape that is known."""
    if found := _BRACKETLESS.fullmatch(line):
        return _bracketed(f"{found['head']}(", [found["body"]], ")")
    if found := _CLASS.fullmatch(line) or _USE.fullmatch(line):
        return _bracketed(found["head"], [found["body"]], found["tail"])
    if found := _CALL.fullmatch(line):
        return _call(found["head"], found["body"], found["tail"])
    if found := _LIST.fullmatch(line):
        items = [f"{item[0]}," for item in _STRING.finditer(found["body"])]
        return _bracketed(found["head"], items, found["tail"])
    if found := _ASSERT.fullmatch(line):
        head = f"{found['head']}("
        whole = found["left"] + found["right"]
        parts = [found["left"], found["right"].lstrip()]
        return _bracketed(head, [whole], ")") or _bracketed(head, parts, ")")
    return None


def _call(head: str, body: str, tail: str) -> str | None:
    in_one = _bracketed(head, [body], tail)
    arguments = [f"{found[1]}," for found in _NEXT_ARGUMENT.finditer(body)]
    return in_one or _bracketed(head, arguments, tail)


def _bracketed(head: str, parts: Iterable[str], tail: str) -> str | None:
    """Put parts on lines of their own between brackets, if all of them fit there."""
    indent = head[: len(head) - len(head.lstrip())]
    lines = [head, *(f"{indent}{_STEP}{part}" for part in parts), f"{indent}{tail}"]
    return "\n".join(lines) if all(map(fits, lines)) else None
