"""Facts that a description states, such as "Required." or "Read-only".

Each module parses one kind of fact; `reading` applies them all to an `Inline` and returns `Facts`.
Sentences that no grammar matches are only text. The description itself is never changed.
"""

from msgspec import Struct

from docgen.extract.type_expression import TypeName


class Facts(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The facts of one description. `None` or empty means that it does not state the fact."""

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
