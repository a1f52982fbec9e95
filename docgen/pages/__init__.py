"""Pages: which files are the pages, and where their bytes come from."""
