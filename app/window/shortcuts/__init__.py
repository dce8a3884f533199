"""The editor of shortcuts: every action with its keys, changed by pressing others.

Owns: `keys.py` (which keys may be used, and by whom they are used already), `panel.py`. Keys that people chose are
kept with the window (`Memory.chosen_keys`) and put into the one table of actions: menus, tooltips and the
palette follow.
"""
