"""Diagnostics in one style: what each says, and that each says what to write instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.diagnostics import Code

ROOT = Path(__file__).parents[2]

HELPLESS = {
    "commands/export.py": {"_write"},
    "output/apply.py": {"_refused"},
    "output/tree.py": {"barred"},
    "pages/read.py": {"duplicate_page"},
}
"""Module → the functions that tell something without help: the words of the system are all there
is to say, or the message says it all."""

TOLD = sorted(
    {
        re.sub(r"^\S+ ", "", line)
        for path in ROOT.glob("tests/cases/*/diagnostics.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
)
MESSAGES = [re.sub(r"^\w+\[[\w-]+\]: ", "", line) for line in TOLD]


def helpless(tree: ast.Module) -> Iterator[str]:
    """Give the functions that call `diagnostic` without a help that says something."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for call in ast.walk(function):
            if not isinstance(call, ast.Call) or not is_diagnostic(call.func):
                continue
            given = [*call.args[4:], *(k.value for k in call.keywords)]
            if not given or any(map(is_empty, given)):
                yield function.name


def is_diagnostic(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id == "diagnostic"


def is_empty(help: ast.expr) -> bool:
    return isinstance(help, ast.Constant) and not help.value


def test_every_diagnostic_says_what_to_write_instead() -> None:
    found = {}
    for path in sorted((ROOT / "docgen").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if names := set(helpless(tree)):
            found[path.relative_to(ROOT / "docgen").as_posix()] = names
    assert found == HELPLESS


def test_a_message_begins_in_lower_case_and_has_no_full_stop() -> None:
    odd = [text for text in MESSAGES if text[0].isupper() or text.endswith(".")]
    assert odd == []


def test_a_message_has_no_empty_quotation() -> None:
    assert [text for text in MESSAGES if re.search(r"(?<!`)``(?!`)", text)] == []


@pytest.mark.parametrize("code", [Code.CONTRADICTION, Code.INHERITED_TYPE_MISMATCH])
def test_a_message_ends_on_what_was_taken(code: Code) -> None:
    mine = [text for text in TOLD if f"[{code.value.name}]" in text]
    assert mine
    assert [text for text in mine if not re.search(r"; .* w(as|ere) taken", text)] == []
