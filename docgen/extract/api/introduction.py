"""What the introduction of an API page says about its operation."""

from collections.abc import Sequence

from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.prose import NOTICE, section_description


def page_summary(sections: Sequence[RoleSection]) -> str | None:
    """Return the first paragraph of the introduction that is not a notice; `None` without one."""
    paragraphs = (
        text
        for one in sections
        if one.role is Role.INTRODUCTION
        for text in (section_description(one.section) or "").split("\n\n")
    )
    return next((one for one in paragraphs if one and not NOTICE.match(one)), None)
