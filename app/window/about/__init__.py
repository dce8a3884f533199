"""About: what this program is, which version, whose work is in it, under which licences.

Owns: `facts.py` (read from the packaged program's `licences` folder, else from the installed packages), `panel.py`.
"""
