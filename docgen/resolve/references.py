"""References: a type as a page names it in, a qualified name and what there is to tell out.

a name with dots     the type of that name, else the linked one of the same short name
a primitive          the Edm name, unless the link leads to a type of that name
another name         of several: the linked one, then the one in the page's namespace, then the
                     shortest (ambiguous-type)
an unknown name      what the link leads to, if it leads to one type (mismatched-link)
                     else the name in the page's namespace, undeclared (unresolved-type)
"""

from msgspec import Struct

from docgen.diagnostics import Code
from docgen.extract.type_expression import TypeName
from docgen.resolve.index import Index
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.model import QualifiedName
from docgen.schema.names import qualified_name, short_name


class Reference(Struct, frozen=True, kw_only=True):
    """What a name refers to. `code` is what there is to tell of the way it was found."""

    name: QualifiedName
    is_declared: bool
    code: Code | None = None


def reference(index: Index, page: str, namespace: str, name: TypeName) -> Reference:
    """Find the type that `name` means on a page whose types are in `namespace`."""
    linked = index.linked(page, name.target)
    same = tuple(n for n in linked if _is_short(n, name.text))
    edm = primitive(name.text)
    if edm and edm != UNTYPED and not same:
        return Reference(name=edm, is_declared=True)
    found = _qualified(index, name.text, same)
    if found is None and "." not in name.text:
        found = _short(index, namespace, name.text, same)
    if found is None and edm:
        return Reference(name=edm, is_declared=True)
    if found is None and len(linked) == 1:
        found = Reference(name=linked[0], is_declared=True, code=Code.MISMATCHED_LINK)
    return _with_code(found, name, linked) if found else _unknown(namespace, name)


def _is_short(name: QualifiedName, text: str) -> bool:
    return short_name(name).lower() == short_name(text).lower()


def _qualified(
    index: Index, text: str, same: tuple[QualifiedName, ...]
) -> Reference | None:
    if "." not in text:
        return None
    found = index.qualified.get(text.lower()) or (same[0] if len(same) == 1 else None)
    return Reference(name=found, is_declared=True) if found else None


def _short(
    index: Index, namespace: str, text: str, same: tuple[QualifiedName, ...]
) -> Reference | None:
    if same:
        return Reference(name=same[0], is_declared=True)
    if own := index.qualified.get(f"{namespace}.{text}".lower()):
        return Reference(name=own, is_declared=True)
    names = index.short.get(text.lower(), ())
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
