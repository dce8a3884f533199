"""The mail check: every message before it is sent, and the one button that sends them."""

from app.window.mailcheck.page import MailCheckPage

__all__ = ["MailCheckPage"]
