from graph._codec import OpenEnum

class AttributeMappingSourceType(OpenEnum):
    ATTRIBUTE = "Attribute"
    CONSTANT = "Constant"
    FUNCTION = "Function"
