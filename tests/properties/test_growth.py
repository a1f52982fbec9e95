"""The work for a page grows with its length, and not with the square of that."""

import sys
import time
from types import FrameType

import pytest

from docgen.extract.stage import extract
from docgen.markdown.parse import parse

HEAD = "# ship resource type\n\n"
REPEATED = {
    "tags of tables without rows": "<table>\n",
    "parts of tables without rows": "<br>\n<tbody>\n",
    "rows without cells": "<tr>\n",
    "tables in HTML": "<table><tr><td>a</td></tr></table>\n",
    "lines with tabs": "a b\tc\n",
    "colons": ":::",
    "empty sections": "## Properties\n\n",
    "lines with pipes": "foo bar | baz\n",
    "headings of types": "# ship resource type\n\n",
}


def _count_of_calls(text: str) -> int:
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event in ("call", "c_call")

    content = text.encode()
    sys.setprofile(profile)
    try:
        extract(parse("ship.md", content).value)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED)
def test_work_grows_with_the_length_of_a_page(text: str) -> None:
    _count_of_calls(HEAD + text * 4)  # expressions are compiled now
    short, long = (_count_of_calls(HEAD + text * number) for number in (200, 400))
    assert long < 2.5 * short


UNFINISHED = {
    "notes": "[!NOTE ",
    "divisions": "[!div ",
    "videos": "[!VIDEO ",
    "inclusions": "[!INCLUDE[",
    "monikers": ":::moniker ",
    "comments": "<!--",
    "escaped comments": "&lt;!--",
    "backslashes before comments": "\\<!-- ",
    "ends of escaped comments": "--&gt;",
    "code spans": "`",
    "code spans and words": "`` a",
    "pipes": "|",
    "delimiter rows": "|---",
    "collections": "Collection(",
    "HTML tables": "<table",
    "links": "[a](",
    "invisible letters": "\u115f",
}
SECONDS = 4
"""Far more than any of them takes; with work that is quadratic, several took longer."""


@pytest.mark.parametrize("text", UNFINISHED.values(), ids=UNFINISHED)
def test_markup_that_is_repeated_and_not_closed_is_read_in_seconds(text: str) -> None:
    page = HEAD + text * (100_000 // len(text))
    start = time.process_time()
    extract(parse("ship.md", page.encode()).value)
    assert time.process_time() - start < SECONDS
