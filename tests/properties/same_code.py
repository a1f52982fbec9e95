"""Whether two versions of a file differ in blank lines and formatting only."""

import ast
import io
import tokenize
from collections.abc import Mapping


def same_code(one: str, other: str) -> bool:
    """Return whether two files have the same syntax tree, in order, and the same comments."""
    return one == other or _code(one) == _code(other)


def same_files(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> bool:
    """Return whether two folders have the same files, Python files up to their formatting."""
    return one.keys() == other.keys() and all(
        one[path] == other[path]
        or (
            path.endswith((".py", ".pyi"))
            and same_code(one[path].decode(), other[path].decode())
        )
        for path in one
    )


def _code(source: str) -> tuple[str, list[str]]:
    plain = source.removeprefix("\ufeff").replace("\r\n", "\n")
    tokens = tokenize.generate_tokens(io.StringIO(plain).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    return ast.dump(ast.parse(plain)), comments
