from graph._enums import OpenEnum

class AttributeMappingSourceType(OpenEnum):
    ATTRIBUTE = "Attribute"
    CONSTANT = "Constant"
    FUNCTION = "Function"
