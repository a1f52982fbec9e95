from dataclasses import dataclass

from graph._codec import Model
from graph.models.filter_group import FilterGroup

@dataclass(kw_only=True)
class Filter(Model):
    category_filter_groups: list[FilterGroup] | None = None
    groups: list[FilterGroup] | None = None
    input_filter_groups: list[FilterGroup] | None = None
