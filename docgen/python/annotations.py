"""Annotations for type references, and the imports that they need."""

from msgspec import Struct
from msgspec.structs import replace

from docgen.python.imports import ANY, Import
from docgen.python.layout import Layout, ModuleLocation
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName, class_name
from docgen.schema.model import ANY_JSON, QualifiedName, TypeReference

ANY_ANNOTATION = QualifiedName("Edm.Untyped")
"""A type without a Python type, so it is annotated as `Any`."""


class NamedAnnotation(Struct, frozen=True, kw_only=True):
    """The annotation for a type in one module.

    `is_found` is false if the generated code would find no class, or another class, by this name.
    """

    name: PythonCode
    imports: frozenset[Import]
    is_found: bool = True


class ModuleScope(Struct, frozen=True, kw_only=True):
    """A module that has annotations: its location, and the names that it defines.

    `has_model` means that it is the module of the model at that location.
    """

    location: ModuleLocation
    defined: frozenset[str]
    has_model: bool = False


def model_scope(location: ModuleLocation) -> ModuleScope:
    """Return the scope of the module of a model."""
    return ModuleScope(
        location=location, defined=frozenset({location.class_name}), has_model=True
    )


def annotation(
    reference: TypeReference, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    """Return the annotation of a type in a module."""
    item = item_annotation(reference, layout, scope)
    if not reference.is_collection:
        return item
    return replace(item, name=PythonCode(f"list[{item.name}]"))


def class_at(
    target: ModuleLocation, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    """Return the name of the class at `target` in a module.

    The class gets an alias if that module defines something else of the same name, or if the name
    means another class in the package of the module.
    """
    name = target.class_name
    if scope.has_model and target == scope.location:
        return NamedAnnotation(name=PythonCode(name), imports=frozenset())
    is_free = name not in scope.defined
    is_found = is_free and layout.visible(name, scope.location.folders) == target
    alias = "" if is_found else _alias(target, layout, scope)
    imported = Import(f"{layout.package}.models.{target.dotted}", name, alias)
    return NamedAnnotation(
        name=PythonCode(alias or name),
        imports=frozenset({imported}),
        is_found=is_found,
    )


def item_annotation(
    reference: TypeReference, layout: Layout, scope: ModuleScope
) -> NamedAnnotation:
    """Return the annotation of a type, or of the items of a collection."""
    if reference.name in layout.flavour.types:
        name, needed = layout.flavour.types[reference.name]
        imports = [layout.imported(needed)] if needed else []
        return NamedAnnotation(name=PythonCode(name), imports=frozenset(imports))
    target = layout.locations.get(reference.name)
    if target is None or reference.name in ANY_JSON:
        return NamedAnnotation(name=PythonCode("Any"), imports=frozenset({ANY}))
    named = class_at(target, layout, scope)
    if reference.name not in layout.enums:
        return named
    return replace(named, name=PythonCode(layout.flavour.enum.format(named.name)))


def _alias(target: ModuleLocation, layout: Layout, scope: ModuleScope) -> str:
    """Return the last part of the namespace and the name of a class, as a unique name."""
    parent = target.folders[-1] if target.folders else layout.root_namespace
    prefix = class_name(parent.rpartition(".")[2].replace("_", " ").title())
    alias = PythonName(prefix + target.class_name)
    while alias in scope.defined or layout.visible(alias, scope.location.folders):
        alias = PythonName(alias + "Type")
    return alias
