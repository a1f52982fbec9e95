"""Output: what a run changes in the output folder. Nothing else in docgen writes there.

`plan_for` looks at the folder and decides with `plan`, `apply` writes, `differences` shows.
`generate`, `--check` and `--diff` share the plan. Who finds nothing changed needs the values alone.
"""
