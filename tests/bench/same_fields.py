"""The fields of the types of a schema, for models made by hand: those of the generated classes.

A field that may hold a derived type has all types that the payloads name there, because models
made by hand do not find derived types by themselves.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from docgen.python.type_facts import TypeFacts, type_facts
from docgen.schema.model import QualifiedName, Schema, StructuredType
from docgen.schema.type_graph import reachable
from tests.bench.payloads import Payload

EDM: dict[str, type] = {
    "Edm.Binary": str,
    "Edm.Boolean": bool,
    "Edm.Byte": int,
    "Edm.Date": dt.date,
    "Edm.DateTimeOffset": dt.datetime,
    "Edm.Decimal": Decimal,
    "Edm.Double": float,
    "Edm.Duration": dt.timedelta,
    "Edm.Guid": UUID,
    "Edm.Int16": int,
    "Edm.Int32": int,
    "Edm.Int64": int,
    "Edm.SByte": int,
    "Edm.Single": float,
    "Edm.Stream": str,
    "Edm.String": str,
    "Edm.TimeOfDay": dt.time,
}
"""Primitive types. Those of bytes stay strings: not all libraries read both alphabets of base64."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A field: its name in Python and on the wire, and its type.

    `models` are the types that it may hold, the declared one first; else it holds a `value`.
    """

    name: str
    wire: str
    is_list: bool
    value: object
    models: tuple[str, ...]


def shapes(schema: Schema, payloads: Iterable[Payload]) -> dict[str, tuple[Shape, ...]]:
    """Return the fields of every type that documents of the payloads may contain."""
    given = [*payloads]
    named = {QualifiedName(one.type) for one in given}
    for one in given:
        for document in one.documents:
            named |= set(_named(document))
    part = reachable(schema, named)
    facts = type_facts(part)
    return {name: tuple(_shapes(name, facts, named)) for name in facts.types}


def _named(value: object) -> Iterator[QualifiedName]:
    match value:
        case dict():
            if "@odata.type" in value:
                yield QualifiedName(value["@odata.type"].removeprefix("#"))
            for item in value.values():
                yield from _named(item)
        case list():
            for item in value:
                yield from _named(item)


def _shapes(
    name: QualifiedName, facts: TypeFacts, named: set[QualifiedName]
) -> Iterator[Shape]:
    base: QualifiedName | None = name
    while base is not None and base in facts.types:
        for row in facts.declared[base].values():
            holds = row.type.name
            is_model = isinstance(facts.types.get(holds), StructuredType)
            derived = (n for n in sorted(named - {holds}) if is_model)
            derived = (n for n in derived if facts.lineage.derives(n, holds))
            yield Shape(
                name=facts.field_names[base][row.name],
                wire=row.name,
                is_list=row.type.is_collection,
                value=EDM.get(holds, Any if holds.startswith("Edm.") else str),
                models=(holds, *derived) if is_model else (),
            )
        base = facts.types[base].base_type
