"""The same engine without a window: commands, JSON lines, exit codes, the demonstration."""
