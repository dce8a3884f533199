"""The one way in which an alert fails: words for the log and for `dropmill alert test`."""


class AlertError(Exception):
    """The alert could not be given; the message says why, in a sentence."""
