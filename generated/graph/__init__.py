"""Typed Python for `microsoft.graph`."""

from graph._lazy import attach_package

__getattr__, __dir__, __all__ = attach_package(
    {
        "ApiError": "_errors",
        "AsyncClient": "client",
        "AsyncDownload": "_results",
        "AsyncLongRunning": "_results",
        "AsyncPages": "_results",
        "CallError": "_errors",
        "CallOptions": "_call",
        "CallTimedOut": "_errors",
        "Client": "client",
        "Conflict": "_errors",
        "ConnectionFailed": "_errors",
        "Download": "_results",
        "FlagsEnum": "_enums",
        "JsonError": "_json",
        "JsonValue": "_json",
        "LongRunning": "_results",
        "Model": "_codec",
        "NotFound": "_errors",
        "OpenEnum": "_enums",
        "OperationFailed": "_errors",
        "Pages": "_results",
        "PermissionDenied": "_errors",
        "Permissions": "_requests",
        "PreconditionFailed": "_errors",
        "Request": "_requests",
        "Response": "_transport",
        "ServerError": "_errors",
        "TooManyRequests": "_errors",
        "Unauthenticated": "_errors",
        "UnexpectedResponse": "_errors",
        "changes": "_changes",
        "permissions": "_requests",
        "request_line": "_requests",
        "wire_names": "_codec",
    }
)
