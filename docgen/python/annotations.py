"""From a type reference to the annotation that stands for it, and what that needs imported."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.imports import ANY, Import
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName, class_name
from docgen.schema.model import QualifiedName, TypeReference

ANY_ANNOTATION = QualifiedName("Edm.Untyped")
"""A type of any value, which is annotated as `Any` as all are that have no Python type."""

ANY_JSON = frozenset({"microsoft.graph.Json"})
"""Types whose values are JSON of any kind, whatever their page says of properties."""


class NamedAnnotation(Struct, frozen=True, kw_only=True):
    """A type as annotations of one module name it.

    `is_found` is false where the generated code would find no class, or another, by that name.
    """

    name: PythonCode
    imports: frozenset[Import]
    is_found: bool = True


def annotation(
    reference: TypeReference, layout: Layout, place: ModuleLocation, taken: str
) -> NamedAnnotation:
    """Write a reference as an annotation in a module at `place` that defines the class `taken`."""
    named = _item(reference, layout, place, taken)
    if not reference.is_collection:
        return named
    return replace(named, name=PythonCode(f"list[{named.name}]"))


def class_at(
    target: ModuleLocation, layout: Layout, place: ModuleLocation, taken: str
) -> NamedAnnotation:
    """Name the class of a type in a module at `place` that defines the class `taken`."""
    name = target.class_name
    if target == place and name == taken:
        return NamedAnnotation(name=PythonCode(name), imports=frozenset())
    module = f"{layout.package}.models.{target.dotted}"
    if name != taken and layout.visible(name, place.folders) == target:
        return NamedAnnotation(
            name=PythonCode(name), imports=frozenset({Import(module, name)})
        )
    alias = _alias(target, layout, place, taken)
    imported = Import(module, name, alias)
    return NamedAnnotation(
        name=PythonCode(alias), imports=frozenset({imported}), is_found=False
    )


def _item(
    reference: TypeReference, layout: Layout, place: ModuleLocation, taken: str
) -> NamedAnnotation:
    if reference.name in layout.flavour.types:
        name, needed = layout.flavour.types[reference.name]
        imports = [layout.imported(needed)] if needed else []
        return NamedAnnotation(name=PythonCode(name), imports=frozenset(imports))
    target = layout.places.get(reference.name)
    if target is None or reference.name in ANY_JSON:
        return NamedAnnotation(name=PythonCode("Any"), imports=frozenset({ANY}))
    named = class_at(target, layout, place, taken)
    if reference.name not in layout.enums:
        return named
    return replace(named, name=PythonCode(layout.flavour.enum.format(named.name)))


def _alias(
    target: ModuleLocation, layout: Layout, place: ModuleLocation, taken: str
) -> str:
    """Put the last part of the namespace before a class that shares its name with a nearer one."""
    parent = target.folders[-1] if target.folders else layout.root_namespace
    alias = class_name(parent.rpartition(".")[2].replace("_", " ").title())
    alias = PythonName(alias + target.class_name)
    while alias == taken or layout.visible(alias, place.folders):
        alias = PythonName(alias + "Type")
    return alias
