from graph import client as client
from graph import models as models
from graph import operations as operations
from graph._batch import AsyncBatch as AsyncBatch
from graph._batch import Batch as Batch
from graph._batch import BatchedCall as BatchedCall
from graph._call import CallOptions as CallOptions
from graph._changes import changes as changes
from graph._codec import Model as Model
from graph._codec import wire_names as wire_names
from graph._enums import FlagsEnum as FlagsEnum
from graph._enums import OpenEnum as OpenEnum
from graph._errors import ApiError as ApiError
from graph._errors import CallError as CallError
from graph._errors import CallTimedOut as CallTimedOut
from graph._errors import Conflict as Conflict
from graph._errors import ConnectionFailed as ConnectionFailed
from graph._errors import NotFound as NotFound
from graph._errors import OperationFailed as OperationFailed
from graph._errors import PermissionDenied as PermissionDenied
from graph._errors import PreconditionFailed as PreconditionFailed
from graph._errors import ServerError as ServerError
from graph._errors import TooManyRequests as TooManyRequests
from graph._errors import Unauthenticated as Unauthenticated
from graph._errors import UnexpectedResponse as UnexpectedResponse
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
from graph._transport import Response as Response
from graph.client import AsyncClient as AsyncClient
from graph.client import Client as Client

__all__ = [
    "ApiError",
    "AsyncBatch",
    "AsyncClient",
    "AsyncDownload",
    "AsyncLongRunning",
    "AsyncPages",
    "Batch",
    "BatchedCall",
    "CallError",
    "CallOptions",
    "CallTimedOut",
    "Client",
    "Conflict",
    "ConnectionFailed",
    "Download",
    "FlagsEnum",
    "JsonError",
    "JsonValue",
    "LongRunning",
    "Model",
    "NotFound",
    "OpenEnum",
    "OperationFailed",
    "Pages",
    "PermissionDenied",
    "Permissions",
    "PreconditionFailed",
    "Request",
    "Response",
    "ServerError",
    "TooManyRequests",
    "Unauthenticated",
    "UnexpectedResponse",
    "changes",
    "client",
    "models",
    "operations",
    "permissions",
    "request_line",
    "wire_names",
]
