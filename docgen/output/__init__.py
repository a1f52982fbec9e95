"""Output: what a run changes in the output folder. Nothing else in docgen writes there.

`plan_for` looks at the folder and decides with `plan`, `apply` writes, `differences` shows.
`generate`, `--check` and `--diff` share the plan.
"""

from docgen.output.alone import write_alone
from docgen.output.apply import Applied, apply
from docgen.output.diff import differences
from docgen.output.lock import held
from docgen.output.plan import Plan, Scope, plan
from docgen.output.prepare import plan_for

__all__ = [
    "Applied",
    "Plan",
    "Scope",
    "apply",
    "differences",
    "held",
    "plan",
    "plan_for",
    "write_alone",
]
