"""Black itself: a text of Python enters, the same in black's form leaves.

This is the one importer of black, and imports it late: most texts are proven to be in its form.
"""

from docgen.render.formatting.widths import LINE_LENGTH


class NotPythonError(Exception):
    """Black can't read a text."""


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
