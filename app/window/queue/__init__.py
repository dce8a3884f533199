"""The queue table: rows over SQLite without a proxy model."""
