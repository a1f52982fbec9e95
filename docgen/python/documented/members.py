"""Which values in the body of an example are of an enum type.

A service accepts the members of an enum in any case, so a request that is compared with an example
may have another case than the example at these positions.
"""

import json
from collections.abc import Iterator, Sequence

from docgen.python.samples import TYPE_KEY
from docgen.python.signatures.model import MethodParameter
from docgen.python.type_facts import TypeFacts
from docgen.schema.model import ExampleRequest, QualifiedName, TypeReference


def member_paths(
    request: ExampleRequest,
    parameters: Sequence[MethodParameter],
    facts: TypeFacts,
) -> tuple[str, ...]:
    """Return the paths of the members of enums in a body: `.message.body.contentType`.

    An item of a list has its index in brackets. The types are those of the parameters of a call.
    """
    if not request.body or not request.is_json:
        return ()
    body: object = json.loads(request.body)
    finder = _Finder(facts)
    return tuple(
        path
        for one in parameters
        if one.type is not None
        for path in _of_parameter(body, one, one.type, finder)
    )


def _of_parameter(
    body: object, one: MethodParameter, type_: TypeReference, finder: "_Finder"
) -> Iterator[str]:
    if one.place == "body":
        yield from finder.paths(body, type_, "")
    elif one.place == "member" and isinstance(body, dict) and one.wire_name in body:
        yield from finder.paths(body[one.wire_name], type_, f".{one.wire_name}")


class _Finder:
    """Finds the members of enums in JSON of a known type."""

    def __init__(self, facts: TypeFacts) -> None:
        self._facts = facts

    def paths(self, value: object, type_: TypeReference, path: str) -> Iterator[str]:
        """Yield the paths below `path`, which is that of the value."""
        if not type_.is_collection:
            yield from self._item(value, type_.name, path)
        elif isinstance(value, list):
            for at, one in enumerate(value):
                yield from self._item(one, type_.name, f"{path}[{at}]")

    def _item(self, value: object, name: QualifiedName, path: str) -> Iterator[str]:
        if name in self._facts.values:
            if isinstance(value, str):
                yield path
        elif name in self._facts.types and isinstance(value, dict):
            model = self._facts.derived(name, value.get(TYPE_KEY))
            for key, item in value.items():
                row = self._facts.find_property(model, key)
                if row is not None:
                    yield from self.paths(item, row.type, f"{path}.{key}")
