"""Which of the quick codecs do the work here. Must not know what they do."""

from app.jobs.image.fast import jpeg, lanczos, png


def live() -> dict[str, bool]:
    """Name of the package → whether it is used; where it is not, Pillow does the same work. Tries each one once."""
    return {
        "simplejpeg": jpeg.trusted() is not None,
        "cykooz-resizer": lanczos.resampler() is not None,
        "isal": png.trusted() is not None,
    }
