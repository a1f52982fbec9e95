"""What docgen expects the readers of a generated package to accept, compared with them."""

from itertools import product

import pytest

from docgen.python.documented.readable import readability
from docgen.python.type_facts import type_facts
from docgen.schema.model import QualifiedName, Schema, TypeReference
from graph import _wire

FACTS = type_facts(Schema(types=(), pages=()))

VALUES: list[object] = [
    *(True, False, None, 0, -1, 1.5, 2**70, 1e300, [], {}, ["a"], {"a": 1}),
    *("", " ", "a", "true", "1", "+1", "-12", "1.5", "1.10", "1E2", "1e99999", "NaN"),
    *("INF", "-INF", "inf", "0x1", "12345678901234567890", "1" * 25, "1_000"),
    *("2021-06-01", "2021-6-1", "20210601", "2021-02-30", "2021-06-01T", "0000-01-01"),
    *(
        "2021-06-01T12:34:56Z",
        "2021-06-01t12:34:56z",
        "2021-06-01 12:34:56",
        "2021-06-01T24:00:00Z",
    ),
    *("2021-06-01T12:34Z", "2021-06-01T12:34:56.1234567Z", "2021-06-01T12:34:56+02:00"),
    *("2021-06-01T12:34:56+02:00:30", "2021-06-01T12:34:56", "2021-13-01T12:34:56Z"),
    *("12:34:56", "12:34", "12:34:56.5", "24:00:00", "12:34:56Z", "1:2:3", "99:00"),
    *(
        "P1D",
        "PT1H30M",
        "P1Y",
        "P1M",
        "PT",
        "P",
        "-P1D",
        "+P2W",
        "P1DT2H3M4.5S",
        "PT-1H",
    ),
    *("c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11", "C2F3A1DE-7A5B-4F2C-9D2E-0C5A1B0C9A11"),
    *(
        "c2f3a1de7a5b4f2c9d2e0c5a1b0c9a11",
        "AQID",
        "AQI",
        "AQ==",
        "A",
        "a b",
        "-_8",
        "datetime-value",
    ),
]


@pytest.mark.parametrize(
    ("type_", "is_collection"), list(product(_wire.READERS, (False, True))), ids=str
)
def test_primitive_values_are_those_that_the_package_reads(
    type_: str, *, is_collection: bool
) -> None:
    reference = TypeReference(name=QualifiedName(type_), is_collection=is_collection)
    name = f"Collection({type_})" if is_collection else type_
    values = [*VALUES, *([[one] for one in VALUES] if is_collection else [])]
    for value in values:
        try:
            _wire.read(name, value)
        except _wire.JsonError:
            expected = "not"
        else:
            expected = "strictly"
        found = readability(value, reference, frozenset(), FACTS)
        assert (value, found) == (value, expected)
