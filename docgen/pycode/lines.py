"""The lines by which the manifest remembers the parts of a file.

line  = name TAB fingerprint
name  = key { "~" number }     a key that comes again is counted
      | scope "*"              the order of a scope, a class's or the module's
"""

from collections.abc import Iterable, Iterator

from docgen.pycode.canonical import digest
from docgen.pycode.identity import identified, stem
from docgen.pycode.parts import Part
from docgen.pycode.reading import reading

_ORDERED = {"definition", "class", "statement"}


def definitions(path: str, text: str) -> tuple[str, ...]:
    """Give the lines for a text that docgen wrote, sorted; none where it is not Python."""
    parts = reading(text) if path.endswith((".py", ".pyi")) else None
    if parts is None:
        return ()
    keys = [part.key for part in units(parts)]
    if len({*keys}) < len(keys):
        parts = identified(parts)
    mine = [f"{part.key}\t{part.fingerprint}" for part in units(parts)]
    return tuple(sorted([*mine, *_orders(parts)]))


def units(parts: Iterable[Part]) -> list[Part]:
    """Give every part that has a fingerprint, those in others too."""
    found: list[Part] = []
    for part in parts:
        found += part.decorators
        if part.fingerprint:
            found.append(part)
        found += units(part.parts) if part.parts else ()
    return found


def _orders(parts: Iterable[Part], scope: str = "") -> Iterator[str]:
    """Give a line for the order of each scope in which there is one."""
    keys = []
    for part in parts:
        if is_ordered(part):
            keys.append(part.key)
        if part.kind == "class":
            yield from _orders(part.parts, f"{part.key}.")
    if len(keys) > 1:
        yield f"{scope}*\t{order_of(keys)}"


def order_of(keys: Iterable[str]) -> str:
    """Give the digest of an order of keys."""
    return digest(" ".join(map(stem, keys)))


def is_ordered(part: Part) -> bool:
    """Tell whether a part has its place among others; imports and docstrings find their own."""
    return part.kind in _ORDERED and not part.key.endswith("__doc__")
