from graph._enums import FlagsEnum

class ObjectFlowTypes(FlagsEnum):
    NONE = "None"
    ADD = "Add"
    UPDATE = "Update"
    DELETE = "Delete"
