"""Takes jobs from the store, runs them, records what happened. Qt only in `pool.py` and `hub.py`."""
