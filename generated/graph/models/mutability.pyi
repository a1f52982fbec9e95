from graph._enums import OpenEnum

class Mutability(OpenEnum):
    READ_WRITE = "ReadWrite"
    READ_ONLY = "ReadOnly"
    IMMUTABLE = "Immutable"
    WRITE_ONLY = "WriteOnly"
