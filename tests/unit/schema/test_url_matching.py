"""URLs of examples: which request lines they match, and which they do not."""

import pytest

from docgen.schema.url_matching import address, base_path, match

MATCHING = {
    "a value": ("/ships/1", "/ships/{id}"),
    "a placeholder": ("/ships/{ship-id}", "/ships/{id}"),
    "another case": ("/Ships/1/LOGS", "/ships/{id}/logs"),
    "a slash at the end": ("/ships/1/", "/ships/{id}"),
    "percent-encoding": ("/ships/1/deck%20logs", "/ships/{id}/deck logs"),
    "me for a user": ("/me/ships/1", "/users/{id | name}/ships/{ship-id}"),
    "a user for me": ("/users/ann@example.com/ships", "/me/ships"),
    "a key in parentheses": ("/ships('1')/logs", "/ships/{id}/logs"),
    "a key after a slash": ("/ships/1/logs", "/ships('{id}')/logs"),
    "two keys in parentheses": ("/users('a')/ships('1')", "/users/{id}/ships/{id}"),
    "arguments": ("/ships/1/near(port='Bay')", "/ships/{id}/near"),
    "arguments with slashes": ("/ships/near(at='a/b')", "/ships/near(at='{at}')"),
    "no arguments": ("/ships/1/near", "/ships/{id}/near(port='{port}')"),
    "a namespace": ("/ships/1/graph.sail", "/ships/{id}/sail"),
    "a count": ("/ships/$count", "/ships"),
    "a type": ("/ships/microsoft.graph.boat", "/ships"),
    "a type and a count": ("/ships/graph.boat/$count", "/ships"),
    "a GUID in the template": (
        "/ships/7",
        "/ships/0a1b2c3d-0000-1111-2222-333344445555",
    ),
    "the root": ("/drive/root/children", "/drive/items/{id}/children"),
    "a path with slashes": ("/drive/root:/a/b.txt:/text", "/drive/root:/{path}:/text"),
    "a path at the end": ("/drive/root:/a/b.txt", "/drive/root:/{path}"),
    "an address": ("/sites/example.com", "/sites/{host}"),
    "a version in the template": ("/ships/1", "https://example.com/v1.0/ships/{id}"),
}
OTHER = {
    "another word": ("/boats/1", "/ships/{id}"),
    "a segment more": ("/ships/1/logs", "/ships/{id}"),
    "a segment less": ("/ships", "/ships/{id}"),
    "another end": ("/drive/root:/a:/text", "/drive/root:/{path}:/preview"),
    "an action at the end": ("/ships/1/graph.sail()", "/ships/{id}"),
    "nothing": ("", "/ships"),
}


@pytest.mark.parametrize("name", MATCHING)
def test_a_url_matches_with(name: str) -> None:
    path, template = MATCHING[name]
    assert match(path, template)


@pytest.mark.parametrize("name", OTHER)
def test_a_url_does_not_match_with(name: str) -> None:
    path, template = OTHER[name]
    assert match(path, template) is None


def test_arguments_and_the_rest_of_a_url_are_found() -> None:
    found = match("/ships/near(port='Bay',range=3)/$count", "/ships/near")
    assert found
    assert found.arguments == ("port", "range")
    assert found.rest == ("$count",)
    assert found.has_parentheses


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://example.com/v1.0/a?b=c", ("example.com", "v1.0", "/a", "b=c")),
        ("HTTPS://Example.com/Beta/a", ("example.com", "Beta", "/a", "")),
        ("https://example.com/a", ("example.com", "", "/a", "")),
        ("/v2/a", ("", "v2", "/a", "")),
        ("/v2a/b", ("", "", "/v2a/b", "")),
        ("a(b='c?d')", ("", "", "a(b='c?d')", "")),
        ("", ("", "", "", "")),
    ],
)
def test_a_url_is_split(url: str, parts: tuple[str, str, str, str]) -> None:
    one = address(url)
    assert (one.host, one.version, one.path, one.query) == parts


def test_a_long_path_is_compared_in_little_time() -> None:
    path = "/root:" + "/a" * 30 + ":/b"
    assert match(path, "/root:/{a}:/{b}:/{c}:/d") is None


@pytest.mark.parametrize(
    ("base_url", "wanted"),
    [
        ("", ""),
        ("https://example.com", ""),
        ("https://example.com/", ""),
        ("https://example.com/v1.0", ""),
        ("https://example.com/Harbour/v1.0/", "/Harbour"),
        ("https://example.com/a/harbour.svc", "/a/harbour.svc"),
        ("https://example.com/v4/harbour.svc", "/v4/harbour.svc"),
        ("https://example.com/v4/harbour/beta", "/v4/harbour"),
    ],
)
def test_base_path_is_between_host_and_version(base_url: str, wanted: str) -> None:
    assert base_path(base_url) == wanted


@pytest.mark.parametrize(
    ("url", "version", "path"),
    [
        ("https://example.com/harbour/v1.0/ships?a=/harbour", "v1.0", "/ships"),
        ("https://example.com/Harbour/ships", "", "/ships"),
        ("/harbour/beta/ships", "beta", "/ships"),
        ("/harbour?a=b", "", ""),
        ("https://example.com/harbours/ships", "", "/harbours/ships"),
        ("/ships/harbour", "", "/ships/harbour"),
    ],
)
def test_address_has_no_base_path(url: str, version: str, path: str) -> None:
    found = address(url, "/harbour")
    assert (found.version, found.path) == (version, path)


def test_version_at_the_beginning_of_a_base_path_belongs_to_it() -> None:
    found = address("https://example.com/v4/harbour/v1/ships", "/v4/harbour")
    assert (found.version, found.path) == ("v1", "/ships")
