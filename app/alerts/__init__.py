"""Alerts that a person set up: who is told that a batch finished, a lane paused or a drive is nearly full, and how."""
