"""Permissions as security requirements: one for each alternative, the least privileged first.

Permissions that are needed together are scopes of one requirement. Pages don't say where tokens are
requested, so that the schemes have no flows; they list all of their permissions. A request without
documented permissions needs a token of any scheme.
"""

from collections.abc import Iterable, Mapping, Sequence

from docgen.export.openapi.requests import PathRequest
from docgen.schema.model import Conjunction, Permissions

_SCHEMES = {
    "delegatedWork": "Permissions that a user with a work or school account delegates.",
    "delegatedPersonal": "Permissions that a user with a personal account delegates.",
    "application": "Permissions of an application without a user.",
}


def requirements(request: PathRequest) -> list[dict[str, tuple[str, ...]]]:
    """Return the alternatives of a request, by scheme; an empty list if no page has any."""
    found: dict[tuple[str, Conjunction], None] = {}
    for scheme in _SCHEMES:
        for one in request.documented:
            permissions = one.request.permissions or one.operation.permissions
            found.update(
                ((scheme, each), None) for each in _alternatives(permissions)[scheme]
            )
    return [{scheme: permissions} for scheme, permissions in found]


def security_schemes(requests: Iterable[PathRequest]) -> dict[str, object]:
    """Return the schemes that requests use, with their permissions."""
    permissions: dict[str, set[str]] = {}
    for request in requests:
        for requirement in requirements(request):
            for scheme, names in requirement.items():
                permissions.setdefault(scheme, set()).update(names)
    return {
        scheme: {
            "type": "oauth2",
            "description": description,
            "flows": {},
            "x-scopes": sorted(permissions[scheme]),
        }
        for scheme, description in _SCHEMES.items()
        if scheme in permissions
    }


def _alternatives(one: Permissions) -> Mapping[str, Sequence[Conjunction]]:
    return {
        "delegatedWork": one.delegated_work,
        "delegatedPersonal": one.delegated_personal,
        "application": one.application,
    }
