r"""Format generated Python as black does, without black where the result can be proved.

Docgen's templates write black's form, except for lines that are too long. Black can't split some
of these, and splits the others in one of a few known shapes:

    unbreakable := indent string [": " string] ","
                 | name " = " string
                 | "from " module " import ("
    line       := indent shape
    shape      := name " = " string | name ": " union        -- brackets are added
                | "class " name "(" bases "):" [" ..."]
                | name " = " name "(" name ")"
                | name ": " annotation " = " call "(" arguments ")"
                | string ": [" string { ", " string } "],"
                | "assert " operand operator operand
    arguments  := "default=None" { ", " name "=" (string | "{" string ": " string { … } "}") }

The content of the brackets moves to a line of its own, or to one line for each argument or operand
if that is too long; items of a list always have a line each. Tests compare each shape with black.
Black formats every other file. It is imported only then.
"""

import re
from collections.abc import Iterable
from unicodedata import combining


def formatted_by_rule(text: str) -> str | None:
    """Return source code formatted as black does; None if black itself is needed."""
    lines = text.split("\n")
    if text.isascii() and max(map(len, lines)) <= LINE_LENGTH:
        return text
    formed = [line if fits(line) else _formed(line) for line in lines]
    proven = [line for line in formed if line is not None]
    return "\n".join(proven) if len(proven) == len(formed) else None


def _formed(line: str) -> str | None:
    """Return how black breaks a line that is too long, or None."""
    if not line.isascii():
        return None
    return broken(line) or (line if _UNBREAKABLE.fullmatch(line) else None)


LINE_LENGTH = 88

QUOTED = r"(?:\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)')"
_STRING = re.compile(QUOTED)
_UNBREAKABLE = re.compile(
    rf" +{QUOTED}(?:: {QUOTED})?,| *\w+ = {QUOTED}|(?: {{4}})?from [\w.]+ import \("
)
_PAIR = rf"{QUOTED}: {QUOTED}"
_ARGUMENT = rf"\w+=(?:{QUOTED}|\{{{_PAIR}(?:, {_PAIR})*\}})"
_OPERAND = r"[\w.]+(?:\([\w.]*\))?"
_STEP = "    "

_UNION = r"[\w.]+(?:\[[\w.]+\](?= ))?(?: \| [\w.]+)*"
_BRACKETLESS = re.compile(
    rf"(?P<head> *\w+(?: = (?={QUOTED}$)|: (?={_UNION}$)))(?P<body>.+)"
)
_USE = re.compile(r"(?P<head> *\w+ = [\w.]+\()(?P<body>[\w.]+)(?P<tail>\))")
_CLASS = re.compile(r"(?P<head>class \w+\()(?P<body>[^()]+)(?P<tail>\):(?: \.\.\.)?)")
_CALL = re.compile(
    r"(?P<head> *\w+: [\w.\[\]| ]+ = \w+\()"
    rf"(?P<body>default=None(?:, {_ARGUMENT})*)(?P<tail>\))"
)
_LIST = re.compile(
    rf"(?P<head> *{QUOTED}: \[)(?P<body>{QUOTED}(?:, {QUOTED})*)(?P<tail>\],)"
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


def fits(line: str) -> bool:
    """Return whether a line surely fits; beyond ASCII a character may have two columns.

    An accent of its own has none, so that a line which was broken might fit: it never does here.
    """
    if line.isascii():
        return len(line) <= LINE_LENGTH
    if not line.isprintable() or any(map(combining, line)):
        return False
    return len(line) + sum(not sign.isascii() for sign in line) <= LINE_LENGTH


class NotPythonError(Exception):
    """Black can't read a text."""


def formatted(path: str, text: str) -> str:
    """Return source code formatted by black; other text is kept. Raises `NotPythonError`."""
    if not path.endswith((".py", ".pyi")):
        return text
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    versions = {TargetVersion.PY311}
    is_stub = path.endswith(".pyi")
    mode = Mode(line_length=LINE_LENGTH, target_versions=versions, is_pyi=is_stub)
    try:
        return format_str(text, mode=mode)
    except InvalidInput as error:
        raise NotPythonError(str(error)) from error
