"""Dropmill: drop pictures, tables and recipient lists; find everything done, or listed with a reason."""

__version__ = "0.1.0"
