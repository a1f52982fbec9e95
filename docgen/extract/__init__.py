"""Extract what one page declares: a `Page` in, `Declarations` out.

The stage is `docgen.extract.stage`. It is not imported here, because most runs only decode what
pages declared before.
"""
