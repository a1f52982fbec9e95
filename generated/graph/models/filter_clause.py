"""The model of `microsoft.graph.filterClause`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.filter_operand import FilterOperand


@dataclass(kw_only=True, repr=False)
class FilterClause(Model):
    """One condition of a filter: the value of a source attribute is compared with an
    operand.

    See `resources/synchronization-filterclause.md`.
    """

    operator_name: str | None = None
    """Name of the comparison, for example EQUALS or REGEX MATCH.

    Ask filterOperators for the names that are possible. In a pattern, alternatives are
    set apart by |.
    """

    source_operand_name: str | None = None
    """Attribute of the source object whose value is compared.

    A name in square brackets stands for an expression. Required.
    """

    target_operand: FilterOperand | None = None
    """What the value is compared with.

    Nullable, for operators such as IS NULL that need nothing.
    """
