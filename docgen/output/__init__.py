"""Output: what a run changes in the output folder. Nothing else in docgen writes there.

`plan_for` looks at the folder and decides with `plan`, `apply` writes, `differences` shows.
`generate`, `--check` and `--diff` share the plan.
"""

from docgen.output.alone import write_alone
from docgen.output.apply import Applied, apply
from docgen.output.diff import differences
from docgen.output.lock import held
from docgen.output.manifest import Entry
from docgen.output.paths import MANIFEST, STAGING
from docgen.output.plan import Plan, Scope, Texts, plan
from docgen.output.prepare import entry_of, plan_for, plan_of

__all__ = [
    "MANIFEST",
    "STAGING",
    "Applied",
    "Entry",
    "Plan",
    "Scope",
    "Texts",
    "apply",
    "differences",
    "entry_of",
    "held",
    "plan",
    "plan_for",
    "plan_of",
    "write_alone",
]
