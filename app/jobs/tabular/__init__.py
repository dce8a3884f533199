"""Reading of tables and recipient lists: text (CSV and relatives), XLSX and JSON become records of text cells.

Shared by the kinds that take tables. Must not know: steps, outputs, queues, or any kind of job.
"""

from app.jobs.tabular.options import ReadOptions
from app.jobs.tabular.reader import Table, looks_readable, open_table
from app.jobs.tabular.values import Dialect, Record, RowProblem

__all__ = ["Dialect", "ReadOptions", "Record", "RowProblem", "Table", "looks_readable", "open_table"]
