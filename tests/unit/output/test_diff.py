"""Differences as people and `git apply` read them."""

from docgen.edits.decision import FileChange
from docgen.output.diff import differences
from docgen.output.plan import LastOutput, Plan


def shown(before: str | None, after: str | None) -> str:
    change = FileChange(
        path="a.py", before=None if before is None else before.encode(), after=after
    )
    plan = Plan(
        changes=(change,),
        unchanged=0,
        last=LastOutput(records={}),
        records=(),
        manifest=b"",
        diagnostics=(),
    )
    return differences(plan, lambda path: f"generated/{path}")


def test_a_change_shows_the_lines_that_go_and_come() -> None:
    assert shown("a = 1\nb = 1\n", "a = 1\nb = 2\n").splitlines() == [
        "--- a/generated/a.py",
        "+++ b/generated/a.py",
        "@@ -1,2 +1,2 @@",
        " a = 1",
        "-b = 1",
        "+b = 2",
    ]


def test_a_new_file_comes_from_nothing() -> None:
    assert shown(None, "a = 1\n").splitlines() == [
        "--- /dev/null",
        "+++ b/generated/a.py",
        "@@ -0,0 +1 @@",
        "+a = 1",
    ]


def test_a_file_that_goes_becomes_nothing() -> None:
    assert "+++ /dev/null" in shown("a = 1\n", None).splitlines()


def test_lines_end_at_line_ends_alone() -> None:
    assert '+a = "\u2028\x0c"' in shown("", 'a = "\u2028\x0c"\n').split("\n")
