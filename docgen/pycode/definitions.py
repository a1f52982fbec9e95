"""Definition lines: what the manifest records about each part of a file.

line  = name TAB fingerprint
name  = key [ "~" number ]     the second and later parts with the same key are numbered
      | scope "*"              the order of a scope: of a class, or of the module
"""

from collections.abc import Iterable, Iterator

from docgen.pycode.canonical import short_digest
from docgen.pycode.identify import base_key, identify
from docgen.pycode.parts import Part, fingerprinted, parse_parts

PYTHON_SUFFIXES = (".py", ".pyi")

_ORDERED = {"definition", "class", "statement"}


def definition_lines(path: str, source: str) -> tuple[str, ...]:
    """Return the lines of a file that docgen wrote, sorted; none if it is not Python."""
    parts = parse_parts(source) if path.endswith(PYTHON_SUFFIXES) else None
    if parts is None:
        return ()
    keys = [part.key for part in fingerprinted(parts)]
    if len({*keys}) < len(keys):
        parts = identify(parts)
    lines = [f"{part.key}\t{part.fingerprint}" for part in fingerprinted(parts)]
    return tuple(sorted([*lines, *_order_lines(parts)]))


def _order_lines(parts: Iterable[Part], scope: str = "") -> Iterator[str]:
    """Yield a line for each scope that has an order."""
    keys = []
    for part in parts:
        if is_ordered(part):
            keys.append(part.key)
        if part.kind == "class":
            yield from _order_lines(part.parts, f"{part.key}.")
    if len(keys) > 1:
        yield f"{scope}*\t{order_digest(keys)}"


def order_digest(keys: Iterable[str]) -> str:
    """Return the digest of an order of keys."""
    return short_digest(" ".join(map(base_key, keys)))


def is_ordered(part: Part) -> bool:
    """Return whether the position of a part matters; that of imports and docstrings does not."""
    return part.kind in _ORDERED and not part.key.endswith("__doc__")
