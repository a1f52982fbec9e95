"""Names that Python, pytest, Windows or docgen use: values are read and written unchanged."""

import json
import subprocess
import sys
from collections.abc import Iterable

import pytest
from checkout import Checkout, Docgen

PAGE = "# {} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n{}"
TABLE = "|Property|Type|Description|\n|:---|:---|:---|\n"
FLAVOURS = ["dataclass", "pydantic"]

MEMBERS = {
    "of enum classes": "_generate_next_value_ _missing_ _ignore_ _value_ _name_ "
    "_order_ _member_map_ name value names values mro __members__",
    "of all classes": "__class__ __init__ __dict__ __slots__ __doc__ __hash__ __eq__ "
    "__module__ __annotations__ __init_subclass__ self cls",
    "of strings": "upper title encode split join maketrans format count index",
    "of docgen": "is_known read Grade OpenEnum unknownFutureValue",
    "alike for Python": "A-B A_B a.b a_b AB aB été ÉTÉ Straße STRASSE 1 \uff11 +1 -1 01 "
    "\ufb01n fin \u00aa",
    "of the language": "None true False lambda class match type import await",
}
FIELDS = {
    "of all classes": "__init__ __class__ __dict__ __slots__ __post_init__ __eq__ "
    "__weakref__ __annotations__ __doc__ mro",
    "of dataclasses": "field fields dataclass kw_only replace asdict default",
    "of pydantic": "model_config modelFields model_extra copy schema json validate "
    "construct dict parse_obj model_post_init __fields__",
    "of docgen": "extra Extra toDict to_dict fromJson from_dict changes Model Shelf",
    "in annotations": "str int list bool float bytes dict dt Any Decimal UUID object",
    "of the language": "class from None True self cls lambda import async property",
    "alike for Python": "displayName display_name DisplayName a-b a.b a_b été ete",
    "of OData": "@odata.context @odata.etag lamp@odata.bind additionalData",
}


def run(checkout: Checkout, folder: str, program: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=checkout.folder / folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def rows(names: Iterable[str], cells: str) -> str:
    return "".join(f"|`{name}`|{cells}|\n" for name in names)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_values_of_enums(checkout: Checkout, docgen: Docgen, flavour: str) -> None:
    names = [name for words in MEMBERS.values() for name in words.split()]
    table = "|Member|Description|\n|:---|:---|\n" + rows(names, "A grade.")
    checkout.write("enums.md", f"# Enum values\n\n### grade values\n\n{table}")
    docgen("convert", "enums.md", "-o", "out", "--flavour", flavour)
    program = f"""
import pickle
from graph.models import Grade
for name in {names!r}:
    member = Grade.read(name)
    assert member.is_known and member.value == name == str(member), name
    assert pickle.loads(pickle.dumps(member)) is member is Grade[member.name], name
assert len(Grade) == {len(names)}
assert not Grade.read("new").is_known
"""
    run(checkout, "out", program)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("words", FIELDS.values(), ids=FIELDS)
def test_properties(
    checkout: Checkout, docgen: Docgen, words: str, flavour: str
) -> None:
    names = words.split()
    page = PAGE.format("shelf", TABLE + rows(names, "String|A name."))
    checkout.write("shelf.md", page)
    docgen("convert", "shelf.md", "-o", "out", "--flavour", flavour)
    content = json.dumps({name: f"{name}!" for name in names})
    program = f"""
import copy, json, pickle
from graph.models import Shelf
from graph import wire_names
if hasattr(Shelf, "from_json"):
    shelf = Shelf.from_json({content!r})
    written = shelf.to_json()
else:
    shelf = Shelf.model_validate_json({content!r})
    written = shelf.model_dump_json(exclude_none=True)
assert json.loads(written) == json.loads({content!r}), written
assert set(wire_names(Shelf).values()) >= set({names!r})
assert pickle.loads(pickle.dumps(shelf)) == copy.deepcopy(shelf) == shelf
"""
    run(checkout, "out", program)


def test_types_like_devices_and_tests(checkout: Checkout, docgen: Docgen) -> None:
    names = (
        *("con", "aux", "nul", "prn", "com1", "lpt9", "class", "None", "list", "Foo"),
        *("fooBar", "foo_bar", "testPlan", "planTest", "test", "conftest", "models"),
    )
    for number, name in enumerate(names):
        page = PAGE.format(name, TABLE + "|id|String|The key.|\n")
        checkout.write(f"types/{number}.md", page)
        if name != "test":
            other = page.replace("graph\n", f"graph.{name}\n")
            checkout.write(f"types/{number}s.md", other.replace(name, "ship", 1))
    checkout.write("pyproject.toml", '[tool.docgen]\nsource = ["types"]\n')
    docgen("convert", "types", "-o", "out")
    paths = [path.lower() for path in checkout.tree("out")]
    assert len(set(paths)) == len(paths)
    parts = {part.partition(".")[0] for path in paths for part in path.split("/")}
    assert parts.isdisjoint({"con", "aux", "nul", "prn", "com1", "lpt9"})
    in_package = [path for path in paths if path.startswith("graph/")]
    stems = {path.rpartition("/")[2].removesuffix(".py") for path in in_package}
    assert not {stem for stem in stems if stem.startswith("test_")}
    assert not {stem for stem in stems if stem.endswith("_test")}
    program = "import pytest; raise SystemExit(pytest.main(['-q', '-W', 'error', '.']))"
    run(checkout, "out", program)
