"""The part of a schema that some of its types need: they, and all that these name."""

from collections.abc import Iterable, Iterator

from docgen.schema.model import EnumType, QualifiedName, Schema, StructuredType, Type


def reachable(schema: Schema, names: Iterable[QualifiedName]) -> Schema:
    """Return the schema of the types with these names and all that they refer to."""
    types = {one.name: one for one in schema.types}
    found: dict[QualifiedName, Type] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name in types and name not in found:
            found[name] = types[name]
            waiting += _named(types[name])
    paths = {source.path for one in found.values() for source in one.sources}
    return Schema(
        types=tuple(one for one in schema.types if one.name in found),
        pages=tuple(page for page in schema.pages if page.path in paths),
    )


def _named(type: Type) -> Iterator[QualifiedName]:
    match type:
        case EnumType():
            return
        case StructuredType():
            yield from (type.base_type,) if type.base_type else ()
            for row in (*type.properties, *type.navigation_properties):
                yield row.type.name
            for operation in type.operations:
                if operation.returns:
                    yield operation.returns.name
