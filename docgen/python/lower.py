"""The stage `lower`: a schema enters, the views of every file of its package leave.

What is known of JSON and of pages ends here; behind it there are names, literals, annotations and
docstrings of Python, and the paths of the files that they belong in.
"""

from msgspec import Struct

from docgen.diagnostics import Result, sort_diagnostics
from docgen.flavours import FLAVOURS
from docgen.python.enums import enum_view
from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import Layout, ModuleLocation, layout_of
from docgen.python.models import model_view
from docgen.python.operations import operations_view
from docgen.python.package import package_files
from docgen.python.prose import pages_of
from docgen.python.samples import Samples, samples
from docgen.python.skeletons import enum_test_view, model_test_view
from docgen.python.type_facts import TypeFacts, family
from docgen.python.views import FileView, PackageView
from docgen.schema.model import EnumType, Schema, StructuredType, Type


class LoweringContext(Struct, frozen=True, kw_only=True):
    """What must be known of all types before one can be lowered."""

    layout: Layout
    family: TypeFacts
    samples: Samples


def lower(
    schema: Schema,
    *,
    package: str,
    root_namespace: str,
    flavour: str = FLAVOURS[0],
    only: frozenset[str] | None = None,
) -> Result[PackageView]:
    """Make the views of all files of `package`; the types of `root_namespace` have no folder.

    Where `only` names pages, of the types those alone are lowered that these pages declare.
    """
    layout = layout_of(schema, package, root_namespace, FLAVOURS_BY_NAME[flavour])
    members = family(schema)
    ground = lowering_context(schema, layout, members)
    types = (
        t for t in schema.types if only is None or not only.isdisjoint(pages_of(t))
    )
    lowered = [lower_type(type_, ground) for type_ in types]
    files = [
        *(file for one in lowered for file in one.value),
        *shared_files(schema, layout, members),
    ]
    notes = sort_diagnostics(note for one in lowered for note in one.diagnostics)
    ordered = tuple(sorted(files, key=lambda file: file.path))
    return Result(PackageView(files=ordered), notes)


def lowering_context(
    schema: Schema, layout: Layout, family: TypeFacts
) -> LoweringContext:
    """Return what must be known of all types before one can be lowered."""
    return LoweringContext(
        layout=layout, family=family, samples=samples(schema, family)
    )


def lower_type(type_: Type, ground: LoweringContext) -> Result[tuple[FileView, ...]]:
    """Make the views of the files of one type."""
    match type_:
        case StructuredType():
            return _structured(type_, ground.layout, ground.family, ground.samples)
        case EnumType():
            return _enum(type_, ground.layout)


def _structured(
    type_: StructuredType, layout: Layout, members: TypeFacts, examples: Samples
) -> Result[tuple[FileView, ...]]:
    place, pages = layout.places[type_.name], pages_of(type_)
    model = model_view(type_, layout, members)
    test = model_test_view(type_, layout, members, examples)
    models, operations = _paths(layout, place)
    files = (
        FileView(
            path=f"{models}.py", template="model.py", view=model.value, pages=pages
        ),
        FileView(
            path=f"{models}.pyi", template="model.pyi", view=model.value, pages=pages
        ),
        FileView(path=place.test, template="test_model.py", view=test, pages=pages),
    )
    if not type_.operations:
        return Result(files, model.diagnostics)
    view = operations_view(type_, layout)
    file = FileView(
        path=operations, template="operations.py", view=view.value, pages=pages
    )
    return Result((*files, file), (*model.diagnostics, *view.diagnostics))


def _enum(type_: EnumType, layout: Layout) -> Result[tuple[FileView, ...]]:
    place, pages = layout.places[type_.name], pages_of(type_)
    enum = enum_view(type_, layout)
    test = enum_test_view(type_, layout)
    models, _ = _paths(layout, place)
    files = [
        FileView(path=f"{models}.py", template="enum.py", view=enum.value, pages=pages),
        FileView(path=place.test, template="test_enum.py", view=test, pages=pages),
    ]
    if type_.members:  # mypy refuses a stub of an enum that has none
        stub = f"{models}.pyi"
        files.append(
            FileView(path=stub, template="enum.pyi", view=enum.value, pages=pages)
        )
    return Result(tuple(files), enum.diagnostics)


def _paths(layout: Layout, place: ModuleLocation) -> tuple[str, str]:
    folder = layout.package.replace(".", "/")
    return f"{folder}/models/{place.file}", f"{folder}/operations/{place.file}.py"


def shared_files(
    schema: Schema, layout: Layout, members: TypeFacts
) -> tuple[FileView, ...]:
    """Make the views of the files that no single type decides."""
    operated = (
        layout.places[type_.name]
        for type_ in schema.types
        if isinstance(type_, StructuredType) and type_.operations
    )
    return tuple(package_files(layout, members, frozenset(operated)))
