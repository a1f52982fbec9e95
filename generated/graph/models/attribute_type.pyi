from graph._enums import OpenEnum

class AttributeType(OpenEnum):
    STRING = "String"
    INTEGER = "Integer"
    REFERENCE = "Reference"
    BINARY = "Binary"
    BOOLEAN = "Boolean"
    DATE_TIME = "DateTime"
