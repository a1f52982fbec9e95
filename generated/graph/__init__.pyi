from graph import models as models
from graph import operations as operations
from graph._changes import changes as changes
from graph._codec import Model as Model
from graph._codec import wire_names as wire_names
from graph._enums import FlagsEnum as FlagsEnum
from graph._enums import OpenEnum as OpenEnum
from graph._json import JsonError as JsonError
from graph._json import JsonValue as JsonValue

__all__ = [
    "FlagsEnum",
    "JsonError",
    "JsonValue",
    "Model",
    "OpenEnum",
    "changes",
    "models",
    "operations",
    "wire_names",
]
