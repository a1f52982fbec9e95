"""Annotations for type references, and the imports that they need."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.imports import ANY, Import
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName, class_name
from docgen.schema.model import QualifiedName, TypeReference

ANY_ANNOTATION = QualifiedName("Edm.Untyped")
"""A type without a Python type, so it is annotated as `Any`."""

ANY_JSON = frozenset({"microsoft.graph.Json"})
"""Types whose values are any JSON, whatever properties their pages declare."""


class NamedAnnotation(Struct, frozen=True, kw_only=True):
    """The annotation for a type in one module.

    `is_found` is false if the generated code would find no class, or another class, by this name.
    """

    name: PythonCode
    imports: frozenset[Import]
    is_found: bool = True


def annotation(
    reference: TypeReference, layout: Layout, location: ModuleLocation, defined: str
) -> NamedAnnotation:
    """Return the annotation in the module at `location`, which defines the class `defined`."""
    item = _item(reference, layout, location, defined)
    if not reference.is_collection:
        return item
    return replace(item, name=PythonCode(f"list[{item.name}]"))


def class_at(
    target: ModuleLocation, layout: Layout, location: ModuleLocation, defined: str
) -> NamedAnnotation:
    """Return the name of the class at `target` in the module at `location`.

    The class gets an alias if that module defines another class of the same name, or if the name
    means another class in the package of the module.
    """
    name = target.class_name
    if target == location and name == defined:
        return NamedAnnotation(name=PythonCode(name), imports=frozenset())
    is_found = name != defined and layout.visible(name, location.folders) == target
    alias = "" if is_found else _alias(target, layout, location, defined)
    imported = Import(f"{layout.package}.models.{target.dotted}", name, alias)
    return NamedAnnotation(
        name=PythonCode(alias or name),
        imports=frozenset({imported}),
        is_found=is_found,
    )


def _item(
    reference: TypeReference, layout: Layout, location: ModuleLocation, defined: str
) -> NamedAnnotation:
    if reference.name in layout.flavour.types:
        name, needed = layout.flavour.types[reference.name]
        imports = [layout.imported(needed)] if needed else []
        return NamedAnnotation(name=PythonCode(name), imports=frozenset(imports))
    target = layout.locations.get(reference.name)
    if target is None or reference.name in ANY_JSON:
        return NamedAnnotation(name=PythonCode("Any"), imports=frozenset({ANY}))
    named = class_at(target, layout, location, defined)
    if reference.name not in layout.enums:
        return named
    return replace(named, name=PythonCode(layout.flavour.enum.format(named.name)))


def _alias(
    target: ModuleLocation, layout: Layout, location: ModuleLocation, defined: str
) -> str:
    """Return the last part of the namespace and the name of a class, as a unique name."""
    parent = target.folders[-1] if target.folders else layout.root_namespace
    prefix = class_name(parent.rpartition(".")[2].replace("_", " ").title())
    alias = PythonName(prefix + target.class_name)
    while alias == defined or layout.visible(alias, location.folders):
        alias = PythonName(alias + "Type")
    return alias
