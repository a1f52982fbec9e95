"""Which texts need no black; black itself is the judge."""

import pytest

from docgen.formatting import NotPythonError, formatted, is_in_form

NAME = "post_forward_error_correction_packet_loss_rate_of_the_longest_kind_there_is"

PROVEN = {
    "lines that fit": "x = 1\n",
    "an item of strings that is too long": f'X = {{\n    "{NAME}": "{NAME}",\n}}\n',
    "a string of a list that is too long": f'X = [\n    "{NAME}{NAME}",\n]\n',
    "an import that is broken behind its head": (
        f"from graph.models.{NAME} import (\n    LongNameOfAClass,\n)\n"
    ),
    "words with accents": '"""Ein Schiff für die Küste."""\n',
    "wide characters on a line that fits": '"""船は海を行く。"""\n',
}
UNPROVEN = {
    "an assignment that is too long": f'X{NAME} = "{NAME}"\n',
    "a line of wide characters that is too wide": f'"""{"船" * 60}"""\n',
    "a line with an accent of its own": '"""e\u0301"""\n',
    "a line with a blank that nobody sees": '"""a\u00a0b"""\n',
}


@pytest.mark.parametrize("text", PROVEN.values(), ids=PROVEN)
def test_black_leaves_what_is_proven(text: str) -> None:
    assert is_in_form(text)
    assert formatted("a.py", text) == text


@pytest.mark.parametrize("text", UNPROVEN.values(), ids=UNPROVEN)
def test_what_is_not_proven_is_left_to_black(text: str) -> None:
    assert not is_in_form(text)


def test_what_is_no_python_file_stays() -> None:
    assert formatted("py.typed", "x  =  1") == "x  =  1"


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(NotPythonError):
        formatted("a.py", "x = = 1\n")
