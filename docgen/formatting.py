"""The form of Python: whether a text is in black's already, and black itself.

This is the one importer of black, and imports it late: docgen's own templates write in black's form
but for lines that are too long, so most texts are proven to be in it line by line.

    proven := a line that fits
            | an item of strings that has a line of its own: `"name": "value",`
            | the head of an import that is broken behind it: `from graph.models.long import (`

Black leaves the last two as they are. Tests hold templates and proof to black's own judgement.
"""

import re
from unicodedata import combining

LINE_LENGTH = 88

_STRING = r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+')"
_UNBREAKABLE = re.compile(
    rf" +{_STRING}(?:: {_STRING})?,|(?: {{4}})?from [\w.]+ import \("
)


class NotPythonError(Exception):
    """Black can't read a text."""


def is_in_form(text: str) -> bool:
    """Tell whether black has nothing to do, as long as the template is one of docgen's own."""
    lines = text.split("\n")
    if text.isascii() and max(map(len, lines)) <= LINE_LENGTH:
        return True
    return all(_is_left(line) for line in lines)


def _is_left(line: str) -> bool:
    if line.isascii():
        is_left = len(line) <= LINE_LENGTH
    else:
        is_left = line.isprintable() and _widest(line) <= LINE_LENGTH
    return is_left or _UNBREAKABLE.fullmatch(line) is not None


def _widest(line: str) -> int:
    """Give the most columns that a line may have: beyond ASCII a character may have two.

    An accent of its own has none, so that a line which was broken might fit: it has too many.
    """
    if any(map(combining, line)):
        return LINE_LENGTH + 1
    return len(line) + sum(not character.isascii() for character in line)


def formatted(path: str, text: str) -> str:
    """Give what black makes of a text; any but Python stays. Raises `NotPythonError`."""
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
