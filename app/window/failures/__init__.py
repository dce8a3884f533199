"""The failures drawer: why things failed, one row per cause, and what can be done about each."""

from app.window.failures.drawer import FailuresDrawer

__all__ = ["FailuresDrawer"]
