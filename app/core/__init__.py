"""Values and rules of the queue. Pure: no I/O, no clock and no randomness of its own; imports nothing of `app`."""
