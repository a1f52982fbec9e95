"""Splice new code into the syntax tree of a file; code that no rule changes keeps its bytes."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.edits.scopes import MergeRules, added_names, kept_names, merged_order
from docgen.edits.spacing import spaced
from docgen.edits.verdicts import Verdict
from docgen.pycode import Part
from docgen.pycode.tree import (
    Body,
    Decorator,
    DifferentTreeError,
    ImportedName,
    SyntaxElement,
    body_in,
    code_of,
    decorators_of,
    has_comment,
    imported_names,
    newline_of,
    parse_tree,
    with_body,
    with_decorators,
    with_head,
    with_imported_names,
)


def spliced(
    edited: str,
    new: str,
    edited_parts: tuple[Part, ...],
    new_parts: tuple[Part, ...],
    rules: MergeRules,
) -> str | None:
    """Return the merged source code, `None` if libcst can't parse it or reads it differently."""
    try:
        tree = parse_tree(edited, edited_parts)
        other = parse_tree(new, new_parts, newline_of(tree))
        return code_of(tree, _merged(tree.body, other.body, rules, ""))
    except (DifferentTreeError, RecursionError):
        return None


def _merged(edited: Body, new: Body, rules: MergeRules, prefix: str) -> Body:
    """Merge the elements of a scope."""
    in_file = {element.part.key: element for element in edited.elements}
    in_new = {element.part.key: element for element in new.elements}
    if len(in_file) < len(edited.elements):
        raise DifferentTreeError
    keys = merged_order(_parts(edited), _parts(new), rules, prefix)
    merged = [
        (
            _kept(in_file[key], in_new.get(key), rules)
            if key in in_file
            else _added(in_new[key], rules)
        )
        for key in keys
    ]
    return Body(elements=spaced(merged, edited, new), rest=edited.rest)


def _parts(body: Body) -> list[Part]:
    return [element.part for element in body.elements]


def _kept(
    element: SyntaxElement, other: SyntaxElement | None, rules: MergeRules
) -> SyntaxElement:
    """Return an element of the file with its changes; `other` is that of the new code."""
    kind = element.part.kind
    if other is None or other.part.kind != kind:
        return _without_dropped_imports(element, rules)
    match kind:
        case "import":
            return _merged_import(element, other, rules)
        case "class" | "block":
            return _merged_container(element, other, rules)
        case "comment":
            return element
        case _:
            return _merged_statements(element, other, rules)


def _without_dropped_imports(
    element: SyntaxElement, rules: MergeRules
) -> SyntaxElement:
    """Return an element that is not in the new code, without the imports that are dropped."""
    part = element.part
    if part.kind == "block":
        merged = _merged(body_in(element), Body(elements=()), rules, f"{part.key}.")
        return with_body(element, merged)
    if part.kind != "import" or all(kept_names(part, rules)):
        return element
    return with_imported_names(element, kept_names(part, rules), ())


def _merged_import(
    element: SyntaxElement, other: SyntaxElement, rules: MergeRules
) -> SyntaxElement:
    """Merge the names of an import statement.

    If the result has the names of the new statement, that statement is used, unless the one in the
    file has a comment.
    """
    kept = kept_names(element.part, rules)
    added = added_names(other.part, rules)
    if all(kept) and not added:
        return element
    pairs = zip(element.part.parts, kept, strict=True)
    names = {*added, *(name.key for name, is_kept in pairs if is_kept)}
    if names == {name.key for name in other.part.parts} and not has_comment(element):
        return replace(element, statements=other.statements)
    return with_imported_names(element, kept, _added_aliases(other, added))


def _added_aliases(
    other: SyntaxElement, added: Sequence[str]
) -> Iterator[ImportedName]:
    for alias, name in zip(imported_names(other), other.part.parts, strict=True):
        if name.key in added:
            yield alias


def _merged_container(
    element: SyntaxElement, other: SyntaxElement, rules: MergeRules
) -> SyntaxElement:
    """Merge what is in a class or a block."""
    part = element.part
    body, new_body = body_in(element), body_in(other)
    merged = _merged(body, new_body, rules, f"{part.key}.")
    edited = element
    if merged.elements != body.elements:
        is_new = [e.statements for e in merged.elements] == [
            e.statements for e in new_body.elements
        ]
        edited = with_body(element, merged, like=other if is_new else None)
    if part.kind == "block":
        return edited
    if rules.verdicts[part.key] is Verdict.UPDATED:
        edited = with_head(edited, other)
    return with_decorators(edited, _merged_decorators(element, other, rules))


def _merged_statements(
    element: SyntaxElement, other: SyntaxElement, rules: MergeRules
) -> SyntaxElement:
    is_updated = rules.verdicts[element.part.key] is Verdict.UPDATED
    statements = other.statements if is_updated else element.statements
    edited = replace(element, statements=statements)
    if not (element.part.decorators or other.part.decorators):
        return edited
    return with_decorators(edited, _merged_decorators(element, other, rules))


def _merged_decorators(
    element: SyntaxElement, other: SyntaxElement, rules: MergeRules
) -> list[Decorator]:
    in_file, in_new = decorators_of(element), decorators_of(other)
    keys = merged_order(element.part.decorators, other.part.decorators, rules)
    return [
        (
            in_new[key]
            if key not in in_file or rules.verdicts[key] is Verdict.UPDATED
            else in_file[key]
        )
        for key in keys
    ]


def _added(element: SyntaxElement, rules: MergeRules) -> SyntaxElement:
    """Return an element of the new code, without the parts of it that are not added."""
    part = element.part
    match part.kind:
        case "import":
            names = added_names(part, rules)
            kept = [name.key in names for name in part.parts]
            return element if all(kept) else with_imported_names(element, kept, ())
        case "class" | "block":
            new = body_in(element)
            merged = _merged(Body(elements=()), new, rules, f"{part.key}.")
            if merged.elements != new.elements:
                element = with_body(element, merged)
            return _with_added_decorators(element, rules)
        case "definition":
            return _with_added_decorators(element, rules)
        case _:
            return element


def _with_added_decorators(element: SyntaxElement, rules: MergeRules) -> SyntaxElement:
    decorators = [
        decorator
        for key, decorator in decorators_of(element).items()
        if rules.verdicts[key] is Verdict.ADDED
    ]
    return with_decorators(element, decorators)
