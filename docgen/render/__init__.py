"""Render views as the source code of generated files, formatted as black would."""
