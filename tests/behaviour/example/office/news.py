"""What comes in: read where it is right, and refused with the place where it is not."""

from harbour import JsonError
from harbour.models import Port, lookup


def read(text: str) -> Port | str:
    """Read what the service sends, or say what is wrong with it and where."""
    try:
        return Port.from_json(text)
    except JsonError as error:
        return f"{error.path} is wrong: {error.reason}"


def class_of(kind: str) -> str:
    """Name the class of a type, or say that there is none."""
    try:
        return lookup(kind).__name__
    except LookupError as error:
        return str(error)
