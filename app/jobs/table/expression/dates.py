"""Dates by explicit formats, the same on every system and in every language. Must not know rows.

Directives: %Y %y %m %d %H %M %S %j %b %B %% (English month names). Nothing is guessed: without a format only ISO is
read.
"""

import datetime
import re
from functools import lru_cache

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_READ = {
    "Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})", "m": r"(?P<m>\d{1,2})", "d": r"(?P<d>\d{1,2})", "H": r"(?P<H>\d{1,2})",
    "M": r"(?P<M>\d{1,2})", "S": r"(?P<S>\d{1,2})", "j": r"(?P<j>\d{1,3})", "b": r"(?P<b>[A-Za-z]{3})",
    "B": r"(?P<B>[A-Za-z]+)", "%": "%",
}  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII)
PIVOT = 69  # a two-digit year from 69 is 19xx, below 20xx: the POSIX rule


def check_format(form: str) -> None:
    """Raise ValueError, in words, for a format with an unknown or repeated directive."""
    _pattern(form)


def read_iso(text: str) -> datetime.datetime | None:
    """An ISO date or time (`2024-05-31`, `2024-05-31T12:30:00Z`); None for anything else."""
    value = text.strip()
    if not _ISO.fullmatch(value):
        return None
    try:
        return datetime.datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def read_date(text: str, form: str) -> datetime.datetime | None:
    """`text` read by `form`; None when it does not fit or there is no such day."""
    match = _pattern(form).fullmatch(text.strip())
    if match is None:
        return None
    found = match.groupdict()
    year = int(found["Y"]) if found.get("Y") else _two_digits(found.get("y"))
    month = _month(found)
    try:
        day = datetime.datetime(year, month or 1, int(found.get("d") or 1))
        if found.get("j"):
            day = datetime.datetime(year, 1, 1) + datetime.timedelta(days=int(found["j"]) - 1)
        return day.replace(
            hour=int(found.get("H") or 0), minute=int(found.get("M") or 0), second=int(found.get("S") or 0)
        )
    except ValueError:
        return None


def write_date(value: datetime.datetime, form: str) -> str:
    """`value` written by `form`."""
    check_format(form)
    parts = {
        "Y": f"{value.year:04}", "y": f"{value.year % 100:02}", "m": f"{value.month:02}", "d": f"{value.day:02}",
        "H": f"{value.hour:02}", "M": f"{value.minute:02}", "S": f"{value.second:02}",
        "j": f"{value.timetuple().tm_yday:03}", "b": _MONTHS[value.month - 1][:3], "B": _MONTHS[value.month - 1],
        "%": "%",
    }  # fmt: skip
    return re.sub("%(.)", lambda match: parts[match[1]], form)


def iso_text(value: datetime.datetime) -> str:
    """`2024-05-31`, with the time only when there is one."""
    return value.isoformat(sep=" ") if value.time() != datetime.time() else value.date().isoformat()


@lru_cache(maxsize=64)
def _pattern(form: str) -> re.Pattern[str]:
    out, at, seen = "", 0, set()
    while at < len(form):
        if form[at] != "%":
            out += re.escape(form[at])
            at += 1
            continue
        directive = form[at + 1 : at + 2]
        if directive not in _READ or not directive:
            raise ValueError(
                f'unknown part "%{directive}" in the date format "{form}"; expected one of %{" %".join(_READ)}'
            )
        if directive in seen and directive != "%":
            raise ValueError(f'"%{directive}" stands twice in the date format "{form}"')
        seen.add(directive)
        out += _READ[directive]
        at += 2
    return re.compile(out, re.ASCII)


def _two_digits(text: str | None) -> int:
    if not text:
        return 1900
    year = int(text)
    return 1900 + year if year >= PIVOT else 2000 + year


def _month(found: dict[str, str]) -> int:
    name = (found.get("B") or found.get("b") or "").lower()
    if name:
        return next((i for i, month in enumerate(_MONTHS, 1) if name in (month.lower(), month[:3].lower())), 13)
    return int(found["m"]) if found.get("m") else 1
