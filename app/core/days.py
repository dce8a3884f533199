"""Days and times in words, the same in every locale. The present is handed in."""

from datetime import date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_words(day: date, today: date) -> str:
    """ "3 March", with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def time_words(moment: datetime, now: datetime) -> str:
    """ "at 22:00" today, "on 4 March at 07:30" otherwise. Both in the same time zone."""
    hour = f"at {moment:%H:%M}"
    return hour if moment.date() == now.date() else f"on {day_words(moment.date(), now.date())} {hour}"
