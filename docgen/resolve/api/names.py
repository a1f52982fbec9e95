"""The types that API pages name: the target of a link is a better source than its text.

link      the type of the page that it refers to; of several, the one with the name in the text
other     the type of that name in the namespace of the page, or a primitive type
plural    the type whose plural it is
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname

from msgspec import Struct

from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.resolve.references import NameIndex, reference
from docgen.schema.edm import UNTYPED, primitive
from docgen.schema.links import page_path, stem
from docgen.schema.model import QualifiedName, TypeReference
from docgen.schema.names import is_identifier, short_name
from docgen.schema.type_graph import base_chain, nearest_shared_base
from docgen.source import START


class PageNames(Struct, frozen=True, kw_only=True):
    """What the names on one API page are resolved with; `bases` has the base of each type."""

    index: NameIndex
    bases: Mapping[QualifiedName, QualifiedName]
    page: str
    namespace: str

    def resolve(self, type: TypeExpression | None) -> TypeReference | None:
        """Return the type that an expression names, or `None` if that is unknown."""
        if type is None:
            return None
        names = [self.name(one) for one in (type.name, *type.alternatives)]
        known = [one for one in names if one is not None]
        if not known:
            return None
        return TypeReference(
            name=self._shared(known),
            is_collection=type.is_collection,
            is_declared=self.is_known(known[0]),
        )

    def name(self, name: TypeName) -> QualifiedName | None:
        """Return the type that a name or its link refers to."""
        linked = self.index.linked(self.page, name.target)
        text = _link_name(name.text)
        if linked:
            return next(
                _with_name(linked, (text, *_of_file(self.page, name))), linked[0]
            )
        found = self.named(text)
        if found is not None:
            return found
        path = page_path(self.page, name.target) if name.target else None
        if path is not None:
            word = stem(path).rpartition("-")[2]
            return self.named(word) or self._undeclared(path, name.text, word)
        return None

    def linked_type(self, name: TypeName) -> QualifiedName | None:
        """Return the type of a link to its page, or to the page of an operation: `ship-get.md`."""
        found = self.name(name)
        path = page_path(self.page, name.target) if name.target else None
        if found is not None or path is None:
            return found
        words = stem(path).split("-")
        types = (self.named(word) for word in reversed(words[:-1]))
        return next((one for one in types if one and not one.startswith("Edm.")), None)

    def named(self, text: str) -> QualifiedName | None:
        """Return the declared or primitive type with a name, or the one whose plural it is."""
        for word in (text, *_singulars(text)):
            if not word:
                continue
            found = reference(self.index, self.page, self.namespace, _unlinked(word))
            if found.is_declared and found.name != UNTYPED:
                return found.name
        edm = primitive(text)
        return edm if edm == UNTYPED and text.lower() in ("json", "object") else None

    def is_known(self, name: QualifiedName) -> bool:
        """Return whether a type is primitive or declared on a page."""
        return name.startswith("Edm.") or name.lower() in self.index.qualified

    def instance(self, texts: Sequence[str]) -> QualifiedName | None:
        """Return the declared type that all types with these qualified names are."""
        found = [self.index.qualified.get(one.lower()) for one in texts]
        known = [one for one in found if one is not None]
        if not known or len(known) < len(found):
            return None
        return nearest_shared_base(known, self.bases)

    def are_related(self, one: QualifiedName, other: QualifiedName) -> bool:
        """Return whether one of two types derives from the other, or is the other."""
        chain, others = base_chain(one, self.bases), base_chain(other, self.bases)
        return one in others or other in chain

    def _undeclared(self, path: str, text: str, word: str) -> QualifiedName | None:
        """Return the name of a type whose page is missing; no type is on an API page."""
        short = text if is_identifier(text) else word
        is_api_page = dirname(path) == dirname(self.page)
        if is_api_page or not is_identifier(short):
            return None
        return QualifiedName(f"{self.index.namespace_of_file(path)}.{short}")

    def _shared(self, names: Sequence[QualifiedName]) -> QualifiedName:
        """Return the nearest type that all names are or derive from, or else the first name."""
        if len(names) == 1:
            return names[0]
        return nearest_shared_base(names, self.bases) or names[0]


def _unlinked(text: str) -> TypeName:
    return TypeName(text=text, span=START)


def _link_name(text: str) -> str:
    """Return the text of a link as a name: without spaces and marks."""
    return re.sub(r"[*`_\s]+", "", text).removesuffix("()")


def _of_file(page: str, name: TypeName) -> Iterator[str]:
    path = page_path(page, name.target) if name.target else None
    if path is not None:
        yield stem(path).rpartition("-")[2]


def _with_name(
    names: Sequence[QualifiedName], texts: Sequence[str]
) -> Iterator[QualifiedName]:
    for text in texts:
        for word in (text, *_singulars(text)):
            for name in names:
                if short_name(name).lower() == short_name(word).lower():
                    yield name


def _singulars(text: str) -> Iterator[str]:
    for plural, ending in (("ies", "y"), ("es", ""), ("s", "")):
        if text.endswith(plural):
            yield text.removesuffix(plural) + ending
