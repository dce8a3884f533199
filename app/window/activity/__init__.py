"""The page of activity: figures of the work as cards, charts and tables.

Owns: `numbers.py` (from figures to what is shown), `chart.py` (the only importer of pyqtgraph, loaded when the page is
opened), `cards.py`, `page.py`. Must not know: how figures are collected or kept.
"""
