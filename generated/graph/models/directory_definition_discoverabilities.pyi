from graph._enums import FlagsEnum

class DirectoryDefinitionDiscoverabilities(FlagsEnum):
    NONE = "None"
    ATTRIBUTE_NAMES = "AttributeNames"
    ATTRIBUTE_DATA_TYPES = "AttributeDataTypes"
    ATTRIBUTE_READ_ONLY = "AttributeReadOnly"
    REFERENCE_ATTRIBUTES = "ReferenceAttributes"
    UNKNOWN_FUTURE_VALUE = "UnknownFutureValue"
