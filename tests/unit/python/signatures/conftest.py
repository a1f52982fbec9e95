"""Pages in short form, and signatures as text."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import pytest

from docgen.diagnostics import Result
from docgen.python.signatures.context import signature_context, signature_inputs
from docgen.python.signatures.model import MethodParameter, Signature
from docgen.python.signatures.stage import operation_signatures
from docgen.schema.model import Schema, StructuredType, TypeReference

Resolves = Callable[[dict[str, str]], Result[Schema]]

RESULTS = {
    "nothing": "`204 No Content` response code",
    "ship": "`200 OK` response code and a [ship](../resources/ship.md) object in the "
    "response body",
    "ships": "`200 OK` response code and a collection of [ship](../resources/ship.md) "
    "objects in the response body",
    "log": "`200 OK` response code and a [log](../resources/log.md) object in the "
    "response body",
}


def api_page(
    requests: Sequence[str], returns: str = "nothing", more: str = "", title: str = ""
) -> str:
    """Return an API page with these request lines."""
    lines = "\n".join(requests)
    return (
        f"# {title or 'Call'}\n\n## HTTP request\n\n``` http\n{lines}\n```\n\n{more}\n"
        f"## Response\n\nIf successful, this method returns a {RESULTS[returns]}.\n"
    )


def resource_page(name: str, rows: Mapping[str, str], base: str = "") -> str:
    """Return the page of a type whose methods table has these labels and files.

    A file may have an anchor, and the return type of the row: `ship-get#example-2 ship collection`.
    """
    links = {label: file.partition(" ") for label, file in rows.items()}
    table = "".join(
        f"|[{label}](../api/{file.replace('#', '.md#', 1)}{'' if '#' in file else '.md'})"
        f"|{returns or 'None'}|Do it.|\n"
        for label, (file, _, returns) in links.items()
    )
    derived = f"Inherits from [{base}]({base}.md).\n\n" if base else ""
    return (
        f"# {name} resource type\n\n{derived}## Methods\n\n"
        f"|Method|Return type|Description|\n|:---|:---|:---|\n{table}\n"
        "## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n"
        "|id|String|The ID.|\n"
    )


class Plans(Protocol):
    def __call__(
        self,
        rows: Mapping[str, str],
        pages: Mapping[str, str],
        name: str = ...,
        **others: str,
    ) -> tuple[Signature, ...]: ...


@pytest.fixture
def plans(resolves: Resolves) -> Plans:
    """Return the signatures of a type with these rows and API pages, and other resource pages."""

    def plan(
        rows: Mapping[str, str],
        pages: Mapping[str, str],
        name: str = "ship",
        **others: str,
    ) -> tuple[Signature, ...]:
        schema = resolves(
            {f"resources/{name}.md": resource_page(name, rows)}
            | {f"resources/{one}.md": text for one, text in others.items()}
            | {f"api/{file}.md": text for file, text in pages.items()}
        ).value
        (type_,) = (one for one in schema.types if one.name.endswith(f".{name}"))
        assert isinstance(type_, StructuredType)
        inputs = signature_inputs(type_, signature_context(schema))
        return operation_signatures(type_, inputs).value

    return plan


def shown(one: Signature) -> str:
    """Return a signature as text: `get(id, *, size=None) -> ship`."""
    positional = [_parameter(p) for p in one.parameters if p.is_positional]
    keywords = [_parameter(p) for p in one.parameters if not p.is_positional]
    arguments = [*positional, *(["*", *keywords] if keywords else [])]
    return f"{one.name}({', '.join(arguments)}) -> {_result(one)}"


def _parameter(one: MethodParameter) -> str:
    choices = f": {'|'.join(one.choices)}" if one.choices else ""
    return f"{one.name}{choices}{'' if one.is_required else '=None'}"


def _result(one: Signature) -> str:
    type_ = _type(one.result.type)
    match one.result.kind:
        case "none":
            return "None"
        case "single":
            return type_
        case "pages":
            return f"Pages[{type_}]"
        case "download":
            return "Download"
        case "long-running":
            return f"LongRunning[{type_}]"


def _type(type_: TypeReference | None) -> str:
    if type_ is None:
        return "None"
    name = type_.name.rpartition(".")[2]
    return f"Sequence[{name}]" if type_.is_collection else name
