"""The Python files of a code base."""

import ast
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from docgen.digests import digest

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


class SourceFile(Struct, frozen=True, kw_only=True):
    """A Python file: its path as a user would write it, and its syntax tree.

    The tree is `None` if the file can't be read or parsed; `problem` says why.
    """

    path: str
    tree: ast.Module | None
    digest: str = ""
    problem: str = ""

    @property
    def memo_key(self) -> tuple[str, str, str]:
        """The values that the uses in the file depend on."""
        return self.path, self.digest, self.problem


def python_files(
    paths: Iterable[str], excluded: frozenset[Path] = frozenset()
) -> Iterator[SourceFile]:
    """Yield the Python files at paths and in folders, sorted, each once.

    Hidden folders, virtual environments, caches and the folders that are `excluded` (resolved
    paths) are left out. Raises `FileNotFoundError` for a path that does not exist.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        if not path.exists():
            raise FileNotFoundError(path.as_posix())
        found = _files_in(path, excluded) if path.is_dir() else [path]
        for file in found:
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield _read(file)


def _files_in(folder: Path, excluded: frozenset[Path]) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not _is_skipped(Path(here, name), excluded)
        )
        yield from (Path(here, name) for name in sorted(names) if name.endswith(".py"))


def _is_skipped(folder: Path, excluded: frozenset[Path]) -> bool:
    return (
        folder.name.startswith(".")
        or folder.name in _SKIPPED
        or folder.resolve() in excluded
        or (folder / "pyvenv.cfg").exists()
    )


def _read(path: Path) -> SourceFile:
    shown = path.as_posix()
    try:
        content = path.read_bytes()
        return SourceFile(path=shown, tree=ast.parse(content), digest=digest(content))
    except OSError as error:
        return SourceFile(path=shown, tree=None, problem=error.strerror or str(error))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = getattr(error, "msg", None) or str(error)
        return SourceFile(path=shown, tree=None, problem=f"not valid Python: {reason}")
