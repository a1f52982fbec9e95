"""What modules of models import for type checkers only."""

from __future__ import annotations

import ast
import inspect
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def imported_for_checkers(module: ModuleType) -> dict[str, object]:
    """Return what a module imports below `if TYPE_CHECKING`, if it has source code.

    What cannot be imported is left out: it may exist for type checkers only.
    """
    try:
        tree = ast.parse(inspect.getsource(module))
    except (OSError, SyntaxError, TypeError):
        return {}
    found: dict[str, object] = {"__name__": module.__name__}
    found["__package__"] = module.__package__
    for block in tree.body:
        if isinstance(block, ast.If) and ast.unparse(block.test) in CHECKING:
            for line in block.body:
                if isinstance(line, ast.Import | ast.ImportFrom):
                    with suppress(ImportError):
                        exec(ast.unparse(line), found)  # noqa: S102 - one import
    return found


CHECKING = {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
