"""A summary as JSON by HTTP POST.

Owns: the request, its time limits, what the answer means. Must not know: rules. Certificates are verified against the
system's store; a redirection is no success, as it would turn the POST into a GET somewhere else.
"""

import http.client
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from app import __version__
from app.alerts.trouble import AlertError
from app.jobs.mail.hosts import is_loopback
from app.jobs.mail.tls import client_context

SECONDS = 15.0  # for each step: connecting, sending, the answer


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


def post_json(url: str, text: str, seconds: float = SECONDS, ca_file: str | None = None) -> None:
    """Send `text` to `url`. Raises AlertError unless the answer is 2xx. `ca_file`: an authority that is trusted instead
    of the system's."""
    parts = urlsplit(url)
    where = f"{parts.scheme}://{parts.netloc}"  # the path of a web hook is often a secret
    request = urllib.request.Request(
        url,
        text.encode("utf-8"),
        {"Content-Type": "application/json", "User-Agent": f"Dropmill/{__version__}"},
        method="POST",
    )
    handlers: list[urllib.request.BaseHandler] = [_NoRedirection()]
    if is_loopback(parts.hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))
    if parts.scheme == "https":
        handlers.append(urllib.request.HTTPSHandler(context=client_context(ca_file)))
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=seconds):
            return
    except urllib.error.HTTPError as error:
        with error:
            raise AlertError(f"{where} answered {error.code} {error.reason}.") from error
    except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        words = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        raise AlertError(f"{where} cannot be reached: {words}.") from error
