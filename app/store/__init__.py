"""The queue on disk: schema, named queries, one writer thread, readers. Imports `core` and nothing else of `app`."""
