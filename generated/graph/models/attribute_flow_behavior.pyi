from graph._codec import OpenEnum

class AttributeFlowBehavior(OpenEnum):
    FLOW_WHEN_CHANGED = "FlowWhenChanged"
    FLOW_ALWAYS = "FlowAlways"
