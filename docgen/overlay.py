"""What counts instead of what the disk holds."""

from collections.abc import Mapping
from typing import TypeAlias

Overlay: TypeAlias = Mapping[str, bytes | None]
"""From absolute locations to the bytes that count there; `None` where nothing counts."""

NOTHING_ELSE: Overlay = {}
"""The disk counts everywhere."""
