"""The stage `lower`: from a schema to the views of all files of its package.

After this stage there are only names, literals, annotations and docstrings of Python, and paths of
files.
"""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from docgen.diagnostics import Result, sort_diagnostics
from docgen.flavours import FLAVOURS
from docgen.python.client import client_view
from docgen.python.documented.model import NO_EXAMPLES, ExamplePages
from docgen.python.documented.views import examples_view, type_examples
from docgen.python.enums import enum_view
from docgen.python.flavours import FLAVOURS_BY_NAME, TYPE_FILES
from docgen.python.layout import Layout, layout_of
from docgen.python.models import model_view
from docgen.python.operations import operations_view
from docgen.python.package import package_files
from docgen.python.samples import Samples, samples_of
from docgen.python.signatures.context import (
    SignatureContext,
    UrlFacts,
    signature_context,
    signature_inputs,
)
from docgen.python.signatures.model import Signature
from docgen.python.signatures.stage import operation_signatures
from docgen.python.skeletons import enum_test_view, model_test_view
from docgen.python.type_facts import TypeFacts, type_facts
from docgen.python.views import FileView, PackageView, View
from docgen.schema.model import (
    EnumType,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)


class LoweringContext(Struct, frozen=True, kw_only=True):
    """What lowering a type needs to know about all types."""

    layout: Layout
    facts: TypeFacts
    samples: Samples
    signatures: SignatureContext
    examples: ExamplePages = NO_EXAMPLES


def lower(
    schema: Schema,
    *,
    package: str,
    root_namespace: str,
    flavour: str = FLAVOURS[0],
    only: frozenset[str] | None = None,
    base_url: str = "",
    has_client: bool = True,
) -> Result[PackageView]:
    """Return the views of all files of `package`; the types of `root_namespace` have no folder.

    `only` restricts this to the types that are declared on these pages. `base_url` is the URL of
    the service, if it is known. Without `has_client`, the package has no clients.
    """
    layout = layout_of(
        schema,
        package,
        root_namespace,
        FLAVOURS_BY_NAME[flavour],
        base_url=base_url,
        has_client=has_client,
    )
    facts = type_facts(schema)
    context = lowering_context(schema, layout, facts)
    lowered = [
        lower_type(type_, context)
        for type_ in schema.types
        if only is None or not only.isdisjoint(declaring_pages(type_))
    ]
    files = [file for one in lowered for file in one.value]
    operated = with_operations(schema, context.signatures)
    files += package_files(layout, facts, operated)
    notes = sort_diagnostics(note for one in lowered for note in one.diagnostics)
    files.sort(key=lambda file: file.path)
    return Result(PackageView(files=tuple(files)), notes)


def lowering_context(
    schema: Schema,
    layout: Layout,
    facts: TypeFacts,
    urls: UrlFacts | None = None,
    examples: ExamplePages = NO_EXAMPLES,
) -> LoweringContext:
    """Return what lowering a type needs to know about all types.

    `urls` are the facts about the URLs of the schema, if they are known.
    """
    return LoweringContext(
        layout=layout,
        facts=facts,
        samples=samples_of(schema, facts),
        signatures=signature_context(schema, urls),
        examples=examples,
    )


def with_operations(
    schema: Schema, signatures: SignatureContext
) -> frozenset[QualifiedName]:
    """Return the names of the types that have operations, also on API pages only."""
    return frozenset(
        one.name
        for one in schema.types
        if isinstance(one, StructuredType)
        and (one.operations or one.name in signatures.unlisted)
    )


def declaring_pages(type_: Type) -> tuple[str, ...]:
    """Return the paths of the pages that declare a type, sorted."""
    return tuple(sorted({source.path for source in type_.sources}))


def lower_type(type_: Type, context: LoweringContext) -> Result[tuple[FileView, ...]]:
    """Return the views of the files of one type."""
    match type_:
        case StructuredType():
            views = _structured(type_, context)
        case EnumType():
            views = _enum(type_, context.layout)
    files = (
        _file(template, path, view, pages, type_, context.layout)
        for view, pages in views.value
        for template, path in TYPE_FILES[type(view)].items()
        if _is_allowed(template, type_)
    )
    return Result(tuple(files), views.diagnostics)


def _file(
    template: str,
    path: str,
    view: View,
    pages: tuple[str, ...],
    type_: Type,
    layout: Layout,
) -> FileView:
    location = layout.locations[type_.name]
    return FileView(
        path=path.format(
            package=layout.folder, module=location.file, test=location.test
        ),
        template=template,
        view=view,
        pages=pages,
    )


_Views: TypeAlias = list[tuple[View, tuple[str, ...]]]
"""Views, each with the pages that define it."""


def _structured(type_: StructuredType, context: LoweringContext) -> Result[_Views]:
    layout, facts = context.layout, context.facts
    inputs = signature_inputs(type_, context.signatures)
    signatures = operation_signatures(type_, inputs)
    pages = declaring_pages(type_)
    all_pages = _with_api_pages(pages, signatures.value)
    model = model_view(type_, layout, facts)
    examples = type_examples(
        inputs.facts.with_examples if layout.has_client else (),
        signatures.value,
        context.examples,
        layout,
        facts,
    )
    test = model_test_view(
        type_,
        signatures.value,
        layout,
        facts,
        context.samples,
        examples.value.calls,
    )
    views: _Views = [(model.value, pages), (test, all_pages)]
    if signatures.value:
        views.append((operations_view(type_, signatures.value, layout), all_pages))
        if layout.has_client:
            views.append((client_view(type_, signatures.value, layout), all_pages))
    if examples.value.named:
        views.append((examples_view(examples.value.named), all_pages))
    return Result(
        views,
        (*model.diagnostics, *signatures.diagnostics, *examples.diagnostics),
    )


def _with_api_pages(
    pages: tuple[str, ...], signatures: Iterable[Signature]
) -> tuple[str, ...]:
    described = (one.api_page for one in signatures if one.api_page)
    return tuple(sorted({*pages, *described}))


def _enum(type_: EnumType, layout: Layout) -> Result[_Views]:
    enum, pages = enum_view(type_, layout), declaring_pages(type_)
    test = enum_test_view(type_, layout)
    return Result([(enum.value, pages), (test, pages)], enum.diagnostics)


def _is_allowed(template: str, type_: Type) -> bool:
    """Return whether a type may have a file: mypy rejects a stub of an enum without members."""
    is_empty = isinstance(type_, EnumType) and not type_.members
    return template != "enum.pyi" or not is_empty
