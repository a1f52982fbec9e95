"""A change affects everything that depends on it, and nothing else.

Each of these behaviours was once lost without a test that failed.
"""

from collections.abc import Callable
from functools import partial

import pytest
from checkout import CONFIG, Checkout, Docgen
from inputs import Comparison, config, resource, write_all

OWNER = "docs/resources/owner.md"
DOG = "docs/resources/dog.md"


def _base_removed_from_the_page(checkout: Checkout) -> None:
    checkout.write(DOG, resource("dog", "|tricks|String|Many.|"))


def _base_replaced(checkout: Checkout) -> None:
    checkout.write(DOG, resource("dog", "|tricks|String|Many.|", base="entity"))


def _page_of_the_base_renamed(checkout: Checkout) -> None:
    animal = checkout.folder / "docs/resources/animal.md"
    animal.unlink()
    checkout.write("docs/beast.md", resource("beast", "|weight|Double|In kg.|"))


@pytest.mark.parametrize(
    "change", [_base_removed_from_the_page, _base_replaced, _page_of_the_base_renamed]
)
def test_a_cell_with_alternatives_follows_a_change_of_their_bases(
    comparison: Comparison, change: Callable[[Checkout], None]
) -> None:
    before = comparison.check(lambda: None)
    after = comparison.check(partial(change, comparison.checkout))
    assert pet(before.generated) != pet(after.generated) or "beast" in change.__name__


def test_a_cell_with_alternatives_follows_a_base_between_two_types(
    comparison: Comparison,
) -> None:
    checkout = comparison.checkout
    before = comparison.check(lambda: None)
    assert pet(before.generated) == "Animal"
    beast = resource("beast", "|age|Int32|In years.|")
    checkout.write("docs/resources/beast.md", beast)
    animal = resource("animal", "|weight|Double|In kg.|", base="beast")
    dog = resource("dog", "|tricks|String|Many.|", base="beast")
    pages = {"docs/resources/animal.md": animal, DOG: dog}
    after = comparison.check(partial(write_all, checkout, pages))
    assert pet(after.generated) == "Beast"


API = """\
# {title}

Namespace: microsoft.graph

## HTTP request
``` http
{request}
```

## Response
If successful, this method returns {response} in the response body.
"""
LISTED = """\
## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[Adopt](../api/{name}-adopt.md)|[animal](animal.md)|Take it home.|
|[List](../api/{name}-list.md)|[{name}](owner.md) collection|All of them.|

## Properties
"""
CAT = "docs/resources/cat.md"
ANIMAL = "docs/resources/animal.md"
SHELTER = {
    OWNER: resource(
        "owner",
        "|pet|[cat](cat.md) or [dog](dog.md)|A pet.|",
        "|mood|[mood](mood.md)|Possible values are: `calm`, `tired`.|",
        "|petId|String|A word of URLs.|",
    ).replace("## Properties\n", LISTED.format(name="owner")),
    "docs/api/owner-adopt.md": API.format(
        title="Adopt a pet",
        request="POST /owners/{ownerId}/pets/{petid}/adopt",
        response="a [dog](../resources/dog.md) object",
    ),
    "docs/api/owner-list.md": API.format(
        title="List owners",
        request="GET /owners",
        response="a collection of [owner](../resources/owner.md) objects",
    ),
    "docs/api/dog-list.md": API.format(
        title="List dogs",
        request="GET /owners",
        response="a collection of [dog](../resources/dog.md) objects",
    ),
}
"""Pages whose operations depend on base types, on names of rows, and on other pages."""

CHANGES: dict[str, tuple[str, str, str]] = {
    "a word of a description": (DOG, "|tricks|String|", "|tricks|String|Fetch. |"),
    "a paragraph above the rows": (
        ANIMAL,
        "## Properties",
        "It lives.\n\n## Properties",
    ),
    "a row": (DOG, "|tricks|String|", "|tricks|String|\n|age|Int32|"),
    "a row that a derived type has": (
        ANIMAL,
        "|weight|Double|In kg.|",
        "|weight|Double|In kg.|\n|claws|Int32|Many.|",
    ),
    "a row with the name of a word in URLs": (DOG, "|tricks|", "|petID|"),
    "the type of a row": (DOG, "|tricks|String|", "|tricks|Int64|"),
    "a row with a type as its value": (
        DOG,
        "|tricks|String|",
        "|friend|[owner](owner.md)|",
    ),
    "a base type": (DOG, "microsoft.graph.animal", "microsoft.graph.entity"),
    "a base type removed": (DOG, '"baseType": "microsoft.graph.animal",', ""),
    "a base type that no page declares": (DOG, "graph.animal", "graph.plant"),
    "a base type of the base type": (
        ANIMAL,
        '"blockType": "resource",',
        '"blockType": "resource",\n  "baseType": "microsoft.graph.owner",',
    ),
    "the kind of a type": (
        ANIMAL,
        '"blockType": "resource",',
        '"blockType": "resource",\n  "keyProperty": "weight",',
    ),
    "the name of a type": (CAT, "cat resource", "lion resource"),
    "the annotated name of a type": (
        CAT,
        "microsoft.graph.cat",
        "microsoft.graph.lion",
    ),
    "the namespace of a type": (CAT, "microsoft.graph\n", "microsoft.graph.wild\n"),
    "a heading": (OWNER, "## Methods", "## Remarks"),
    "a row that is removed": (CAT, "|claws|Int32|Sharp.|\n", ""),
    "an enum that becomes open": (
        "docs/resources/mood.md",
        "|tired|",
        "|unknownFutureValue|Others.|\n|tired|",
    ),
    "a member of an enum": ("docs/resources/mood.md", "|tired|", "|glad|"),
    "a value that a row lists": (OWNER, "`tired`", "`angry`"),
    "a sample": (DOG, '.dog" }', '.dog", "tricks": "None", "tail": 1 }'),
    "a suppression": (
        OWNER,
        "## Methods",
        "<!-- docgen: ignore unresolved-type -->\n\n## Methods",
    ),
    "a row of a methods table": (
        OWNER,
        "|[List](../api/owner-list.md)",
        "|[Find](../api/owner-list.md)",
    ),
    "what a methods table returns": (
        OWNER,
        "[animal](animal.md)|Take",
        "[cat](cat.md)|Take",
    ),
    "what an API page returns": (
        "docs/api/owner-adopt.md",
        "[dog](../resources/dog.md)",
        "[cat](../resources/cat.md)",
    ),
    "a URL of an API page": (
        "docs/api/owner-adopt.md",
        "pets/{petid}",
        "pets/{dog-id}",
    ),
    "the spelling of a word in a URL": (
        "docs/api/owner-adopt.md",
        "{petid}",
        "{petID}",
    ),
    "an API page that another page's URL is on": (
        "docs/api/dog-list.md",
        "GET /owners",
        "GET /dogs",
    ),
}
"""Changes of one page by what they change: its path, an old text and a new one."""


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_results_follow_a_change_of(
    comparison: Comparison, change: tuple[str, str, str]
) -> None:
    """The last change is taken back, so that results of the first run are used again."""
    checkout, (path, old, new) = comparison.checkout, change
    write_all(checkout, SHELTER)
    before = comparison.incremental()
    text = (checkout.folder / path).read_text(encoding="utf-8")
    assert old in text
    after = comparison.check(partial(checkout.edit, path, old, new))
    assert after != before
    assert comparison.check(partial(checkout.write, path, text)).lint == before.lint


def test_read_only_properties_follow_a_changed_description(
    comparison: Comparison,
) -> None:
    checkout = comparison.checkout
    before = comparison.check(lambda: None)
    page = resource("dog", "|tricks|String|Many. Read-only.|", base="animal")
    after = comparison.check(partial(write_all, checkout, {DOG: page}))
    table = "generated/graph/_read_only.py"
    assert b'"tricks"' not in before.generated[table]
    assert b'"tricks"' in after.generated[table]


def pet(generated: dict[str, bytes]) -> str:
    """Return the class of `pet` in the generated model of an owner."""
    model = generated["generated/graph/models/owner.py"].decode()
    (line,) = [line for line in model.splitlines() if line.startswith("    pet:")]
    return line.split(":")[1].split("|")[0].split("=")[0].strip()


EVERY_COMMAND = {
    "generate": ("generate",),
    "generate of a page": ("generate", OWNER, "--check", "--diff"),
    "lint": ("lint",),
    "lint of a page": ("lint", OWNER),
    "convert": ("convert", DOG),
    "export": ("export", "docs", "--format", "json"),
    "show": ("show", DOG, "--stage", "view"),
}


@pytest.mark.parametrize("command", EVERY_COMMAND.values(), ids=EVERY_COMMAND.keys())
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('entity_base = "microsoft.graph.entity"', 'entity_base = ""'),
        ('entity_base = ""', 'entity_base = "microsoft.graph.animal"'),
        ('flavour = "dataclass"', 'flavour = "typeddict"'),
        ('flavour = "typeddict"', 'flavour = "pydantic"'),
        ('package = "graph"', 'package = "shop"'),
        ("", 'templates = "own"'),
    ],
    ids=lambda line: line or "no templates",
)
def test_every_command_follows_a_changed_setting(
    comparison: Comparison, before: str, after: str, command: tuple[str, ...]
) -> None:
    checkout = comparison.checkout
    own = {
        f"own/{flavour}/model.py.jinja": "OWN = 1\n"
        for flavour in ("shared", "dataclass")
    }
    write_all(checkout, own)
    for line in (before, after, before):
        write_all(checkout, config(line))
        wanted = comparison.one_from_nothing(*command)
        assert [comparison.one(*command) for _ in range(2)] == [wanted, wanted]


def test_lint_reports_what_the_flavour_reserves(
    comparison: Comparison, docgen: Docgen
) -> None:
    found = []
    for flavour in ("dataclass", "typeddict", "dataclass"):
        write_all(comparison.checkout, config(f'flavour = "{flavour}"'))
        found.append("`class`" in docgen("lint").out)
        assert found[-1] == ("`class`" in docgen("lint", "--no-cache").out)
    assert found == [True, False, True]


@pytest.mark.parametrize(
    "name", ["docs_private", "docs-private", "docs.private", "docs2"]
)
@pytest.mark.parametrize("is_folder", [False, True], ids=["page", "folder"])
def test_no_link_may_refer_to_a_sibling_folder_with_the_same_start(
    checkout: Checkout, docgen: Docgen, name: str, is_folder: bool
) -> None:
    checkout.write(f"{name}/secret.md", resource("secret", "|code|String|Private.|"))
    outside = checkout.folder / name
    link = checkout.folder / "docs" / "resources" / "link.md"
    if is_folder:
        link.with_suffix("").symlink_to(outside)
    else:
        link.symlink_to(outside / "secret.md")
    for options in ((), ("--no-cache",)):
        ran = docgen("generate", *options)
        assert "symbolic link to a file outside" in ran.err
        assert not any("secret" in path for path in checkout.tree())


OUTPUTS = {
    "the same": ("generated", "generated"),
    "the same, written differently": ("generated", "./docs/../generated/"),
    "the second in the first": ("generated", "generated/inner"),
    "the first in the second": ("generated/inner", "generated"),
    "the second far below the first": ("generated", "generated/a/b"),
    "a link to the first": ("generated", "link"),
    "below a link to the first": ("generated", "link/inner"),
    "the third in the first": ("generated", "other", "generated/inner"),
}
APART = {
    "siblings": ("generated", "generated2"),
    "siblings in a folder": ("out/one", "out/two"),
}


def targets(outputs: tuple[str, ...]) -> str:
    tables = [f'[[tool.docgen.target]]\noutput = "{output}"\n' for output in outputs]
    return "\n".join([CONFIG, *tables])


@pytest.mark.parametrize("outputs", OUTPUTS.values(), ids=OUTPUTS.keys())
@pytest.mark.parametrize("command", ["generate", "lint"])
def test_two_targets_can_t_share_an_output_folder(
    checkout: Checkout, docgen: Docgen, outputs: tuple[str, ...], command: str
) -> None:
    (checkout.folder / "generated").mkdir()
    (checkout.folder / "link").symlink_to("generated")
    checkout.write("pyproject.toml", targets(outputs))
    ran = docgen(command)
    assert ran.status == 2
    assert "`output`" in ran.err
    assert checkout.tree() == {}


@pytest.mark.parametrize("outputs", APART.values(), ids=APART.keys())
def test_two_targets_can_have_sibling_folders(
    checkout: Checkout, docgen: Docgen, outputs: tuple[str, ...]
) -> None:
    checkout.write("pyproject.toml", targets(outputs))
    assert docgen("generate").status == 0
    assert checkout.tree(outputs[0]) == checkout.tree(outputs[1]) != {}


@pytest.mark.parametrize(
    ("cell", "annotation"),
    [
        ("String", "str"),
        ("String collection", "list[str]"),
        ("String (a collection)", "list[str]"),
        ("String (up to 5), a collection.", "list[str]"),
        ("[cat](cat.md), as a collection", "list[Cat]"),
        ("[cat](cat.md) (not in a collection yet)", "Any"),
    ],
)
def test_a_type_cell_that_ends_in_collection_is_a_collection(
    comparison: Comparison, docgen: Docgen, cell: str, annotation: str
) -> None:
    comparison.checkout.write(OWNER, resource("owner", f"|pet|{cell}|A pet.|"))
    docgen("generate")
    assert pet(comparison.checkout.tree("")) == annotation


@pytest.mark.parametrize(("number", "is_flags"), [(63, True), (64, False)])
def test_csdl_has_at_most_as_many_flags_as_an_int64_has_bits(
    checkout: Checkout, docgen: Docgen, number: int, is_flags: bool
) -> None:
    members = "\n".join(f"|bit{bit}|{bit}.|" for bit in range(number))
    checkout.write(
        "docs/resources/bits.md",
        "# bits enum type\n\nNamespace: microsoft.graph\n\nA flags enumeration.\n\n"
        f"## Members\n|Member|Description|\n|:---|:---|\n{members}\n",
    )
    csdl = docgen("export", "docs", "--format", "csdl").out
    bits = csdl[csdl.index('Name="bits"') :].split("</EnumType>")[0]
    assert ('IsFlags="true"' in bits) == is_flags
    assert str(2**63) not in bits
    assert (str(2**62) in bits) == is_flags
