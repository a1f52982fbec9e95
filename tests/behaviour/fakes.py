"""Fakes of generated operations: classes with the same methods that type checkers compare."""

import ast
from collections.abc import Iterator
from pathlib import Path


def write_fakes(package: Path, folder: Path) -> list[Path]:
    """Write a module with a fake of each protocol of a package; return the modules.

    A fake has the signatures of the protocol, but does not derive from it.
    """
    modules = [
        path
        for path in sorted((package / "operations").rglob("*.py"))
        if path.name != "__init__.py"
    ]
    written = []
    for path in modules:
        dotted = ".".join(path.relative_to(package.parent).with_suffix("").parts)
        target = folder / f"fake_{dotted.replace('.', '_')}.py"
        target.write_text(fake_module(path.read_text("utf-8"), dotted), "utf-8")
        written.append(target)
    return written


def fake_module(source: str, dotted: str) -> str:
    """Return a module with a fake of each protocol of the module `dotted`."""
    tree = ast.parse(source)
    protocols = [one for one in tree.body if isinstance(one, ast.ClassDef)]
    imports = [one for one in tree.body if isinstance(one, ast.ImportFrom | ast.If)]
    names = ", ".join(one.name for one in protocols)
    return "\n".join(
        (
            *map(ast.unparse, imports),
            f"from {dotted} import {names}",
            *map(ast.unparse, map(_fake, protocols)),
            *(f"fake_{one.name}: {one.name} = Fake{one.name}()" for one in protocols),
            "",
        )
    )


def _fake(protocol: ast.ClassDef) -> ast.ClassDef:
    body: list[ast.stmt] = [*map(_with_body, _methods(protocol))]
    return ast.ClassDef(
        name=f"Fake{protocol.name}",
        bases=[],
        keywords=[],
        body=body,
        decorator_list=[],
    )


def _methods(
    protocol: ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for one in protocol.body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            yield one


def _with_body(
    method: ast.FunctionDef | ast.AsyncFunctionDef,
) -> ast.FunctionDef | ast.AsyncFunctionDef:
    """Return a method that raises an error, unless it is an overload."""
    if not method.decorator_list:
        method.body = ast.parse("raise NotImplementedError").body
    return method
