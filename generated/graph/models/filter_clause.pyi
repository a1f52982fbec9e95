from dataclasses import dataclass

from graph._codec import Model
from graph.models.filter_operand import FilterOperand

@dataclass(kw_only=True)
class FilterClause(Model):
    operator_name: str | None = None
    source_operand_name: str | None = None
    target_operand: FilterOperand | None = None
