"""What a description says as a fact: an `Inline` in, `Facts` out.

One small grammar a module, each reading sentences of the description; what none of them knows
stays what it is, text. The description itself is never changed by what was read.
"""

from msgspec import Struct

from docgen.markdown.page import Inline
from docgen.schema.facts.claims import claims
from docgen.schema.facts.default import default_value
from docgen.schema.facts.filtering import filter_operators
from docgen.schema.facts.inheritance import inherited_from
from docgen.schema.facts.possible_values import possible_values
from docgen.schema.type_expression import TypeName


class Facts(Struct, frozen=True, array_like=True, kw_only=True):
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


def facts(description: Inline) -> Facts:
    """Read the facts of a description (pages, 5.4)."""
    if not description.source:
        return NO_FACTS
    said = claims(description.plain)
    return Facts(
        nullable=said.get("nullable"),
        read_only=said.get("read_only"),
        required=said.get("required"),
        is_key=said.get("is_key"),
        deprecated=said.get("deprecated"),
        returned_on_select=said.get("returned_on_select"),
        inherited_from=inherited_from(description),
        values=possible_values(description.source),
        default=default_value(description.source),
        filter=filter_operators(description.plain),
    )
