"""The configuration keys: the one table behind loading, the JSON Schema and the reference.

To add a key, add an entry here and use it in `load.py`; `docgen config` documents it.
"""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from docgen.flavours import FLAVOURS

SEVERITIES = ("error", "warning", "note", "off")


class Kind(Enum):
    """The type of a key's value; the value is its name in the reference."""

    STRING = "string"
    STRINGS = "list of strings"
    TARGETS = "array of tables"
    SEVERITIES = "table: code → severity"
    CODES_BY_PATTERN = "table: pattern → list of codes"


class Key(Struct, frozen=True, kw_only=True):
    """A key of `[tool.docgen]`.

    `description` is markdown, its first sentence a summary. `default` is `None` where the key is
    required or a table. `choices` are the allowed strings, all if empty. `example` is TOML.
    `is_per_target` says whether `[[tool.docgen.target]]` may have the key as well.
    """

    name: str
    kind: Kind
    description: str
    example: str
    default: str | tuple[str, ...] | None = None
    choices: tuple[str, ...] = ()
    is_per_target: bool = False


SOURCE = Key(
    name="source",
    kind=Kind.STRINGS,
    description=(
        "Files and folders that hold the pages. Required. Folders are searched for `*.md`; "
        "names that begin with a dot are skipped. Paths are relative to the folder of "
        "`pyproject.toml`. All pages of a target are one page set: types on them refer to "
        "each other by name."
    ),
    example='source = ["docs"]',
    is_per_target=True,
)
OUTPUT = Key(
    name="output",
    kind=Kind.STRING,
    description=(
        "Folder that the package is generated into. docgen writes the package, a folder "
        "`tests` and a manifest there. It must not contain the pages, the templates or the "
        "project itself."
    ),
    example='output = "generated"',
    default="generated",
    is_per_target=True,
)
PACKAGE = Key(
    name="package",
    kind=Kind.STRING,
    description=(
        "Name of the generated Python package. A dotted name puts it into a namespace "
        "package: `acme.shop` is generated into `acme/shop`, without an "
        "`acme/__init__.py`, so that other distributions can add to `acme`. At most 30 "
        "characters; names of the standard library and of `pydantic` are refused."
    ),
    example='package = "acme.shop"',
    default="graph",
    is_per_target=True,
)
FLAVOUR = Key(
    name="flavour",
    kind=Kind.STRING,
    description=(
        "Kind of Python classes that models are. `dataclass` needs nothing but the "
        "standard library, `pydantic` needs pydantic 2.11 or newer, `typeddict` describes "
        "the JSON itself, with names as on the wire."
    ),
    example='flavour = "pydantic"',
    default=FLAVOURS[0],
    choices=FLAVOURS,
    is_per_target=True,
)
EXCLUDE = Key(
    name="exclude",
    kind=Kind.STRINGS,
    description=(
        "Patterns of pages and folders to leave out, relative to the folder of "
        "`pyproject.toml`. `*` matches within a name, `?` one character, `**` any number "
        "of folders. A pattern that matches a folder excludes everything in it. A pattern "
        "that matches nothing is reported as `unused-exclude`."
    ),
    example='exclude = ["**/drafts/**", "docs/old-*.md"]',
    default=(),
)
ENTITY_BASE = Key(
    name="entity_base",
    kind=Kind.STRING,
    description=(
        "Qualified name of the type that entity types derive from where their page "
        "doesn't name a base type. It applies only if a page declares that type. Its "
        "namespace is also the root namespace, whether or not the type is declared: types "
        "in the root namespace are generated directly into `models`, those of other "
        "namespaces into subpackages. For pages with `Namespace: acme.shop` use "
        '`"acme.shop.entity"`. `""` means no base type, and the root namespace is '
        "`microsoft.graph`."
    ),
    example='entity_base = "acme.shop.entity"',
    default="microsoft.graph.entity",
)
TEMPLATES = Key(
    name="templates",
    kind=Kind.STRING,
    description=(
        "Folder with templates that replace docgen's own. A template is looked up here "
        "first, by the same path: `dataclass/model.py.jinja`."
    ),
    example='templates = "templates"',
)
TARGET = Key(
    name="target",
    kind=Kind.TARGETS,
    description=(
        "Several packages from one repository. Each table may have the keys `source`, "
        "`output`, `package` and `flavour`; those it doesn't have are taken from "
        "`[tool.docgen]`. Outputs must not contain each other."
    ),
    example=(
        '[[tool.docgen.target]]\nsource = ["docs/v1"]\noutput = "generated/v1"\n\n'
        '[[tool.docgen.target]]\nsource = ["docs/beta"]\noutput = "generated/beta"\n'
        'package = "graph_beta"'
    ),
)
SEVERITY = Key(
    name="severity",
    kind=Kind.SEVERITIES,
    description=(
        "Severity of diagnostics, by code: `error`, `warning`, `note`, or `off` to hide "
        "them. `docgen explain` lists the codes and their default severities."
    ),
    example='[tool.docgen.severity]\nbroken-link = "error"\nplaceholder = "off"',
)
PER_PAGE_IGNORES = Key(
    name="per-page-ignores",
    kind=Kind.CODES_BY_PATTERN,
    description=(
        "Codes to ignore on some pages. Patterns are those of `exclude`, and match the "
        "path of a page from the folder of `pyproject.toml` or from its source folder. To "
        "ignore a single line, put a comment on the page instead: "
        "`<!-- docgen: ignore broken-link -->`."
    ),
    example='[tool.docgen.per-page-ignores]\n"resources/legacy/**" = ["broken-link"]',
)

KEYS = (
    *(SOURCE, OUTPUT, PACKAGE, FLAVOUR, EXCLUDE, ENTITY_BASE, TEMPLATES),
    *(TARGET, SEVERITY, PER_PAGE_IGNORES),
)
"""Every key, in the order of the reference."""

BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
