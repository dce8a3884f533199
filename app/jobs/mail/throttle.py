"""What a mail account may send: its own limits, and where it sets none those of its provider.

Owns: the choice. Must not know: how limits are kept to (`core/throttle.py` has the arithmetic).
"""

from app.core.throttle import Budget
from app.jobs.mail.account import Account
from app.jobs.mail.hosts import is_loopback
from app.jobs.mail.presets import for_host


def budget_of(account: Account) -> Budget:
    """The limits of `account`, in recipients. A server on this machine has none but those that were set."""
    preset = for_host(account.host)
    return Budget(
        account.rate_per_minute or preset.per_minute,
        account.rate_per_hour or preset.per_hour,
        account.per_day or preset.per_day,
        spaced=not is_loopback(account.host),
    )
