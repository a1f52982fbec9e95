"""A plan as unified diffs, for people and for `git apply`."""

from collections.abc import Callable, Iterator

from docgen.output.values import Change, Plan


def differences(plan: Plan, shown: Callable[[str], str]) -> str:
    """Give the diff of each file that changes; `shown` tells what its path is called."""
    return "".join(
        line for change in plan.changes for line in _lines(change, shown(change.path))
    )


def _lines(change: Change, path: str) -> Iterator[str]:
    from difflib import unified_diff

    before = (change.before or b"").decode("utf-8", "replace").replace("\r\n", "\n")
    yield from unified_diff(
        _split(before),
        _split(change.after or ""),
        "/dev/null" if change.before is None else f"a/{path}",
        "/dev/null" if change.after is None else f"b/{path}",
    )


def _split(text: str) -> list[str]:
    """Split at line ends alone; `splitlines` knows others."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []
