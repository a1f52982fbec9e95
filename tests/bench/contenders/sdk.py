"""The service's official SDK, where it is installed; it writes text alone."""

import json
from importlib import import_module

from tests.bench.contenders.contender import Contender

NODE = "kiota_serialization_json.json_parse_node"
WRITER = "kiota_serialization_json.json_serialization_writer"


def contender(type_: str) -> Contender:
    """Return the class of a type; raises `ImportError` where the SDK is not installed."""
    node_type = import_module(NODE).JsonParseNode
    writer_type = import_module(WRITER).JsonSerializationWriter
    name = type_.rpartition(".")[2]
    module = "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
    model = getattr(
        import_module(f"msgraph.generated.models.{module}"), name[0].upper() + name[1:]
    )

    def read(document: object) -> object:
        return node_type(document).get_object_value(model)

    def write_text(value: object) -> bytes:
        writer = writer_type()
        writer.write_object_value(None, value)
        content: bytes = writer.get_serialized_content()
        return content

    return Contender(
        name="official SDK",
        read=read,
        write=None,
        read_text=lambda text: read(json.loads(text)),
        write_text=write_text,
    )
