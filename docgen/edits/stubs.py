"""Stubs of modules with hand-written code: they get the signatures of that code.

What the user changed in a module is the difference between the module that docgen generates and
the merged one. The stub that docgen generates is changed in the same way: definitions are added,
replaced and removed, and what they name is imported. The merge of the stub file starts from this
content, as if docgen had written all of it. A definition that the user wrote into the stub takes
precedence.
"""

import ast
import builtins
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.edits.decision import EditedFile, compact
from docgen.edits.messages import EditMessage, edit_diagnostic
from docgen.edits.stub_imports import (
    Binding,
    bindings,
    package_names,
    root_name,
    with_imports,
)
from docgen.pycode import base_key, definition_lines
from docgen.pycode.missing_names import line_of_name, without_names
from docgen.pycode.signatures import (
    Form,
    class_head,
    forms,
    names_in,
    owner_of,
    separated,
)
from docgen.pycode.source_lines import first_line
from docgen.source import Span

_LIBRARY = {
    "Any": Binding(module="typing", name="Any"),
    "ClassVar": Binding(module="typing", name="ClassVar"),
    "_lru_cache_wrapper": Binding(module="functools", name="_lru_cache_wrapper"),
    "field": Binding(module="dataclasses", name="field"),
}
"""Names that forms use although the module need not import them."""


class Stub(Struct, frozen=True, kw_only=True):
    """The content of a stub with the signatures of hand-written code.

    `gaps` are the names, with their lines in the module, that could not be copied with a type.
    `undefined` are the names in annotations that the module does not define; the stub has `Any`.
    """

    source: str
    gaps: tuple[tuple[str, int], ...] = ()
    undefined: tuple[tuple[str, int], ...] = ()


class _Block(Struct, frozen=True, kw_only=True):
    """A definition in a stub: the name that it binds, its kind and its lines."""

    name: str
    kind: str
    lines: tuple[str, ...]
    is_new: bool = False


def stub_of(
    stub: str, generated: str, edited: str, skipped: Collection[str] = ()
) -> Stub | None:
    """Return a generated stub with what was changed by hand in its module; `None` without changes.

    `generated` and `edited` are the versions of the module. Definitions with `skipped` keys are
    left as they are in the generated stub. Raises `SyntaxError` if the module can't be parsed.
    """
    trees = [_parsed(source) for source in (stub, generated, edited)]
    if ast.dump(trees[1]) == ast.dump(trees[2]):
        return None
    change = _Change(source=stub, skipped=frozenset(skipped))
    blocks = [*_merged_module(change, *trees)]
    new = [block for block in blocks if block.is_new]
    needed, missing = _needed_imports(trees[0], trees[2], new, blocks)
    if missing:
        blocks = [_without_names(block, missing) for block in blocks]
        new = [block for block in blocks if block.is_new]
        needed, _ = _needed_imports(trees[0], trees[2], new, blocks)
    is_package = "__getattr__" in {*_names(trees[1].body)}
    exported = _exported(trees[1], trees[2], trees[0]) if is_package else {}
    added = {**needed, **exported}
    names = [name for node in trees[0].body for name in [*_names([node])][:1]]
    is_same = not new and not added and [one.name for one in blocks] == names
    source = stub if is_same else with_imports(stub, trees[0], _joined(blocks), added)
    return Stub(
        source=source,
        gaps=tuple(_gaps(trees[1], trees[2], change.skipped)),
        undefined=tuple((name, line_of_name(trees[2], name)) for name in missing),
    )


def _without_names(block: _Block, names: Collection[str]) -> _Block:
    """Return a new block with `Any` in place of names that nothing defines."""
    if not block.is_new:
        return block
    return replace(block, lines=tuple(without_names(block.lines, names, "Any")))


def _parsed(source: str) -> ast.Module:
    return ast.parse(source.replace("\r\n", "\n").removeprefix("\ufeff"))


class _Change(Struct, frozen=True, kw_only=True):
    """The generated stub, and the keys of definitions that are not changed in it."""

    source: str
    skipped: frozenset[str]

    def lines(self, node: ast.stmt) -> tuple[str, ...]:
        """Return the lines of a statement of the stub."""
        begin, end = first_line(node) - 1, node.end_lineno or node.lineno
        return tuple(self.source.split("\n")[begin:end])


def _names(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the names that the statements of a stub define."""
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                nodes = (n for target in targets for n in ast.walk(target))
                yield from (n.id for n in nodes if isinstance(n, ast.Name))
            case _:
                pass


def _grouped(found: Iterable[Form]) -> dict[str, list[Form]]:
    """Return forms by name: overloads, and a property and its setter, share one."""
    by_name: dict[str, list[Form]] = {}
    for form in found:
        by_name.setdefault(form.name, []).append(form)
    return by_name


def _lines(found: Iterable[Form]) -> tuple[str, ...]:
    return tuple(line for form in found for line in form.lines)


def _merged_module(
    change: _Change, stub: ast.Module, generated: ast.Module, edited: ast.Module
) -> Iterator[_Block]:
    """Yield the definitions of the stub with the changes of its module."""
    old, new = _classes(generated), _classes(edited)
    blocks = [*_blocks(change, stub.body)]
    for block in _merged(
        change, blocks, forms(generated.body), forms(edited.body), "", {*old}
    ):
        if block.name in old and block.name in new and block.kind == "class":
            node = _classes(stub).get(block.name)
            if node is not None:
                yield _merged_class(change, node, old[block.name], new[block.name])
                continue
        yield block


def _classes(module: ast.Module) -> dict[str, ast.ClassDef]:
    return {one.name: one for one in module.body if isinstance(one, ast.ClassDef)}


def _blocks(change: _Change, body: Sequence[ast.stmt]) -> Iterator[_Block]:
    for node in body:
        for name in [*_names([node])][:1]:
            found = "function" if isinstance(node, ast.FunctionDef) else "value"
            found = "class" if isinstance(node, ast.ClassDef) else found
            yield _Block(name=name, kind=found, lines=change.lines(node))


def _merged(
    change: _Change,
    blocks: Sequence[_Block],
    old: Iterable[Form],
    new: Iterable[Form],
    prefix: str,
    compared: Collection[str] = (),
) -> Iterator[_Block]:
    """Yield the definitions of a scope; those of `compared` names are compared by the caller.

    A new definition of a module is before the one that it is before in the module, so that
    decorators and base classes are defined before their use.
    """
    before, after = _grouped(old), _grouped(new)
    changed = {
        name
        for name in (*before, *after)
        if name not in compared
        and prefix + name not in change.skipped
        and _lines(before.get(name, ())) != _lines(after.get(name, ()))
    }
    changed |= {name for name in compared if name not in after}
    written: set[str] = set()
    present = {block.name for block in blocks}
    above = {} if prefix else _new_names_above([*after], present)
    for block in blocks:
        for name in above.pop(block.name, ()):
            if name in changed:
                written.add(name)
                yield from _new_blocks(after[name])
        if block.name not in changed:
            yield block
        elif block.name not in written:
            written.add(block.name)
            yield from _new_blocks(after.get(block.name, ()))
    for name, found in after.items():
        if name in changed and name not in written:
            yield from _new_blocks(found)


def _new_names_above(
    names: Sequence[str], present: Collection[str]
) -> dict[str, list[str]]:
    """Return the names that are not present, by the next one that is."""
    above: dict[str, list[str]] = {}
    waiting: list[str] = []
    for name in names:
        if name in present:
            above[name] = waiting
            waiting = []
        else:
            waiting.append(name)
    return above


def _new_blocks(found: Iterable[Form]) -> Iterator[_Block]:
    for form in found:
        if form.lines:
            yield _Block(name=form.name, kind=form.kind, lines=form.lines, is_new=True)


def _merged_class(
    change: _Change, node: ast.ClassDef, old: ast.ClassDef, new: ast.ClassDef
) -> _Block:
    """Return a class of the stub with the changes of its decorators, bases and members."""
    name = node.name
    blocks = [*_blocks(change, node.body)]
    members = [
        *_merged(
            change,
            blocks,
            forms(old.body, owner_of(old)),
            forms(new.body, owner_of(new)),
            f"{name}.",
        )
    ]
    is_same_head = class_head(old) == class_head(new) or name in change.skipped
    head = class_head(node if is_same_head else new)
    decorators = _merged_decorators(change, node, old, new)
    if members == blocks and is_same_head and decorators == _decorators(node):
        return _Block(name=name, kind="class", lines=change.lines(node))
    lines = [*separated((member.kind, member.lines) for member in members)]
    return _Block(
        name=name,
        kind="class",
        lines=(*decorators, head if lines else f"{head} ...", *lines),
        is_new=True,
    )


def _decorators(node: ast.ClassDef) -> list[str]:
    return [f"@{ast.unparse(one)}" for one in node.decorator_list]


def _merged_decorators(
    change: _Change, node: ast.ClassDef, old: ast.ClassDef, new: ast.ClassDef
) -> list[str]:
    before, present = _by_name(old), _by_name(node)
    found = []
    for name, code in _by_name(new).items():
        is_skipped = f"{node.name}@{name}" in change.skipped
        if name in before and (code == before[name] or is_skipped):
            found += [present[name]] if name in present else []
        elif not is_skipped:
            found.append(code)
    return found


def _by_name(node: ast.ClassDef) -> dict[str, str]:
    """Return the decorators of a class by their names, without arguments."""
    found = {}
    for one in node.decorator_list:
        called = one.func if isinstance(one, ast.Call) else one
        found[ast.unparse(called)] = f"@{ast.unparse(one)}"
    return found


def _joined(blocks: Sequence[_Block]) -> str:
    """Return the definitions as source code, with the blank lines of black."""
    lines: list[str] = []
    above = ""
    for block in blocks:
        if lines and (block.kind != above or block.kind == "class"):
            lines.append("")
        lines += block.lines
        above = block.kind
    return "\n".join(lines)


def _needed_imports(
    stub: ast.Module,
    edited: ast.Module,
    new: Sequence[_Block],
    blocks: Sequence[_Block],
) -> tuple[dict[str, Binding], list[str]]:
    """Return the imports that new definitions need, and the names that nothing defines."""
    used = {name for block in new for name in names_in(block.lines)}
    inside = {
        member
        for block in new
        for node in ast.walk(ast.parse("\n".join(block.lines)))
        if isinstance(node, ast.ClassDef)
        for member in _names(node.body)
    }
    known = {*map(root_name, bindings(stub)), *(block.name for block in blocks)}
    needed = used - known - {*vars(builtins)}
    available = {**_LIBRARY, **package_names(stub), **bindings(edited)}
    found = {name: one for name, one in available.items() if root_name(name) in needed}
    missing = sorted(needed - inside - {*map(root_name, found)})
    stars = {name: one for name, one in bindings(edited).items() if one.name == "*"}
    return (found | stars, []) if missing and stars else (found, missing)


def _exported(
    generated: ast.Module, edited: ast.Module, stub: ast.Module
) -> dict[str, Binding]:
    """Return what was imported by hand into the module of a package, which exports it."""
    known = {*bindings(generated), *bindings(stub)}
    return {
        name: replace(binding, alias=name)
        for name, binding in bindings(edited).items()
        if name not in known and name.isidentifier() and not name.startswith("_")
    }


def _gaps(
    generated: ast.Module, edited: ast.Module, skipped: Collection[str]
) -> Iterator[tuple[str, int]]:
    old = {one.name for one in forms(generated.body) if one.is_gap}
    for form in forms(edited.body):
        if not form.is_gap or form.name in {*old, *skipped}:
            continue
        if not isinstance(form.statement, ast.ClassDef):
            yield form.name, form.line
            continue
        for member in forms(form.statement.body, owner_of(form.statement)):
            key = f"{form.name}.{member.name}"
            if member.is_gap and key not in skipped:
                yield key, member.line


def user_keys(path: str, source: str, last: Collection[str]) -> frozenset[str]:
    """Return the keys of the definitions that the user wrote into a stub.

    `last` are the definition lines of what docgen wrote last.
    """
    names = (
        line.partition("\t")[0]
        for line in definition_lines(path, source)
        if line not in last
    )
    return frozenset(
        base_key(name)
        for name in names
        if name[-1] != "*" and not name.startswith("import ")
    )


def file_to_merge(file: EditedFile, keys: frozenset[str], found: Stub) -> EditedFile:
    """Return the stub file to merge: docgen wants `found`, and the user owns the `keys`."""
    wanted = file.wanted and replace(
        file.wanted, lines=compact(definition_lines(file.path, found.source))
    )
    last = file.last and replace(
        file.last,
        lines=compact(
            line
            for line in file.last.definitions
            if base_key(line.partition("\t")[0]) not in keys
            or (file.wanted and line in file.wanted.definitions)
        ),
    )
    return replace(file, wanted=wanted, last=last, new=found.source)


def gap_diagnostics(module: str, stub: str, found: Stub) -> tuple[Diagnostic, ...]:
    """Report what could not be copied from a module to its stub."""
    return tuple(
        edit_diagnostic(message, module, Span(line), name=name, new=stub)
        for message, names in (
            (EditMessage.STUB_GAP, found.gaps),
            (EditMessage.UNDEFINED_NAME, found.undefined),
        )
        for name, line in dict(names).items()
    )
