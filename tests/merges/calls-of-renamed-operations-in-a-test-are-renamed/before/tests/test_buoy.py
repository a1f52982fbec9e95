"""Tests of `buoy`, generated from `resources/buoy.md`."""

from inspect import signature

from graph import models, operations, permissions, request_line, wire_names

TYPE = "microsoft.graph.buoy"
OPERATIONS = "buoy"
WIRE_NAMES = {
    "id": "id",
}
PARAMETERS = {
    "list": ["self"],
    "get": ["self", "buoy_id"],
    "light": ["self", "buoy_id"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {"GET /buoys": {}},
    "get": {"GET /buoys/buoy_id": {"buoy_id": "buoy_id"}},
    "light": {"POST /buoys/buoy_id/light": {"buoy_id": "buoy_id"}},
}
LEAST_PRIVILEGED = {
    "list": {"application": "Buoy.Read.All"},
    "get": {"application": "Buoy.Read.All"},
    "light": {"application": "Buoy.Read.All"},
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Buoy


def test_names_on_the_wire() -> None:
    names = wire_names(models.Buoy)
    assert names.items() >= WIRE_NAMES.items()


def test_operations() -> None:
    protocol = operations.BuoyOperations
    async_protocol = operations.AsyncBuoyOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters
        assert list(signature(getattr(async_protocol, name)).parameters) == parameters


def test_requests() -> None:
    for name, requests in REQUESTS.items():
        operation = f"{OPERATIONS}.{name}"
        for line, arguments in requests.items():
            assert request_line(operation, **arguments) == line


def test_permissions() -> None:
    for name, least_privileged in LEAST_PRIVILEGED.items():
        found = permissions(f"{OPERATIONS}.{name}")._asdict()
        for scheme, names in least_privileged.items():
            assert " + ".join(found[scheme][0]) == names


# Your own checks below this line are kept.
