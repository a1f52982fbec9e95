"""Names that are reserved in generated Python. A name on a page that is one of them is changed.

The tables are the same for every flavour, so that a class has the same field names in each.
"""

from keyword import kwlist

KEYWORDS = frozenset(kwlist)

ANNOTATION_WORDS = frozenset(
    {"bool", "bytes", "dict", "dt", "float", "int", "list", "object", "set", "str"}
    | {"tuple"}
)
"""Names in annotations: a field of that name would hide them from the annotations below it."""

CLASS_BODY_WORDS = frozenset(
    {"classmethod", "cls", "field", "property", "self", "staticmethod"}
)
"""Names that a class body calls or that its methods use."""

DATACLASS_MEMBERS = frozenset({"extra", "from_dict", "from_json", "to_dict", "to_json"})

PYDANTIC_MEMBERS = frozenset(
    {"construct", "copy", "from_orm", "json", "parse_file", "parse_obj", "parse_raw"}
    | {"schema", "schema_json", "update_forward_refs", "validate"}
    | {"model_computed_fields", "model_config", "model_construct", "model_copy"}
    | {"model_dump", "model_dump_json", "model_extra", "model_fields"}
    | {"model_fields_set", "model_json_schema", "model_parametrized_name"}
    | {"model_post_init", "model_rebuild", "model_validate", "model_validate_json"}
    | {"model_validate_strings", "mro"}
)

RESERVED_FIELDS = (
    KEYWORDS
    | ANNOTATION_WORDS
    | CLASS_BODY_WORDS
    | DATACLASS_MEMBERS
    | PYDANTIC_MEMBERS
)
RESERVED_METHODS = (
    KEYWORDS | ANNOTATION_WORDS | CLASS_BODY_WORDS | {"edm", "overload"}
) - {"list", "set"}
"""Modules of operations write `Sequence` and no `list[…]`, so a method may be named `list`."""
RESERVED_PARAMETERS = KEYWORDS | {
    *("call", "extra", "headers", "lenient", "on_response", "query", "self", "timeout"),
}
"""`extra`, `headers`, `lenient`, `on_response`, `query` and `timeout` are those of every call."""

CLIENT_ATTRIBUTES = frozenset(
    {"aclose", "batch", "close", "request", "upload", "with_options"}
)
"""Attributes of every client; a resource of that name gets an underscore behind it."""

RESERVED_CLASSES = KEYWORDS | frozenset(
    {
        "Any",
        "Decimal",
        "Field",
        "FlagsEnum",
        "Int64",
        "Model",
        "OpenEnum",
        "Protocol",
        "TypedDict",
        "UUID",
    }
    | {"ArithmeticError", "AssertionError", "AttributeError", "BaseException"}
    | {"BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError"}
    | {"BytesWarning", "ChildProcessError", "ConnectionAbortedError"}
    | {"ConnectionError", "ConnectionRefusedError", "ConnectionResetError"}
    | {"DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning"}
    | {"EnvironmentError", "Exception", "ExceptionGroup", "FileExistsError"}
    | {"FileNotFoundError", "FloatingPointError", "FutureWarning", "GeneratorExit"}
    | {"IOError", "ImportError", "ImportWarning", "IndentationError", "IndexError"}
    | {"InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt"}
    | {"LookupError", "MemoryError", "ModuleNotFoundError", "NameError"}
    | {"NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError"}
    | {"OverflowError", "PendingDeprecationWarning", "PermissionError"}
    | {"ProcessLookupError", "PythonFinalizationError", "RecursionError"}
    | {"ReferenceError", "ResourceWarning"}
    | {"RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration"}
    | {"SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError"}
    | {"TimeoutError", "TypeError", "UnboundLocalError", "UnicodeDecodeError"}
    | {"UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError"}
    | {"UnicodeWarning", "UserWarning", "ValueError", "Warning"}
    | {"ZeroDivisionError"}
)
"""Classes that generated modules import, and builtins that begin with a capital letter."""

DEVICES = frozenset({"aux", "con", "nul", "prn"}).union(
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
)
"""File names that Windows reserves for devices, with any suffix."""

MODULES = (
    KEYWORDS
    | ANNOTATION_WORDS
    | DEVICES
    | {"conftest", "lookup", "lookup_enum", "type"}
)
"""`models/list.py` would hide `list` from `models/__init__.pyi`."""
