"""Import lines."""

from docgen.python.imports import (
    ANY,
    TYPE_CHECKING,
    Import,
    exported,
    from_lines,
    imports_view,
)


def test_standard_library_is_before_the_package() -> None:
    view = imports_view({Import("graph.models.team", "Team"), ANY}, "graph")
    assert view.library == ("from typing import Any",)
    assert view.package == ("from graph.models.team import Team",)


def test_third_party_packages_are_between_them() -> None:
    found = {Import("pydantic", "Field"), ANY, Import("graph._model", "Model")}
    view = imports_view(found, "graph")
    assert view.library == ("from typing import Any", "", "from pydantic import Field")
    assert view.package == ("from graph._model import Model",)
    assert imports_view(found - {ANY}, "graph").library == view.library[2:]


def test_modules_are_before_names() -> None:
    view = imports_view(
        {Import("decimal", "Decimal"), Import("uuid", alias="u")}, "graph"
    )
    assert view.library == ("import uuid as u", "from decimal import Decimal")


def test_names_of_a_module_are_on_one_line_constants_first() -> None:
    view = imports_view({ANY, TYPE_CHECKING, Import("typing", "cast")}, "graph")
    assert view.library == ("from typing import TYPE_CHECKING, Any, cast",)


def test_alias_is_on_a_separate_line() -> None:
    view = imports_view(
        {Import("graph.a", "B"), Import("graph.a", "A", "GraphA")}, "graph"
    )
    assert view.package == (
        "from graph.a import B",
        "from graph.a import A as GraphA",
    )


def test_numbers_in_names_are_sorted_by_value() -> None:
    view = imports_view({Import("graph.v10", "A"), Import("graph.v9", "A")}, "graph")
    assert view.package == ("from graph.v9 import A", "from graph.v10 import A")


def test_number_with_a_leading_zero_is_first() -> None:
    view = imports_view({Import("graph.v2", "A"), Import("graph.v010", "A")}, "graph")
    assert view.package == ("from graph.v010 import A", "from graph.v2 import A")


def test_import_that_is_too_long_has_a_line_for_each_name() -> None:
    name = "a" * 40
    assert from_lines([Import(".", name, name)]) == (
        f"from . import (\n    {name} as {name},\n)",
    )


def test_exported_names_are_sorted_by_kind() -> None:
    names = ["lookup", "v10", "v2", "X", "Team", "IPAddress", "TYPE", "X10", "X2"]
    expected = ["TYPE", "X2", "X10", "IPAddress", "Team", "X", "lookup", "v2", "v10"]
    assert exported(names) == expected


def test_no_imports() -> None:
    view = imports_view(set(), "graph")
    assert not view.is_any
    assert not view.is_both
