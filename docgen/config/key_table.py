"""The configuration keys, in one table for loading, the JSON Schema and the reference.

To add a key, add an entry here and use it in `load.py`; `docgen config` documents it.
"""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from docgen.diagnostics.codes import MICROSOFT_GRAPH
from docgen.flavours import FLAVOURS

SEVERITIES = ("error", "warning", "note", "off")


class KeyType(Enum):
    """The type of a key's value; the value is its name in the reference."""

    BOOLEAN = "true or false"
    STRING = "string"
    STRINGS = "list of strings"
    ONE_OR_MORE = "string or list of strings"
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
    kind: KeyType
    description: str
    example: str
    default: str | tuple[str, ...] | bool | None = None
    choices: tuple[str, ...] = ()
    is_per_target: bool = False


SOURCE_KEY = Key(
    name="source",
    kind=KeyType.STRINGS,
    description=(
        "Files and folders that hold the pages. Required. Folders are searched for `*.md`; "
        "names that begin with a dot are skipped. Paths are relative to the folder of "
        "`pyproject.toml`. Types on all pages of a target "
        "refer to each other by name."
    ),
    example='source = ["docs"]',
    is_per_target=True,
)
OUTPUT_KEY = Key(
    name="output",
    kind=KeyType.STRING,
    description=(
        "Folder that the package is generated into. docgen writes the package, a folder "
        "`tests` and a manifest there. It must not contain the pages, the templates or the "
        "project itself."
    ),
    example='output = "generated"',
    default="generated",
    is_per_target=True,
)
PACKAGE_KEY = Key(
    name="package",
    kind=KeyType.STRING,
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
FLAVOUR_KEY = Key(
    name="flavour",
    kind=KeyType.STRING,
    description=(
        "Kind of Python classes that models are. `dataclass` needs nothing but the "
        "standard library, `pydantic` needs pydantic 2.11 or newer, `typeddict` describes "
        "the JSON itself, with the names in JSON."
    ),
    example='flavour = "pydantic"',
    default=FLAVOURS[0],
    choices=FLAVOURS,
    is_per_target=True,
)
EXCLUDE_KEY = Key(
    name="exclude",
    kind=KeyType.STRINGS,
    description=(
        "Patterns of pages and folders to leave out, relative to the folder of "
        "`pyproject.toml`. `*` matches within a name, `?` one character, `**` any number "
        "of folders. A pattern that matches a folder excludes everything in it. A pattern "
        "that matches nothing is reported as `unused-exclude`."
    ),
    example='exclude = ["**/drafts/**", "docs/old-*.md"]',
    default=(),
)
ENTITY_BASE_KEY = Key(
    name="entity_base",
    kind=KeyType.STRING,
    description=(
        "Default base type of entity types. Its namespace is the root namespace. The type "
        "is used only if a page declares it; the root namespace applies in any case. Types "
        "in the root namespace are generated directly into `models`, types in other "
        "namespaces into subpackages. For pages with `Namespace: acme.shop` use "
        '`"acme.shop.entity"`. `""` means no base type, and the root namespace is '
        "`microsoft.graph`."
    ),
    example='entity_base = "acme.shop.entity"',
    default="microsoft.graph.entity",
)
BASE_URL_KEY = Key(
    name="base_url",
    kind=KeyType.STRING,
    description=(
        "URL of the service, with its version, which clients use unless they get another "
        "one. The default is that of Microsoft Graph if the root namespace is "
        "`microsoft.graph`; for other namespaces each client needs the argument `base_url`. "
        "In examples, its path is not part of the URL of a request."
    ),
    example='base_url = "https://api.shop.example/v1.0"',
    default="",
    is_per_target=True,
)
CLIENT_KEY = Key(
    name="client",
    kind=KeyType.BOOLEAN,
    description=(
        "Whether the package has clients, which send the operations, and `testing`, which answers "
        "with documented examples. `false` leaves only models, the protocols of operations and "
        "their tests."
    ),
    example="client = false",
    default=True,
    is_per_target=True,
)
TEMPLATES_KEY = Key(
    name="templates",
    kind=KeyType.STRING,
    description=(
        "Folder with templates that replace docgen's own. A template is looked up here "
        "first, by the same path: `dataclass/model.py.jinja`. Templates that it includes "
        "end in `.jinja` too."
    ),
    example='templates = "templates"',
)
TARGET_KEY = Key(
    name="target",
    kind=KeyType.TARGETS,
    description=(
        "Several packages from one repository. Each table may have the keys `source`, "
        "`output`, `package`, `flavour`, `base_url` and `client`; those it doesn't have are taken "
        "from `[tool.docgen]`. Outputs must not contain each other."
    ),
    example=(
        '[[tool.docgen.target]]\nsource = ["docs/v1"]\noutput = "generated/v1"\n\n'
        '[[tool.docgen.target]]\nsource = ["docs/beta"]\noutput = "generated/beta"\n'
        'package = "graph_beta"'
    ),
)
SEVERITY_KEY = Key(
    name="severity",
    kind=KeyType.SEVERITIES,
    description=(
        "Severity of diagnostics, by code: `error`, `warning`, `note`, or `off` to hide "
        "them. `docgen explain` lists the codes and their default severities."
    ),
    example='[tool.docgen.severity]\nbroken-link = "error"\nplaceholder = "off"',
)
PER_PAGE_IGNORES_KEY = Key(
    name="per-page-ignores",
    kind=KeyType.CODES_BY_PATTERN,
    description=(
        "Codes to ignore on some pages. Patterns are those of `exclude`, and match the "
        "path of a page from the folder of `pyproject.toml` or from its source folder. To "
        "ignore a single line, put a comment on the page instead: "
        "`<!-- docgen: ignore broken-link -->`."
    ),
    example='[tool.docgen.per-page-ignores]\n"resources/legacy/**" = ["broken-link"]',
)

BASELINE_KEY = Key(
    name="baseline",
    kind=KeyType.STRING,
    description=(
        "File with known diagnostics, relative to the folder of `pyproject.toml`. `docgen lint` "
        "reports only diagnostics that are not in it; warnings among them make the exit status 1. "
        "`docgen lint --write-baseline FILE` writes the file."
    ),
    example='baseline = ".docgen-baseline"',
)

RULES_KEY = Key(
    name="rules",
    kind=KeyType.ONE_OR_MORE,
    description=(
        "Set of house rules for `docgen lint`, or a list of sets; they are off by default. "
        "`microsoft-graph` "
        "are conventions of the pages of Microsoft Graph: order of rows and sections, titles, "
        "front matter. The key `severity` turns off single rules of a set, or turns on "
        "single rules without it."
    ),
    example='rules = "microsoft-graph"',
    default="none",
    choices=("none", MICROSOFT_GRAPH),
)

KEYS = (
    *(
        SOURCE_KEY,
        OUTPUT_KEY,
        PACKAGE_KEY,
        FLAVOUR_KEY,
        EXCLUDE_KEY,
        ENTITY_BASE_KEY,
        BASE_URL_KEY,
        CLIENT_KEY,
        TEMPLATES_KEY,
    ),
    *(TARGET_KEY, BASELINE_KEY, RULES_KEY, SEVERITY_KEY, PER_PAGE_IGNORES_KEY),
)
"""Every key, in the order of the reference."""

KEYS_BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
