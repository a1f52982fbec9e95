"""Reading responses, with the path of an invalid value."""

from harbour import JsonError
from harbour.models import Port, lookup


def read(response: str) -> Port | str:
    """Return the port in a response, or a message about an invalid value."""
    try:
        return Port.from_json(response)
    except JsonError as error:
        return f"{error.path} is wrong: {error.reason}"


def class_of(kind: str) -> str:
    """Return the name of a type's class, or a message if there is none."""
    try:
        return lookup(kind).__name__
    except LookupError as error:
        return str(error)
