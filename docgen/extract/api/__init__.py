"""API pages: extract what each says about its operation, without knowledge of other pages."""
