from graph._enums import OpenEnum

class AttributeFlowBehavior(OpenEnum):
    FLOW_WHEN_CHANGED = "FlowWhenChanged"
    FLOW_ALWAYS = "FlowAlways"
