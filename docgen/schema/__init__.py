"""The schema: from pages to declarations, from declarations to a `Schema`, and its exports."""
