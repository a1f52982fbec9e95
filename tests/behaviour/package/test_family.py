"""The package that is generated from `docs_src`, used as its users use it."""

import pytest

from graph import JsonError, wire_names
from graph.models import (
    Entity,
    Synchronization,
    SynchronizationJob,
    SynchronizationSecret,
    lookup,
)
from graph.operations import SynchronizationOperations

TEXT = '{"id":"1","secrets":[{"key":"UserName","value":"a"}],"x":null}'


def test_json_is_written_as_it_was_read() -> None:
    assert Synchronization.from_json(TEXT).to_json() == TEXT


def test_a_known_member_is_a_member() -> None:
    (secret,) = Synchronization.from_json(TEXT).secrets or []
    assert secret.key is SynchronizationSecret.USER_NAME
    assert secret.key.is_known


def test_an_unknown_member_is_kept_and_reported_from_a_known_one() -> None:
    text = TEXT.replace("UserName", "NewSecret")
    model = Synchronization.from_json(text)
    (secret,) = model.secrets or []
    assert secret.key is not None
    assert not secret.key.is_known
    assert model.to_json() == text


def test_the_seed_page_gives_its_fields() -> None:
    assert wire_names(Synchronization).keys() == {
        "id",
        "secrets",
        "version",
        "jobs",
        "templates",
    }


def test_the_seed_page_gives_its_operations() -> None:
    names = {n for n in vars(SynchronizationOperations) if not n.startswith("_")}
    assert names == {
        "list_synchronizations",
        "create_synchronization",
        "get_synchronization",
        "update_synchronization",
        "delete_synchronization",
    }


def test_no_placeholder_is_left() -> None:
    assert "TODO" not in str(Synchronization.__doc__)


def test_an_object_is_built_changed_and_sent() -> None:
    job = SynchronizationJob(id="1", template_id="a")
    job.template_id = None
    job.extra["templateId"] = None
    assert job.to_dict() == {"id": "1", "templateId": None}


def test_a_derived_type_is_found_by_its_name() -> None:
    entity = Entity.from_dict({"@odata.type": "#microsoft.graph.synchronizationJob"})
    assert type(entity) is SynchronizationJob
    assert lookup("microsoft.graph.synchronizationJob") is SynchronizationJob


def test_a_wrong_value_is_refused_with_its_path() -> None:
    with pytest.raises(JsonError, match=r"^\.secrets\[0\]\.key: expected a string"):
        Synchronization.from_json('{"secrets":[{"key":1}]}')
