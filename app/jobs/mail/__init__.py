"""E-mail: one message to each row of a recipients list. `MailKind` is the door; everything behind it loads on use."""

from app.jobs.mail.kind import MailKind

__all__ = ["MailKind"]
