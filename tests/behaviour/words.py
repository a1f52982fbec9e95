"""Words that are difficult as names."""

import builtins
from keyword import kwlist, softkwlist

WORDS = sorted(
    {*kwlist, *softkwlist, *dir(builtins), *dir(object), *dir(str), *dir(list)}
    | {"extra", "from_dict", "to_json", "copy", "json", "schema", "model_fields"}
    | {"dt", "cls", "field", "dataclass", "UUID", "Decimal", "Any", "v4_0_3", "4th"}
    | {"größe", "名", "a b", "file/localizations/{id}", "@odata.id"}
)
"""Names of Python, its library or a base class, and names that are not identifiers."""

DEVICES = ("aux", "con", "nul", "prn", "COM1", "lpt9")
"""File names that Windows reserves for devices."""

RESERVED = sorted(
    {*kwlist, *softkwlist, "dict", "set", "type", "property"} - {"import", "_"}
)
"""Names of types that a module cannot have, or that are in annotations."""
