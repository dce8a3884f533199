"""The e-mail recipe: which message goes to the rows of a recipients list, and from which account.

Owns: the keys of the contract and what can be checked without a list. Must not know: templates' syntax (the preflight
finds that, with the list at hand), accounts, servers.
"""

import re
from typing import ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator

from app.jobs.recipe import BaseRecipe, Strict
from app.jobs.tabular import ReadOptions

_CID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SPAN = r"^[1-9]\d{0,3}[mhd]$"
UNSUBSCRIBE = ("mailto:", "https:")  # ways out that a mail program may offer; http can be read and changed on its way
_UNITS = {"m": 60, "h": 3600, "d": 86_400}


class Message(Strict):
    """Templates of one message: Jinja2 over the columns of the list; `row['First Name']` for odd names."""

    to: str = Field(description="One address, with or without a name")
    subject: str = Field(default="", description="The subject")
    text: str | None = Field(default=None, description="The plain text")
    html: str | None = Field(default=None, description="The HTML text; cells are escaped in it")
    text_file: str | None = Field(default=None, description="A file that holds the plain text")
    html_file: str | None = Field(default=None, description="A file that holds the HTML text")
    cc: str = Field(default="", description="Addresses that get a visible copy")
    bcc: str = Field(default="", description="Addresses that get a hidden copy")
    reply_to: str = Field(default="", description="Where answers go")
    attachments: tuple[str, ...] = Field(default=(), description="Files to attach, inside the attachment folder")
    inline: dict[str, str] = Field(default_factory=dict, description="Pictures for the HTML text: {name: file}")
    unsubscribe: tuple[str, ...] = Field(
        default=(), description='List-Unsubscribe: "mailto:…" and "https://…" addresses, with fields of the row'
    )
    one_click: bool = Field(
        default=False, description="The https address takes a POST and ends the subscription at once (RFC 8058)"
    )

    @field_validator("to")
    @classmethod
    def _to_is_given(cls, value: str) -> str:
        if not value.strip():
            raise ValueError('is empty; expected an address such as "{{ email }}"')
        return value

    @field_validator("unsubscribe")
    @classmethod
    def _unsubscribe_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for address in value:
            if not address.startswith((*UNSUBSCRIBE, "{{")):
                raise ValueError(f'"{address}" does not begin with {" or ".join(UNSUBSCRIBE)}')
        return value

    @field_validator("inline")
    @classmethod
    def _inline_names(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            if not _CID.fullmatch(name):
                raise ValueError(f'the name "{name}" can hold letters, digits, ".", "_" and "-" only')
        return value

    @model_validator(mode="after")
    def _bodies(self) -> Self:
        if self.text is not None and self.text_file is not None:
            raise ValueError("text and text_file: only one of them can be given")
        if self.html is not None and self.html_file is not None:
            raise ValueError("html and html_file: only one of them can be given")
        if self.text is None and self.text_file is None and self.html is None and self.html_file is None:
            raise ValueError("text: is missing (or html, text_file, html_file)")
        if self.inline and self.html is None and self.html_file is None:
            raise ValueError("inline: needs html or html_file")
        if self.one_click and not any(address.startswith(("https:", "{{")) for address in self.unsubscribe):
            raise ValueError('one_click: needs an "https:" address in unsubscribe')
        return self


class Recipients(Strict):
    """How the list is read."""

    key: str | None = Field(default=None, description="Column that tells people apart; left out = the address of To")
    group_by: str | None = Field(
        default=None,
        description="Rows with the same value in this column become one message, which has all of them in rows",
    )
    dedupe: bool = Field(default=True, description="One message to each mailbox; with group_by, to each group")
    read: ReadOptions = Field(
        default_factory=lambda: ReadOptions.model_validate({}), description="How the table is read"
    )


class Send(Strict):
    """How the batch is sent. `first` is for the window, which asks after so many; the command line has `--send`."""

    first: int = Field(default=3, ge=0, description="Messages to send before the batch waits for a person")
    expires: str = Field(default="24h", pattern=_SPAN, description="How long a row may be tried")
    unconfirmed: Literal["hold"] = Field(
        default="hold", description="What becomes of a message whose delivery is not known"
    )
    partial: Literal["hold", "accepted"] = Field(default="hold", description="To accepted, a copy refused")

    @property
    def expires_seconds(self) -> float:
        """`expires` in seconds."""
        return float(self.expires[:-1]) * _UNITS[self.expires[-1]]


class MailRecipe(BaseRecipe):
    """A mail merge."""

    supports_place: ClassVar[bool] = False

    kind: Literal["mail"] = "mail"
    account: str = Field(default="", description="Name of the mail account; not needed to write messages as files")
    message: Message
    recipients: Recipients = Field(default_factory=Recipients)
    attachment_folder: str = Field(
        default="{source}", description="Attachments lie inside it; {source} = the list's folder"
    )
    send: Send = Field(default_factory=Send)
