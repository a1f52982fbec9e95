"""Who is compared with the default flavour: whoever is installed here."""

import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from docgen.flavours import FLAVOURS
from tests.bench.contenders import msgspec_structs, pydantic_models, sdk
from tests.bench.contenders.contender import Contender
from tests.bench.ground import Ground
from tests.bench.payloads import Payload
from tests.bench.same_fields import shapes


def others(
    ground: Ground, payloads: Sequence[Payload]
) -> list[Callable[[str], Contender]]:
    """Give what gives each contender for a type."""
    fields = shapes(ground.schema, payloads)
    found = [pydantic_models.by_hand(fields), msgspec_structs.contenders(fields)]
    if "pydantic" in FLAVOURS:
        sys.path.insert(0, str(ground.package("pydantic")))
        found.append(pydantic_models.generated)
    if has_sdk():
        found.append(sdk.contender)
    return found


def has_sdk() -> bool:
    """Whether the official SDK is installed."""
    return find_spec("msgraph") is not None
