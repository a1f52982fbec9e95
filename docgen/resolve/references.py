"""References: resolve the names of types on a page to qualified names.

name with dots    the type of that name, or else the linked type with the same short name
primitive         the Edm name, unless the link refers to a type of that name
any other name    the linked type of that name, or else the one in the namespace of the page, or
                  else the one with the shortest qualified name (ambiguous-type)
translation       the linked type, if the link refers to exactly one
plural            the type whose plural it is, in a collection: `List of teams`
unknown name      the linked type, if the link refers to exactly one (mismatched-link), or else
                  undeclared (unresolved-type), in the namespace of the page; that of a link to a
                  missing page is in the file name (`callrecords-session.md`), or else the root
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    Result,
    diagnostic,
    quote,
)
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.regex import Regex
from docgen.schema.edm import COLLECTION_BEFORE, PRIMITIVE_NAMES, UNTYPED, primitive
from docgen.schema.links import anchor, page_path, stem, without_anchor
from docgen.schema.model import QualifiedName, TypeReference
from docgen.schema.names import namespace as namespace_of
from docgen.schema.names import qualified_name, short_name
from docgen.schema.type_graph import nearest_shared_base
from docgen.similar_names import NamesByLength, names_by_length, similar_name

_PRIMITIVES = names_by_length(PRIMITIVE_NAMES)

_PLURALS = (("s", ""), ("ies", "y"), ("es", ""))
"""The ending of a plural, and that of its singular."""
_TYPE_ANCHOR = Regex(
    r"(?P<name>\w+)(?:-(?:resource|complex|entity))?(?:-(?:type|object|facet|resource|entity))?"
)
"""The anchor of a title that names a type, with nothing else: not `ship-mode`."""


def _is_title_of(anchor: str, name: QualifiedName) -> bool:
    """Return whether an anchor is that of a title such as `ship` or `ship resource type`."""
    found = _TYPE_ANCHOR.fullmatch(anchor)
    return found is not None and found["name"] == short_name(name).lower()


class Reference(Struct, frozen=True, kw_only=True):
    """What a name refers to; `code` is that of the diagnostic about it, if there is one."""

    name: QualifiedName
    is_declared: bool
    code: Code | None = None


class DeclaredName(Struct, frozen=True, kw_only=True):
    """The name of a type that a page declares, with the anchor of its section, if it has one."""

    name: QualifiedName
    path: str
    anchor: str = ""


class NameIndex(Struct, frozen=True, kw_only=True):
    """The declared names by their qualified and short forms, by page and by section.

    All keys are in lower case. `namespaces` are those of the declared names, shortest first, and
    `root` is the root namespace.
    """

    qualified: Mapping[str, QualifiedName]
    short: Mapping[str, tuple[QualifiedName, ...]]
    on_page: Mapping[str, tuple[QualifiedName, ...]]
    in_section: Mapping[tuple[str, str], QualifiedName]
    namespaces: tuple[str, ...]
    root: str

    def linked(self, page: str, target: str | None) -> tuple[QualifiedName, ...]:
        """Return the types that a link on `page` refers to: those of a section, or of a page."""
        path = page_path(page, target) if target else None
        if path is None or target is None:
            return ()
        section = self.in_section.get((path.lower(), anchor(target)))
        if section:
            return (section,)
        on_page = self.on_page.get(path.lower(), ())
        titled = [one for one in on_page if _is_title_of(anchor(target), one)]
        if len(titled) == 1:
            return tuple(titled)
        return () if target.startswith("#") else on_page

    def namespace_of_file(self, path: str) -> str:
        """Return the known namespace that begins the name of a file, or else the root namespace."""
        prefix = stem(path).rpartition("-")[0].replace("-", ".").lower()
        end = f".{prefix}"
        found = (one for one in self.namespaces if f".{one}".lower().endswith(end))
        return next(found, self.root) if prefix else self.root


Bases: TypeAlias = Mapping[QualifiedName, QualifiedName]
"""Base types, by the types that derive from them."""


class NameContext(Struct, frozen=True, kw_only=True):
    """What names are resolved with.

    `short_names` are all declared short names, `bases` the declared base of each type with one.
    """

    name_index: NameIndex
    short_names: NamesByLength
    bases: Mapping[QualifiedName, QualifiedName]


def reference(
    name_index: NameIndex, page: str, namespace: str, name: TypeName
) -> Reference:
    """Return what `name` refers to on a page whose types are in `namespace`."""
    edm = primitive(name.text)
    if edm and edm != UNTYPED and not name.target:
        return Reference(name=edm, is_declared=True)
    linked = name_index.linked(page, name.target)
    if name.is_translated and len(linked) == 1:
        return Reference(name=linked[0], is_declared=True)
    same_name = _with_short_name(linked, name.text) if linked else ()
    if edm and edm != UNTYPED and not same_name:
        return Reference(name=edm, is_declared=True)
    if "." in name.text:
        found = _by_qualified_name(name_index, name.text, same_name)
    else:
        found = _by_short_name(name_index, namespace, name.text, same_name)
    if found is None and edm:
        return Reference(name=edm, is_declared=True)
    if found is None and len(linked) == 1:
        found = Reference(name=linked[0], is_declared=True, code=Code.MISMATCHED_LINK)
    if found:
        return _with_code(found, name, linked)
    path = page_path(page, name.target) if name.target else None
    if path and path.lower() not in name_index.on_page:
        namespace = name_index.namespace_of_file(path)
    return _unknown(namespace, name)


def _item_reference(
    name_index: NameIndex, page: str, namespace: str, type: TypeExpression
) -> Reference:
    """Return what the name in a type expression refers to; in a collection it may be a plural."""
    found = reference(name_index, page, namespace, type.name)
    if not found.is_declared and type.is_collection:
        for text in _singulars(type.name.text):
            one = replace(type.name, text=text)
            item = reference(name_index, page, namespace, one)
            if item.is_declared:
                return item
    return found


def _singulars(text: str) -> Iterator[str]:
    """Return the words whose plural may be `text`, in English."""
    for plural, ending in _PLURALS:
        if text.endswith(plural):
            yield text.removesuffix(plural) + ending


def _with_short_name(
    names: Iterable[QualifiedName], text: str
) -> tuple[QualifiedName, ...]:
    short = short_name(text).lower()
    return tuple(name for name in names if short_name(name).lower() == short)


def _by_qualified_name(
    name_index: NameIndex, text: str, linked: tuple[QualifiedName, ...]
) -> Reference | None:
    found = name_index.qualified.get(text.lower())
    if found is None and len(linked) == 1:
        found = linked[0]
    return Reference(name=found, is_declared=True) if found else None


def _by_short_name(
    name_index: NameIndex, namespace: str, text: str, linked: tuple[QualifiedName, ...]
) -> Reference | None:
    if linked:
        return Reference(name=linked[0], is_declared=True)
    if in_namespace := name_index.qualified.get(f"{namespace}.{text}".lower()):
        return Reference(name=in_namespace, is_declared=True)
    names = name_index.short.get(text.lower(), ())
    if not names:
        return None
    shortest = min(names, key=lambda name: (len(name), name))
    code = Code.AMBIGUOUS_TYPE if len(names) > 1 else None
    return Reference(name=shortest, is_declared=True, code=code)


def _with_code(
    found: Reference, name: TypeName, linked: tuple[QualifiedName, ...]
) -> Reference:
    """Add the code if the name is spelled differently, or the link refers to another type."""
    if found.code or name.is_translated:
        return found
    code = None
    if linked and found.name not in linked:
        code = Code.MISMATCHED_LINK
    elif short_name(found.name) != short_name(name.text):
        code = Code.NAME_CASE
    return Reference(name=found.name, is_declared=True, code=code)


def _unknown(namespace: str, name: TypeName) -> Reference:
    full = qualified_name(name.text if "." in name.text else f"{namespace}.{name.text}")
    return Reference(name=full or UNTYPED, is_declared=False, code=Code.UNRESOLVED_TYPE)


def name_index(declared: Iterable[DeclaredName], root: str) -> NameIndex:
    """Return the index of the declared names; `root` is the root namespace."""
    empty = NameIndex(
        qualified={}, short={}, on_page={}, in_section={}, namespaces=(), root=root
    )
    return with_declared(empty, declared)


def with_declared(index: NameIndex, declared: Iterable[DeclaredName]) -> NameIndex:
    """Return the index with more declared names, which come after those that it has."""
    qualified, in_section = dict(index.qualified), dict(index.in_section)
    short, on_page = dict(index.short), dict(index.on_page)
    added: set[str] = set()
    for one in declared:
        name = qualified.setdefault(one.name.lower(), one.name)
        added.add(namespace_of(name))
        _add(short, short_name(name).lower(), name)
        if one.anchor:
            in_section.setdefault((one.path.lower(), one.anchor), name)
        else:
            _add(on_page, one.path.lower(), name)
    return NameIndex(
        qualified=qualified,
        short=short,
        on_page=on_page,
        in_section=in_section,
        namespaces=tuple(sorted({*index.namespaces, *added}, key=_by_length)),
        root=index.root,
    )


def _add(
    names: dict[str, tuple[QualifiedName, ...]], key: str, name: QualifiedName
) -> None:
    known = names.get(key, ())
    if name not in known:
        names[key] = (*known, name)


def _by_length(namespace: str) -> tuple[int, str]:
    return len(namespace), namespace


def resolve_type(
    context: NameContext, page: str, namespace: str, type: TypeExpression | None
) -> Result[TypeReference]:
    """Return what a type expression refers to; `Edm.Untyped` without one."""
    if type is None:
        return _UNTYPED
    found = _item_reference(context.name_index, page, namespace, type)
    if not found.is_declared and type.name.text.lower() in COLLECTION_BEFORE:
        return Result(TypeReference(name=UNTYPED, is_collection=True))
    name = found.name
    if type.alternatives:
        others = (
            reference(context.name_index, page, namespace, other).name
            for other in type.alternatives
        )
        name = nearest_shared_base((name, *others), context.bases) or name
    resolved = TypeReference(
        name=name, is_collection=type.is_collection, is_declared=found.is_declared
    )
    if found.code is None:
        return Result(resolved)
    return Result(resolved, tuple(name_findings(context, page, type.name, found)))


_UNTYPED = Result(TypeReference(name=UNTYPED))


def name_findings(
    context: NameContext, page: str, name: TypeName, found: Reference
) -> Iterator[Diagnostic]:
    """Report how `name` was resolved to `found`, if it has a code."""
    if found.code is not None:
        message, advice = _message_and_help(context, page, name, found.name, found.code)
        new = _new_text(context, page, name, found)
        replaced = [Replacement(new, name.text)] if new else []
        yield diagnostic(found.code, message, page, name.span, advice, *replaced)


def _new_text(
    context: NameContext, page: str, name: TypeName, found: Reference
) -> str | None:
    """Return what to write instead of a name; `None` if that is not known."""
    match found.code:
        case Code.UNRESOLVED_TYPE:
            return _similar(context, name)
        case Code.AMBIGUOUS_TYPE:
            return found.name
        case Code.NAME_CASE:
            return _in_other_case(name.text, found.name)
        case _:
            linked = context.name_index.linked(page, name.target)
            return short_name(found.name) if found.name in linked else None


def _in_other_case(text: str, name: QualifiedName) -> str:
    return text[: -len(short_name(name))] + short_name(name)


def _message_and_help(
    context: NameContext, page: str, name: TypeName, found: QualifiedName, code: Code
) -> tuple[str, str]:
    match code:
        case Code.UNRESOLVED_TYPE:
            return _unresolved(context, page, name)
        case Code.AMBIGUOUS_TYPE:
            return (
                f"several namespaces declare {quote(name.text)}; using `{found}`",
                "link to the page of the type, or write its qualified name",
            )
        case Code.NAME_CASE:
            short = short_name(found)
            return (
                f"{quote(name.text)} is spelled `{short}` where it is declared",
                f"write `{short}`",
            )
        case _:
            return _wrong_link(context, page, name, found)


def _wrong_link(
    context: NameContext, page: str, name: TypeName, found: QualifiedName
) -> tuple[str, str]:
    """Advise to change the text if the type was found by its link, or else to change the link."""
    target = quote(name.target or "")
    linked = context.name_index.linked(page, name.target)
    declared = short_name(linked[0]) if linked else ""
    message = (
        f"link text is {quote(name.text)}, but {target} declares `{declared}`; "
        f"using `{found}`"
    )
    if found in linked:
        return message, f"write `{short_name(found)}`"
    return message, f"link to the page of `{short_name(found)}`"


def _similar(context: NameContext, name: TypeName) -> str | None:
    similar = None if name.target else similar_name(name.text, _PRIMITIVES)
    return similar or similar_name(short_name(name.text), context.short_names)


def _unresolved(context: NameContext, page: str, name: TypeName) -> tuple[str, str]:
    message = f"no page that was read declares {quote(name.text)}"
    if name.target and page_path(page, name.target):
        address = without_anchor(name.target)
        message += f"; expected it on {quote(address) if address else 'this page'}"
    similar = _similar(context, name)
    return message, (
        f"did you mean `{similar}`?"
        if similar
        else "correct the name, or add a page that declares it"
    )
