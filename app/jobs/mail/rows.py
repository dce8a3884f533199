"""One list under the mail check: its compiled templates, and what becomes of each row or group of rows.

Owns: the order of checks of a row, what is frozen of it, identities inside a batch. Must not know: the queue, servers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.core.failures import Failure, Warn
from app.jobs.base import JobError, PlannedJob, PlannedOutput, Source
from app.jobs.mail import eml, message, unsubscribe
from app.jobs.mail.addresses import Mailbox, check_value, parse_list, parse_one
from app.jobs.mail.batch import Batch
from app.jobs.mail.files import Files, folder_of
from app.jobs.mail.group import Group
from app.jobs.mail.letter import NO_DOMAIN, Attachment, Letter
from app.jobs.mail.patience import TooSlow, limited
from app.jobs.mail.problem import Blocked
from app.jobs.mail.template import (
    MAX_OUTPUT,
    ROWS,
    EmptyCell,
    Template,
    as_text,
    check_fields,
    values_of,
    values_of_group,
)
from app.jobs.tabular import Record, Table

WARN_SIZE = 20_000_000  # encoded bytes; many servers that announce no limit have one near it
SLOW_ROWS = 3  # rows whose templates took too long: then it is the template's fault and not the row's
_NO_BODY_CONTROL = re.compile(r"[\x00\ud800-\udfff]")  # neither can be written into a message


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the templates made of a row, besides To."""

    cc: str
    bcc: str
    reply_to: str
    unsubscribe: tuple[str, ...]
    attached: tuple[str, ...]
    inline: tuple[str, ...]
    subject: str
    text: str | None
    html: str | None


class Rows:
    """The rows of one list. Raises JobError (PRE_TEMPLATE, PRE_FIELD_MISSING) for what the recipe asks of it."""

    def __init__(self, batch: Batch, source: Source, table: Table) -> None:
        self.batch = batch
        self.source = source
        self.table_name = Path(source.path).name
        self.names = list(table.names)
        self.files = Files(folder_of(batch.recipe.attachment_folder, source.path))
        self.guesses = table.warnings
        self._slow = 0
        self._compile()

    def _compile(self) -> None:
        recipients, text = self.batch.recipe.recipients, self.batch.recipe.message
        self.to = Template(text.to, "To")
        self.cc, self.bcc = Template(text.cc, "Cc"), Template(text.bcc, "Bcc")
        self.reply_to = Template(text.reply_to, "Reply-To")
        self.unsubscribe = [Template(address, unsubscribe.NAME) for address in text.unsubscribe]
        self.subject = Template(text.subject, "The subject")
        self.text = self._body(text.text, text.text_file, "The text", html=False)
        self.html = self._body(text.html, text.html_file, "The HTML text", html=True)
        self.attached = [Template(path, "An attachment's path") for path in text.attachments]
        self.inline = [(cid, Template(path, "A picture's path")) for cid, path in text.inline.items()]
        every = [self.to, self.cc, self.bcc, self.reply_to, self.subject, self.text, self.html, *self.attached]
        every += [*self.unsubscribe, *(template for _, template in self.inline)]
        used = [template for template in every if template is not None]
        check_fields(used, self.names, self.table_name, grouped=recipients.group_by is not None)
        self.key = self._column("key", recipients.key)
        self.group_by = self._column("group_by", recipients.group_by)

    def _column(self, setting: str, name: str | None) -> int | None:
        """Where the column `name` stands, which the recipe names in `recipients`."""
        if name is None:
            return None
        if name not in self.names:
            words = f'recipients.{setting} names the column "{name}", which {self.table_name} does not have.'
            raise JobError("PRE_FIELD_MISSING", words)
        return self.names.index(name)

    def _body(self, text: str | None, file: str | None, where: str, html: bool) -> Template | None:
        if file is not None:
            path = Path(folder_of(file, self.source.path))
            try:
                with path.open(encoding="utf-8-sig") as stream:
                    text = stream.read(MAX_OUTPUT + 1)
            except (OSError, UnicodeDecodeError) as error:
                words = f"{where} is in {path}, which cannot be read as UTF-8 text. Correct the recipe."
                raise JobError("PRE_TEMPLATE", words, str(error)) from error
            if len(text) > MAX_OUTPUT:
                raise JobError("PRE_TEMPLATE", f"{path} is too long for a message. Correct the recipe.")
        return None if text is None else Template(text, where, html)

    def job(self, group: Group) -> PlannedJob:
        """What becomes of one row, or of the rows of one message."""
        record = group.first
        if record.problem is not None:
            return self._stopped(group, _shape(record), f"Row {record.number}")
        title = ""
        try:
            self._complete(group)
            to, nameless = self._to(group)
            title = to.address
            identity = self._identity(record, to)
            if to.key in self.batch.suppressed:
                failure = Failure("PRE_SUPPRESSED", f"{to.address} is on the list of people who must not get mail.")
                return self._stopped(group, failure, title, "skipped")
            before = self.batch.where(identity)
            if before is not None:
                failure = Failure("PRE_DUPLICATE", f"{to.address} stands in {before} already.")
                return self._stopped(group, failure, title, "skipped")
            letter, concern = self._letter(group, to)
        except Blocked as blocked:
            return self._stopped(group, blocked.failure, title or self._as_written(group))
        except TooSlow:
            return self._stopped(group, self._slow_row(record), title or f"Row {record.number}")
        # Only a row that can be sent speaks for its mailbox; one that cannot must not hide a later good one.
        key = self.batch.note(identity, self.source.number, record.number, self.table_name)
        return self._planned(letter, key, nameless or concern, self._warnings(group))

    def _complete(self, group: Group) -> None:
        """Raise Blocked unless all rows of the message are known to be here."""
        name = self.batch.recipe.recipients.group_by
        if group.unfit is not None:
            words = _shape(group.unfit).message
            raise Blocked("PRE_ROW_SHAPE", f"{words} It belongs to this message, which would be wrong without it.")
        if self.group_by is not None and not group.first.cells[self.group_by].strip():
            words = f'The field "{name}" is empty, and rows are put together by it. Fill it in.'
            raise Blocked("PRE_FIELD_EMPTY", words)

    def _slow_row(self, record: Record) -> Failure:
        words = f"The templates take too long at row {record.number} of {self.table_name}. Make them simpler."
        self._slow += 1
        if self._slow == SLOW_ROWS:
            raise JobError("PRE_TEMPLATE", words)
        return Failure("PRE_TEMPLATE", words)

    def _values(self, records: Sequence[Record], leave_empty: bool = False) -> dict[str, Any]:
        """What templates see. `leave_empty`: an empty cell is "", for a row that a person lets go all the same."""
        empty = as_text if leave_empty else EmptyCell
        if self.group_by is None:
            return values_of(self.names, records[0].cells, empty)
        return values_of_group(self.names, [record.cells for record in records], empty)

    def _to(self, group: Group) -> tuple[Mailbox, Failure | None]:
        """The recipient, on whom all rows agree; with an empty name beside the address, what a person must look at."""
        to, failure = self._one_to(group.records)
        for record in group.records[1:]:
            other, _ = self._one_to((record,))
            if other.key != to.key:
                words = (
                    f"Rows {group.first.number} and {record.number} are to become one message, but name {to.address} "
                    f"and {other.address}. Correct one of them."
                )
                raise Blocked("PRE_MULTI_ADDRESS", words)
        return to, failure

    def _one_to(self, records: Sequence[Record]) -> tuple[Mailbox, Failure | None]:
        with limited():
            try:
                return parse_one(self.to.render(self._values(records))), None
            except Blocked as blocked:
                if blocked.failure.code != "PRE_FIELD_EMPTY":
                    raise
                return parse_one(self.to.render(self._values(records, leave_empty=True))), blocked.failure

    def _as_written(self, group: Group) -> str:
        """What a row without a usable address is called: what stands there, on one line, or its number."""
        try:
            with limited():
                text = self.to.render(self._values(group.records, leave_empty=True))
        except (Blocked, TooSlow):
            text = ""
        text = "".join(c if c.isprintable() else " " for c in text[:80]).strip()
        return text or f"Row {group.first.number}"

    def _identity(self, record: Record, to: Mailbox) -> str:
        column = self.key if self.key is not None else self.group_by
        if column is None:
            return to.key
        cell = record.cells[column].strip()
        key = group_key(cell) or to.key
        return key if "@" in key else f"{self.names[column]}={key}"

    def _letter(self, group: Group, to: Mailbox) -> tuple[Letter, Failure | None]:
        """The frozen message, and what a person has to look at before it may go."""
        texts, failure = self._texts(group)
        copies = parse_list(texts.cc, "Cc"), parse_list(texts.bcc, "Bcc")
        for box in (*copies[0], *copies[1]):
            if box.key in self.batch.suppressed:
                words = f"{box.address} (a copy) is on the list of people who must not get mail."
                raise Blocked("PRE_SUPPRESSED", words)
        sender = self.batch.account.sender
        number = group.first.number
        letter = Letter(
            source=self.source.number,
            row=number,
            account=self.batch.recipe.account,
            sender=sender,
            to=to,
            cc=copies[0],
            bcc=copies[1],
            reply_to=parse_list(texts.reply_to, "Reply-To"),
            subject=check_value(texts.subject.strip(" "), "The subject"),
            text=texts.text,
            html=texts.html,
            attachments=self._attachments(texts),
            message_id=f"<{self.batch.token}.{self.source.number}.{number}@{sender.domain if sender else NO_DOMAIN}>",
            date=self.batch.date,
            rows=() if self.group_by is None else group.numbers,
            unsubscribe=unsubscribe.checked(texts.unsubscribe),
            one_click=self.batch.recipe.message.one_click,
        )
        return letter, failure

    def _texts(self, group: Group) -> tuple[_Texts, Failure | None]:
        """Everything but To. With an empty field in subject or text: as they are when a person releases the row, and
        the failure."""
        values = self._values(group.records)
        # Every row of a group has its own files; what all have in common comes once.
        each = [values]
        if len(group.records) > 1 and self.attached:
            each = [self._values((record,)) | {ROWS: values[ROWS]} for record in group.records]
        with limited():
            head = (
                self.cc.render(values),
                self.bcc.render(values),
                self.reply_to.render(values),
                tuple(template.render(values) for template in self.unsubscribe),
                tuple(dict.fromkeys(template.render(one) for one in each for template in self.attached)),
                tuple(template.render(values) for _, template in self.inline),
            )
            try:
                return _Texts(*head, *self._bodies(values)), None
            except Blocked as blocked:
                if blocked.failure.code != "PRE_FIELD_EMPTY":
                    raise
                try:
                    return _Texts(*head, *self._bodies(self._values(group.records, leave_empty=True))), blocked.failure
                except Blocked:  # nothing can take the place of the cell: what is wrong is that it is empty
                    raise blocked from None

    def _bodies(self, values: Mapping[str, Any]) -> tuple[str, str | None, str | None]:
        subject = self.subject.render(values)
        bodies = []
        for template in (self.text, self.html):
            body = template.render(values) if template is not None else None
            if template is not None and body is not None and _NO_BODY_CONTROL.search(body):
                words = f"{template.where} holds a character that no message can carry (NUL). Remove it from the list."
                raise Blocked("PRE_CONTROL_CHARS", words)
            bodies.append(body)
        return subject, bodies[0], bodies[1]

    def _attachments(self, texts: _Texts) -> tuple[Attachment, ...]:
        # An empty path is an attachment that only some rows have.
        found = [self.files.attachment(path, "An attachment's path") for path in texts.attached if path.strip()]
        for (cid, template), path in zip(self.inline, texts.inline, strict=True):
            found.append(self.files.attachment(path, template.where, cid))
        return tuple(found)

    def _warnings(self, group: Group) -> tuple[Warn, ...]:
        """What was guessed about the list, at the first row and at those whose letters depend on it."""
        if group.first.number == 1 or not all(cell.isascii() for record in group.records for cell in record.cells):
            return self.guesses
        return ()

    def _planned(self, letter: Letter, key: str, failure: Failure | None, warnings: tuple[Warn, ...]) -> PlannedJob:
        size = message.estimate(letter)
        limit = self.batch.account.max_size
        if limit and size > limit:
            words = (
                f"The message takes about {size / 1e6:.1f} MB and the server takes {limit / 1e6:.1f} MB. Attach less."
            )
            failure = failure or Failure("PRE_TOO_BIG", words)
        elif not limit and size > WARN_SIZE:
            words = f"The message takes {size / 1e6:.1f} MB; many servers refuse that."
            warnings = (*warnings, Warn("LARGE_MESSAGE", words))
        folder = self.batch.eml
        return PlannedJob(
            self.source,
            outputs=(PlannedOutput("eml", eml.path_of(folder, letter)),) if folder else (),
            payload=letter.to_payload(),
            weight=size,
            key=key,
            title=letter.to.address,
            state="held" if failure else "ready",
            failure=failure,
            warnings=warnings,
            extra={"mail": letter.line()},
            recipients=len(letter.recipients),
            domain=letter.to.domain,
        )

    def _stopped(
        self, group: Group, failure: Failure, title: str, state: Literal["held", "skipped"] = "held"
    ) -> PlannedJob:
        """A row without a message: released all the same, it fails with the same words."""
        number = group.first.number
        to = None if title == f"Row {number}" else title
        said = {"row": number, "to": to, "message_id": None, "reply": None}
        return PlannedJob(
            self.source,
            payload={"row": number, "blocked": {"code": failure.code, "message": failure.message}},
            key=f"row:{self.source.number}.{number}",
            title=title,
            state=state,
            failure=failure,
            warnings=self._warnings(group),
            extra={"mail": said if self.group_by is None else said | {"rows": list(group.numbers)}},
        )


def group_key(cell: str) -> str:
    """What tells people, or groups, apart: a mailbox without regard to how it is written, else the text without regard
    to case; "" for an empty cell."""
    if "@" in cell:
        try:
            return parse_one(cell).key
        except Blocked:
            pass
    return cell.strip().casefold()


def _shape(record: Record) -> Failure:
    """What a row that cannot be read has."""
    assert record.problem is not None
    code = "PRE_ENCODING" if record.problem.code == "ENCODING" else "PRE_ROW_SHAPE"
    where = f"Row {record.number} (line {record.line})"
    return Failure(code, f"{where}: {record.problem.reason}. Repair it in the list.")
