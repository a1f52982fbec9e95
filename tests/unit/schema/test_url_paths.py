"""The segments of a URL, and that all views of a URL have the same placeholders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.schema.url_paths import UrlArgument, path_segments, split_query
from docgen.schema.url_pieces import url_pieces
from docgen.schema.url_segments import url_segments
from docgen.schema.url_templates import template


@pytest.mark.parametrize(
    ("path", "segments"),
    [
        ("/ships/{id}", [("ships", ()), ("", ("id",))]),
        ("/ships/<ship id>", [("ships", ()), ("", ("ship id",))]),
        ("/ships/(ship-id)", [("ships", ()), ("", ("",))]),
        ("/ships('{id}')", [("ships", ("id",))]),
        ("/ships('')", [("ships", ())]),
        ("/near(size={a/b})/crew", [("near", ()), ("crew", ())]),
        ("/find(path='a/b')", [("find", ())]),
        (
            "/root:/{item/path}:/list",
            [("root", ()), ("", ("item/path",)), ("list", ())],
        ),
        (
            "/ships/{id/crew/{id}",
            [("ships", ()), ("", ("id",)), ("crew", ()), ("", ("id",))],
        ),
        ("/ships/{id/crew", [("ships", ()), ("", ("id",)), ("crew", ())]),
        ("/ships/{id", [("ships", ()), ("", ("id",))]),
        ("/near(size={a)/crew", [("near", ())]),
        ("/deck{number}", [("deck", ("number",))]),
        ("/ships/:id", [("ships", ()), ("", ("id",))]),
        ("/ships/:ship-id/crew", [("ships", ()), ("", ("ship-id",)), ("crew", ())]),
        ("/root:/{path}:/list", [("root", ()), ("", ("path",)), ("list", ())]),
        ("/root:/list", [("root", ()), ("list", ())]),
        ("/ships/a:b", [("ships", ()), ("a:b", ())]),
        ("/a)/b(c/d)", [("a)", ()), ("b", ("",))]),
        ("", []),
        ("//", []),
    ],
)
def test_path_has_segments(
    path: str, segments: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = [(one.word, one.placeholders) for one in path_segments(path)]
    assert found == segments


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("/near(size={n},port='x')", [("size", "{n}", False), ("port", "'x'", True)]),
        ("/near( size = 3 )", [("size", "3", False)]),
        ("/find(ids=[1,2],q='a,b')", [("ids", "[1,2]", False), ("q", "'a,b'", True)]),
        ("/ships('{id}')", [("", "'{id}'", True)]),
        ("/ships('AAMk=')", [("", "'AAMk='", True)]),
        ("/newest()", []),
        ("/find(q='a'", [("q", "'a'", True)]),
    ],
)
def test_call_has_arguments(path: str, arguments: list[tuple[str, str, bool]]) -> None:
    (call,) = path_segments(path)
    assert call.is_call
    found = [(one.name, one.value, one.is_quoted) for one in call.arguments]
    assert found == arguments


def test_placeholder_of_an_argument_is_its_whole_value() -> None:
    values = ("'{id}'", "<id>", "{id}x", "3")
    found = [UrlArgument(name="", value=value).placeholder for value in values]
    assert found == ["id", "id", "", ""]


@pytest.mark.parametrize(
    ("url", "path", "query"),
    [
        ("/ships?$top=1", "/ships", "$top=1"),
        ("/find(q='a?b')", "/find(q='a?b')", ""),
        ("/find(q='a?b')?x=1", "/find(q='a?b')", "x=1"),
        ("/find({a?b", "/find({a", "b"),
        ("/a)?x=1", "/a)", "x=1"),
        ("/ships", "/ships", ""),
    ],
)
def test_query_begins_at_the_first_question_mark_outside_brackets(
    url: str, path: str, query: str
) -> None:
    assert split_query(url)[::2] == (path, query)


PARTS = (
    "/",
    "a",
    "{id}",
    "<id>",
    "('{id}')",
    "(x={y},{z})",
    "(",
    ")",
    "{",
    "'",
    ":",
    ",",
)


@given(st.lists(st.sampled_from(PARTS), max_size=9).map("".join))
def test_all_views_of_a_url_have_the_same_placeholders(path: str) -> None:
    written = template(path).written
    pieces = [one for one in url_pieces(path) if one.kind == "placeholder"]
    segments = [name for one in url_segments(path) for name in one.placeholders]
    assert len(pieces) == len(segments) == len(written)
