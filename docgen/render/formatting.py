r"""Format generated Python as black does, without black where its result is known.

Docgen's templates are formatted as black would, except for lines that are too long. Black can't
split some of these, and splits others in one of a few known ways:

    unbreakable := indent string [": " ( string | name )] "," | indent name "=" string ","
                 | indent string ": lambda client, " name ": " dotted "(" [ ")," ]
                 | indent string ": {" ["},"]
                 | indent ("`" | "https://") text         -- in a docstring
                 | indent '"https://' text '".'           -- likewise
                 | name " = " string
                 | "from " module " import ("
    line       := indent shape
    shape      := name " = " ( string | dotted ) | name ": " union    -- brackets are added
                | name ": " ( union | literal " | None" ) " = None,"  -- a parameter; likewise
                | name ": " literal ","
                | "class " name "(" bases "):" [" ..."]
                | name " = " name "(" name ")"
                | name ": " annotation " = " call "(" arguments ")"
                                            -- brackets around the call or the annotation
                | string ": [" string { ", " string } "],"
                | "assert " operand operator operand
    literal    := "Literal[" string { ", " string } "]"
    arguments  := "default=None" { ", " name "=" (string | "{" string ": " string { … } "}") }

The content of the brackets moves to a separate line, or to one line for each argument or operand if
that is too long; items of a list always have a line each. Tests compare each shape with black. All
other files are formatted by black, which is imported only then.
"""

from collections.abc import Iterable
from re import Match
from unicodedata import combining

from docgen.pycode.source_lines import LINE_LENGTH
from docgen.regex import Regex


def formatted_by_rule(source: str) -> str | None:
    """Return source code formatted as black does; None if black is needed."""
    lines = source.split("\n")
    if source.isascii() and max(map(len, lines)) <= LINE_LENGTH:
        return source
    formatted_lines = [line if fits(line) else _formatted_line(line) for line in lines]
    known = [line for line in formatted_lines if line is not None]
    return "\n".join(known) if len(known) == len(lines) else None


def _formatted_line(line: str) -> str | None:
    """Return how black formats a line that is too long, if that is known."""
    if not line.isascii():
        return None
    return split_line(line) or (line if _UNBREAKABLE.fullmatch(line) else None)


QUOTED = r"(?:\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)')"
_STRING = Regex(QUOTED)
_UNBREAKABLE = Regex(
    rf" +{QUOTED}(?:: (?:{QUOTED}|\w+))?,| +(?:\w+=)?{QUOTED},?| *\w+ = {QUOTED}"
    rf"| +{QUOTED}: lambda client, (?:sent|_): [\w.]+\((?:\),)?"
    r"|(?: {4})?from [\w.]+ import \("
    rf"| +{QUOTED}: (?:\{{|\{{\}},)"
    r"| +(?:`|https?://)[^\"]*| +\"https?://[^\"]*\"[.,;:]?"
)
_PAIR = rf"{QUOTED}: {QUOTED}"
_ARGUMENT = rf"\w+=(?:{QUOTED}|\{{{_PAIR}(?:, {_PAIR})*\}})"
_OPERAND = r"[\w.]+(?:\([\w.]*\))?"
_INDENT = "    "

_UNION = r"[\w.]+(?:\[[\w.]+\](?= ))?(?: \| [\w.]+)*"
_WITHOUT_BRACKETS = Regex(
    rf"(?P<head> *\w+(?: = (?={QUOTED}$|[\w.]+$)|: (?={_UNION}$)))(?P<body>.+)"
)
_PARAMETER = Regex(rf"(?P<head> +\w+: )(?P<body>{_UNION})(?P<tail> = None,)")
_LITERAL = Regex(
    rf"(?P<head> +\w+: )Literal\[(?P<body>{QUOTED}(?:, {QUOTED})*)\]"
    r"(?P<tail> \| None = None,|,)"
)
_USE = Regex(r"(?P<head> *\w+ = [\w.]+\()(?P<body>[\w.]+)(?P<tail>\))")
_CLASS = Regex(r"(?P<head>class \w+\()(?P<body>[^()]+)(?P<tail>\):(?: \.\.\.)?)")
_DOTTED = Regex(r"(?P<head> *\w+ = )(?P<body>\w+(?:\.\w+)+)")
_CALL = Regex(
    r"(?P<head> *(?P<name>\w+: )(?P<annotation>[\w.\[\]| ]+) = (?P<function>\w+\())"
    rf"(?P<body>default=None(?:, {_ARGUMENT})*)(?P<tail>\))"
)
_LIST = Regex(
    rf"(?P<head> *{QUOTED}: \[)(?P<body>{QUOTED}(?:, {QUOTED})*)(?P<tail>\],)"
)
_ASSERT = Regex(
    rf"(?P<head> *assert )(?P<left>{_OPERAND})(?P<right> (?:is|>=|==) {_OPERAND})"
)
_NEXT_ARGUMENT = Regex(rf"(?:^|, )(default=None|{_ARGUMENT})")


def split_line(line: str) -> str | None:
    """Split a line as black does; None if it does not have a known shape."""
    if found := _DOTTED.fullmatch(line):
        return "\n".join(_in_brackets(f"{found['head']}(", [found["body"]], ")"))
    if found := _WITHOUT_BRACKETS.fullmatch(line):
        return _bracketed(f"{found['head']}(", [found["body"]], ")")
    if found := _PARAMETER.fullmatch(line):
        return _bracketed(f"{found['head']}(", [found["body"]], f"){found['tail']}")
    if found := _LITERAL.fullmatch(line):
        return _literal(found["head"], found["body"], found["tail"])
    if found := _USE.fullmatch(line):
        return _bracketed(found["head"], [found["body"]], found["tail"])
    if found := _CLASS.fullmatch(line):
        return _class(found["head"], found["body"], found["tail"])
    if found := _CALL.fullmatch(line):
        head, body, tail = found["head"], found["body"], found["tail"]
        return _call(head, body, tail) or _annotated_call(found)
    if found := _LIST.fullmatch(line):
        items = [f"{item[0]}," for item in _STRING.finditer(found["body"])]
        return _bracketed(found["head"], items, found["tail"])
    if found := _ASSERT.fullmatch(line):
        head = f"{found['head']}("
        in_one_line = _bracketed(head, [found["left"] + found["right"]], ")")
        parts = [found["left"], found["right"].lstrip()]
        return in_one_line or _bracketed(head, parts, ")")
    return None


def _class(head: str, body: str, tail: str) -> str | None:
    in_one_line = _bracketed(head, [body], tail)
    bases = [] if "[" in body else [f"{one}," for one in body.split(", ")]
    return in_one_line or (_bracketed(head, bases, tail) if bases else None)


def _literal(head: str, body: str, tail: str) -> str | None:
    """Split the values of a parameter; brackets are added to those that may be None."""
    if tail == ",":
        return _subscript(f"{head}Literal[", body, "],")
    head, tail, values = f"{head}(", ") = None,", f"Literal[{body}]"
    found = _bracketed(head, [f"{values} | None"], tail)
    found = found or _bracketed(head, [values, "| None"], tail)
    if found:
        return found
    indent = head[: len(head) - len(head.lstrip())]
    split = _subscript(f"{indent}{_INDENT}Literal[", body, "]")
    if split is None:
        return None
    return f"{head}\n{split}\n{indent}{_INDENT}| None\n{indent}{tail}"


def _subscript(head: str, body: str, tail: str) -> str | None:
    items = [f"{item[0]}," for item in _STRING.finditer(body)]
    return _bracketed(head, [body], tail) or _bracketed(head, items, tail)


def _call(head: str, body: str, tail: str) -> str | None:
    in_one_line = _bracketed(head, [body], tail)
    arguments = [f"{found[1]}," for found in _NEXT_ARGUMENT.finditer(body)]
    return in_one_line or _bracketed(head, arguments, tail)


def _annotated_call(found: Match[str]) -> str | None:
    """Split a call whose annotation leaves no room for its opening bracket."""
    call = f"{found['function']}{found['body']}{found['tail']}"
    indent = " " * found.start("name")
    head, annotation = f"{indent}{found['name']}", found["annotation"]
    return _bracketed(f"{head}{annotation} = (", [call], ")") or _bracketed(
        f"{head}(", [annotation], f") = {call}"
    )


def _bracketed(head: str, parts: Iterable[str], tail: str) -> str | None:
    """Put each part on a separate line between the brackets, if all of them fit."""
    lines = _in_brackets(head, parts, tail)
    return "\n".join(lines) if all(map(fits, lines)) else None


def _in_brackets(head: str, parts: Iterable[str], tail: str) -> list[str]:
    """Return the lines of brackets with each part on a separate line."""
    indent = head[: len(head) - len(head.lstrip())]
    return [head, *(f"{indent}{_INDENT}{part}" for part in parts), f"{indent}{tail}"]


def fits(line: str) -> bool:
    """Return whether a line certainly fits.

    A character that is not in ASCII counts as two columns, which is the most that black counts. A
    line with combining or invisible characters never fits, because black counts them as none.
    """
    if line.isascii():
        return len(line) <= LINE_LENGTH
    if not line.isprintable() or any(map(combining, line)):
        return False
    return len(line) + sum(not character.isascii() for character in line) <= LINE_LENGTH


class NotPythonError(Exception):
    """Black cannot parse the source code."""


def formatted(path: str, content: str) -> str:
    """Return a file formatted by black if it is Python. Raises `NotPythonError`."""
    if not path.endswith((".py", ".pyi")):
        return content
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    versions = {TargetVersion.PY311}
    is_stub = path.endswith(".pyi")
    mode = Mode(line_length=LINE_LENGTH, target_versions=versions, is_pyi=is_stub)
    try:
        return format_str(content, mode=mode)
    except InvalidInput as error:
        raise NotPythonError(str(error)) from error
