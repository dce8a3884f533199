"""The TLS context of connections to mail servers: verified, always, against the system's store.

Owns: where the trusted certificates come from. There is no way to turn verification off.
"""

import os
import ssl
from functools import cache
from platform import system

import certifi
import truststore


@cache
def client_context(ca_file: str | None = None) -> ssl.SSLContext:
    """A verifying context. `ca_file`: a private authority, trusted instead of the system's. Raises OSError when it
    cannot be read."""
    if ca_file is not None:
        return _strict(ssl.create_default_context(cafile=ca_file))
    if system() in ("Windows", "Darwin"):
        return _strict(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    context = ssl.create_default_context()
    if system_store() is None:
        # A packaged program has the paths of the machine that built it. Where they lead nowhere, nothing is trusted.
        context.load_verify_locations(cafile=certifi.where())
    return _strict(context)


def system_store() -> str | None:
    """The file or folder of certificates that OpenSSL reads by itself on Linux; None where it holds none."""
    paths = ssl.get_default_verify_paths()
    if paths.cafile and os.path.getsize(paths.cafile):
        return paths.cafile
    if paths.capath and os.listdir(paths.capath):  # a bare system has the folder, and nothing in it
        return paths.capath
    return None


def origin() -> str:
    """Where the trusted certificates come from here, in words. Raises OSError where they cannot be read."""
    if system() in ("Windows", "Darwin"):
        return "the certificates of the system"
    store = system_store()
    if store is not None:
        return f"the certificates of the system, {store}"
    return f"Mozilla's {len(client_context().get_ca_certs())} certificates, which came along; the system has none"


def _strict(context: ssl.SSLContext) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = True
    context.verify_mode = ssl.CERT_REQUIRED
    return context
