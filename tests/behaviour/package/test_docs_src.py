"""The package that is generated from `docs_src`."""

import pytest

from graph import JsonError, wire_names
from graph.models import (
    Entity,
    Synchronization,
    SynchronizationJob,
    SynchronizationSecret,
    lookup,
)
from graph.operations import (
    ProvisioningConnectorOperations,
    SynchronizationOperations,
)

DOCUMENT = '{"id":"1","secrets":[{"key":"UserName","value":"a"}],"x":null}'


def test_json_is_written_as_it_was_read() -> None:
    assert Synchronization.from_json(DOCUMENT).to_json() == DOCUMENT


def test_known_value_is_a_member() -> None:
    (secret,) = Synchronization.from_json(DOCUMENT).secrets or []
    assert secret.key is SynchronizationSecret.USER_NAME
    assert secret.key.is_known


def test_unknown_value_is_kept() -> None:
    document = DOCUMENT.replace("UserName", "NewSecret")
    model = Synchronization.from_json(document)
    (secret,) = model.secrets or []
    assert secret.key is not None
    assert not secret.key.is_known
    assert model.to_json() == document


def test_fields_of_the_seed_page() -> None:
    assert wire_names(Synchronization).keys() == {
        "id",
        "secrets",
        "version",
        "jobs",
        "templates",
    }


def test_operations_of_the_seed_page() -> None:
    """Its methods table has all but the last, whose API page no table links to."""
    names = {n for n in vars(SynchronizationOperations) if not n.startswith("_")}
    assert names == {
        "list",
        "create",
        "get",
        "update",
        "delete",
        "update_secrets",
    }


def test_docstring_has_no_placeholder() -> None:
    assert "TODO" not in str(Synchronization.__doc__)


def test_changed_object_is_written() -> None:
    job = SynchronizationJob(id="1", template_id="a")
    job.template_id = None
    job.extra["templateId"] = None
    assert job.to_dict() == {"id": "1", "templateId": None}


def test_derived_type_is_found_by_its_name() -> None:
    entity = Entity.from_dict({"@odata.type": "#microsoft.graph.synchronizationJob"})
    assert type(entity) is SynchronizationJob
    assert lookup("microsoft.graph.synchronizationJob") is SynchronizationJob


def test_error_has_the_path_of_an_invalid_value() -> None:
    with pytest.raises(JsonError, match=r"^\.secrets\[0\]\.key: expected a string"):
        Synchronization.from_json('{"secrets":[{"key":1}]}')


def test_deprecated_operation_says_what_to_use() -> None:
    method = ProvisioningConnectorOperations.test_connection
    assert "validateCredentials" in getattr(method, "__deprecated__", "")
    assert not hasattr(ProvisioningConnectorOperations.get, "__deprecated__")
