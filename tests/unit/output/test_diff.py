"""Differences in the format that `git apply` reads."""

from docgen.edits.decision import FileChange
from docgen.output.diff import differences
from docgen.output.plan import LastOutput, Plan


def diff_of(before: str | None, after: str | None) -> str:
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


def test_changed_file_shows_removed_and_added_lines() -> None:
    assert diff_of("a = 1\nb = 1\n", "a = 1\nb = 2\n").splitlines() == [
        "--- a/generated/a.py",
        "+++ b/generated/a.py",
        "@@ -1,2 +1,2 @@",
        " a = 1",
        "-b = 1",
        "+b = 2",
    ]


def test_new_file_has_dev_null_as_its_old_name() -> None:
    assert diff_of(None, "a = 1\n").splitlines() == [
        "--- /dev/null",
        "+++ b/generated/a.py",
        "@@ -0,0 +1 @@",
        "+a = 1",
    ]


def test_removed_file_has_dev_null_as_its_new_name() -> None:
    assert "+++ /dev/null" in diff_of("a = 1\n", None).splitlines()


def test_only_newlines_end_a_line() -> None:
    assert '+a = "\u2028\x0c"' in diff_of("", 'a = "\u2028\x0c"\n').split("\n")
