"""Postfix and Dovecot as real peers: their own folders, this machine's loopback, high ports; nothing of the system's
configuration is read or touched.

Owns: writing their configuration, starting and stopping them. Must not know the program. Postfix wants to be started by
root, so it needs that or a `sudo` that does not ask; who has neither, or not the packages, gets a reason (`missing`).
"""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.smtp_peers import HOST, PASSWORD, USER, unused_port

SECONDS = 20.0  # until a server listens
PROGRAMS = {"postfix": "/usr/sbin/postfix", "dovecot": "/usr/sbin/dovecot"}
MAX_SIZE = 2_000_000  # bytes of a message that Postfix takes

MASTER = """\
{host}:{plain} inet n - n - - smtpd
{host}:{tls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
"""

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = peer.example.org
mydestination =
relayhost = [127.0.0.1]:{onward}
message_size_limit = {size}
smtpd_tls_cert_file = {chain}
smtpd_tls_key_file = {chain}
smtpd_tls_security_level = may
smtpd_tls_session_cache_database =
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{auth}
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
smtpd_sender_restrictions = check_sender_access inline:{{ {{stranger@example.org = 553 5.7.1 not yours}} }}
smtpd_recipient_restrictions =
  check_recipient_access inline:{{ {refusals} }}, permit_mynetworks, reject
mynetworks = 127.0.0.0/8
"""

DOVECOT = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{chain}
ssl_key = <{chain}
auth_mechanisms = plain login
disable_plaintext_auth = yes
mail_location = maildir:{folder}/mail/%u
{users}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {auth}
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox Gesendet {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


def _root() -> list[str] | None:
    """How to call something as root; None: not here."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def missing() -> str:
    """Why the servers cannot run here; "" when they can."""
    absent = [name for name, path in PROGRAMS.items() if not Path(path).is_file()]
    if absent:
        return f"{' and '.join(absent)} not installed (packages postfix and dovecot-imapd)"
    return "" if _root() is not None else "Postfix is started by root alone, and sudo asks for a password"


@contextlib.contextmanager
def _own_folder() -> Iterator[Path]:
    """A folder that the servers' own users can reach; removed with what these put into it."""
    folder = Path(tempfile.mkdtemp(prefix="dropmill-mail-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        subprocess.run([*(_root() or []), "rm", "-rf", str(folder)], check=False)


def _wait(port: int, log: Path) -> None:
    ends = time.monotonic() + SECONDS
    while True:
        try:
            socket.create_connection((HOST, port), 1).close()
            return
        except OSError:
            said = log.read_text(errors="replace")[-2000:] if log.is_file() else ""
            assert time.monotonic() < ends, f"nothing listens on {port}: {said}"
            time.sleep(0.05)


@dataclass(frozen=True)
class Dovecot:
    """A running IMAP server for `USER`; `starttls` and `tls` are its ports, `auth` is where Postfix asks."""

    starttls: int
    tls: int
    auth: int


@contextlib.contextmanager
def dovecot(chain: Path) -> Iterator[Dovecot]:
    """`chain`: certificate and key in one file."""
    ports = Dovecot(unused_port(), unused_port(), unused_port())
    with _own_folder() as folder:
        root = os.geteuid() == 0
        me = getpass.getuser()
        users = f"default_login_user = {me}\ndefault_internal_user = {me}\ndefault_internal_group = {os.getgid()}"
        owner = (65534, 65534) if root else (os.getuid(), os.getgid())
        (folder / "mail").mkdir()
        if root:
            os.chown(folder / "mail", *owner)
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        config = folder / "dovecot.conf"
        config.write_text(
            DOVECOT.format(
                folder=folder, chain=_readable(chain, folder), auth=ports.auth, plain=ports.starttls, tls=ports.tls,
                uid=owner[0], gid=owner[1],
                users="first_valid_uid = 1\nlast_valid_uid = 0" if root else f"first_valid_uid = 1\n{users}",
            )
        )  # fmt: skip
        process = subprocess.Popen([PROGRAMS["dovecot"], "-F", "-c", str(config)], stderr=subprocess.DEVNULL)
        try:
            for port in (ports.tls, ports.starttls, ports.auth):
                _wait(port, folder / "log")
            yield ports
        finally:
            process.terminate()
            process.wait(SECONDS)


@dataclass(frozen=True)
class Postfix:
    """A running mail server: `starttls` and `tls` are its ports. What it takes it hands on."""

    starttls: int
    tls: int


@contextlib.contextmanager
def postfix(chain: Path, refusals: dict[str, str], onward: int, auth: int) -> Iterator[Postfix]:
    """`refusals`: local part -> what is answered to a recipient of that name. `onward`: the port that gets every
    message. `auth`: `Dovecot.auth`."""
    ports = Postfix(unused_port(), unused_port())
    with _own_folder() as folder:
        as_root = _root() or []
        listed = " ".join(f"{{{who}@example.org = {answer}}}" for who, answer in refusals.items())
        (folder / "main.cf").write_text(
            MAIN.format(
                folder=folder, onward=onward, size=MAX_SIZE, chain=_readable(chain, folder), auth=auth,
                refusals=listed,
            )
        )  # fmt: skip
        (folder / "master.cf").write_text(MASTER.format(host=HOST, plain=ports.starttls, tls=ports.tls))
        for name in ("queue", "data"):
            (folder / name).mkdir()
        subprocess.run([*as_root, "chown", "-R", "root", str(folder)], check=True)
        subprocess.run([*as_root, "chown", "postfix", str(folder / "data")], check=True)
        call = [*as_root, PROGRAMS["postfix"], "-c", str(folder)]
        started = subprocess.run([*call, "start"], capture_output=True, text=True, check=False)
        assert started.returncode == 0, started.stderr
        try:
            for port in (ports.tls, ports.starttls):
                _wait(port, folder / "log")
            yield ports
        finally:
            subprocess.run([*call, "stop"], capture_output=True, check=False)


def _readable(chain: Path, folder: Path) -> Path:
    """A copy that a server reads before it gives up its rights."""
    copy = folder / "chain.pem"
    copy.write_bytes(chain.read_bytes())
    copy.chmod(0o600)
    return copy
