"""Tries a packaged program as a person would: `python packaging/smoke PROGRAM`. Standard library only, no part of
Dropmill is imported: what is tried is the program that was built, not the source beside it.

`program` knows how it is called (also inside another root folder), `screen` shows its window, `files` makes what it is
fed with, `checks` says what it must do, `__main__` runs them.
"""
