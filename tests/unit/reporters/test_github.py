"""Workflow commands: one line each, with special characters escaped."""

import pytest

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.reporters.formats import default_format
from docgen.reporters.github import github_report
from docgen.source import START, Span

PLACE = Span(3, 5, 10)

COMMANDS = {
    "an error": (
        diagnostic(Code.INVALID_NAME, "`a b` is not a name", "docs/a.md", PLACE),
        "::error file=docs/a.md,line=3,col=5,endColumn=10,title=docgen(invalid-name)"
        "::`a b` is not a name",
    ),
    "a warning with its help": (
        diagnostic(Code.BROKEN_LINK, "`b.md` is gone", "a.md", PLACE, "write `c.md`"),
        "::warning file=a.md,line=3,col=5,endColumn=10,title=docgen(broken-link)"
        "::`b.md` is gone%0Ahelp: write `c.md`",
    ),
    "a note, which is a notice": (
        diagnostic(Code.EMPTY_ROW, "the row is empty", "a.md", START),
        "::notice file=a.md,line=1,col=1,endColumn=1,title=docgen(empty-row)"
        "::the row is empty",
    ),
    "special characters in a path": (
        diagnostic(Code.EMPTY_ROW, "x", "100%/a:b,c\r\n.md", START),
        "::notice file=100%25/a%3Ab%2Cc%0D%0A.md,line=1,col=1,endColumn=1,"
        "title=docgen(empty-row)::x",
    ),
    "special characters in a message": (
        diagnostic(Code.EMPTY_ROW, "100%: a::b, c%0A", "a.md", START),
        "::notice file=a.md,line=1,col=1,endColumn=1,title=docgen(empty-row)"
        "::100%25: a::b, c%250A",
    ),
    "a message that contains a command": (
        diagnostic(Code.EMPTY_ROW, "a\n::stop-commands::b\x1b", "a.md", START),
        "::notice file=a.md,line=1,col=1,endColumn=1,title=docgen(empty-row)"
        "::a␊::stop-commands::b␛",
    ),
}


@pytest.mark.parametrize(("one", "command"), COMMANDS.values(), ids=COMMANDS.keys())
def test_the_command_of(one: Diagnostic, command: str) -> None:
    assert github_report([one]) == command + "\n"


USUAL = {
    "text": ({}, "text"),
    "github in a GitHub workflow": ({"GITHUB_ACTIONS": "true"}, "github"),
    "text if GITHUB_ACTIONS is false": ({"GITHUB_ACTIONS": "false"}, "text"),
}


@pytest.mark.parametrize(("environment", "form"), USUAL.values(), ids=USUAL.keys())
def test_the_default_format_is(environment: dict[str, str], form: str) -> None:
    assert default_format(environment) == form
