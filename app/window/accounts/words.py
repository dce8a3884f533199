"""The words of accounts: what each provider wants, how far a test came, what is kept where.

Owns: these sentences. Pure. Must not know: widgets.
"""

from app.jobs.mail.account import Account, Security, TestReport
from app.system.providers import OTHER, Provider, SignIn
from app.window.text import decimal, printable, tr
from app.window.told import told


def provider_name(provider: Provider) -> str:
    """The provider's name in the list of providers."""
    return provider.name if provider is not OTHER else tr("Own server")


def provider_help(provider: Provider) -> str:
    """What a person has to do at the provider before this works; "" when nothing is known."""
    match provider.id:
        case "gmail":
            return tr(
                "Gmail wants an app password: turn on 2-step verification in your Google account, open App passwords, "
                "make one called Dropmill and put its 16 letters in here. Your usual password does not work."
            )
        case "microsoft":
            return tr(
                "Microsoft 365 signs in with the browser. Your administrator registers an application (public client, "
                "permission SMTP.Send), gives you its ID, and allows Authenticated SMTP for your mailbox."
            )
        case "icloud":
            return tr(
                "iCloud wants an app-specific password: sign in to your Apple account, open App-Specific Passwords, "
                "make one called Dropmill and put it in here."
            )
        case "yahoo":
            return tr(
                "Yahoo wants an app password: open Account security, make an app password called Dropmill and put it "
                "in here."
            )
        case "fastmail":
            return tr(
                "Fastmail wants an app password: in Settings, Privacy and security, make one that may send mail and "
                "put it in here."
            )
        case "gmx" | "webde":
            return tr(
                "Allow sending first: in the settings of your mailbox, under POP3 and IMAP, turn on access for other "
                "programs. Then your usual password works."
            )
    return tr("Your provider’s help names its server for outgoing mail (SMTP).")


def page_words(provider: Provider) -> str:
    """The words of the button that opens the provider's page."""
    if provider.sign_in is SignIn.APP_PASSWORD:
        return tr("Make an app password")
    return tr("Show how to allow it")


def security_words(security: Security) -> str:
    """How a connection is protected, in the list."""
    match security:
        case Security.TLS:
            return tr("TLS, verified")
        case Security.STARTTLS:
            return tr("STARTTLS, verified")
        case Security.NONE:
            return tr("None, this computer only")


def password_caption(lasting: bool, app_password: bool) -> str:
    """The caption over the password: what it is and where it is kept."""
    what = tr("App password") if app_password else tr("Password")
    return (tr("{0}, in the system’s keyring") if lasting else tr("{0}, kept until Dropmill closes")).format(what)


def phase_words(phase: str) -> str:
    """Which step of a connection failed."""
    match phase:
        case "connect":
            return tr("The server was not reached.")
        case "tls":
            return tr("The connection could not be made safe.")
        case "banner":
            return tr("The server did not take the connection.")
        case "ehlo":
            return tr("The server did not take the greeting.")
        case "starttls":
            return tr("The server did not turn on encryption.")
        case "auth":
            return tr("The sign-in did not work.")
    return tr("The test did not come to its end.")


def short_phase(phase: str) -> str:
    """The same in two words, for the line of an account that is closed."""
    match phase:
        case "auth":
            return tr("Sign-in refused")
        case "tls" | "starttls":
            return tr("Not safe")
    return tr("Not reached")


def report_words(report: TestReport, signed_in: bool) -> tuple[str, str]:
    """(What happened, in one sentence; the server's words and what helps) of a test. `signed_in`: the account has a
    user."""
    if not report.ok:
        return phase_words(report.phase), " ".join(filter(None, (printable(report.message), told(report.advice))))
    seconds = decimal(max(0.1, report.seconds), 1)
    if not report.tls:
        return tr("Connected, in {0} s. No message was sent.").format(seconds), ""
    if not signed_in:
        return tr("Connected with {0}, in {1} s. No message was sent.").format(report.tls, seconds), ""
    return tr("Connected with {0} and signed in, in {1} s. No message was sent.").format(report.tls, seconds), ""


def sender_field(account: Account) -> tuple[str, str]:
    """(Name, address) that its messages come from."""
    sender = account.sender
    return sender.name, sender.address


def written_from(name: str, address: str) -> str:
    """A From of these two, as an account keeps it (RFC 5322 §3.2.4: a name with special characters is quoted)."""
    if not name:
        return address
    if any(character in name for character in '"\\<>@,;:()[]'):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{address}>'
    return f"{name} <{address}>"
