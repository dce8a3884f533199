"""Failure codes: the one table code -> class -> title -> what it means -> what to do.

Owns: every stable upper-case code that a job, an attempt, a lane or a warning can carry. Must not know: how often a
class is retried (`retry.py`) or how it is painted. Sources of the codes: the contracts for pictures, tables and e-mail.
"""

from dataclasses import dataclass
from enum import StrEnum


class FailureClass(StrEnum):
    """What a failure calls for. The retry policy looks at nothing else."""

    TRANSIENT_LOCAL = "transient-local"
    TRANSIENT_REMOTE = "transient-remote"
    ENVIRONMENT = "environment"  # not this job's fault: the lane pauses, the attempt is given back
    PERMANENT = "permanent"
    POISON = "poison"  # the process died while this ran
    TIMEOUT = "timeout"
    INTERRUPTED = "interrupted"
    CANCELLED = "cancelled"
    UNCERTAIN = "uncertain"
    EXPIRED = "expired"
    BUG = "bug"


class FailureKind(StrEnum):
    """The order of causes in the failures panel: what the user can fix first."""

    FIXABLE = "fixable"
    RETRYABLE = "retryable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FailureInfo:
    """What is known of a code: its class and the words shown for a group of jobs that carry it."""

    code: str
    failure_class: FailureClass
    title: str
    meaning: str
    advice: str
    fix: str = "copy-report"  # the action id of the group's button
    kind: FailureKind = FailureKind.OTHER


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure as it travels: a code, one sentence for a person, and technical detail for the report.

    `retry_after` is the delay in seconds that a server asked for, or None.
    """

    code: str
    message: str
    detail: str = ""
    retry_after: float | None = None

    @property
    def failure_class(self) -> FailureClass:
        """The class of this failure's code (BUG for a code that is not in the table)."""
        return info(self.code).failure_class


@dataclass(frozen=True, slots=True)
class Warn:
    """Something a job noticed and that did not stop it."""

    code: str
    message: str


_C = FailureClass
_K = FailureKind


def _row(
    code: str, cls: FailureClass, title: str, meaning: str, advice: str, fix: str = "copy-report",
    kind: FailureKind = FailureKind.OTHER,
) -> FailureInfo:  # fmt: skip
    return FailureInfo(code, cls, title, meaning, advice, fix, kind)


_TABLE: tuple[FailureInfo, ...] = (
    # Files of any kind.
    _row("EMPTY_FILE", _C.PERMANENT, "Empty files", "The files hold no data at all.", "Copy them again, then retry.", "reveal"),
    _row("NOT_A_FILE", _C.PERMANENT, "Not a file", "It is a device, a pipe or a socket.", "Save what it gives as a file, then add that.", "reveal"),
    _row("READ_DENIED", _C.TRANSIENT_LOCAL, "Access denied", "Dropmill may not read these files.", "Allow reading, then retry.", "reveal", _K.FIXABLE),
    _row("WRITE_DENIED", _C.PERMANENT, "Access denied", "Dropmill may not write to the output folder.", "Allow writing or choose another folder, then retry.", "choose-folder", _K.FIXABLE),
    _row("SOURCE_GONE", _C.TRANSIENT_LOCAL, "File is gone", "It was moved, renamed or deleted after it was added.", "Put it back, then retry.", "retry", _K.RETRYABLE),
    _row("SOURCE_CHANGED", _C.PERMANENT, "File was changed", "It was saved again after it was added.", "Look again and retry with the new content.", "retry", _K.RETRYABLE),
    _row("SOURCE_LOCKED", _C.TRANSIENT_LOCAL, "Open in another program", "Another program keeps these files locked.", "Close them there, then retry.", "retry", _K.RETRYABLE),
    _row("IO_ERROR", _C.TRANSIENT_LOCAL, "Drive could not be read", "The drive or the network did not answer properly.", "Check the drive or the connection, then retry.", "retry", _K.RETRYABLE),
    _row("TARGET_EXISTS", _C.PERMANENT, "Output exists already", "Another file took the output's name after the batch was planned.", "Move it away, then retry.", "reveal", _K.FIXABLE),
    _row("NAME_INVALID", _C.PERMANENT, "Name cannot be used", "The output name cannot be written on this drive.", "Change the name in the recipe.", "change-recipe", _K.FIXABLE),
    _row("DISK_FULL", _C.ENVIRONMENT, "Drive is full", "There is no room left for the outputs.", "Free some space; the queue goes on by itself.", "retry", _K.FIXABLE),
    _row("DRIVE_MISSING", _C.ENVIRONMENT, "Drive is missing", "The drive or network folder of these files is not there.", "Connect it; the queue goes on by itself.", "retry", _K.FIXABLE),
    _row("TOO_LARGE", _C.PERMANENT, "Too large", "More than the limit in Settings.", "Raise the limit or make the file smaller.", "open-setting", _K.FIXABLE),
    _row("OUT_OF_MEMORY", _C.TRANSIENT_LOCAL, "Not enough memory", "The file needs more memory than is free.", "Close other programs, then retry.", "retry", _K.RETRYABLE),
    _row("TIMEOUT", _C.TIMEOUT, "Took too long", "The work was stopped at the time limit; nothing else was affected.", "Retry, or look at the file.", "copy-report", _K.RETRYABLE),
    _row("WORKER_DIED", _C.POISON, "The decoder stopped working", "Set aside after two crashes; nothing else was affected.", "Look at the file; send the report.", "copy-report"),
    _row("CANCELLED", _C.CANCELLED, "Cancelled", "Cancelled by you.", "Add the files again to start over.", "none"),
    _row("INTERRUPTED", _C.INTERRUPTED, "Interrupted", "Dropmill ended while this was in work.", "It starts over by itself.", "none"),
    _row("EXPIRED", _C.EXPIRED, "Too late", "The time limit of the batch passed before it could start.", "Add it again.", "none"),
    _row("INTERNAL", _C.BUG, "Dropmill made a mistake", "The files were left as they were.", "Copy the report and send it.", "copy-report"),
    _row("ALREADY_DONE", _C.PERMANENT, "Done before", "This recipe has worked off these files already, and the results are still there.", "Nothing needs to be done.", "none"),
    # Pictures.
    _row("NOT_AN_IMAGE", _C.PERMANENT, "Not a picture", "The content is something else than the name says.", "Look at the file.", "reveal"),
    _row("UNSUPPORTED", _C.PERMANENT, "Cannot read this format yet", "Needs an add-on that is not installed.", "Install the add-on, then retry.", "how-to-add", _K.FIXABLE),
    _row("CORRUPT", _C.PERMANENT, "Not a complete picture", "The files end too early or are damaged, usually after a broken copy.", "Copy them again, then retry.", "reveal"),
    _row("ENCODE_LIMIT", _C.PERMANENT, "Too large for the format", "The output format cannot hold a picture of this size.", "Choose a smaller size or another format.", "change-recipe", _K.FIXABLE),
    _row("TARGET_UNREACHABLE", _C.PERMANENT, "Cannot get below the size asked for", "Even the lowest quality is larger.", "Allow a larger file or a smaller picture.", "change-recipe", _K.FIXABLE),
    # Tables.
    _row("EMPTY", _C.PERMANENT, "Empty tables", "There is no row in these files.", "Look at the file.", "reveal"),
    _row("NOT_TEXT", _C.PERMANENT, "Not a table", "The content is something else than the name says.", "Look at the file.", "reveal"),
    _row("NOT_TABULAR", _C.PERMANENT, "Not a table", "The content is something else than the name says.", "Look at the file.", "reveal"),
    _row("COMPRESSED", _C.PERMANENT, "Packed file", "The file is an archive.", "Unpack it, then add what is inside.", "reveal"),
    _row("ENCODING", _C.PERMANENT, "Text unclear", "Some characters cannot be read with certainty.", "Name the encoding in the recipe.", "change-recipe", _K.FIXABLE),
    _row("DIALECT_AMBIGUOUS", _C.PERMANENT, "Columns unclear", "Two readings of the columns are possible.", "Name the delimiter in the recipe.", "change-recipe", _K.FIXABLE),
    _row("UNCLOSED_QUOTE", _C.PERMANENT, "Rows do not fit", "A quoted cell is never closed.", "Open the file at the line named.", "reveal"),
    _row("SUSPECT_QUOTE", _C.PERMANENT, "Rows do not fit", "A quoted cell swallows many lines.", "Open the file at the line named.", "reveal"),
    _row("NUL", _C.PERMANENT, "Not a table", "The file holds binary data.", "Look at the file.", "reveal"),
    _row("FIELD_TOO_LONG", _C.PERMANENT, "Cell too long", "A cell is longer than 16 MB.", "Look at the file.", "reveal"),
    _row("TOO_MANY_COLUMNS", _C.PERMANENT, "Too many columns", "More than 16,384 columns.", "Look at the file.", "reveal"),
    _row("HEADER", _C.PERMANENT, "A column is missing", "A column that a step needs is not in the table.", "Change the recipe or the table.", "change-recipe", _K.FIXABLE),
    _row("COLUMNS_DIFFER", _C.PERMANENT, "Rows do not fit", "Rows have more or fewer columns than the header.", "Repair the rows, or allow them in the recipe.", "reveal"),
    _row("EXPRESSION", _C.PERMANENT, "A formula fails", "A formula of the recipe cannot be worked out.", "Change the formula.", "change-recipe", _K.FIXABLE),
    _row("AMBIGUOUS_DATE", _C.PERMANENT, "Dates unclear", "Day and month cannot be told apart.", "Name the order in the recipe.", "change-recipe", _K.FIXABLE),
    _row("SCHEMA", _C.PERMANENT, "Rows break a rule", "The table does not pass the recipe's checks.", "Repair the rows.", "reveal"),
    _row("KEY_MISSING", _C.PERMANENT, "Key is missing", "The secret key that the recipe names is not kept on this computer.", "Unlock the keyring, then retry.", "retry", _K.FIXABLE),
    _row("TOO_MANY_PARTS", _C.PERMANENT, "Too many files", "The table would be split into more files than the recipe allows.", "Choose another column, or raise the limit in the recipe.", "change-recipe", _K.FIXABLE),
    _row("RECONCILE", _C.BUG, "Dropmill made a mistake", "The rows do not add up. Nothing was written.", "Copy the report and send it.", "copy-report"),
    # E-mail, one row.
    *(
        _row(code, _C.PERMANENT, title, meaning, advice, "open-list", _K.FIXABLE)
        for code, title, meaning, advice in (
            ("PRE_NO_ADDRESS", "No address", "The row has no e-mail address.", "Fill it in."),
            ("PRE_BAD_ADDRESS", "Not an address", "The address cannot be right.", "Correct it."),
            ("PRE_MULTI_ADDRESS", "More than one address", "The cell holds several addresses.", "Keep one a row."),
            ("PRE_CONTROL_CHARS", "Line break or control character", "A value would break the message's header.", "Remove it."),
            ("PRE_ENCODED_WORD", "Hidden code in a value", "A value looks like encoded header text.", "Remove it."),
            ("PRE_ROW_SHAPE", "Row does not fit", "The row has more or fewer cells than the header.", "Repair the row."),
            ("PRE_FIELD_EMPTY", "Empty field", "A field that the message uses is empty.", "Fill it in, or give a default."),
            ("PRE_FIELD_MISSING", "Unknown field", "The message uses a field that the list does not have.", "Correct the name."),
            ("PRE_TEMPLATE", "Template cannot be used", "The template has a mistake.", "Correct it."),
            ("PRE_ENCODING", "Text unclear", "The list cannot be read with certainty.", "Name the encoding."),
            ("PRE_ATTACH_MISSING", "Attachment is missing", "The file to attach is not there.", "Put it in the folder."),
            ("PRE_ATTACH_OUTSIDE", "Attachment outside its folder", "The file lies outside the attachment folder.", "Move it inside."),
            ("PRE_ATTACH_CHANGED", "Attachment was changed", "The file is not the one that was checked.", "Check the list again."),
            ("PRE_TOO_BIG", "Message too big", "The message is larger than the server takes.", "Attach less."),
            ("PRE_NEEDS_SMTPUTF8", "Address not possible here", "The server cannot take this address.", "Use another address."),
            ("PRE_DUPLICATE", "Listed twice", "The same mailbox stands in the list before.", "Nothing to do."),
            ("PRE_SUPPRESSED", "On the list of people not to write to", "They asked for no mail.", "Nothing to do."),
        )
    ),
    _row("RCPT_TEMP", _C.TRANSIENT_REMOTE, "Put off by the mail server", "The server asks to try again later.", "Dropmill tries again by itself.", "retry", _K.RETRYABLE),
    _row("RCPT_PERM", _C.PERMANENT, "Refused by the mail server", "The mailbox does not exist or takes no mail.", "Check the address.", "copy-addresses"),
    _row("MBOX_FULL", _C.TRANSIENT_REMOTE, "Mailbox is full", "The recipient's mailbox is full.", "Try again later.", "copy-addresses", _K.RETRYABLE),
    _row("POLICY", _C.PERMANENT, "Refused by the mail server", "The server does not accept the message.", "Read the server's own words.", "copy-addresses"),
    _row("MSG_TOO_BIG", _C.PERMANENT, "Message too big", "The server does not take messages of this size.", "Attach less.", "open-list"),
    _row("SRV_TEMP", _C.TRANSIENT_REMOTE, "Put off by the mail server", "The server could not take the message now.", "Dropmill tries again by itself.", "retry", _K.RETRYABLE),
    _row("SRV_PERM", _C.PERMANENT, "Refused by the mail server", "The server refused the message.", "Read the server's own words.", "copy-addresses"),
    _row("NET_LOST", _C.TRANSIENT_REMOTE, "Connection lost", "The connection broke before the message left.", "Dropmill tries again by itself.", "retry", _K.RETRYABLE),
    _row("UNCERTAIN", _C.UNCERTAIN, "Unconfirmed", "The connection was lost after the message left.", "Ask the recipient, or look into the Sent folder.", "confirm", _K.FIXABLE),
    # E-mail, the account: rows stay ready.
    _row("NET_OFFLINE", _C.ENVIRONMENT, "Mail server cannot be reached", "There is no connection to the mail server.", "Dropmill tries again by itself.", "open-account", _K.RETRYABLE),
    _row("TLS_UNAVAILABLE", _C.ENVIRONMENT, "No safe connection", "The mail server offers no encryption.", "Check the account's settings.", "open-account", _K.FIXABLE),
    _row("TLS_VERIFY", _C.ENVIRONMENT, "Mail server not trusted", "The mail server's certificate cannot be verified.", "Check the account's settings.", "open-account", _K.FIXABLE),
    _row("AUTH_REJECTED", _C.ENVIRONMENT, "Sign-in refused", "The mail server did not accept the user or password.", "Change the password, then resume.", "change-password", _K.FIXABLE),
    _row("AUTH_TEMP", _C.ENVIRONMENT, "Sign-in put off", "The mail server cannot check the password now.", "Dropmill tries again by itself.", "open-account", _K.RETRYABLE),
    _row("SECRET_MISSING", _C.ENVIRONMENT, "Password is missing", "No password is stored for this account.", "Enter the password, then resume.", "change-password", _K.FIXABLE),
    _row("ACCOUNT_MISSING", _C.ENVIRONMENT, "Mail account is missing", "The account that the recipe names is not set up.", "Add the account, then resume.", "open-account", _K.FIXABLE),
    _row("SENDER_REFUSED", _C.ENVIRONMENT, "Sender refused", "The mail server does not allow this From address.", "Check the account's settings.", "open-account", _K.FIXABLE),
    _row("RATE_LIMIT", _C.ENVIRONMENT, "Mail server asks to wait", "Too many messages in a short time.", "Dropmill goes on by itself.", "none", _K.RETRYABLE),
    _row("QUOTA_DAY", _C.ENVIRONMENT, "Daily limit reached", "The mail server takes no more messages today.", "Dropmill goes on tomorrow.", "none", _K.RETRYABLE),
)  # fmt: skip

FAILURES: dict[str, FailureInfo] = {row.code: row for row in _TABLE}

DRIVE_MISSING = "DRIVE_MISSING"
RATE_LIMIT = "RATE_LIMIT"
QUOTA_DAY = "QUOTA_DAY"

# Environment failures that only a person can end: the lane stays paused until then. The others are probed again.
NEEDS_PERSON: frozenset[str] = frozenset(
    {"TLS_UNAVAILABLE", "TLS_VERIFY", "AUTH_REJECTED", "SECRET_MISSING", "ACCOUNT_MISSING", "SENDER_REFUSED"}
)

# Troubles of what many jobs share, not of one file: several in a row open the lane's breaker. A crash or a mistake of
# ours is not among them: a hundred files that crash a decoder cost themselves, and the lane would wait after each. A
# mail server that refuses one message after the other has something against the account, not against each of them.
SHARED_CAUSES: frozenset[str] = frozenset(
    {"IO_ERROR", "OUT_OF_MEMORY", "TIMEOUT", "NET_LOST", "SRV_TEMP", "SRV_PERM", "POLICY"}
)

# A server said how long to wait: a person who presses Resume does not shorten that.
SERVER_WAITS: frozenset[str] = frozenset({"RATE_LIMIT", "QUOTA_DAY", "AUTH_TEMP"})


def info(code: str) -> FailureInfo:
    """Everything known of `code`. An unknown code is our own mistake: class BUG, the code as its title."""
    known = FAILURES.get(code)
    if known is not None:
        return known
    bug = FAILURES["INTERNAL"]
    return FailureInfo(code, FailureClass.BUG, code, bug.meaning, bug.advice, bug.fix, bug.kind)


def is_blocked(state: str, code: str | None) -> bool:
    """Whether a held job is one that the mail check stopped (`blocked` on the command line)."""
    return state == "held" and code is not None and code.startswith("PRE_")
