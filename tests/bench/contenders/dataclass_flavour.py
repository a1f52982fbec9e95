"""The default flavour, generated from the pages; its package is on the path."""

from importlib import import_module

from tests.bench.contenders.contender import Contender

PACKAGE = "graph_dataclass"


def has(type_: str) -> bool:
    """Whether the pages declare a type."""
    try:
        import_module(f"{PACKAGE}.models").lookup(type_)
    except LookupError:
        return False
    return True


def contender(type_: str) -> Contender:
    """Return the class of a type."""
    model = import_module(f"{PACKAGE}.models").lookup(type_)
    return Contender(
        name="dataclass",
        read=model.from_dict,
        write=model.to_dict,
        read_text=model.from_json,
        write_text=model.to_json,
    )


def problem(type_: str, document: object) -> tuple[str, str] | None:
    """Return path and reason of the first value of a document that contradicts its page."""
    error_type = import_module(PACKAGE).JsonError
    try:
        contender(type_).read(document)
    except error_type as error:
        return error.path, error.reason
    return None
