"""Writing tables: text, workbook, JSON. Must not know steps, recipes' place or where the output goes."""

from app.jobs.table.write.base import Style, TableWriter, open_writer

__all__ = ["Style", "TableWriter", "open_writer"]
