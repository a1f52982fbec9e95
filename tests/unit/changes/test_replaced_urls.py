"""Which added URL replaces a removed one."""

import pytest

from docgen.changes.replaced_urls import replaced_urls

PAIRS = {
    "another word in the plural": (
        "GET /me/group/calendars",
        "GET /me/groups/{}/calendars",
    ),
    "several words in the plural": ("GET /user/{}/message", "GET /users/{}/messages"),
    "a placeholder more": ("PATCH /work/plans", "PATCH /work/plans/{}"),
    "another letter": (
        "GET /teams/{}/openshiftsrequests",
        "GET /teams/{}/openshiftrequests",
    ),
    "a word more": (
        "GET /groups/{}/drive/{}/versions",
        "GET /groups/{}/drive/items/{}/versions",
    ),
    "a word fewer": ("GET /me/profile/duties", "GET /me/duties"),
    "the first of two words": ("GET /app/calls/{}", "GET /communications/app/calls/{}"),
}
OTHERS = {
    "another method": ("POST /tables/{}/range", "GET /tables/{}/range"),
    "another word": ("GET /teams/{}/members", "GET /teams/{}/owners"),
    "two other words": ("GET /teamz/{}/memberz", "GET /teamss/{}/memberx"),
    "a word more at the end": ("GET /teams/{}/members", "GET /teams/{}/members/delta"),
    "one word, and another before it": ("GET /teams", "GET /users/{}/teams"),
    "two more words": ("GET /me/events", "GET /me/calendars/{}/views/{}/events"),
    "no words": ("GET /{}", "GET /{}/{}"),
}


@pytest.mark.parametrize(("old", "new"), PAIRS.values(), ids=PAIRS.keys())
def test_a_similar_url_replaces_another(old: str, new: str) -> None:
    assert replaced_urls([old], [new]) == {old: new}


@pytest.mark.parametrize(("old", "new"), OTHERS.values(), ids=OTHERS.keys())
def test_other_urls_replace_none(old: str, new: str) -> None:
    assert replaced_urls([old], [new]) == {}


def test_the_most_similar_urls_are_paired_first() -> None:
    old = ["GET /me/group/events", "GET /me/groups/events"]
    new = ["GET /me/groups/{}/events", "GET /me/groupz/events"]
    assert replaced_urls(old, new) == dict(zip(old, reversed(new), strict=True))


def test_each_url_has_one_counterpart() -> None:
    assert len(replaced_urls(["GET /a/b", "GET /a/{}/b"], ["GET /a/{}/{}/b"])) == 1
