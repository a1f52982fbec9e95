"""The operators of `make mutants`: which changes they make."""

import pytest

from tests.mutants.operators import mutants

CHANGES = {
    "a comparison": ("x = a < b", {"x = a <= b"}),
    "a condition": (
        "x = a and not b",
        {"x = (a or not b)", "x = not b", "x = a", "x = a and b"},
    ),
    "a choice": ("x = a if b else c", {"x = a", "x = c"}),
    "a condition of a comprehension": (
        "x = [a for a in b if a]",
        {"x = [a for a in b]"},
    ),
    "an operator": ("x = a + b", {"x = (a - b)"}),
    "a number": ("x = 1", {"x = 2"}),
    "a truth value": ("x = True", {"x = False"}),
    "a function": ("x = any(a)", {"x = all(a)"}),
    "a sort": ("x = sorted(a, key=f)", {"x = list(a)", "x = sorted(a)"}),
    "an input of a key": (
        "x = digest_of(a, b)",
        {"x = digest_of(b)", "x = digest_of(a)"},
    ),
    "an element": ("x = a, b", {"x = (b,)", "x = (a,)"}),
    "an effect": ("f()", {"pass"}),
    "a guard": (
        "def f():\n    if a:\n        return\n    g()",
        {
            "def f():\n    if not a:\n        return\n    g()",
            "def f():\n    pass\n    g()",
            "def f():\n    if a:\n        return\n    pass",
        },
    ),
    "the handling of an error": (
        "try:\n    x = a\nexcept E:\n    x = b",
        {"try:\n    x = a\nexcept E:\n    raise"},
    ),
    "nothing of a string": ("x = 'a'", set()),
    "nothing of an annotation": ("x: a | b = c", set()),
    "nothing for type checkers": ("if TYPE_CHECKING:\n    f()", set()),
}


@pytest.mark.parametrize(("source", "wanted"), CHANGES.values(), ids=CHANGES.keys())
def test_operators_change(source: str, wanted: set[str]) -> None:
    content = source.encode()
    found = {one.apply(content).decode() for one in mutants("a.py", content)}
    assert {" ".join(one.split()) for one in found} == {
        " ".join(one.split()) for one in wanted
    }


def test_a_mutant_names_the_function_that_it_is_in() -> None:
    content = b"x = 1\n\n\nclass A:\n    def f(self):\n        return 1\n"
    found = [(one.function, one.line) for one in mutants("a.py", content)]
    assert found == [("", 1), ("A.f", 6)]


def test_letters_of_several_bytes_do_not_move_a_change() -> None:
    content = 'x = "ä", 1, "ö"'.encode()
    found = {one.apply(content).decode() for one in mutants("a.py", content)}
    assert 'x = "ä", 2, "ö"' in found
