"""References: a type as a page names it in, a qualified name and what there is to tell out.

a name with dots     the type of that name, else the linked one of the same short name
a primitive          the Edm name, unless the link leads to a type of that name
another name         of several: the linked one, then the one in the page's namespace, then the
                     shortest (ambiguous-type)
an unknown name      what the link leads to, if it leads to one type (mismatched-link)
                     else the name in the page's namespace, undeclared (unresolved-type)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.resolve.similar_names import Shelves, nearest
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.links import anchor, page_path
from docgen.schema.model import QualifiedName, TypeReference
from docgen.schema.names import qualified_name, short_name


class Reference(Struct, frozen=True, kw_only=True):
    """What a name refers to. `code` is what there is to tell of the way it was found."""

    name: QualifiedName
    is_declared: bool
    code: Code | None = None


class Declared(Struct, frozen=True, kw_only=True):
    """One type on one page; `anchor` is that of its section, empty for the page itself."""

    name: QualifiedName
    path: str
    anchor: str = ""


class NameIndex(Struct, frozen=True, kw_only=True):
    """Every declared name, by its qualified and short form, by page and by section."""

    qualified: Mapping[str, QualifiedName]
    short: Mapping[str, tuple[QualifiedName, ...]]
    on_page: Mapping[str, tuple[QualifiedName, ...]]
    in_section: Mapping[tuple[str, str], QualifiedName]

    def linked(self, page: str, target: str | None) -> tuple[QualifiedName, ...]:
        """Return the types that a link on `page` leads to: those of a section, or of a page."""
        path = page_path(page, target) if target else None
        if path is None or target is None:
            return ()
        section = self.in_section.get((path.lower(), anchor(target)))
        if section:
            return (section,)
        if target.startswith("#"):
            return ()
        return self.on_page.get(path.lower(), ())


class Naming(Struct, frozen=True, kw_only=True):
    """What is needed to tell what a name means.

    `near` are all short names, `bases` the stated base of each type that has one.
    """

    name_index: NameIndex
    near: Shelves
    bases: Mapping[QualifiedName, QualifiedName]


class ResolvedName(Struct, frozen=True, kw_only=True):
    """The reference that a type expression makes, and the diagnostics."""

    type: TypeReference
    reported: tuple[Diagnostic, ...] = ()


def reference(
    name_index: NameIndex, page: str, namespace: str, name: TypeName
) -> Reference:
    """Find the type that `name` means on a page whose types are in `namespace`."""
    edm = primitive(name.text)
    if edm and edm != UNTYPED and not name.target:
        return Reference(name=edm, is_declared=True)
    linked = name_index.linked(page, name.target)
    same = tuple(n for n in linked if _is_short(n, name.text))
    if edm and edm != UNTYPED and not same:
        return Reference(name=edm, is_declared=True)
    found = _qualified(name_index, name.text, same)
    if found is None and "." not in name.text:
        found = _short(name_index, namespace, name.text, same)
    if found is None and edm:
        return Reference(name=edm, is_declared=True)
    if found is None and len(linked) == 1:
        found = Reference(name=linked[0], is_declared=True, code=Code.MISMATCHED_LINK)
    return _with_code(found, name, linked) if found else _unknown(namespace, name)


def _is_short(name: QualifiedName, text: str) -> bool:
    return short_name(name).lower() == short_name(text).lower()


def _qualified(
    name_index: NameIndex, text: str, same: tuple[QualifiedName, ...]
) -> Reference | None:
    if "." not in text:
        return None
    found = name_index.qualified.get(text.lower()) or (
        same[0] if len(same) == 1 else None
    )
    return Reference(name=found, is_declared=True) if found else None


def _short(
    name_index: NameIndex, namespace: str, text: str, same: tuple[QualifiedName, ...]
) -> Reference | None:
    if same:
        return Reference(name=same[0], is_declared=True)
    if own := name_index.qualified.get(f"{namespace}.{text}".lower()):
        return Reference(name=own, is_declared=True)
    names = name_index.short.get(text.lower(), ())
    if not names:
        return None
    shortest = min(names, key=lambda name: (len(name), name))
    code = Code.AMBIGUOUS_TYPE if len(names) > 1 else None
    return Reference(name=shortest, is_declared=True, code=code)


def _with_code(
    found: Reference, name: TypeName, linked: tuple[QualifiedName, ...]
) -> Reference:
    """Add that the name is spelt differently, or that the link leads to another type."""
    if found.code:
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


def name_index(declared: Iterable[Declared]) -> NameIndex:
    """Return the index of the declared names."""
    qualified: dict[str, QualifiedName] = {}
    short: dict[str, dict[QualifiedName, None]] = {}
    on_page: dict[str, dict[QualifiedName, None]] = {}
    in_section: dict[tuple[str, str], QualifiedName] = {}
    for one in declared:
        name = qualified.setdefault(one.name.lower(), one.name)
        short.setdefault(short_name(name).lower(), {})[name] = None
        if one.anchor:
            in_section.setdefault((one.path.lower(), one.anchor), name)
        else:
            on_page.setdefault(one.path.lower(), {})[name] = None
    return NameIndex(
        qualified=qualified,
        short={key: tuple(names) for key, names in short.items()},
        on_page={key: tuple(names) for key, names in on_page.items()},
        in_section=in_section,
    )


def named(
    naming: Naming, page: str, namespace: str, type: TypeExpression | None
) -> ResolvedName:
    """Return the reference that a type expression makes; `Edm.Untyped` for none."""
    if type is None:
        return ResolvedName(type=TypeReference(name=UNTYPED))
    found = reference(naming.name_index, page, namespace, type.name)
    others = [
        reference(naming.name_index, page, namespace, n) for n in type.alternatives
    ]
    name = found.name
    if others:
        name = _shared_base(naming, name, [other.name for other in others])
    made = TypeReference(
        name=name, is_collection=type.is_collection, is_declared=found.is_declared
    )
    return ResolvedName(
        type=made, reported=tuple(name_findings(naming, page, type.name, found))
    )


def _shared_base(
    naming: Naming, name: QualifiedName, others: Sequence[QualifiedName]
) -> QualifiedName:
    """Return the nearest type that `name` and all alternatives derive from; else `name`."""
    lines = [frozenset(_line(naming, other)) for other in others]
    shared = (
        base for base in _line(naming, name) if all(base in line for line in lines)
    )
    return next(shared, name)


def _line(naming: Naming, name: QualifiedName) -> tuple[QualifiedName, ...]:
    """Return a type and all types above it."""
    line: dict[QualifiedName, None] = {}
    current: QualifiedName | None = name
    while current is not None and current not in line:
        line[current] = None
        current = naming.bases.get(current)
    return tuple(line)


def name_findings(
    naming: Naming, page: str, name: TypeName, found: Reference
) -> Iterator[Diagnostic]:
    """Report how `name` was resolved to `found`, where that is worth knowing."""
    if found.code is not None:
        message, advice = _words(naming, page, name, found.name, found.code)
        yield diagnostic(found.code, message, page, name.span, advice)


def _words(
    naming: Naming, page: str, name: TypeName, found: QualifiedName, code: Code
) -> tuple[str, str]:
    match code:
        case Code.UNRESOLVED_TYPE:
            return _unresolved(naming, page, name)
        case Code.AMBIGUOUS_TYPE:
            return (
                f"several namespaces declare {quote(name.text)}; used `{found}`",
                "link to the page of the type, or write its qualified name",
            )
        case Code.NAME_CASE:
            short = short_name(found)
            return (
                f"{quote(name.text)} is spelled `{short}` where it is declared",
                f"write `{short}`",
            )
        case _:
            return _wrong_link(naming, page, name, found)


def _wrong_link(
    naming: Naming, page: str, name: TypeName, found: QualifiedName
) -> tuple[str, str]:
    """Advise on the text where the link reported the type, and on the link where the text did."""
    target = quote(name.target or "")
    message = f"{quote(name.text)} links to {target}; used `{found}`"
    if found in naming.name_index.linked(page, name.target):
        return message, f"write `{short_name(found)}`"
    return message, f"link to the page of `{short_name(found)}`"


def _unresolved(naming: Naming, page: str, name: TypeName) -> tuple[str, str]:
    expected = page_path(page, name.target) if name.target else None
    message = f"no page declares {quote(name.text)}"
    if expected:
        message += f"; expected it on {quote(expected)}"
    near = nearest(short_name(name.text), naming.near)
    return message, (
        f"did you mean `{near}`?" if near else "add the page that declares it"
    )
