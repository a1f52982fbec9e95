"""What all clients share: their settings, and how operations are called."""

from __future__ import annotations

import json as json_
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, Unpack

from graph import _catalogue
from graph._answers import (
    AsyncLinkedPages,
    AsyncMonitoredOperation,
    AsyncStreamedDownload,
    LinkedPages,
    MonitoredOperation,
    StreamedDownload,
)
from graph._call import (
    JSON_TYPE,
    CallOptions,
    Operation,
    Prepared,
    Sent,
    added_headers,
    check_options,
    content_of,
    origin,
    prepare,
    query_texts,
    valid_timeout,
    with_query,
)
from graph._driver import (
    AsyncDriver,
    Driver,
    Tokens,
    auth_of,
    default_scope,
)
from graph._flow import (
    Settings,
    exchanged,
    finished,
    own_link,
    received,
    value_of,
)
from graph._lazy import ROOT
from graph._transport import (
    AsyncHttpxTransport,
    AsyncTransport,
    HttpRequest,
    HttpxTransport,
    Transport,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from graph._batch import AsyncBatch, Batch
    from graph._driver import AsyncCredential, Credential
    from graph._results import (
        AsyncDownload,
        AsyncLongRunning,
        AsyncPages,
        Download,
        LongRunning,
        Pages,
    )
    from graph._transport import AsyncHttpClient, HttpClient, Response
    from graph._upload import Progress, Uploaded, UploadOptions

T = TypeVar("T")

TIMEOUT = 30.0
RETRIES = 3
PART_SIZE = 10 * 320 * 1024  # bytes
UNDOCUMENTED = "no page documents the request of this operation; use `client.request`"

RESERVED = frozenset({"aclose", "batch", "close", "request", "upload", "with_options"})
"""Attributes of a client; a resource with such a name gets an underscore."""


def resources_in(folder: str) -> dict[str, str]:
    """Return the resources and packages in a package of clients.

    The value is the path of a client, or empty for a package.
    """
    if folder not in RESOURCES:
        found: dict[str, str] = {}
        for path in _catalogue.OPERATIONS.values():
            if not path.startswith(folder):
                continue
            name, _, rest = path[len(folder) :].partition(".")
            if "." in rest:
                found[name] = ""
            else:
                name = f"{name}_" if name in RESERVED else name
                found[name] = path.removesuffix("Operations") + "Client"
        RESOURCES[folder] = found
    return RESOURCES[folder]


RESOURCES: dict[str, dict[str, str]] = {}


class Folder:
    """The resources of a namespace, each loaded when it is first used."""

    FOLDER: ClassVar[str] = ""
    PREFIX: ClassVar[str] = ""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    if not TYPE_CHECKING:  # so that checkers report unknown resources

        def __getattr__(self, name: str) -> Any:
            path = resources_in(self.FOLDER).get(name)
            if path is None:
                message = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self)
            if path:
                module, _, class_name = path.rpartition(".")
                loaded = import_module(f"{ROOT}.client.{module}")
            else:
                loaded = import_module(f"{ROOT}.client.{self.FOLDER}{name}")
                class_name = "Clients"
            found = getattr(loaded, self.PREFIX + class_name)(self._driver)
            self.__dict__[name] = found
            return found

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *resources_in(self.FOLDER)})


class AsyncFolder(Folder):
    """`Folder` of clients with coroutines."""

    PREFIX: ClassVar[str] = "Async"


def settings_of(
    base_url: str, timeout: float, retries: int, credential: AsyncCredential
) -> Settings:
    """Return the settings of a client. Raises `ValueError` for a URL without a host."""
    if not base_url:
        raise ValueError(
            "base_url is needed, as an argument or in the configuration of docgen"
        )
    origin(base_url)
    return Settings(
        base_url=base_url.rstrip("/"),
        timeout=valid_timeout(timeout),
        retries=retries,
        auth=auth_of(credential),
    )


def tokens_of(
    credential: AsyncCredential, scope: str | None, settings: Settings
) -> Tokens:
    is_safe = settings.base_url.startswith("https:") or is_local(settings.base_url)
    if credential is not None and not is_safe:
        raise ValueError("a credential needs a base_url with https")
    return Tokens(credential, scope or default_scope(settings.base_url))


def is_local(url: str) -> bool:
    """Return whether a URL is that of this computer."""
    return origin(url)[1] in {"127.0.0.1", "[::1]", "localhost"}


def requested(
    settings: Settings,
    method: str,
    path: str,
    json: object,
    content: object,
    options: CallOptions,
) -> Prepared:
    """Return a request that no page documents."""
    check_options("request", options)
    if not path.startswith("/") or path.startswith("//"):
        url = own_link(path, settings)
    else:
        url = own_link(settings.base_url + path, settings)
    headers = added_headers(options.get("headers", {}))
    body = None if content is None else content_of(content)
    if json is not None:
        body = json_.dumps(json, allow_nan=False).encode()
        headers = {"Content-Type": JSON_TYPE, **headers}
    return Prepared(
        request=HttpRequest(
            method=method.upper(),
            url=with_query(url, query_texts(options.get("query", {}))),
            headers=headers,
            content=body,
            timeout=valid_timeout(options.get("timeout", settings.timeout)),
        ),
        is_repeatable=body is None or isinstance(body, bytes),
        on_response=options.get("on_response"),
    )


class BaseClient(Folder):
    """A client; it can be shared by threads."""

    BASE_URL: ClassVar[str] = ""

    def __init__(
        self,
        credential: Credential = None,
        *,
        base_url: str | None = None,
        scope: str | None = None,
        timeout: float = TIMEOUT,
        retries: int = RETRIES,
        http: HttpClient | Transport | None = None,
    ) -> None:
        """Create a client.

        `credential` is a token, a function that returns one, a credential of
        azure-identity or an `httpx2.Auth`. `scope` is that of the tokens, by default
        `<origin>/.default`. `timeout` is in seconds. A request is repeated
        up to `retries` times if this is safe. `http` is an `httpx2.Client`, maybe
        with a proxy or event hooks, or another transport; it is not closed.
        """
        settings = settings_of(base_url or self.BASE_URL, timeout, retries, credential)
        tokens = tokens_of(credential, scope, settings)
        self._is_own = http is None
        transport = http if isinstance(http, Transport) else HttpxTransport(http)
        super().__init__(Driver(transport, settings, tokens))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._driver.settings.base_url}>"

    def request(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        content: object = None,
        **options: Unpack[CallOptions],
    ) -> Response:
        """Send a request that no page documents: `client.request("GET", "/me")`.

        `path` is appended to the base URL; it may also be a complete URL of the same
        host. It is sent as it is, so encode what is in it. Raises `ApiError`.
        """
        driver: Driver = self._driver
        prepared = requested(driver.settings, method, path, json, content, options)
        return driver.run(exchanged(prepared, driver.settings))

    def batch(self, *, in_order: bool = False) -> Batch:
        """Return a batch, which sends several calls in one request.

        With `in_order`, each call is carried out after the one before has succeeded.
        """
        from graph._batch import Batch

        return Batch(self._driver, in_order=in_order)

    def upload(
        self,
        url: str,
        content: Uploaded,
        *,
        part_size: int = PART_SIZE,
        on_progress: Progress | None = None,
        **options: Unpack[UploadOptions],
    ) -> Response:
        """Upload bytes or a file in parts, and return the last response.

        `url` is that of an upload session. A part that fails is repeated; an upload
        that stopped continues where the service expects it. `on_progress` is called
        with the number of bytes that the service has, and of all bytes. Raises
        `ApiError`, or `ValueError` for content that can't be sent.
        """
        from graph._upload import uploaded

        driver: Driver = self._driver
        settings = driver.settings
        flow = uploaded(url, content, part_size, on_progress, options, settings)
        return driver.run(flow)

    def close(self) -> None:
        """Close all connections."""
        if self._is_own:
            self._driver.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBaseClient(AsyncFolder):
    """A client with coroutines; it can be shared by tasks."""

    BASE_URL: ClassVar[str] = ""

    def __init__(
        self,
        credential: AsyncCredential = None,
        *,
        base_url: str | None = None,
        scope: str | None = None,
        timeout: float = TIMEOUT,
        retries: int = RETRIES,
        http: AsyncHttpClient | AsyncTransport | None = None,
    ) -> None:
        """Create a client.

        `credential` is a token, a function that returns one, a credential of
        azure-identity or an `httpx2.Auth`. `scope` is that of the tokens, by default
        `<origin>/.default`. `timeout` is in seconds. A request is repeated
        up to `retries` times if this is safe. `http` is an `httpx2.AsyncClient`, maybe
        with a proxy or event hooks, or another transport; it is not closed.
        """
        settings = settings_of(base_url or self.BASE_URL, timeout, retries, credential)
        tokens = tokens_of(credential, scope, settings)
        self._is_own = http is None
        transport = (
            http if isinstance(http, AsyncTransport) else AsyncHttpxTransport(http)
        )
        super().__init__(AsyncDriver(transport, settings, tokens))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._driver.settings.base_url}>"

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        content: object = None,
        **options: Unpack[CallOptions],
    ) -> Response:
        """Send a request that no page documents: `client.request("GET", "/me")`.

        `path` is appended to the base URL; it may also be a complete URL of the same
        host. It is sent as it is, so encode what is in it. Raises `ApiError`.
        """
        driver: AsyncDriver = self._driver
        prepared = requested(driver.settings, method, path, json, content, options)
        return await driver.run(exchanged(prepared, driver.settings))

    def batch(self, *, in_order: bool = False) -> AsyncBatch:
        """Return a batch, which sends several calls in one request.

        With `in_order`, each call is carried out after the one before has succeeded.
        """
        from graph._batch import AsyncBatch

        return AsyncBatch(self._driver, in_order=in_order)

    async def upload(
        self,
        url: str,
        content: Uploaded,
        *,
        part_size: int = PART_SIZE,
        on_progress: Progress | None = None,
        **options: Unpack[UploadOptions],
    ) -> Response:
        """Upload bytes or a file in parts, and return the last response.

        `url` is that of an upload session. A part that fails is repeated; an upload
        that stopped continues where the service expects it. `on_progress` is called
        with the number of bytes that the service has, and of all bytes. Raises
        `ApiError`, or `ValueError` for content that can't be sent.
        """
        from graph._upload import uploaded

        driver: AsyncDriver = self._driver
        settings = driver.settings
        flow = uploaded(url, content, part_size, on_progress, options, settings)
        return await driver.run(flow)

    async def aclose(self) -> None:
        """Close all connections."""
        if self._is_own:
            await self._driver.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


class Resource:
    """The operations of a type."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def _prepared(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        sent: Sent,
    ) -> Prepared:
        settings = self._driver.settings
        base_url, timeout = settings.base_url, settings.timeout
        return prepare(operation, url, sent, options, base_url, timeout)

    def _one(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> T:
        prepared = self._prepared(operation, url, options, sent)
        flow = value_of(prepared, operation.result, self._driver.settings)
        value: T = self._driver.run(flow)
        return value

    def _pages(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> Pages[T]:
        prepared = self._prepared(operation, url, options, sent)
        return LinkedPages(self._driver, prepared, operation.result)

    def _download(
        self,
        operation: Operation[None],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> Download:
        prepared = self._prepared(operation, url, options, sent).with_any_type()
        flow = received(prepared, self._driver.settings)
        return self._driver.run(finished(flow, StreamedDownload))

    def _long_running(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> LongRunning[T]:
        prepared = self._prepared(operation, url, options, sent)
        flow = exchanged(prepared, self._driver.settings)
        monitored = partial(
            MonitoredOperation, self._driver, prepared, operation.result
        )
        return self._driver.run(finished(flow, monitored))


class AsyncResource:
    """The operations of a type as coroutines."""

    def __init__(self, driver: AsyncDriver) -> None:
        self._driver = driver

    def _prepared(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        sent: Sent,
    ) -> Prepared:
        settings = self._driver.settings
        base_url, timeout = settings.base_url, settings.timeout
        return prepare(operation, url, sent, options, base_url, timeout)

    async def _one(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> T:
        prepared = self._prepared(operation, url, options, sent)
        flow = value_of(prepared, operation.result, self._driver.settings)
        value: T = await self._driver.run(flow)
        return value

    def _pages(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> AsyncPages[T]:
        prepared = self._prepared(operation, url, options, sent)
        return AsyncLinkedPages(self._driver, prepared, operation.result)

    async def _download(
        self,
        operation: Operation[None],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> AsyncDownload:
        prepared = self._prepared(operation, url, options, sent).with_any_type()
        flow = received(prepared, self._driver.settings)
        return await self._driver.run(finished(flow, AsyncStreamedDownload))

    async def _long_running(
        self,
        operation: Operation[T],
        url: Mapping[str, object],
        options: CallOptions,
        **sent: Unpack[Sent],
    ) -> AsyncLongRunning[T]:
        prepared = self._prepared(operation, url, options, sent)
        flow = exchanged(prepared, self._driver.settings)
        monitored = partial(
            AsyncMonitoredOperation, self._driver, prepared, operation.result
        )
        return await self._driver.run(finished(flow, monitored))
