from graph._codec import FlagsEnum

class ObjectFlowTypes(FlagsEnum):
    NONE = "None"
    ADD = "Add"
    UPDATE = "Update"
    DELETE = "Delete"
