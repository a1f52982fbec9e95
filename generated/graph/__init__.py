"""Typed Python for `microsoft.graph`."""

from graph._lazy import attach_package

__getattr__, __dir__, __all__ = attach_package(
    {
        "FlagsEnum": "_enums",
        "JsonError": "_json",
        "JsonValue": "_json",
        "Model": "_codec",
        "OpenEnum": "_enums",
        "changes": "_changes",
        "wire_names": "_codec",
    }
)
