"""Signatures of whole types: names, parameters and results."""

from collections.abc import Callable

from docgen.diagnostics import Result
from docgen.python.signatures.context import signature_context, signature_inputs
from docgen.python.signatures.model import Signature
from docgen.python.signatures.stage import operation_signatures
from docgen.schema.model import Schema, StructuredType

Resolves = Callable[[dict[str, str]], Result[Schema]]

SHIP = """# ship resource type

## Methods

|Method|Return type|Description|
|:---|:---|:---|
|[Sink](../api/ship-sink.md)|None|Sink the ship.|

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The ID.|
"""

SINK = """# ship: sink

## HTTP request

``` http
POST /ports/{portId}/ships/{id}/sink
```

## Response

If successful, this method returns a `204 No Content` response code.
"""


def signatures(schema: Schema) -> tuple[Signature, ...]:
    context = signature_context(schema)
    (type_,) = schema.types
    assert isinstance(type_, StructuredType)
    return operation_signatures(type_, signature_inputs(type_, context)).value


def test_a_row_and_its_page_are_a_signature(resolves: Resolves) -> None:
    pages = {"resources/ship.md": SHIP, "api/ship-sink.md": SINK}
    (sink,) = signatures(resolves(pages).value)
    assert (sink.name, sink.result.kind) == ("sink", "none")
    assert [one.name for one in sink.parameters] == ["port_id", "ship_id"]
    assert sink.documented == ("POST /ports/{portId}/ships/{id}/sink",)
