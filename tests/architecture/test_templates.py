"""The template rule: templates hold the shape, views hold the words."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "templates"
PATHS = sorted(TEMPLATES.rglob("*.jinja"))

SHAPE = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Include,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
)


def named(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def test_there_are_templates() -> None:
    assert PATHS


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_template_holds_text_attributes_loops_and_includes_alone(path: Path) -> None:
    tree = Environment(autoescape=False).parse(  # noqa: S701
        path.read_text(encoding="utf-8")
    )
    logic = [
        (type(node).__name__, node.lineno)
        for node in tree.find_all(nodes.Node)
        if not isinstance(node, SHAPE)
    ]
    assert logic == []


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_condition_is_a_plain_attribute(path: Path) -> None:
    tree = Environment(autoescape=False).parse(  # noqa: S701
        path.read_text(encoding="utf-8")
    )
    tests = [node.test for node in tree.find_all(nodes.If)]
    assert all(isinstance(test, nodes.Name | nodes.Getattr) for test in tests)
