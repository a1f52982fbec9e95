"""The enum `microsoft.graph.attributeFlowBehavior`."""

from graph._enums import OpenEnum


class AttributeFlowBehavior(OpenEnum):
    """See `resources/synchronization-attributemapping.md`."""

    FLOW_WHEN_CHANGED = "FlowWhenChanged"
    """The value is written when it differs from the one that was written last."""

    FLOW_ALWAYS = "FlowAlways"
    """The value is written in every cycle, so that changes made in the target by hand
    don't last.
    """
