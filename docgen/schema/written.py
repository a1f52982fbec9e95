"""Type references as CSDL writes them."""

from docgen.schema.model import TypeReference


def written(type: TypeReference) -> str:
    """Return a reference as text: `Edm.String`, `Collection(microsoft.graph.team)`."""
    return f"Collection({type.name})" if type.is_collection else type.name
