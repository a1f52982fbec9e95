from dataclasses import dataclass

from graph._codec import Model
from graph.models.filter_clause import FilterClause

@dataclass(kw_only=True)
class FilterGroup(Model):
    clauses: list[FilterClause] | None = None
    name: str | None = None
