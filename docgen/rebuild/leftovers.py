"""What a run made and needs no more: left to the next run, or to the end of the process.

To take some hundred thousand values apart takes a twentieth of a run in which one page changed.
"""

_LEFT: list[object] = []


def leave(*values: object) -> None:
    """Leave values be."""
    _LEFT.extend(values)


def let_go() -> None:
    """Take apart what was left."""
    _LEFT.clear()
