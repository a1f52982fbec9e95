r"""Find the type whose properties the introduction of an API page is about.

sentence := words ( "properties" | "fields" | "settings" ) ["and relationships"]
            ( "of" | "for" | "in" ) [article] [word] name words
name     := a link to a page | a word in bold or code

"Update the properties of a [team](../resources/team.md) object."
"""

from collections.abc import Sequence

from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.prose import ARTICLES, TYPE_NAME, words
from docgen.extract.prose import prose_blocks
from docgen.extract.type_expression import TypeExpression
from docgen.regex import Regex

_SUBJECT = Regex(
    r"\b(?:propert(?:y|ies)|fields|settings)\s+(?:and relationships\s+)?(?:of|for|in)\s+"
    rf"{ARTICLES}(?:specified\s+|existing\s+|given\s+)?(?P<name>{TYPE_NAME})",
)


def subject(sections: Sequence[RoleSection]) -> TypeExpression | None:
    """Return the first type in the introduction whose properties it is about."""
    for one in sections:
        if one.role is Role.INTRODUCTION:
            for text in prose_blocks(one.section):
                found = words(text)
                match = _SUBJECT.search(found.text)
                if match:
                    return TypeExpression(name=found.name(match["name"]))
    return None
