"""The payloads: documents of a type, without the values that contradict the pages."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TYPES = {
    "payload-user.json": "microsoft.graph.user",
    "payload-user-polymorphic.json": "microsoft.graph.user",
    "payload-driveitems.json": "microsoft.graph.driveItem",
}
"""The file of each payload, and the type of the documents in it."""

STEP = re.compile(r"\.(\w+)|\[(?:(\d+)|'(.*?)')\]")
"""A step of the path that an error names: `.members`, `[3]` or `['odd key']`."""


@dataclass(frozen=True, kw_only=True)
class Payload:
    """Documents of one type; `left_out` says which values were removed, and why."""

    name: str
    type: str
    documents: tuple[dict[str, Any], ...]
    left_out: tuple[str, ...]


def payload(
    path: Path, type_: str, problem: Callable[[object], tuple[str, str] | None]
) -> Payload:
    """Read the file of a payload, and remove values that can't be read.

    `problem` returns the path and the reason of the first of these.
    """
    content = json.loads(path.read_text(encoding="utf-8"))
    documents = content if isinstance(content, list) else [content]
    gone: Counter[str] = Counter()
    for document in documents:
        while found := problem(document):
            place, reason = found
            _take_out(document, [*STEP.finditer(place)])
            gone[f"{place} ({reason})"] += 1
    return Payload(
        name=path.name,
        type=type_,
        documents=tuple(documents),
        left_out=tuple(f"{path.name}: {what}, {n} times" for what, n in gone.items()),
    )


def _take_out(document: dict[str, Any], steps: list[re.Match[str]]) -> None:
    keys = [int(s[2]) if s[2] else s[1] or s[3] for s in steps]
    holder: Any = document
    for key in keys[:-1]:
        holder = holder[key]
    del holder[keys[-1]]
