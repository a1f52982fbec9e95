"""Words that are hard to be named by."""

import builtins
from keyword import kwlist, softkwlist

WORDS = sorted(
    {*kwlist, *softkwlist, *dir(builtins), *dir(object), *dir(str), *dir(list)}
    | {"extra", "from_dict", "to_json", "copy", "json", "schema", "model_fields"}
    | {"dt", "cls", "field", "dataclass", "UUID", "Decimal", "Any", "v4_0_3", "4th"}
    | {"größe", "名", "a b", "file/localizations/{id}", "@odata.id"}
)
"""Names that Python, the library or a base class has, and names that are no identifiers."""

DEVICES = ("aux", "con", "nul", "prn", "COM1", "lpt9")
"""Names of files that Windows keeps for itself."""

KEPT = sorted(
    {*kwlist, *softkwlist, "dict", "set", "type", "property"} - {"import", "_"}
)
"""Names of types that no module could have, or that annotations have."""
