"""Checks of documented calls fail where a call, or what it reads, is another one."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import models
from graph.testing import check_async_call, check_call, examples, read, value

CONNECTOR = "api/synchronization-provisioningconnector"
LIST = f"{CONNECTOR}-list.md#2"
UPDATE = f"{CONNECTOR}-update.md#1"
ACTIVITY = f"{CONNECTOR}-activity.md#1"
Call = Callable[[Any, Any], Any]

EVERY_CHECK = pytest.mark.parametrize("check", [check_call, check_async_call])


def listed(client: Any, **changes: Any) -> Any:  # noqa: ANN401 - of both kinds
    """Return the documented list, with other arguments."""
    arguments: dict[str, Any] = {
        "select": ["id", "displayName"],
        "search": '"displayName:payroll"',
        "count": True,
        "consistency_level": "eventual",
    }
    return client.provisioning_connector.list(**{**arguments, **changes})


def updated(client: Any, body: object, if_match: str = 'W/"8"') -> Any:  # noqa: ANN401
    connector = read(models.ProvisioningConnector, body)
    return client.provisioning_connector.update(
        "c7d01b1e", connector, if_match=if_match
    )


RIGHT: dict[str, tuple[str, Call]] = {
    "a list": (LIST, lambda client, _: listed(client)),
    "a body": (UPDATE, updated),
    "a redirect": (
        ACTIVITY,
        lambda client, _: client.provisioning_connector.activity(
            "c7d01b1e", period="D7"
        ),
    ),
}


@EVERY_CHECK
@pytest.mark.parametrize(("key", "call"), RIGHT.values(), ids=RIGHT)
def test_documented_call_passes(
    check: Callable[..., None], key: str, call: Call
) -> None:
    check({key: call}, key)


WRONG: dict[str, tuple[str, Call]] = {
    "another option": (LIST, lambda client, _: listed(client, select=["id"])),
    "a missing option": (LIST, lambda client, _: listed(client, count=False)),
    "another header": (LIST, lambda client, _: listed(client, consistency_level="x")),
    "another method": (
        UPDATE,
        lambda client, _: client.provisioning_connector.delete("c7d01b1e"),
    ),
    "another body": (UPDATE, lambda client, _: updated(client, {"displayName": "x"})),
    "another header of a body": (
        UPDATE,
        lambda client, sent: updated(client, sent, if_match="*"),
    ),
    "another argument": (
        ACTIVITY,
        lambda client, _: client.provisioning_connector.activity(
            "c7d01b1e", period="D8"
        ),
    ),
    "another key": (
        ACTIVITY,
        lambda client, _: client.provisioning_connector.activity("other", period="D7"),
    ),
    "no request": (LIST, lambda _, __: None),
}


@EVERY_CHECK
@pytest.mark.parametrize(("key", "call"), WRONG.values(), ids=WRONG)
def test_another_request_fails(
    check: Callable[..., None], key: str, call: Call
) -> None:
    with pytest.raises(AssertionError):
        check({key: call}, key)


@EVERY_CHECK
def test_another_result_fails(check: Callable[..., None]) -> None:
    def without_items(client: Any, _: object) -> Any:  # noqa: ANN401
        pages = listed(client)
        pages.pages = lambda: (
            iter(()) if "Async" not in type(client).__name__ else none()
        )
        return pages

    async def none() -> Any:  # noqa: ANN401
        for _ in ():
            yield ()

    with pytest.raises(AssertionError):
        check({LIST: without_items}, LIST)


def test_values_of_another_type_stay_as_they_are() -> None:
    assert value("Edm.Int32", "{n}") == "{n}"
    assert value("Edm.Int32", 7) == 7
    (example,) = examples(UPDATE)
    model = read(
        models.ProvisioningConnector, {**example.request.body, "isEnabled": "x"}
    )
    assert model.is_enabled is None
    assert model.to_dict()["isEnabled"] == "x"
