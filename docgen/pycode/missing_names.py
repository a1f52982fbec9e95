"""Names that annotations use and nothing defines: where they are, and code without them."""

import ast
import re
from collections.abc import Collection, Iterator, Sequence


def line_of_name(module: ast.Module, name: str) -> int:
    """Return the line of the first annotation with a name; 1 if there is none."""
    lines = (node.lineno for node in _uses(module, {name}))
    return min(lines, default=1)


def without_names(
    lines: Sequence[str], names: Collection[str], replacement: str
) -> list[str]:
    """Return the lines of a definition with another name in annotations."""
    changed = [line.encode() for line in lines]
    uses = sorted(_uses(ast.parse("\n".join(lines)), names), key=_position)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for node in reversed(uses):
        if node.end_lineno != node.lineno or node.end_col_offset is None:
            continue
        line = changed[node.lineno - 1]
        used = line[node.col_offset : node.end_col_offset].decode()
        new = pattern.sub(replacement, used).encode()
        changed[node.lineno - 1] = (
            line[: node.col_offset] + new + line[node.end_col_offset :]
        )
    return [line.decode() for line in changed]


def _position(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _uses(module: ast.Module, names: Collection[str]) -> Iterator[ast.expr]:
    """Yield the names in annotations, and the strings in them that contain a name."""
    for annotation in _annotations(module):
        for node in ast.walk(annotation):
            match node:
                case ast.Name(id=name) if name in names:
                    yield node
                case ast.Constant(value=str(text)) if not _has_none(text, names):
                    yield node
                case _:
                    pass


def _has_none(text: str, names: Collection[str]) -> bool:
    """Return whether a string contains none of the names as a word."""
    return frozenset(re.findall(r"\w+", text)).isdisjoint(names)


def _annotations(module: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(module):
        match node:
            case ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.AnnAssign(annotation=annotation):
                yield annotation
            case ast.FunctionDef(returns=ast.expr() as returns):
                yield returns
            case ast.AsyncFunctionDef(returns=ast.expr() as returns):
                yield returns
            case _:
                pass
