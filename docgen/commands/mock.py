"""`docgen mock`: serve the documented examples of a package over HTTP."""

import socket
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from docgen.commands.asgi import AsgiApplication
from docgen.commands.cross_origin import CrossOrigin, valid_origin
from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.mock_service import Answer, MockService
from docgen.config import Config, Target

if TYPE_CHECKING:
    from uvicorn import Server

FAILURES: Mapping[str, str] = {
    "not-found": "not_found",
    "throttled": "throttled",
    "unauthenticated": "unauthenticated",
    "unavailable": "unavailable",
}
"""The failures that can be requested, and the methods of `Failure` that make them."""

_AND_ADDRESS = " (while attempting to bind"
"""What Python adds to the reason of an error, with the address."""

_MISSING_LIBRARY = "`docgen mock` needs uvicorn: python -m pip install uvicorn"


def mock(
    config: Config,
    examples: Sequence[str] = (),
    *,
    package: str | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    failures: Iterable[str] = (),
    page_size: int | None = None,
    any_values: bool = False,
    origins: Iterable[str] = (),
    log: Callable[[str], None],
) -> None:
    """Serve examples until interrupted.

    `examples` are keys of examples or pages, as those of `replay`; without any, all examples are
    served. `package` is needed if several are configured. Raises `UsageError` if the package
    was not generated, for an unknown example, or without uvicorn. With `any_values`, requests
    with other values than those of examples are answered, too. Programs of `origins` in browsers
    may use the service.
    """
    allowed = [valid_origin(one) for one in origins]
    target = _target(config, package)
    testing = _testing(target)
    made = [getattr(testing.Failure, FAILURES[name])() for name in failures]
    try:
        replay = testing.replay(
            *examples, failures=made, page_size=page_size, any_values=any_values
        )
    except LookupError as error:
        raise UsageError(str(error.args[0])) from None
    transport = import_module(f"{target.package}._transport")
    client = import_module(f"{target.package}.client").Client

    def replays(
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes,
        is_foreign: bool,
    ) -> Answer:
        request = transport.HttpRequest(
            method=method,
            url=url,
            headers=headers,
            content=content,
            timeout=30.0,
            is_foreign=is_foreign,
        )
        answer: Answer = replay.send_request(request)
        return answer

    service = MockService(replays, client.BASE_URL, log)
    with _listening(host, port) as listener:
        number = len(replay.answers.examples)
        where = server_url(host, listener.getsockname()[1])
        server = _server(CrossOrigin(service, allowed, log))
        log(f"serving {number:,} examples at {where}; Ctrl+C to stop")
        server.run(sockets=[listener])


def server_url(host: str, port: int) -> str:
    """Return the URL of a server."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _target(config: Config, package: str | None) -> Target:
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    found = [one for one in config.targets if package in {None, one.package}]
    names = ", ".join(f"`{one.package}`" for one in config.targets)
    if not found:
        raise UsageError(f"no package `{package}` is configured; there is {names}")
    if len(found) > 1 and package is None:
        raise UsageError(f"name one of the packages with --package: {names}")
    return found[0]


def _testing(target: Target) -> ModuleType:
    """Return the module `testing` of a generated package, imported from its folder."""
    folder = Path(target.output).resolve()
    name = f"{target.package}.testing"
    if not target.client:
        raise UsageError(
            f"the package `{target.package}` has no examples: the configuration has "
            "`client = false`"
        )
    if not folder.joinpath(*name.split(".")).with_suffix(".py").is_file():
        raise UsageError(
            f"the package `{target.package}` was not generated in {target.output}; "
            "run `docgen generate`"
        )
    sys.path.insert(0, str(folder))
    return import_module(name)


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises `UsageError` if the address can't be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        text = getattr(error, "strerror", None) or str(error)
        reason = text.partition(_AND_ADDRESS)[0]
        raise UsageError(
            f"can't listen on {server_url(host, port)}: {reason}"
        ) from None


def _server(service: AsgiApplication) -> "Server":
    try:
        import uvicorn
    except ModuleNotFoundError as error:
        if error.name != "uvicorn":
            raise
        raise UsageError(_MISSING_LIBRARY) from None
    return uvicorn.Server(
        uvicorn.Config(service, log_level="warning", access_log=False, ws="none")
    )
