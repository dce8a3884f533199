"""Who made a picture and when: what the metadata mode `copyright` keeps, whichever vocabulary says it.

Owns: the value. Must not know: EXIF, XMP, IPTC.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rights:
    """Plain text, "" = not said. `date`: when the picture was taken, as EXIF writes it (`2025:01:02 03:04:05`)."""

    copyright: str = ""
    creator: str = ""
    date: str = ""

    def or_else(self, other: "Rights") -> "Rights":
        """These rights, with those of `other` where they say nothing."""
        return Rights(self.copyright or other.copyright, self.creator or other.creator, self.date or other.date)
