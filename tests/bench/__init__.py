"""Benchmarks: `python -m tests.bench [NAME…]`. Not tests: nothing here passes or fails, it measures."""
