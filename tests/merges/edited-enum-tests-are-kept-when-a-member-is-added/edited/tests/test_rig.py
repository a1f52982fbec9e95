"""Tests of `rig`, generated from `resources/rig.md`."""

from graph import models

TYPE = "microsoft.graph.rig"
MEMBERS = {
    "SLOOP": "sloop",
    "KETCH": "ketch",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.Rig


def test_members() -> None:
    members = list(models.Rig)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.Rig("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.


def test_sloops_have_one_mast() -> None:
    assert models.Rig.SLOOP == "sloop"
