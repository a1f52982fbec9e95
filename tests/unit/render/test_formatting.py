"""Formatting without black: its result is compared with that of black."""

import pytest

from docgen.render.formatting import NotPythonError, formatted, formatted_by_rule

NAME = "post_forward_error_correction_packet_loss_rate_of_the_longest_kind_there_is"

UNCHANGED = {
    "lines that are not too long": "x = 1\n",
    "an item of a dictionary that is too long": f'X = {{\n    "{NAME}": "{NAME}",\n}}\n',
    "an item of a list that is too long": f'X = [\n    "{NAME}{NAME}",\n]\n',
    "a string that is too long": f'class X:\n    ONE = "{NAME}{NAME}"\n',
    "an import that is already split": (
        f"from graph.models.{NAME} import (\n    LongNameOfAClass,\n)\n"
    ),
    "an item with a key that is too long": (
        f'X = {{\n    "{NAME}{NAME}": {{\n        "a": "b",\n    }},\n}}\n'
    ),
    "an empty item with a key that is too long": f'X = {{\n    "{NAME}{NAME}": {{}},\n}}\n',
    "a name as the value of a key that is too long": (
        f'X = {{\n    "{NAME}": {NAME},\n}}\n'
    ),
    "a string as an argument that is too long": f'x = f(\n    a="{NAME}{NAME}",\n)\n',
    "a request in a docstring": f'class X:\n    """A.\n\n    `GET /{NAME} {NAME}`.\n    """\n',
    "a URL in a docstring": f'class X:\n    """A.\n\n    https://a/{NAME}/{NAME}\n    """\n',
    "a URL in quotes": f'class X:\n    """A.\n\n    "https://a/{NAME}/{NAME}".\n    """\n',
    "letters with accents": '"""Ein Schiff für die Küste."""\n',
    "wide characters": '"""船は海を行く。"""\n',
}
FOR_BLACK = {
    "another call": f"x = call({NAME}, {NAME})\n",
    "too many wide characters": f'"""{"船" * 60}"""\n',
    "a combining accent": '"""e\u0301"""\n',
    "a no-break space": '"""a\u00a0b"""\n',
}
LINES = (
    *(
        "class {}(Base):\n    pass\n",
        "class {}(Base, TypedDict, total=False):\n    x: int\n",
        "class X(Base, {}, Other):\n    pass\n",
        "class X(Base, Protocol[{}, Other]):\n    pass\n",
    ),
    *('class X:\n    {} = "{}"\n', 'class X:\n    short = "{}{}"\n'),
    *("class X:\n    {}: str | None\n", "class X:\n    short: {} | str | None\n"),
    *(
        "class X:\n    x: list[{}] | None\n",
        "class X:\n    {}: list[mood] | str | None\n",
    ),
    *(
        "class X:\n    x: list[{}]\n",
        "def f() -> None:\n    x = models.{}.read(SAMPLE)\n",
    ),
    'class X:\n    {}: str | None = field(default=None, metadata={{"wire": "x"}})\n',
    'class X:\n    x: str | None = field(default=None, metadata={{"wire": "{}"}})\n',
    'class X:\n    x: str | None = Field(default=None, alias="{}", extra={{"a": "b"}})\n',
    'class X:\n    {}: list[str] | None = Field(default=None, alias="a, b=c")\n',
    *(
        f"class X:\n    {name}: {annotation} = field({arguments})\n"
        for name in ("x", "a_long_name_of_a_property")
        for annotation in ("{} | None", "list[{}] | None")
        for arguments in (
            'default=None, metadata={{"wire": "x"}}',
            'default=None, metadata={{"wire": "another_long_name_of_a_property"}}',
        )
    ),
    "def f() -> None:\n    a_long_name_of_a_variable = operations.{}\n",
    "def f() -> None:\n    assert models.lookup(TYPE) is models.{}\n",
    'X = {{\n    "{}": ["self", "body"],\n}}\n',
    "def f() -> None:\n    assert models.{}.__optional_keys__ >= KEYS\n",
    "def f() -> None:\n    protocol = operations.{}\n",
    *(
        f"class X:\n    def f(\n        self,\n        {parameter},\n    ) -> None: ...\n"
        for parameter in (
            "x: Sequence[{}] | None = None",
            "{}: Sequence[Mood] | None = None",
            "x: {} | None = None",
            'at: Literal["{}", "b"]',
            'at: Literal["{}", "b"] | None = None',
            'at: Literal["{}", "{}", "cc"] | None = None',
        )
    ),
)
STUB_LINES = (
    *("class {}(Base): ...\n", "class {}(Base, TypedDict, total=False): ...\n"),
    "class {}(Base):\n    x: int\n",
)


@pytest.mark.parametrize("source", UNCHANGED.values(), ids=UNCHANGED)
def test_source_that_black_does_not_change(source: str) -> None:
    assert formatted_by_rule(source) == source
    assert formatted("a.py", source) == source


@pytest.mark.parametrize("source", FOR_BLACK.values(), ids=FOR_BLACK)
def test_source_that_black_must_format(source: str) -> None:
    assert formatted_by_rule(source) is None


@pytest.mark.parametrize("length", range(20, 100))
@pytest.mark.parametrize("file", ["a.py", "a.pyi"])
def test_line_is_split_as_black_does(file: str, length: int) -> None:
    name = ("name" * 30)[:length]
    for line in LINES if file == "a.py" else STUB_LINES:
        source = line.format(name, name)
        assert formatted_by_rule(source) in (formatted(file, source), None)


@pytest.mark.parametrize("line", [*LINES, *STUB_LINES])
def test_usual_names_do_not_need_black(line: str) -> None:
    sources = [line.format("n" * length, "n" * length) for length in range(20, 47)]
    assert None not in map(formatted_by_rule, sources)


def test_long_bases_do_not_need_black() -> None:
    bases = ("n" * length for length in range(40, 80))
    sources = [f"class X(AsyncResource, {name}):\n    pass\n" for name in bases]
    assert None not in map(formatted_by_rule, sources)


def test_other_files_are_not_formatted() -> None:
    assert formatted("py.typed", "x  =  1") == "x  =  1"


def test_invalid_python_is_an_error() -> None:
    with pytest.raises(NotPythonError):
        formatted("a.py", "x = = 1\n")
