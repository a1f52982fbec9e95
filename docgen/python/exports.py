"""The names that a package itself exports, and the modules that have them."""

from collections.abc import Iterator, Mapping

from docgen.python.imports import Import, exported, from_lines
from docgen.python.layout import Layout
from docgen.python.literals import PythonCode, docstring, string_literal
from docgen.python.views import ExportedNameView, ExportsView

_SUBPACKAGES = ("models", "operations")
"""The packages in every package, which it exports without being asked."""

_PACKAGE: Mapping[str, tuple[str, ...]] = {
    "_changes": ("changes",),
    "_enums": ("FlagsEnum", "OpenEnum"),
    "_requests": ("Permissions", "Request", "permissions", "request_line"),
    "_results": (
        *("AsyncDownload", "AsyncLongRunning", "AsyncPages"),
        *("Download", "LongRunning", "Pages"),
    ),
}
_CLIENT: Mapping[str, tuple[str, ...]] = {
    "_batch": ("AsyncBatch", "Batch", "BatchedCall"),
    "_call": ("CallOptions",),
    "_errors": (
        *("ApiError", "CallError", "CallTimedOut", "Conflict", "ConnectionFailed"),
        *("NotFound", "OperationFailed", "PermissionDenied", "PreconditionFailed"),
        *("ServerError", "TooManyRequests", "Unauthenticated", "UnexpectedResponse"),
    ),
    "_transport": ("Response",),
    "client": ("AsyncClient", "Client"),
}
"""Exports of packages with clients."""


def exports_view(layout: Layout) -> ExportsView:
    """Return the view of `__init__` modules: names in `__all__`, and where each is."""
    modules = dict(_modules(layout))
    client = ("client",) if layout.has_client else ()
    packages = tuple(sorted((*client, *layout.flavour.exported_modules)))
    submodules = (*packages, *_SUBPACKAGES)
    names = (Import(f"{layout.package}.{at}", one, one) for one, at in modules.items())
    inner = (Import(layout.package, one, one) for one in submodules)
    return ExportsView(
        docstring=docstring((f"Typed Python for `{layout.root_namespace}`.",)),
        package=PythonCode(layout.package),
        names=tuple(
            ExportedNameView(
                name=string_literal(one), module=string_literal(modules[one])
            )
            for one in exported(modules)
        ),
        packages=tuple(map(string_literal, packages)),
        imports=from_lines((*names, *inner)),
        exports=tuple(map(string_literal, exported((*modules, *submodules)))),
    )


def _modules(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield each name that is loaded when it is first asked for, and its module."""
    tables = [_PACKAGE, layout.flavour.exports]
    for table in (*tables, _CLIENT) if layout.has_client else tables:
        for module, names in table.items():
            yield from ((name, module) for name in names)
