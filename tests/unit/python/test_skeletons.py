"""From types to the views of their test skeletons."""

from collections.abc import Callable

import pytest

from docgen.python.flavours import FLAVOURS_BY_NAME
from docgen.python.layout import layout_of
from docgen.python.samples import samples_of
from docgen.python.skeletons import model_test_view
from docgen.python.type_facts import type_facts
from docgen.python.views import ModelTestView
from docgen.schema.model import Schema, StructuredType

Makes = Callable[..., StructuredType]
Lowers = Callable[[StructuredType, str], ModelTestView]


@pytest.fixture
def lowered(schema: Callable[..., Schema]) -> Lowers:
    def make(type_: StructuredType, flavour: str) -> ModelTestView:
        whole = schema(type_)
        layout = layout_of(whole, "graph", "m.g", FLAVOURS_BY_NAME[flavour])
        members = type_facts(whole)
        return model_test_view(type_, layout, members, samples_of(whole, members))

    return make


SAMPLES = {
    "a sample of typed dicts is typed": ("typeddict", "{}", "models.Team"),
    "a sample with unknown keys is none of the type": (
        "typeddict",
        '{"newer": 1}',
        "dict[str, object]",
    ),
    "a sample of dataclasses is what they read": (
        "dataclass",
        "{}",
        "dict[str, object]",
    ),
}


@pytest.mark.parametrize(
    ("flavour", "sample", "annotation"), SAMPLES.values(), ids=SAMPLES.keys()
)
def test_a_sample_is_annotated(
    flavour: str, sample: str, annotation: str, lowered: Lowers, structured: Makes
) -> None:
    view = lowered(structured("m.g.team", sample=sample), flavour)
    assert view.sample_type == annotation


def test_tests_of_dataclasses_ask_for_names_on_the_wire(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured("m.g.team", {"x": "Edm.String"}, sample="{}")
    view = lowered(team, "dataclass").imports
    assert (view.library, view.package) == (
        (),
        ("from graph import models, wire_names",),
    )


def test_tests_of_typed_dicts_write_and_read_json(
    lowered: Lowers, structured: Makes
) -> None:
    team = structured(
        "m.g.team", {"x": "Edm.String"}, sample="{}", returns={"get": None}
    )
    view = lowered(team, "typeddict").imports
    assert view.library == ("import json", "from inspect import signature")
    assert view.package == ("from graph import models, operations",)


def test_tests_import_what_they_need_alone(lowered: Lowers, structured: Makes) -> None:
    view = lowered(structured("m.g.team"), "typeddict").imports
    assert (view.library, view.package) == ((), ("from graph import models",))
