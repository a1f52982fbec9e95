"""Examples of API pages, held against the schema; only `docgen lint` does this."""
