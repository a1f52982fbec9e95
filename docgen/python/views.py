"""Views: what templates print. Every string in them is a `PythonName` or `PythonCode`.

Only `names` and `literals` make such strings from text of a page, so a template cannot print text
that is not safe as code. `FileView.path` and `pages` are not printed.
"""

from typing import TypeAlias

from msgspec import Struct

from docgen.python.imports import ImportsView, ModuleImports
from docgen.python.literals import PythonCode
from docgen.python.names import PythonName


class FieldView(Struct, frozen=True, kw_only=True):
    """A field of a model; `wire_name` is a literal.

    `special` replaces `default` where the wire name or the type cannot be derived from name and
    annotation; else it is empty. `is_wide` means that the annotation needs a separate line.
    `has_gap` means that a blank line follows: if any field of the class has a docstring, after all
    but the last.
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


class ModelView(Struct, frozen=True, kw_only=True, tag=True):
    """A structured type: a class that contains fields and nothing else.

    `keys` are those that a class body cannot contain, where fields have their wire names.
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


class EnumView(Struct, frozen=True, kw_only=True, tag=True):
    """An enum type."""

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonName
    base: PythonName
    docstring: PythonCode
    members: tuple[MemberView, ...]


class MethodView(Struct, frozen=True, kw_only=True):
    """A method of a `Protocol`: the lines of its head, and of those of its overloads."""

    head: tuple[PythonCode, ...]
    overloads: tuple[tuple[PythonCode, ...], ...]
    docstring: PythonCode


class ProtocolView(Struct, frozen=True, kw_only=True):
    """A `Protocol` of the operations of a type."""

    name: PythonName
    docstring: PythonCode
    methods: tuple[MethodView, ...]


class RequestView(Struct, frozen=True, kw_only=True):
    """A request: its method and URL, as literals.

    `choice` is a pair of the name and the value of a parameter that selects it, or empty. `is_wide`
    means that it does not fit on a line.
    """

    method: PythonCode
    path: PythonCode
    choice: PythonCode
    is_wide: bool


class OperationDataView(Struct, frozen=True, kw_only=True):
    """The requests and permissions of an operation; its name and the permissions are literals."""

    name: PythonCode
    requests: tuple[RequestView, ...]
    permissions: PythonCode


class OperationsView(Struct, frozen=True, kw_only=True, tag=True):
    """The operations of one type: two protocols, and the data of operations with requests."""

    module_docstring: PythonCode
    imports: ModuleImports
    protocols: tuple[ProtocolView, ...]
    data: tuple[OperationDataView, ...]


class CallView(Struct, frozen=True, kw_only=True):
    """A method of a client: the lines of its head, of those of its overloads, and of its body."""

    head: tuple[PythonCode, ...]
    overloads: tuple[tuple[PythonCode, ...], ...]
    body: tuple[PythonCode, ...]


class ClientClassView(Struct, frozen=True, kw_only=True):
    """A class that sends the operations of a type; `protocol` is what it implements."""

    name: PythonName
    base: PythonName
    protocol: PythonName
    docstring: PythonCode
    methods: tuple[CallView, ...]


class ClientView(Struct, frozen=True, kw_only=True, tag=True):
    """The clients of one type; `operations` are the lines of constants that describe each."""

    module_docstring: PythonCode
    imports: ModuleImports
    operations: tuple[tuple[PythonCode, ...], ...]
    classes: tuple[ClientClassView, ...]


class AttributeView(Struct, frozen=True, kw_only=True):
    """An attribute of a class with its annotation."""

    name: PythonName
    annotation: PythonName


class ClientFolderClassView(Struct, frozen=True, kw_only=True):
    """The class of a package of clients; `constants` are assignments in its body."""

    name: PythonName
    base: PythonName
    docstring: PythonCode
    constants: tuple[PythonCode, ...]
    attributes: tuple[AttributeView, ...]


class ClientFolderView(Struct, frozen=True, kw_only=True, tag=True):
    """A package of clients: two classes with an attribute for each client and package in it."""

    docstring: PythonCode
    imports: ModuleImports
    classes: tuple[ClientFolderClassView, ...]


class CheckView(Struct, frozen=True, kw_only=True):
    """What a test expects for a Python name, both as code: a wire name, parameters, a value."""

    name: PythonCode
    expected: PythonCode


class ModelTestView(Struct, frozen=True, kw_only=True, tag=True):
    """What a test expects of a structured type.

    `name` is that of the class, with its packages. `sample` is empty if the page has none;
    `sample_type` is its annotation. `operations` have the parameters of each operation, `requests`
    its request lines with arguments, `permissions` its least privileged ones, `calls` the lines of
    the calls that send documented requests.
    """

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonCode
    qualified_name: PythonCode
    sample: PythonCode
    sample_type: PythonCode
    wire_names: tuple[CheckView, ...]
    operations_name: PythonCode
    async_operations_name: PythonCode
    operations_module: PythonCode
    operations: tuple[CheckView, ...]
    requests: tuple[CheckView, ...]
    permissions: tuple[CheckView, ...]
    calls: tuple[tuple[PythonCode, ...], ...]
    marker: PythonCode


class ExamplesView(Struct, frozen=True, kw_only=True, tag=True):
    """The content of documented examples: a JSON document."""

    document: PythonCode


class EnumTestView(Struct, frozen=True, kw_only=True, tag=True):
    """What a test expects of an enum type; `name` is that of the class, with its packages."""

    module_docstring: PythonCode
    imports: ImportsView
    name: PythonCode
    qualified_name: PythonCode
    members: tuple[CheckView, ...]
    marker: PythonCode


class EntryView(Struct, frozen=True, kw_only=True):
    """A class: the qualified name of its type, and its path separated by dots, as literals."""

    type: PythonCode
    path: PythonCode


class BaseView(Struct, frozen=True, kw_only=True):
    """A type and its base type, by their qualified names as literals."""

    type: PythonCode
    base: PythonCode


class ReadOnlyView(Struct, frozen=True, kw_only=True):
    """The read-only properties that a type declares, all as literals."""

    type: PythonCode
    names: tuple[PythonCode, ...]


class ReadOnlyTableView(Struct, frozen=True, kw_only=True):
    """A table of the read-only properties of all types that have any."""

    name: PythonName
    entries: tuple[ReadOnlyView, ...]


class FolderView(Struct, frozen=True, kw_only=True, tag=True):
    """A package of models or operations; `packages` are the lines that import those inside it.

    `elsewhere` has the modules of exported classes that are not in the package; empty if none are.
    """

    docstring: PythonCode
    package: PythonCode
    imports: ImportsView
    packages: tuple[PythonCode, ...]
    exports: tuple[PythonCode, ...]
    elsewhere: PythonCode
    has_lookups: bool


class ExportedNameView(Struct, frozen=True, kw_only=True):
    """A name that the package exports, and the module that has it, as literals."""

    name: PythonCode
    module: PythonCode


class ExportsView(Struct, frozen=True, kw_only=True, tag=True):
    """The `__init__` module of the package.

    `names` are loaded when they are first asked for, `packages` are further exported modules,
    `imports` are the lines that import all of them, and `exports` is `__all__`.
    """

    docstring: PythonCode
    package: PythonCode
    names: tuple[ExportedNameView, ...]
    packages: tuple[PythonCode, ...]
    imports: tuple[PythonCode, ...]
    exports: tuple[PythonCode, ...]


class CallStyleView(Struct, frozen=True):
    """The words that differ between classes with coroutines and those without, which have none.

    `prefix` begins the names of classes, `a` those of methods: `aclose`, `__aenter__`.
    """

    prefix: PythonCode = PythonCode("")
    async_: PythonCode = PythonCode("")
    await_: PythonCode = PythonCode("")
    a: PythonCode = PythonCode("")


BOTH_STYLES = (
    CallStyleView(),
    CallStyleView(*map(PythonCode, ("Async", "async ", "await ", "a"))),
)


class CatalogueView(Struct, frozen=True, kw_only=True, tag=True):
    """Every class of the package, by the qualified name of its type.

    `imports` are the classes that all models and all enums derive from, for checkers; `bases` are
    the types that derive from another. `read_only` are the tables of read-only properties. What
    clients have with and without coroutines is printed in both `styles`.
    """

    package: PythonCode
    imports: ImportsView
    models: tuple[EntryView, ...]
    operations: tuple[EntryView, ...]
    bases: tuple[BaseView, ...]
    read_only: tuple[ReadOnlyTableView, ...]
    styles: tuple[CallStyleView, ...] = BOTH_STYLES


View: TypeAlias = (
    ModelView
    | EnumView
    | OperationsView
    | ClientView
    | ClientFolderView
    | ModelTestView
    | ExamplesView
    | EnumTestView
    | FolderView
    | ExportsView
    | CatalogueView
)


class FileView(Struct, frozen=True, kw_only=True):
    """A file: its path in the output folder, its template and the view that this prints."""

    path: str
    template: str
    view: View
    pages: tuple[str, ...]


class PackageView(Struct, frozen=True, kw_only=True):
    """All files of a package, sorted by path."""

    files: tuple[FileView, ...]
