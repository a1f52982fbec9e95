"""The forms of statements in a stub."""

import ast

import pytest

from docgen.pycode.signatures import class_head, forms, names_in, owner_of

IN_MODULE: dict[str, tuple[str, list[str]]] = {
    "a function": (
        "def f(a, b: int = 3, *c: str, d=[], **e):\n    return 1",
        ["def f(a, b: int = 3, *c: str, d=..., **e): ..."],
    ),
    "parameters that are only positional or named": (
        "def f(a, /, b, *, c: int) -> None: pass",
        ["def f(a, /, b, *, c: int) -> None: ..."],
    ),
    "a coroutine": ("async def f() -> int: return 1", ["async def f() -> int: ..."]),
    "an async generator": (
        "async def f() -> AsyncIterator[int]:\n    yield 1",
        ["def f() -> AsyncIterator[int]: ..."],
    ),
    "a coroutine that defines a generator": (
        "async def f() -> None:\n    def g():\n        yield 1",
        ["async def f() -> None: ..."],
    ),
    "decorators": (
        "@cache\n@a.b(1)\ndef f(): pass",
        ["@cache", "@a.b(1)", "def f(): ..."],
    ),
    "overloads without their implementation": (
        "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a): pass",
        ["@overload", "def f(a: int): ...", "@overload", "def f(a: str): ..."],
    ),
    "a function that is defined twice": (
        "def f(a): pass\ndef f(b): pass",
        ["def f(b): ..."],
    ),
    "a string with quotes": (
        "def f(a: 'T' = 'it'): pass",
        ['def f(a: "T" = "it"): ...'],
    ),
    "strings with both quotes": (
        """def f(a: Literal['say "x"', 'b'] = 'c'): pass""",
        ["""def f(a: Literal['say "x"', "b"] = "c"): ..."""],
    ),
    "a class with unpacked arguments": (
        "class C(A, **options): pass",
        ["class C(A, **options): ..."],
    ),
    "a class": (
        "class C(A, x=1):\n    '''C.'''\n    a: int = f()\n",
        [
            "class C(A, x=1):",
            "    a: int = ...",
        ],
    ),
    "a class without members": ("class C: pass", ["class C: ..."]),
    "a value with an annotation": ("a: list[int] = []", ["a: list[int] = ..."]),
    "an alias of a type": (
        "A: TypeAlias = dict[str, int]",
        ["A: TypeAlias = dict[str, int]"],
    ),
    "an alias": ("a = b.c", ["a = b.c"]),
    "a union": ("A = B | None", ["A = B | None"]),
    "a type variable": ("T = TypeVar('T', bound=int)", ['T = TypeVar("T", bound=int)']),
    "a number": ("a = -1", ["a: int"]),
    "a list": ("a = ['x', 'y']", ["a: list[str]"]),
    "a list of several types": ("a = ['x', 1]", ["a: list[Any]"]),
    "a dictionary": ("a = {'x': 1.5}", ["a: dict[str, float]"]),
    "a tuple": ("a = 'x', 1", ["a: tuple[str, int]"]),
    "an instance": ("a = decimal.Decimal('1')", ["a: decimal.Decimal"]),
    "an expression": ("a = re.compile('x')", ["a: re.Pattern[str]"]),
    "arithmetic": ("a = 60 * 60 + 1.5", ["a: float"]),
    "a quotient": ("a = 1 / 2", ["a: float"]),
    "joined strings": ("a = 'x' + 'y' * 3", ["a: str"]),
    "a formatted string": ("a = '%d' % b", ["a: str"]),
    "a choice": ("a = 1 if b else 2", ["a: int"]),
    "several targets with values": ("a, b = 1, 'x'", ["a: int", "b: str"]),
    "a private value of an unknown type": ("_a = f()", ["_a: Any"]),
    "attributes that are set when an object is made": (
        "class C(ValueError):\n"
        "    def __init__(self, a: int) -> None:\n"
        "        self.a, self.d = a, 1\n"
        "        self.b = a\n"
        "        self.c = 'x'\n",
        [
            "class C(ValueError):",
            "    def __init__(self, a: int) -> None: ...",
            "    b: int",
            "    c: str",
        ],
    ),
    "attributes that a base class may have": (
        "class C(Other):\n    def __init__(self) -> None:\n        self.a = 1\n",
        ["class C(Other):", "    def __init__(self) -> None: ..."],
    ),
    "an attribute that the class declares": (
        "class C:\n    a: int | None\n    def __init__(self) -> None:\n        self.a = 1\n",
        ["class C:", "    a: int | None", "    def __init__(self) -> None: ..."],
    ),
    "a class in a class": (
        "class C:\n    a: int\n    class D: pass\n    b: int",
        ["class C:", "    a: int", "", "    class D: ...", "", "    b: int"],
    ),
    "an enum of flags": (
        "class C(IntFlag):\n    A = auto()\n    B = 2",
        ["class C(IntFlag):", "    A = ...", "    B = 2"],
    ),
    "a name in one of two branches": (
        "try:\n    import x\n    FAST = True\nexcept ImportError:\n    FAST = False",
        ["FAST: bool"],
    ),
    "a module that may be missing": (
        "try:\n    import x\nexcept ImportError:\n    x = None",
        [],
    ),
    "a function that is defined where it can't be imported": (
        "if new:\n    from x import f\nelse:\n    def f(a: int) -> int: ...",
        ["def f(a: int) -> int: ..."],
    ),
    "a class that is defined where it can't be imported": (
        "try:\n    from x import C\nexcept ImportError:\n    class C: ...",
        ["class C: ..."],
    ),
    "code for type checkers": ("if TYPE_CHECKING:\n    A = B | C", ["A = B | C"]),
    "statements that bind no name": ("import a\nf()\n'text'\nassert a\ndel a", []),
}

IN_DATACLASS: dict[str, tuple[str, list[str]]] = {
    "a field": ("a: int = 3", ["a: int = 3"]),
    "a field with a factory": (
        "a: list[int] = field(default_factory=list)",
        ["a: list[int] = ..."],
    ),
    "a field without a parameter": (
        "a: int = field(init=False, default=3)",
        ["a: int = field(init=False)"],
    ),
    "a field without a default": ("a: int = field(repr=False)", ["a: int"]),
    "an attribute that is not a field": ("a = 3", ["a: ClassVar[int]"]),
    "a declared attribute of an instance": (
        "def __post_init__(self) -> None:\n    self.a: int = 3",
        ["def __post_init__(self) -> None: ...", "a: int = field(init=False)"],
    ),
    "a cached method": (
        "@cache\ndef a(self) -> int: return 1",
        ["a: ClassVar[_lru_cache_wrapper[int]]"],
    ),
    "a cached static method": (
        "@staticmethod\n@functools.lru_cache(maxsize=1)\ndef a() -> int: return 1",
        ["a: ClassVar[_lru_cache_wrapper[int]]"],
    ),
    "a cached method of the class": (
        "@classmethod\n@cache\ndef a(cls) -> int: return 1",
        ["@classmethod", "@cache", "def a(cls) -> int: ..."],
    ),
    "a property without a decorator": (
        "a = property(lambda self: 1)",
        ["@property", "def a(self): ..."],
    ),
    "a decorated property": (
        "@computed_field\n@abstractmethod\n@property\ndef a(self) -> int: return 1",
        ["@abstractmethod", "@property", "def a(self) -> int: ..."],
    ),
    "a private attribute of a model": (
        "_a: int = PrivateAttr(default=1)",
        ["_a: Any = PrivateAttr()"],
    ),
    "an attribute that is set after the fields": (
        "def __post_init__(self, a: int) -> None:\n    self.b = a",
        [
            "def __post_init__(self, a: int) -> None: ...",
            "b: int = field(init=False)",
        ],
    ),
    "a property": (
        "@property\ndef a(self) -> int: return 1\n@a.setter\ndef a(self, b: int): pass",
        [
            "@property",
            "def a(self) -> int: ...",
            "@a.setter",
            "def a(self, b: int): ...",
        ],
    ),
}

GAPS = {
    "a value of an unknown type": ("a = f()", ["a"]),
    "a loop": ("for a in b: pass", ["a"]),
    "several targets": ("a, b = f()", ["a", "b"]),
    "an attribute of a class": ("A.b = c", ["A.b"]),
    "an attribute of an unknown type": (
        "class C:\n    def __init__(self) -> None:\n        self.a = f()",
        ["C"],
    ),
    "nothing": ("a: int = f()", []),
}


@pytest.mark.parametrize(("source", "lines"), IN_MODULE.values(), ids=IN_MODULE.keys())
def test_form_in_a_module(source: str, lines: list[str]) -> None:
    found = forms(ast.parse(source).body)
    assert [line for form in found for line in form.lines] == lines
    assert not any(form.is_gap for form in found)


@pytest.mark.parametrize(
    ("source", "lines"), IN_DATACLASS.values(), ids=IN_DATACLASS.keys()
)
def test_form_in_a_dataclass(source: str, lines: list[str]) -> None:
    body = source.replace("\n", "\n    ")
    class_ = ast.parse(f"@dataclass\nclass C:\n    {body}").body[0]
    assert isinstance(class_, ast.ClassDef)
    found = forms(class_.body, owner_of(class_))
    assert [line.removeprefix("    ") for form in found for line in form.lines] == lines


@pytest.mark.parametrize(("source", "names"), GAPS.values(), ids=GAPS.keys())
def test_gaps(source: str, names: list[str]) -> None:
    found = forms(ast.parse(source).body)
    assert [form.name for form in found if form.is_gap] == names


def test_member_of_an_enum_keeps_its_value() -> None:
    class_ = ast.parse("class C(OpenEnum):\n    A = 'a'").body[0]
    assert isinstance(class_, ast.ClassDef)
    assert [form.lines for form in forms(class_.body, owner_of(class_))] == [
        ('    A = "a"',)
    ]
    assert class_head(class_) == "class C(OpenEnum):"


def test_long_signature_has_a_line_for_each_parameter() -> None:
    parameters = [f"parameter_{number}: int" for number in range(6)]
    source = f"def f({', '.join(parameters)}) -> None: pass"
    (form,) = forms(ast.parse(source).body)
    assert form.lines[1:-1] == tuple(f"    {one}," for one in parameters)
    assert max(map(len, form.lines)) <= 88


def test_names_in_annotations_that_are_strings() -> None:
    lines = ['    def f(a: "B[C]", d: Literal["e"] = "g") -> "H | None": ...']
    assert names_in(lines) == {"B", "C", "Literal", "H"}
    lines = ['def f(a: Annotated["B", "c", 1]) -> t.Annotated[list["D"], "e"]: ...']
    assert names_in(lines) == {"B", "D", "Annotated", "list", "t"}
