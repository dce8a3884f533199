"""What an installation brings along besides its own code, for whoever asks whether it is whole.

Owns: nothing but the question. Must not know: who asks.
"""


def quick_codecs() -> dict[str, bool]:
    """Name of an optional package for pictures → whether it is used here."""
    from app.jobs.image.fast.live import live

    return live()


def certificates() -> str:
    """Where the certificates that mail servers are checked against come from. Raises OSError."""
    from app.jobs.mail.tls import origin

    return origin()
