"""Typed Python for `microsoft.graph`."""

from graph._lazy import attach_package

__getattr__, __dir__, __all__ = attach_package(
    {
        "AsyncDownload": "_results",
        "AsyncLongRunning": "_results",
        "AsyncPages": "_results",
        "Download": "_results",
        "FlagsEnum": "_enums",
        "JsonError": "_json",
        "JsonValue": "_json",
        "LongRunning": "_results",
        "Model": "_codec",
        "OpenEnum": "_enums",
        "Pages": "_results",
        "Permissions": "_requests",
        "Request": "_requests",
        "changes": "_changes",
        "permissions": "_requests",
        "request_line": "_requests",
        "wire_names": "_codec",
    }
)
