from graph import models as models
from graph import operations as operations
from graph._changes import changes as changes
from graph._codec import Model as Model
from graph._codec import wire_names as wire_names
from graph._enums import FlagsEnum as FlagsEnum
from graph._enums import OpenEnum as OpenEnum
from graph._json import JsonError as JsonError
from graph._json import JsonValue as JsonValue
from graph._requests import Permissions as Permissions
from graph._requests import Request as Request
from graph._requests import permissions as permissions
from graph._requests import request_line as request_line
from graph._results import AsyncDownload as AsyncDownload
from graph._results import AsyncLongRunning as AsyncLongRunning
from graph._results import AsyncPages as AsyncPages
from graph._results import Download as Download
from graph._results import LongRunning as LongRunning
from graph._results import Pages as Pages

__all__ = [
    "AsyncDownload",
    "AsyncLongRunning",
    "AsyncPages",
    "Download",
    "FlagsEnum",
    "JsonError",
    "JsonValue",
    "LongRunning",
    "Model",
    "OpenEnum",
    "Pages",
    "Permissions",
    "Request",
    "changes",
    "models",
    "operations",
    "permissions",
    "request_line",
    "wire_names",
]
