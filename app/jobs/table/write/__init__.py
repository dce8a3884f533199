"""Writing tables: text, workbook, JSON, SQLite, Parquet. Must not know steps, recipes' place or the output's place."""

from app.jobs.table.write.base import Style, TableWriter, open_writer

__all__ = ["Style", "TableWriter", "open_writer"]
