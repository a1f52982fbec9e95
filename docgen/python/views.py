"""Views: what templates print. Every text in them is a `PythonName` or `Code`.

Nothing from a page gets into those types but through `names`, `literals` and `docstrings`, so no
template can print a text that did not pass one of them. `FileView.path` and `pages` are for the
disk, and are not printed.
"""

from typing import TypeAlias

from msgspec import Struct

from docgen.python.imports import ImportsView, ModuleImports
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName


class FieldView(Struct, frozen=True, kw_only=True):
    """A field of a model; `wire_name` is a literal.

    `special` is written in the place of its default where the wire name or the type cannot be
    derived from name and annotation; else it is empty. `is_wide` means that its
    annotation needs a line of its own, `has_gap` that a blank line follows: if any field of the
    class has a docstring, after all but the last.
    """

    name: PythonName
    wire_name: PythonCode
    annotation: PythonCode
    default: PythonCode
    special: PythonCode
    docstring: PythonCode
    is_wide: bool
    has_gap: bool


class KeyView(Struct, frozen=True, kw_only=True):
    """A key of a model that is not a Python name; `name` is a literal."""

    name: PythonCode
    annotation: PythonCode


class ModelView(Struct, frozen=True, kw_only=True):
    """A structured type: a class that holds fields and nothing else.

    Where fields are called as on the wire, `keys` are those that no class body can name.
    """

    module_docstring: PythonCode
    imports: ModuleImports
    name: PythonName
    base: PythonName
    docstring: PythonCode
    fields: tuple[FieldView, ...]
    keys: tuple[KeyView, ...]


class MemberView(Struct, frozen=True, kw_only=True):
    """A member of an enum."""

    name: PythonName
    value: PythonCode
    docstring: PythonCode
    has_gap: bool


class EnumView(Struct, frozen=True, kw_only=True):
    """An enum type."""

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonName
    base: PythonName
    docstring: PythonCode
    members: tuple[MemberView, ...]


class OperationView(Struct, frozen=True, kw_only=True):
    """A method of a `Protocol`; `body` is empty where it takes none.

    `is_wide` is true where its head doesn't fit on a line.
    """

    name: PythonName
    body: PythonCode
    returns: PythonCode
    is_wide: bool
    docstring: PythonCode


class OperationsView(Struct, frozen=True, kw_only=True):
    """The operations of one type."""

    module_docstring: PythonCode
    imports: ModuleImports
    name: PythonName
    docstring: PythonCode
    operations: tuple[OperationView, ...]


class CheckView(Struct, frozen=True, kw_only=True):
    """A Python name as a literal, and what must be true of it as one: a wire name, parameters."""

    name: PythonCode
    claim: PythonCode


class ModelTestView(Struct, frozen=True, kw_only=True):
    """What a page says of a structured type, as far as a test can hold it.

    `name` has the packages around the class. `sample` is empty where the page has none;
    `sample_type` is its annotation.
    """

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonCode
    qualified_name: PythonCode
    sample: PythonCode
    sample_type: PythonCode
    wire_names: tuple[CheckView, ...]
    operations_name: PythonCode
    operations: tuple[CheckView, ...]
    marker: PythonCode


class EnumTestView(Struct, frozen=True, kw_only=True):
    """What a page says of an enum type; `name` has the packages around the class."""

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonCode
    qualified_name: PythonCode
    members: tuple[CheckView, ...]
    marker: PythonCode


class EntryView(Struct, frozen=True, kw_only=True):
    """A class by the qualified name of its type; `where` is its path, a literal with dots."""

    type: PythonCode
    where: PythonCode


class BaseView(Struct, frozen=True, kw_only=True):
    """The base of a type, by their qualified names as literals."""

    type: PythonCode
    base: PythonCode


class FolderView(Struct, frozen=True, kw_only=True):
    """A package of models or operations; `packages` are the lines that import those inside it.

    `also` are the modules of classes that lie elsewhere, by their names; empty without any.
    """

    docstring: PythonCode
    package: PythonCode
    imports: ImportsView
    packages: tuple[PythonCode, ...]
    exports: tuple[PythonCode, ...]
    also: PythonCode
    has_lookups: bool


class CatalogueView(Struct, frozen=True, kw_only=True):
    """Every class of the package, by the qualified name of its type.

    `imports` are the classes that all models and all enums derive from, for checkers; `bases` are
    the types that derive from another.
    """

    docstring: PythonCode
    package: PythonCode
    imports: ImportsView
    models: tuple[EntryView, ...]
    operations: tuple[EntryView, ...]
    bases: tuple[BaseView, ...]


View: TypeAlias = (
    ModelView
    | EnumView
    | OperationsView
    | ModelTestView
    | EnumTestView
    | FolderView
    | CatalogueView
)


class FileView(Struct, frozen=True, kw_only=True):
    """A file to be: its path below the output folder, its template and what that prints."""

    path: str
    template: str
    view: View
    pages: tuple[str, ...]


class PackageView(Struct, frozen=True, kw_only=True):
    """All files of a package, sorted by path."""

    files: tuple[FileView, ...]
