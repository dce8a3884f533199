"""The worker process: its supervisor's handle (`process`), the child's loop (`child`), what they say (`messages`)."""
