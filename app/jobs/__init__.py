"""What a job does. Imports `core` only; one folder a kind; kinds do not import each other."""
