"""Environment variables that people set, besides the data folder's (`folders.py`)."""

import math
import os

SCALE_VARIABLE = "DROPMILL_RETRY_SCALE"


def retry_scale() -> float:
    """DROPMILL_RETRY_SCALE, the factor of every retry delay and pause, or 1. Raises ValueError in words."""
    text = os.environ.get(SCALE_VARIABLE, "")
    if not text:
        return 1.0
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not 0 <= scale < math.inf:
        raise ValueError(f"{SCALE_VARIABLE} is {text!r}; expected a number like 0.01")
    return scale
