"""The contenders that are installed here."""

import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from docgen.flavours import FLAVOURS
from tests.bench.contenders import msgspec_structs, pydantic_models, sdk
from tests.bench.contenders.contender import Contender
from tests.bench.payloads import Payload
from tests.bench.same_fields import shapes
from tests.bench.workspace import Workspace


def others(
    workspace: Workspace, payloads: Sequence[Payload]
) -> list[Callable[[str], Contender]]:
    """Return the functions that make each contender for a type."""
    fields = shapes(workspace.schema, payloads)
    found = [pydantic_models.by_hand(fields), msgspec_structs.contenders(fields)]
    if "pydantic" in FLAVOURS:
        sys.path.insert(0, str(workspace.package("pydantic")))
        found.append(pydantic_models.generated)
    if has_sdk():
        found.append(sdk.contender)
    return found


def has_sdk() -> bool:
    """Whether the official SDK is installed."""
    return find_spec("msgraph") is not None
