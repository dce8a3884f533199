"""Finding by a few typed letters: which names fit, and how well. Pure.

Owns: the measure. The letters must come in the name in their order; those at the beginnings of words and next to each
other count more, as in the file finders of editors.
"""

_START, _NEXT, _INSIDE = 8, 5, 1
_WHOLE = 20  # the letters stand together as typed
_FIRST = 10  # and begin the name
_ROOM = 0.02  # taken for each letter of the name: of two that fit alike, the shorter


def fit(wanted: str, name: str) -> float | None:
    """How well `name` fits (more is better); None when it does not. Nothing wanted fits everything."""
    letters, text = "".join(wanted.casefold().split()), name.casefold()
    if not letters:
        return 0.0
    best = _best(letters, text)
    if best is None:
        return None
    together = " ".join(wanted.casefold().split())
    as_typed = (_WHOLE if together in text else 0) + (_FIRST if text.startswith(together) else 0)
    return best + as_typed - _ROOM * len(text)


def _best(letters: str, text: str) -> float | None:
    """The best sum of points over all ways to find `letters` in `text`: one row for each letter."""
    ends: dict[int, float] = {-2: 0.0}  # place of the last letter -> points
    for letter in letters:
        following: dict[int, float] = {}
        for place, character in enumerate(text):
            if character != letter:
                continue
            start = place == 0 or not text[place - 1].isalnum()
            before = [
                points + (_START if start else _NEXT if place == last + 1 else _INSIDE)
                for last, points in ends.items()
                if last < place
            ]
            if before:
                following[place] = max(before)
        if not following:
            return None
        ends = following
    return max(ends.values())
