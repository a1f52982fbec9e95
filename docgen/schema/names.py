"""Names from pages: validate strings as qualified names and wire names.

A qualified name consists of identifiers joined by dots, so it can't contain a path, a space or a
quotation mark. A wire name is any name that real pages have in JSON, including enum members with
spaces, but nothing that could end a string or a comment or refer to a parent folder.
"""

from functools import lru_cache

from docgen.brands import with_one_capital
from docgen.regex import Regex
from docgen.schema.model import QualifiedName, WireName

MAX_NAME_LENGTH = 128
"""The maximum length of an identifier in CSDL."""
MAX_QUALIFIED_NAME_LENGTH = 511
"""The maximum length of a qualified name in CSDL."""
MAX_LABEL_LENGTH = 200
"""The number of characters of a label that are used in a name."""
DEFAULT_NAMESPACE = "microsoft.graph"
"""The namespace of a type whose page declares none."""

_REFUSED_IN_WIRE_NAME = frozenset("\"'`\\<>|*?;,\u00ad")
_REFUSED_IN_PROPERTY_NAME = frozenset(" ()[]")
_WORD = Regex(r"[A-Z]+(?![^\W\d_A-Z])\d*|[A-Z]?[^\W\d_A-Z]+\d*|\d+")
_APOSTROPHE = Regex("(?<=[A-Za-z])['\u2019](?=s\\b)")
_MARKS = Regex(r"[^\w$@]+|_+")
_LETTER_OR_DIGIT = Regex(r"[^\W_]")


def qualified_name(text: str) -> QualifiedName | None:
    """Return `text` as a qualified name (CSDL 4.0, 17.1), or `None` if it is not valid."""
    if len(text) > MAX_QUALIFIED_NAME_LENGTH:
        return None
    return QualifiedName(text) if all(map(is_identifier, text.split("."))) else None


def wire_name(text: str) -> WireName | None:
    """Return `text` as a name in JSON (`@odata.type`, `JIS B4`), or `None` if it is not valid."""
    refused = (
        len(text) > MAX_NAME_LENGTH
        or text != " ".join(text.split())
        or ".." in text
        or text[:1] in ("/", ".")
        or not text.isprintable()
        or not _REFUSED_IN_WIRE_NAME.isdisjoint(text)
        or not _LETTER_OR_DIGIT.search(text)
        or text.count("(") != text.count(")")
    )
    return None if refused else WireName(text)


def property_name(text: str) -> WireName | None:
    """Return `text` as the name of a property, without spaces and brackets, or `None`."""
    return wire_name(text) if _REFUSED_IN_PROPERTY_NAME.isdisjoint(text) else None


@lru_cache(maxsize=16_384)
def comparable_name(name: str) -> str:
    """Return a name without marks, in lower case: `team-id` and `teamId` are the same."""
    return _MARKS.sub("", name.lower())


def is_identifier(text: str) -> bool:
    """Return whether `text` is one part of a qualified name."""
    return len(text) <= MAX_NAME_LENGTH and text.isidentifier()


def root_namespace(entity_base: str) -> str:
    """Return the root namespace: that of the base type of entity types."""
    return entity_base.rpartition(".")[0] or DEFAULT_NAMESPACE


def split(name: str) -> tuple[str, str]:
    """Return the namespace, empty if there is none, and the short name."""
    namespace, _, short = name.rpartition(".")
    return namespace, short


def short_name(name: str) -> str:
    """Return the part after the last dot; the name need not be valid."""
    return name.rpartition(".")[2]


def namespace(name: QualifiedName) -> str:
    """Return the part before the last dot."""
    return name.rpartition(".")[0]


def operation_name(text: str) -> str:
    """Return the words of a label joined by underscores: `list_app_roles` for `List appRoles`."""
    words = with_one_capital(_APOSTROPHE.sub("", text[:MAX_LABEL_LENGTH]))
    return "_".join(word.lower() for word in _WORD.findall(words))
