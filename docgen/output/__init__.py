"""Output: plan and write the changes in the output folder. Nothing else in docgen writes there.

`planning` reads the folder and plans, `apply` writes, `diff` shows the changes. `generate`,
`--check` and `--diff` share the plan.
"""
