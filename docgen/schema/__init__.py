"""The schema: the model of an API in the terms of CSDL, and its names."""
