"""Names that fall together."""

import pytest

from docgen.python.names import (
    CLASS_NAMES,
    FIELD_NAMES,
    MEMBER_NAMES,
    OPERATION_NAMES,
    Style,
    field_name,
    unique_names,
)

KEPT = {
    "of fields the one in humps": (
        FIELD_NAMES,
        ["DisplayName", "displayName", "display_name"],
        {"displayName": "display_name"},
    ),
    "of fields that all have signs or capitals the first in order": (
        FIELD_NAMES,
        ["display_name", "DisplayName"],
        {"DisplayName": "display_name"},
    ),
    "of fields without their underscore the one that Python keeps": (
        FIELD_NAMES,
        ["From", "from"],
        {"from": "from_"},
    ),
    "of members the one in humps": (
        MEMBER_NAMES,
        ["NotStarted", "notStarted"],
        {"notStarted": "NOT_STARTED"},
    ),
    "of operations the one as it is": (
        OPERATION_NAMES,
        ["List", "list"],
        {"list": "list_"},
    ),
    "of classes the one in humps": (
        CLASS_NAMES,
        ["TeamSite", "teamSite"],
        {"teamSite": "TeamSite"},
    ),
    "of classes with a suffix the one that is in order": (
        CLASS_NAMES,
        ["Model", "model", "modelType"],
        {"model": "ModelType", "modelType": "ModelTypeType"},
    ),
}


@pytest.mark.parametrize(("style", "names", "kept"), KEPT.values(), ids=KEPT.keys())
def test_of_names_that_fall_together_keeps_its_python_name(
    style: Style, names: list[str], kept: dict[str, str]
) -> None:
    made = unique_names(names, style)
    assert made.items() >= kept.items()
    assert len(set(made.values())) == len(names)
    assert made == unique_names(names[::-1], style)


def test_a_digest_is_in_the_style_of_its_place() -> None:
    assert unique_names(["teamSite", "TeamSite"], CLASS_NAMES)["TeamSite"] == (
        "TeamSiteX649434d4"
    )
    assert unique_names(["teamSite", "TeamSite"], FIELD_NAMES)["TeamSite"] == (
        "team_site_649434d4"
    )
    assert unique_names(["teamSite", "TeamSite"], MEMBER_NAMES)["TeamSite"] == (
        "TEAM_SITE_649434D4"
    )


def test_a_name_with_a_digest_is_no_longer_than_asked() -> None:
    style = Style(convert=field_name, invert=str, max_length=20)
    made = unique_names(["a" * 31, "A" + "a" * 30], style)
    assert sorted(map(len, made.values())) == [20, 31]


def test_a_digest_is_of_the_name_alone() -> None:
    alone = unique_names(["displayName", "DisplayName"], FIELD_NAMES)
    among = unique_names(["display_name", "DisplayName", "displayName"], FIELD_NAMES)
    assert alone["DisplayName"] == among["DisplayName"]


def test_a_name_that_is_taken_is_not_given() -> None:
    made = unique_names(["kind"], FIELD_NAMES, lambda made, _: made == "kind")
    assert made["kind"].startswith("kind_")


def test_a_name_that_looks_like_one_with_a_digest_is_reported_apart() -> None:
    digested = unique_names(["displayName", "DisplayName"], FIELD_NAMES)["DisplayName"]
    names = ["displayName", "DisplayName", digested]
    assert len(set(unique_names(names, FIELD_NAMES).values())) == 3
