"""What a run needs to know of the output folder before it can plan."""

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.files import GeneratedFile
from docgen.output.known import known
from docgen.output.plan import Plan, Scope, plan
from docgen.output.tree import look, look_at_manifests


def plan_for(files: Sequence[GeneratedFile], output: str, scope: Scope) -> Plan:
    """Look at the output folder and plan what the files change in it."""
    last = known(*look_at_manifests(output))
    paths = dict.fromkeys([*(file.path for file in files), *last.value.entries])
    planned = plan(files, last.value, look(output, paths), scope)
    return replace(planned, diagnostics=(*last.diagnostics, *planned.diagnostics))
