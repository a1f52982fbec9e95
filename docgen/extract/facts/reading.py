"""Parse all facts of a description: an `Inline` in, `Facts` out."""

from docgen.extract.facts import NO_FACTS, Facts
from docgen.extract.facts.claims import claims
from docgen.extract.facts.default import default_value
from docgen.extract.facts.filtering import filter_operators
from docgen.extract.facts.inheritance import inherited_from
from docgen.extract.facts.possible_values import possible_values
from docgen.markdown.page import Inline


def facts(description: Inline) -> Facts:
    """Return the facts that a description states (pages, 5.4)."""
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
