from graph import models as models
from graph import operations as operations
from graph._codec import FlagsEnum as FlagsEnum
from graph._codec import JsonError as JsonError
from graph._codec import JsonValue as JsonValue
from graph._codec import Model as Model
from graph._codec import OpenEnum as OpenEnum
from graph._codec import wire_names as wire_names

__all__ = [
    "FlagsEnum",
    "JsonError",
    "JsonValue",
    "Model",
    "OpenEnum",
    "models",
    "operations",
    "wire_names",
]
