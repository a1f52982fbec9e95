"""JSON as people write it: read as it is, or after repairs that leave nothing to guess."""

from docgen.jsontext.reading import Reading, read_object
from docgen.jsontext.repairs import Repair
from docgen.jsontext.tokens import top_level_keys

__all__ = ["Reading", "Repair", "read_object", "top_level_keys"]
