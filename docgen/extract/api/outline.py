"""The outline of an API page: what each of its sections is about.

The title decides. A section below another, without a title of its own in the table, belongs to it;
everything below an example is part of it, whatever its title (`Request`, `Response`). An empty
heading changes nothing.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from docgen.extract.titles import normalized_title
from docgen.markdown.page import Page, Section
from docgen.regex import Regex


class Role(StrEnum):
    """What a section of an API page is about."""

    INTRODUCTION = "introduction"
    PERMISSIONS = "permissions"
    REQUEST = "request"
    PATH = "path"
    FUNCTION = "function"
    QUERY = "query"
    PARAMETERS = "parameters"
    HEADERS = "header"
    BODY = "body"
    RESPONSE = "response"
    EXAMPLE = "example"
    OTHER = "other"


_TITLES = {
    Role.PERMISSIONS: r"permissions?\b.*|prerequisites",
    Role.REQUEST: r"http requests?\b.*",
    Role.PATH: r"(?:path|uri|url) parameters?",
    Role.FUNCTION: r"function parameters?",
    Role.QUERY: r"(?:optional |required |odata )*query (?:string )?(?:parameters?|options?)",
    Role.PARAMETERS: r"(?:request |optional )?parameters?",
    Role.HEADERS: r"(?:optional )?(?:request )?headers?",
    Role.BODY: r"(?:optional )?request body",
    Role.RESPONSE: r"(?:http )?responses?",
    Role.EXAMPLE: r"(?:sample |\w+ )?examples?\b.*|(?:example )?request(?: \d+)?",
    Role.OTHER: r"see also|remarks|next steps|error responses?|related content",
}
_TITLE = Regex(
    "|".join(f"(?P<{role.name}>{pattern})" for role, pattern in _TITLES.items())
)
_PARTS = frozenset({Role.EXAMPLE, Role.PERMISSIONS})
"""Roles that all sections below have, whatever their titles."""


class RoleSection(Struct, frozen=True, kw_only=True):
    """A section and its role; `is_named` means that its own title decides it."""

    role: Role
    is_named: bool
    section: Section


def api_outline(page: Page) -> tuple[RoleSection, ...]:
    """Return the sections of an API page with their roles."""
    return tuple(_sections(page))


def _sections(page: Page) -> Iterator[RoleSection]:
    role, level = Role.INTRODUCTION, 0
    seen: set[Role] = set()
    for section in page.sections:
        depth = section.heading.level if section.heading else 0
        if section.heading and not section.title.strip():
            yield RoleSection(role=role, is_named=False, section=section)
            continue
        own = _own_role(section.title)
        if own is Role.RESPONSE and Role.EXAMPLE in seen:
            own = Role.EXAMPLE
        is_inside = depth > level > 0
        if is_inside and role in _PARTS and not _leaves(role, own):
            own = None
        if own is not None:
            role, level = own, depth
        elif not is_inside:
            role, level = (Role.INTRODUCTION if depth <= 1 else Role.OTHER), depth
        seen.add(role)
        yield RoleSection(role=role, is_named=own is not None, section=section)


def _leaves(role: Role, own: Role | None) -> bool:
    """Return whether a section below the permissions is about something else after all."""
    return role is Role.PERMISSIONS and own not in (None, Role.PERMISSIONS)


def _own_role(title: str) -> Role | None:
    found = _TITLE.fullmatch(normalized_title(title)) if title else None
    return Role[found.lastgroup] if found and found.lastgroup else None
