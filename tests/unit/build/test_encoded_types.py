"""Types are encoded once, for two purposes."""

from pathlib import Path

import msgspec

from docgen.build.encoded_types import encode_types
from docgen.build.memo import digest_of
from docgen.config import Target
from docgen.pipeline import Stage, build

PAGE = """\
# team resource type

Namespace: microsoft.graph

A team.

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| id | String | Its key. |
| state | String | Its state. Possible values are: `open`, `closed`. |
"""


def test_digests_are_those_of_digest_of(tmp_path: Path) -> None:
    (tmp_path / "team.md").write_text(PAGE)
    types = build(Target(source=(str(tmp_path),)), through=Stage.SCHEMA).schema.types
    digests: dict[str, bytes] = {}
    encoded = encode_types(types, digests)
    assert digests == {one.name: digest_of(one) for one in types}
    assert msgspec.msgpack.encode(encoded) == msgspec.msgpack.encode(types)
