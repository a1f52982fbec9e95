"""Fingerprints ignore formatting only."""

import pytest

from docgen.pycode import definition_lines

SAME = {
    "other quotes": ('x = "a"\n', "x = 'a'\n"),
    "quotes in a string": ("x = 'say \"a\"'\n", 'x = "say \\"a\\""\n'),
    "adjacent strings": ('x = "ab"\n', 'x = (\n    "a"\n    "b"\n)\n'),
    "line breaks": ("x = [1, 2]\n", "x = [\n    1,\n    2,\n]\n"),
    "a continued line": ("x = 1 + 2\n", "x = 1 + \\\n    2\n"),
    "redundant brackets": (
        "x: int | None = None\n",
        "x: int | None = (\n    None\n)\n",
    ),
    "blank lines": ("x = 1\ny = 2\n", "\n\nx = 1\n\n\ny = 2\n"),
    "notation of numbers": ("x = 0xFF, 1.0\n", "x = 255, 1.00\n"),
    "other indentation": ("def f():\n    return 1\n", "def f():\n\treturn 1\n"),
    "a docstring that is wrapped differently": (
        'def f():\n    """Read it\n    now."""\n',
        "def f():\n    '''Read it now.'''\n",
    ),
    "statements on one line": ("x = 1\n", "x = 1;\n"),
    "sorted imports": ("import a\nimport b\n", "import b\nimport a\n"),
    "imports in one statement": (
        "from a import b\nfrom a import c\n",
        "from a import (\n    b,\n    c,\n)\n",
    ),
    "an invalid escape": ('x = "\\d"\n', 'x = "\\\\d"\n'),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_formatting_does_not_count(one: str, other: str) -> None:
    assert definition_lines("a.py", one) == definition_lines("a.py", other) != ()


OTHER = {
    "a space in a string": ('x = "a b"\n', 'x = "ab"\n'),
    "brackets that change the order": ("x = a + b * c\n", "x = (a + b) * c\n"),
    "a tuple of one": ("x = (a,)\n", "x = (a)\n"),
    "a string for a name": ("x = a\n", 'x = "a"\n'),
    "True for 1": ("x = True\n", "x = 1\n"),
    "bytes for a string": ('x = "a"\n', 'x = b"a"\n'),
    "None for unpacking": ("x = {None: a}\n", "x = {**a}\n"),
    "a slice without an end": ("x = a[1:]\n", "x = a[:1]\n"),
    "the position in a block": (
        "def f():\n    if a:\n        b()\n    c()\n",
        "def f():\n    if a:\n        b()\n        c()\n",
    ),
    "an async function": ("def f(): ...\n", "async def f(): ...\n"),
    "the kind of a parameter": ("def f(*, a): ...\n", "def f(a): ...\n"),
    "an asterisk": ("def f(*a): ...\n", "def f(**a): ...\n"),
    "a comment after code": ("x = 1\n", "x = 1  # why\n"),
    "a comment in brackets": ("x = [1]\n", "x = [\n    # why\n    1\n]\n"),
    "a comment before code": ("x = 1\n", "# why\nx = 1\n"),
    "a word of a comment": ("x = 1  # why\n", "x = 1  # how\n"),
    "a word of a docstring": ('"""Read."""\n', '"""Write."""\n'),
    "a comma in a docstring": ('"""Read it now."""\n', '"""Read it, now."""\n'),
    "the position of an import": (
        "if TYPE_CHECKING:\n    import a\n",
        "import a\n\nif TYPE_CHECKING:\n    pass\n",
    ),
    "the name of an import": ("import a\n", "import a as b\n"),
    "the module of an import": ("from a import b\n", "from .a import b\n"),
    "the order of members": (
        "class A:\n    x: int\n    y: int\n",
        "class A:\n    y: int\n    x: int\n",
    ),
    "an expression in an f-string": ('x = f"{a}"\n', 'x = f"{b}"\n'),
}


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_other_changes_count(one: str, other: str) -> None:
    assert definition_lines("a.py", one) != definition_lines("a.py", other)


def test_long_expression_has_a_fingerprint() -> None:
    assert len(definition_lines("a.py", f"x = {' + '.join('a' * 500)}\n")) == 1


def test_too_deeply_nested_expression_has_none() -> None:
    assert definition_lines("a.py", f"x = {'-' * 5000}1\n") == ()
