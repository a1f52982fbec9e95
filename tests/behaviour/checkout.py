"""A made-up checkout with a few pages, and the result of a command in it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TEAM = """\
# team resource type

Namespace: microsoft.graph

People who work together.

## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[Get team](../api/team-get.md)|[team](team.md)|Read a team.|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|size|Int32|How many people there are.|
|mood|[mood](mood.md)|How they feel.|

## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|rooms|[room](calls-room.md) collection|Where they meet.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.team"
} -->
``` json
{ "@odata.type": "#microsoft.graph.team", "id": "String", "size": 4, "mood": "calm" }
```
"""

ROOM = """\
# room resource type

Namespace: microsoft.graph.calls

Where a team meets.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|name|String|What it is called.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.calls.room"
} -->
``` json
{ "@odata.type": "#microsoft.graph.calls.room", "id": "String", "name": "String" }
```
"""

MOOD = """\
# mood enum type

Namespace: microsoft.graph

How people feel.

## Members
|Member|Description|
|:---|:---|
|calm|All is well.|
|tired|It is late.|
"""

API = """\
# Get team

Namespace: microsoft.graph

Read a team.
"""

PAGES = {
    "docs/resources/team.md": TEAM,
    "docs/resources/calls-room.md": ROOM,
    "docs/resources/mood.md": MOOD,
    "docs/api/team-get.md": API,
}

CONFIG = '[tool.docgen]\nsource = ["docs"]\n'


class Run(NamedTuple):
    """The exit status of a command, and what it printed."""

    status: int
    out: str
    err: str


class Checkout(NamedTuple):
    """A folder with pages and a configuration."""

    folder: Path

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def tree(self, below: str = "generated") -> dict[str, bytes]:
        """Return all files below a folder of the checkout."""
        folder = self.folder / below
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }

    def times(self) -> dict[str, int]:
        """Return the modification time of each generated file."""
        folder = self.folder / "generated"
        return {
            path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
            for path in folder.rglob("*")
            if path.is_file()
        }


Docgen = Callable[..., Run]
