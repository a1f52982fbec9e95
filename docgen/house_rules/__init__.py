"""House rules: conventions of an authoring guide, which change nothing in the schema.

A set of rules is off unless the configuration names it. A rule looks at one parsed page, and
reports what its code says; the table of codes has the reasons.
"""

from docgen.house_rules.stage import check_house_rules

__all__ = ["check_house_rules"]
