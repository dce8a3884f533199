"""Reports on a batch: every row with its outcome, and what they add up to, as a table or a page.

`columns.py` says what a row tells, `summary.py` adds up, `spreadsheet.py`, `workbook.py` and `page.py` each write one
format, `report.py` puts them together. Nothing here knows where a report is kept or who asked for it.
"""

from app.engine.reporting.bounces import hard_bounces
from app.engine.reporting.report import Format, table_of, write
from app.engine.reporting.summary import Summary

__all__ = ["Format", "Summary", "hard_bounces", "table_of", "write"]
