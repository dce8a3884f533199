"""The preflight: every row of a list becomes one job that is ready, blocked or left out, before any connection.

Owns: the order of checks of a row, what is frozen of it, identities inside a batch. Must not know: servers, the queue.
Runs in a worker process; writes nothing.
"""

import re
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.core.failures import Failure, Warn
from app.jobs.base import JobError, Plan, PlannedJob, PlannedOutput, PlanRequest, Source
from app.jobs.mail import eml, message
from app.jobs.mail.addresses import Mailbox, check_value, parse_list, parse_one
from app.jobs.mail.files import Files, folder_of
from app.jobs.mail.letter import NO_DOMAIN, Attachment, Letter
from app.jobs.mail.problem import Blocked
from app.jobs.mail.recipe import MailRecipe
from app.jobs.mail.template import MAX_OUTPUT, Template, as_text, check_fields, values_of
from app.jobs.tabular import Record, Table, open_table

WARN_SIZE = 20_000_000  # encoded bytes; many servers that announce no limit have one near it
_RECIPE_FAULTS = frozenset({"PRE_TEMPLATE", "PRE_FIELD_MISSING"})  # they would stop every row
_NO_BODY_CONTROL = re.compile(r"[\x00\ud800-\udfff]")  # neither can be written into a message


@dataclass(frozen=True, slots=True)
class Account:
    """What the preflight knows of the mail account. `max_size`: bytes that its server takes, 0 = not known."""

    sender: Mailbox | None
    max_size: int


class Preflight:
    """Checks the lists of one batch."""

    def __init__(self, recipe: MailRecipe, request: PlanRequest) -> None:
        context = request.context
        self.recipe = recipe
        self.account = _account(recipe.account, context.get("accounts") or {})
        self.suppressed = {_suppressed_key(text) for text in context.get("suppressed") or ()}
        self.token = re.sub(r"[^A-Za-z0-9]", "", str(context.get("batch_token") or "")) or secrets.token_hex(8)
        self.date = int(context.get("now") or time.time())
        self.eml = request.options.get("eml")
        self.seen: dict[str, str] = {}  # identity -> where it stands

    def plans(self, sources: Sequence[Source]) -> Iterator[Plan]:
        """One plan a list, in order."""
        for source in sources:
            yield Plan(self._jobs_or_failure(source))

    def jobs(self, source: Source) -> Iterator[PlannedJob]:
        """The jobs of one list. Raises JobError for faults of the list and of the recipe."""
        with open_table(source.path, self.recipe.recipients.read) as table:
            rows = _Rows(self, source, table)
            found = False
            for record in table:
                if record.problem is None and not any(cell.strip() for cell in record.cells):
                    continue  # a blank row is nobody
                found = True
                yield rows.job(record)
        if not found:
            raise JobError("EMPTY", f"There is no recipient in {Path(source.path).name}. Look at the file.")

    def _jobs_or_failure(self, source: Source) -> tuple[PlannedJob, ...]:
        """All jobs of a list, or one that says why it cannot be read: half a list would be sent twice when the whole
        one comes."""
        before = dict(self.seen)
        try:
            return tuple(self.jobs(source))
        except JobError as error:
            if error.failure.code in _RECIPE_FAULTS:
                raise
            self.seen = before
            return (PlannedJob(source, state="failed", failure=error.failure, key=f"list:{source.number}"),)


class _Rows:
    """The rows of one list."""

    def __init__(self, preflight: Preflight, source: Source, table: Table) -> None:
        self.all = preflight
        self.source = source
        self.table_name = Path(source.path).name
        self.names = list(table.names)
        self.files = Files(folder_of(preflight.recipe.attachment_folder, source.path))
        self.guesses = table.warnings
        self._compile()

    def _compile(self) -> None:
        recipe, text = self.all.recipe, self.all.recipe.message
        self.to = Template(text.to, "To")
        self.cc, self.bcc = Template(text.cc, "Cc"), Template(text.bcc, "Bcc")
        self.reply_to = Template(text.reply_to, "Reply-To")
        self.subject = Template(text.subject, "The subject")
        self.text = self._body(text.text, text.text_file, "The text", html=False)
        self.html = self._body(text.html, text.html_file, "The HTML text", html=True)
        self.attached = [Template(path, "An attachment's path") for path in text.attachments]
        self.inline = [(cid, Template(path, "A picture's path")) for cid, path in text.inline.items()]
        every = [self.to, self.cc, self.bcc, self.reply_to, self.subject, self.text, self.html, *self.attached]
        every += [template for _, template in self.inline]
        check_fields([template for template in every if template is not None], self.names, self.table_name)
        if recipe.recipients.key is not None and recipe.recipients.key not in self.names:
            message = (
                f'recipients.key names the column "{recipe.recipients.key}", which {self.table_name} does not have.'
            )
            raise JobError("PRE_FIELD_MISSING", message)

    def _body(self, text: str | None, file: str | None, where: str, html: bool) -> Template | None:
        if file is not None:
            path = Path(folder_of(file, self.source.path))
            try:
                with path.open(encoding="utf-8-sig") as stream:
                    text = stream.read(MAX_OUTPUT + 1)
            except (OSError, UnicodeDecodeError) as error:
                message = f"{where} is in {path}, which cannot be read as UTF-8 text. Correct the recipe."
                raise JobError("PRE_TEMPLATE", message, str(error)) from error
            if len(text) > MAX_OUTPUT:
                raise JobError("PRE_TEMPLATE", f"{path} is too long for a message. Correct the recipe.")
        return None if text is None else Template(text, where, html)

    def job(self, record: Record) -> PlannedJob:
        """What becomes of one row."""
        key = f"row:{self.source.number}.{record.number}"
        if record.problem is not None:
            return self._stopped(
                record, key, Failure("PRE_ROW_SHAPE", _row(record, record.problem.reason)), f"Row {record.number}"
            )
        values = values_of(self.names, record.cells)
        title = ""
        try:
            to, nameless = self._to(record, values)
            title = to.address
            identity = self._identity(record, to)
            if to.key in self.all.suppressed:
                failure = Failure("PRE_SUPPRESSED", f"{to.address} is on the list of people who must not get mail.")
                return self._stopped(record, key, failure, title, "skipped")
            if self.all.recipe.recipients.dedupe and identity in self.all.seen:
                failure = Failure("PRE_DUPLICATE", f"{to.address} stands in {self.all.seen[identity]} already.")
                return self._stopped(record, key, failure, title, "skipped")
            letter, concern = self._letter(record, to, values)
        except Blocked as blocked:
            return self._stopped(record, key, blocked.failure, title or self._as_written(record))
        concern = nameless or concern
        # Only a row that can be sent speaks for its mailbox; one that cannot must not hide a later good one.
        self.all.seen.setdefault(identity, f"row {record.number} of {self.table_name}")
        if not self.all.recipe.recipients.dedupe:
            identity = f"{identity}#{self.source.number}.{record.number}"
        return self._planned(letter, identity, concern, self._warnings(record))

    def _to(self, record: Record, values: Mapping[str, Any]) -> tuple[Mailbox, Failure | None]:
        """The recipient; with an empty name beside the address, what a person has to look at."""
        try:
            return parse_one(self.to.render(values)), None
        except Blocked as blocked:
            if blocked.failure.code != "PRE_FIELD_EMPTY":
                raise
            return parse_one(self.to.render(values_of(self.names, record.cells, as_text))), blocked.failure

    def _as_written(self, record: Record) -> str:
        """What a row without a usable address is called: what stands there, on one line, or its number."""
        try:
            text = self.to.render(values_of(self.names, record.cells, as_text))
        except Blocked:
            text = ""
        text = "".join(c if c.isprintable() else " " for c in text[:80]).strip()
        return text or f"Row {record.number}"

    def _identity(self, record: Record, to: Mailbox) -> str:
        column = self.all.recipe.recipients.key
        if column is None:
            return to.key
        cell = record.cells[self.names.index(column)].strip()
        try:
            return parse_one(cell).key
        except Blocked:
            return f"{column}={cell.casefold()}" if cell else to.key

    def _letter(self, record: Record, to: Mailbox, values: Mapping[str, Any]) -> tuple[Letter, Failure | None]:
        """The frozen message, and what a person has to look at before it may go."""
        copies = parse_list(self.cc.render(values), "Cc"), parse_list(self.bcc.render(values), "Bcc")
        answers = parse_list(self.reply_to.render(values), "Reply-To")
        for box in (*copies[0], *copies[1]):
            if box.key in self.all.suppressed:
                message = f"{box.address} (a copy) is on the list of people who must not get mail."
                raise Blocked("PRE_SUPPRESSED", message)
        attachments = self._attachments(values)
        subject, text, html, failure = self._texts(record, values)
        domain = self.all.account.sender.domain if self.all.account.sender else NO_DOMAIN
        letter = Letter(
            source=self.source.number,
            row=record.number,
            account=self.all.recipe.account,
            sender=self.all.account.sender,
            to=to,
            cc=copies[0],
            bcc=copies[1],
            reply_to=answers,
            subject=subject,
            text=text,
            html=html,
            attachments=attachments,
            message_id=f"<{self.all.token}.{self.source.number}.{record.number}@{domain}>",
            date=self.all.date,
        )
        return letter, failure

    def _texts(self, record: Record, values: Mapping[str, Any]) -> tuple[str, str | None, str | None, Failure | None]:
        """Subject, text and HTML. With an empty field: as they are when a person releases the row, and the failure."""
        try:
            return *self._render(values), None
        except Blocked as blocked:
            if blocked.failure.code != "PRE_FIELD_EMPTY":
                raise
            return *self._render(values_of(self.names, record.cells, as_text)), blocked.failure

    def _render(self, values: Mapping[str, Any]) -> tuple[str, str | None, str | None]:
        subject = check_value(self.subject.render(values).strip(" "), "The subject")
        bodies = []
        for template in (self.text, self.html):
            body = template.render(values) if template is not None else None
            if template is not None and body is not None and _NO_BODY_CONTROL.search(body):
                message = (
                    f"{template.where} holds a character that no message can carry (NUL). Remove it from the list."
                )
                raise Blocked("PRE_CONTROL_CHARS", message)
            bodies.append(body)
        return subject, bodies[0], bodies[1]

    def _attachments(self, values: Mapping[str, Any]) -> tuple[Attachment, ...]:
        found = []
        for template in self.attached:
            path = template.render(values)
            if path.strip():  # an attachment that only some rows have
                found.append(self.files.attachment(path, template.where))
        found += [self.files.attachment(template.render(values), template.where, cid) for cid, template in self.inline]
        return tuple(found)

    def _warnings(self, record: Record) -> tuple[Warn, ...]:
        """What was guessed about the list, at the first row and at those whose letters depend on it."""
        if record.number == 1 or not all(cell.isascii() for cell in record.cells):
            return self.guesses
        return ()

    def _planned(self, letter: Letter, key: str, failure: Failure | None, warnings: tuple[Warn, ...]) -> PlannedJob:
        size = message.estimate(letter)
        limit = self.all.account.max_size
        if limit and size > limit:
            text = (
                f"The message takes about {size / 1e6:.1f} MB and the server takes {limit / 1e6:.1f} MB. Attach less."
            )
            failure = failure or Failure("PRE_TOO_BIG", text)
        elif not limit and size > WARN_SIZE:
            warnings = (
                *warnings,
                Warn("LARGE_MESSAGE", f"The message takes {size / 1e6:.1f} MB; many servers refuse that."),
            )
        outputs = (PlannedOutput("eml", eml.path_of(str(self.all.eml), letter)),) if self.all.eml else ()
        return PlannedJob(
            self.source,
            outputs=outputs,
            payload=letter.to_payload(),
            weight=size,
            key=key,
            title=letter.to.address,
            state="held" if failure else "ready",
            failure=failure,
            warnings=warnings,
            extra=_extra(letter.row, letter.to.address, letter.message_id),
        )

    def _stopped(
        self, record: Record, key: str, failure: Failure, title: str, state: Literal["held", "skipped"] = "held"
    ) -> PlannedJob:
        """A row without a message: released all the same, it fails with the same words."""
        payload = {"row": record.number, "blocked": {"code": failure.code, "message": failure.message}}
        to = None if title == f"Row {record.number}" else title
        return PlannedJob(
            self.source,
            payload=payload,
            key=key,
            title=title,
            state=state,
            failure=failure,
            warnings=self._warnings(record),
            extra=_extra(record.number, to, None),
        )


def _extra(row: int, to: str | None, message_id: str | None) -> dict[str, Any]:
    return {"mail": {"row": row, "to": to, "message_id": message_id, "reply": None}}


def _row(record: Record, reason: str) -> str:
    return f"Row {record.number} (line {record.line}): {reason}. Repair it in the list."


def _account(name: str, accounts: Mapping[str, Any]) -> Account:
    known = accounts.get(name)
    if known is None:
        return Account(None, 0)
    try:
        sender = parse_one(str(known.get("from") or ""), "From")
    except Blocked as blocked:
        raise JobError(
            "SENDER_REFUSED", f'The account "{name}" has no usable From address. {blocked.failure.message}'
        ) from blocked
    return Account(sender, int(known.get("max_size") or 0))


def _suppressed_key(text: str) -> str:
    try:
        return parse_one(text).key
    except Blocked:
        return text.strip().casefold()


def plan(sources: Sequence[Source], recipe: MailRecipe, request: PlanRequest) -> Iterable[Plan]:
    """One Plan a list. Raises JobError (PRE_TEMPLATE, PRE_FIELD_MISSING) for the recipe's own faults."""
    return Preflight(recipe, request).plans(sources)
