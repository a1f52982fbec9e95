"""Changes as one JSON object, for programs (product, 9)."""

import json
from collections.abc import Mapping, Sequence

import msgspec

from docgen.changes.model import Change
from docgen.schema.model import Source

VERSION_OF_CHANGES = 1
"""The version of the format; it changes when readers must change."""

_KEYS = ("version", "changes")


def json_changes(changes: Sequence[Change]) -> str:
    """Return the changes with their positions; `uses` only if they were searched."""
    document = {"version": VERSION_OF_CHANGES, "changes": [*map(_values, changes)]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def is_json_changes(content: bytes) -> bool:
    """Return whether a document has the keys of such a report."""
    try:
        document = msgspec.json.decode(content, type=Mapping[str, msgspec.Raw])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return tuple(document) == _KEYS


def _values(one: Change) -> dict[str, object]:
    uses: dict[str, object] = {}
    if one.uses or one.possible_uses:
        uses["uses"] = [*map(_position, one.uses)]
        uses["possible_uses"] = [*map(_position, one.possible_uses)]
    return {
        "kind": one.kind,
        "type": one.type,
        "member": one.member,
        "category": one.category.value,
        "breaking": one.breaking,
        "message": one.message,
        "old": _position(one.old),
        "new": _position(one.new),
        **uses,
    }


def _position(source: Source | None) -> dict[str, object] | None:
    return {"path": source.path, "line": source.line} if source else None
