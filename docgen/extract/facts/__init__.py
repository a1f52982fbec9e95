"""What a description says as a fact: an `Inline` in, `Facts` out.

One small grammar a module, each reading sentences of the description; what none of them knows
stays what it is, text. The description itself is never changed by what was read. `reading` has
them all; who only wants the values imports none.
"""

from msgspec import Struct

from docgen.extract.type_expression import TypeName


class Facts(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The facts of one description. `None` and empty mean that it says nothing."""

    nullable: bool | None = None
    read_only: bool | None = None
    required: bool | None = None
    is_key: bool | None = None
    deprecated: bool | None = None
    returned_on_select: bool | None = None
    inherited_from: tuple[TypeName, ...] = ()
    values: tuple[str, ...] = ()
    default: str | None = None
    filter: tuple[str, ...] = ()


NO_FACTS = Facts()
