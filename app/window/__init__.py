"""Everything that is seen. Reads the queue, sends commands; never writes SQLite, never opens a user's file."""
