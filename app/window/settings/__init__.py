"""The page of settings: a list of groups, and lines that say what each setting means. What is changed is kept at once.

Owns: `page.py` (groups), `lines.py` (how a line looks), `keeper.py` (the way to the settings file and the engine) and a
module for each group. Must not know: how settings are stored (`app/system`), what the engine does with them.
"""
