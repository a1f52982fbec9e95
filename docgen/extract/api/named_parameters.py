"""Find the parameters that the prose of an API page names, but no table and no request line has.

name := ( "**" word "**" | "`" word "`" ) [ "query" | "optional" | … ] "parameter"

The parameter "of" something else is one of another operation.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.declarations import ParameterDeclaration, RequestDeclaration
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.api.prose import MAX_PROSE
from docgen.extract.masked import span_at
from docgen.extract.prose import prose_blocks
from docgen.regex import Regex
from docgen.schema.names import comparable_name

_NAMED = Regex(
    r"(?:\*\*|`)(?P<name>[A-Za-z]\w{1,60})(?:\*\*|`)\s+"
    r"(?:(?:query|path|function|optional|required)\s+){0,2}parameter\b(?!\s+of\b)"
)


def undocumented_parameters(
    path: str,
    sections: Sequence[RoleSection],
    rows: Sequence[ParameterDeclaration],
    requests: Sequence[RequestDeclaration],
) -> Iterator[Diagnostic]:
    """Report each parameter that prose names and that is nowhere else, once."""
    known = {comparable_name(one.name).lstrip("$@") for one in rows}
    urls = comparable_name(" ".join(one.path for one in requests))
    for one in sections:
        for text in prose_blocks(one.section) if one.role is not Role.EXAMPLE else ():
            for found in _NAMED.finditer(text.source[:MAX_PROSE]):
                name = comparable_name(found["name"])
                if name in known or name in urls:
                    continue
                known.add(name)
                message = (
                    f"no table of the page has the parameter {quote(found['name'])}"
                )
                span = span_at(text, found.start("name"), found.end("name"))
                advice = "add a row for it below `## Request body` or another title"
                yield diagnostic(
                    Code.UNDOCUMENTED_PARAMETER, message, path, span, advice
                )
