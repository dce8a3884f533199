"""The second guess at an encoding, for text that is not Unicode. Pure: bytes in, a ranked guess out.

The law: a guess must be explainable and must never change data in silence. Each candidate reads the sample; a reading
earns points where a letter fits its neighbours (vowels stand beside consonants, a word keeps to one script, capitals
do not follow small letters, symbols do not stand inside words). Candidates that read the sample alike need no choice.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

CANDIDATES: tuple[str, ...] = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "gb18030", "cp949", "koi8-r", "cp850", "mac-roman",
)  # fmt: skip
SURE_SCORE = 0.3  # below this not even the best reading looks like words
SURE_MARGIN = 0.55  # points by which the best must be better, for each character that the two read differently
CLEAR_MARGIN = 1.5  # so much better than any other that a poor score (one short word) does not matter

_VOWELS = frozenset("aeiouyäöüаеёиоуыэюяіїєαεηιουωıæœ")
_OTHER_BASE = {"ø": "o", "đ": "d", "ł": "l", "ß": "s", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i"}
# Letters whose neighbours do not tell (ê or ę): points for the common one of each pair. Some pairs differ in what
# follows: España and São, but Gdańsk and Erdős.
_COMMON = {"ð": 0.5, "þ": 0.5, "ê": 1.0, "ű": 1.0, "ş": 1.0, "ğ": 1.0, "ı": 1.0, "İ": 1.0}
_BEFORE_VOWEL = {"ñ": 1.0, "ã": 1.0, "õ": 1.0, "ď": 0.75}
_BEFORE_OTHER = {"ń": 1.0, "ă": 1.0, "ő": 0.5, "ï": 0.75}
_PUNCTUATION = frozenset("–—‘’‚“”„…«»€£§°·±×¼½¾™®©\u00a0¿¡²³µ")
_NO_LETTERS = frozenset("ªºµ")
_RARE = {"cp850": 1.0, "mac-roman": 0.5}  # points off: text of DOS and of old Macs hardly comes in any more


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading, its points for a character, and the readings that differ, nearest first: (encoding, margin)."""

    encoding: str
    score: float
    rivals: tuple[tuple[str, float], ...]

    @property
    def sure(self) -> bool:
        """Whether the reading may be used without asking."""
        margin = self.rivals[0][1] if self.rivals else CLEAR_MARGIN
        return (self.score >= SURE_SCORE and margin >= SURE_MARGIN) or (self.score >= -1.0 and margin >= CLEAR_MARGIN)


def guess(sample: Sequence[bytes]) -> Guess | None:
    """Rank the candidates over `sample` (lines that hold bytes above 127). None when no candidate can read it."""
    readings: list[_Reading] = []
    blob = b"\n".join(sample)
    for encoding in CANDIDATES:
        try:
            text = blob.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append(_read(text, encoding))
    if not readings:
        return None
    best = max(readings, key=lambda reading: reading.mean)  # the first of equals
    rivals = sorted(((r.encoding, best.margin(r)) for r in readings if r.text != best.text), key=lambda item: item[1])
    return Guess(best.encoding, best.mean, tuple(rivals))


@dataclass(frozen=True, slots=True)
class _Reading:
    encoding: str
    text: str
    points: float
    count: int  # characters beyond ASCII

    @property
    def mean(self) -> float:
        return self.points / max(1, self.count)

    def margin(self, other: "_Reading") -> float:
        """How much better this is than `other`, for each character that they read differently."""
        if len(self.text) != len(other.text):
            return self.mean - other.mean
        different = sum(1 for one, two in zip(self.text, other.text, strict=True) if one != two)
        return (self.points - other.points) / max(1, different)


def _read(text: str, encoding: str) -> _Reading:
    points, count = 0.0, 0
    padded = f" {text} "
    for position, char in enumerate(padded):
        if char >= "\x80":
            count += 1
            points += _points(padded[position - 1], char, padded[position + 1], encoding)
    return _Reading(encoding, text, points - count * _RARE.get(encoding, 0.0), count)


def _points(before: str, char: str, after: str, encoding: str) -> float:
    if ord(char) >= 0x2E80:
        return _asian(char, encoding)
    if char.isalpha() and char not in _NO_LETTERS:
        return _letter(before, char, after)
    if char < "\xa0" or unicodedata.category(char) in ("Co", "Cn", "Cc"):
        return -6.0
    if before.isalpha() and after.isalpha() and char not in "’·\u00a0–":
        return -3.0
    return 1.0 if char in _PUNCTUATION else -1.0


def _letter(before: str, char: str, after: str) -> float:
    followed = _BEFORE_VOWEL if after.isalpha() and _vowel(after) else _BEFORE_OTHER
    points = _COMMON.get(char, 0.0) + followed.get(char, 0.0)
    alone = True
    for neighbour in (before, after):
        if not neighbour.isalpha():
            if neighbour.isdigit() or (
                neighbour >= "\x80" and not neighbour.isspace() and neighbour not in _PUNCTUATION
            ):
                points -= 1.0
            continue
        alone = False
        if _script(neighbour) != _script(char):
            points -= 3.0
        else:
            points += 1.0 if _vowel(neighbour) != _vowel(char) else -1.0
    if before.isalpha() and before.islower() and char.isupper():
        points -= 3.0
    return points - 1.0 if alone else points


def _asian(char: str, encoding: str) -> float:
    """Everyday characters count, the rare ones that any two bytes make by accident count against."""
    if "\u3040" <= char <= "\u30ff":
        return 2.0 if encoding == "cp932" else 0.5
    if "\u3000" <= char <= "\u3002" or "\uff01" <= char <= "\uff5e":
        return 0.5
    lead = {"gb18030": ("gb2312", 0xB0, 0xD7), "cp932": ("shift_jis", 0x88, 0x97), "cp949": ("euc_kr", 0xB0, 0xC8)}.get(
        encoding
    )
    if lead is None:
        return -1.0
    codec, low, high = lead
    try:
        first = char.encode(codec)[0]
    except UnicodeEncodeError:
        return -2.0
    return 1.5 if low <= first <= high else -0.5


def _base(char: str) -> str:
    low = char.lower()[:1]
    return _OTHER_BASE.get(low) or unicodedata.normalize("NFD", low)[:1]


def _vowel(char: str) -> bool:
    return _base(char) in _VOWELS


def _script(char: str) -> str:
    point = ord(_base(char))
    return (
        "greek"
        if 0x370 <= point < 0x400
        else "cyrillic"
        if 0x400 <= point < 0x530
        else "latin"
        if point < 0x250
        else "other"
    )
