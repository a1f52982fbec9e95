"""All diagnostics have one style, and each says what to write instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.diagnostics import Code

ROOT = Path(__file__).parents[2]

WITHOUT_HELP = {
    "commands/export.py": {"_write"},
    "output/apply.py": {"_refused"},
    "output/folder.py": {"blocked_message"},
    "pages/read.py": {"duplicate_page"},
}
"""Module → the functions that report without help: the error of the system, or the message, says
all there is to say."""

REPORTED = sorted(
    {
        re.sub(r"^\S+ ", "", line)
        for path in ROOT.glob("tests/cases/*/diagnostics.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
)
MESSAGES = [re.sub(r"^\w+\[[\w-]+\]: ", "", line) for line in REPORTED]


def functions_without_help(tree: ast.Module) -> Iterator[str]:
    """Yield the functions that call `diagnostic` without a help."""
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
        if names := set(functions_without_help(tree)):
            found[path.relative_to(ROOT / "docgen").as_posix()] = names
    assert found == WITHOUT_HELP


def test_messages_start_in_lower_case_and_have_no_full_stop() -> None:
    wrong = [text for text in MESSAGES if text[0].isupper() or text.endswith(".")]
    assert wrong == []


def test_messages_have_no_empty_quotes() -> None:
    assert [text for text in MESSAGES if re.search(r"(?<!`)``(?!`)", text)] == []


@pytest.mark.parametrize("code", [Code.CONTRADICTION, Code.INHERITED_TYPE_MISMATCH])
def test_messages_about_contradictions_end_with_what_was_used(code: Code) -> None:
    messages = [text for text in REPORTED if f"[{code.id}]" in text]
    assert messages
    assert [text for text in messages if not re.search(r"; using \S", text)] == []
