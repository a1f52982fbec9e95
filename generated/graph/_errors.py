"""The exceptions that calls raise.

None of them shows a token or the body of a request or a response.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph._requests import Permissions
    from graph._transport import Response

LONGEST_TEXT = 500
"""The number of characters of a message of the service that an exception shows."""


class CallError(Exception):
    """The base class of the exceptions that a call with valid arguments raises."""


class ConnectionFailed(CallError, ConnectionError):  # noqa: N818
    """The service could not be reached, or the connection broke.

    `was_sent` is false if the service certainly did not receive the request.
    """

    def __init__(self, reason: str, *, was_sent: bool) -> None:
        super().__init__(reason)
        self.was_sent = was_sent


class CallTimedOut(CallError, TimeoutError):  # noqa: N818
    """The service did not answer in time; `was_sent` is as in `ConnectionFailed`."""

    def __init__(self, reason: str, *, was_sent: bool) -> None:
        super().__init__(reason)
        self.was_sent = was_sent


class UnexpectedResponse(CallError):  # noqa: N818
    """A response is not what the page says; `path` locates the wrong value."""

    def __init__(
        self, reason: str, response: Response | None = None, path: str = ""
    ) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.response = response


class OperationFailed(CallError):  # noqa: N818
    """A long-running operation ended without success; `status` is its last state."""

    def __init__(self, status: str, response: Response) -> None:
        super().__init__(f"the operation ended with the status {short(status)!r}")
        self.status = status
        self.response = response


class ApiError(CallError):
    """The service refused a call.

    `status` is that of HTTP. `code`, `message` and `inner` are what the service says,
    `request_id` identifies the request in its logs.
    """

    def __init__(
        self,
        response: Response,
        code: str = "",
        message: str = "",
        inner: Mapping[str, Any] | None = None,
    ) -> None:
        self.response = response
        self.status = response.status
        self.code = code
        self.message = message
        self.inner = dict(inner or {})
        self.request_id = response.headers.get("request-id")
        super().__init__(self.described())

    def described(self) -> str:
        """Return the text of the exception in one line."""
        text = " ".join(filter(None, (str(self.status), short(self.code))))
        if self.message:
            text = f"{text}: {short(self.message)}"
        return f"{text} (request {short(self.request_id)})" if self.request_id else text


class Unauthenticated(ApiError):  # noqa: N818
    """401: the token is missing, has expired, or was refused."""


class PermissionDenied(ApiError):  # noqa: N818
    """403: the token does not have a permission that the call needs.

    `permissions` are those that the page asks for, the least privileged first;
    `granted` are those in the token, or None if the token can't be read. The signature
    of the token was not verified.
    """

    permissions: Permissions | None = None
    granted: tuple[str, ...] | None = None

    def explain(self, permissions: Permissions | None, token: str | None) -> None:
        """Add the permissions of the page, and those in the token."""
        self.permissions = permissions
        scheme, self.granted = granted_by(token) if token else ("", None)
        parts = [self.described(), *needed(permissions, scheme)]
        if self.granted is not None:
            parts.append(f"the token has {', '.join(self.granted) or 'none'}")
        self.args = ("; ".join(parts),)


class NotFound(ApiError):  # noqa: N818
    """404: what the call is about does not exist, or is hidden."""


class Conflict(ApiError):  # noqa: N818
    """409: the call contradicts the current state."""


class PreconditionFailed(ApiError):  # noqa: N818
    """412: the object was changed since it was read."""


class TooManyRequests(ApiError):  # noqa: N818
    """429: the service limits the number of calls.

    `retry_after` is the number of seconds that it asks to wait, if it does.
    """

    @property
    def retry_after(self) -> float | None:
        """The number of seconds to wait, if the service states it."""
        return self.response.retry_after


class ServerError(ApiError):
    """500 and above: the service failed."""


CLASSES: dict[int, type[ApiError]] = {
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    429: TooManyRequests,
}


def api_error(response: Response) -> ApiError:
    """Return the exception for a response with a status of 400 or more."""
    status = response.status
    error = error_in(response.content)
    inner = error.get("innerError", error.get("innererror"))
    return CLASSES.get(status, ServerError if status >= 500 else ApiError)(
        response,
        text_in(error, "code"),
        text_in(error, "message"),
        inner if isinstance(inner, dict) else None,
    )


def error_in(content: bytes) -> dict[str, Any]:
    """Return the `error` of a JSON body, empty if there is none."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    error = data.get("error") if isinstance(data, dict) else None
    return error if isinstance(error, dict) else {}


def text_in(error: Mapping[str, Any], key: str) -> str:
    value = error.get(key)
    return value if isinstance(value, str) else ""


def short(text: str) -> str:
    """Return a string of the service as a single line of limited length."""
    line = " ".join(text[:LONGEST_TEXT].split())
    return "".join(one for one in line if one.isprintable())


def needed(permissions: Permissions | None, scheme: str) -> Iterable[str]:
    """Yield the permissions of each scheme, or of the one that the token has."""
    if permissions is None:
        return
    schemes = {
        "delegated": permissions.delegated_work or permissions.delegated_personal,
        "application": permissions.application,
    }
    if schemes.get(scheme):
        schemes = {scheme: schemes[scheme]}
    for name, alternatives in schemes.items():
        if alternatives:
            listed = " or ".join(" and ".join(one) for one in alternatives)
            yield f"needed is {listed} ({name})"


def granted_by(token: str) -> tuple[str, tuple[str, ...] | None]:
    """Return the scheme and the permissions of a token, if it can be read."""
    claims = claims_of(token)
    for claim, scheme in (("scp", "delegated"), ("roles", "application")):
        value = claims.get(claim)
        names = value.split() if isinstance(value, str) else value
        if isinstance(names, list):
            known = (one for one in names if isinstance(one, str))
            return scheme, tuple(filter(PERMISSION.fullmatch, known))
    return "", None


PERMISSION = re.compile(r"[\w.-]{1,100}")


def claims_of(token: str) -> dict[str, Any]:
    """Return the claims of a JSON Web Token, empty if it is not one."""
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}
