"""Which texts need no black; black itself is the judge."""

import pytest

from docgen.render.formatting import NotPythonError, formatted, formatted_by_rule

NAME = "post_forward_error_correction_packet_loss_rate_of_the_longest_kind_there_is"

LEFT = {
    "lines that fit": "x = 1\n",
    "an item of strings that is too long": f'X = {{\n    "{NAME}": "{NAME}",\n}}\n',
    "a string of a list that is too long": f'X = [\n    "{NAME}{NAME}",\n]\n',
    "a string that fits on no line": f'class X:\n    ONE = "{NAME}{NAME}"\n',
    "an import that is broken behind its head": (
        f"from graph.models.{NAME} import (\n    LongNameOfAClass,\n)\n"
    ),
    "words with accents": '"""Ein Schiff für die Küste."""\n',
    "wide characters on a line that fits": '"""船は海を行く。"""\n',
}
UNPROVEN = {
    "a call of any other kind": f"x = call({NAME}, {NAME})\n",
    "a line of wide characters that is too wide": f'"""{"船" * 60}"""\n',
    "a line with an accent of its own": '"""e\u0301"""\n',
    "a line with a blank that nobody sees": '"""a\u00a0b"""\n',
}
HEADS = (
    *(
        "class {}(Base):\n    pass\n",
        "class {}(Base, TypedDict, total=False):\n    x: int\n",
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
    "def f() -> None:\n    assert models.lookup(TYPE) is models.{}\n",
    'X = {{\n    "{}": ["self", "body"],\n}}\n',
    "def f() -> None:\n    assert models.{}.__optional_keys__ >= KEYS\n",
)
STUB_HEADS = (
    *("class {}(Base): ...\n", "class {}(Base, TypedDict, total=False): ...\n"),
    "class {}(Base):\n    x: int\n",
)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_black_leaves_is_left(text: str) -> None:
    assert formatted_by_rule(text) == text
    assert formatted("a.py", text) == text


@pytest.mark.parametrize("text", UNPROVEN.values(), ids=UNPROVEN)
def test_what_is_not_proven_is_left_to_black(text: str) -> None:
    assert formatted_by_rule(text) is None


@pytest.mark.parametrize("length", range(20, 100))
@pytest.mark.parametrize("file", ["a.py", "a.pyi"])
def test_a_line_of_a_known_shape_is_broken_as_black_does(
    file: str, length: int
) -> None:
    name = ("name" * 30)[:length]
    for head in HEADS if file == "a.py" else STUB_HEADS:
        text = head.format(name, name)
        assert formatted_by_rule(text) in (formatted(file, text), None)


@pytest.mark.parametrize("head", [*HEADS, *STUB_HEADS])
def test_most_names_are_proven(head: str) -> None:
    texts = [head.format("n" * length, "n" * length) for length in range(20, 47)]
    assert None not in map(formatted_by_rule, texts)


def test_what_is_no_python_file_stays() -> None:
    assert formatted("py.typed", "x  =  1") == "x  =  1"


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(NotPythonError):
        formatted("a.py", "x = = 1\n")
