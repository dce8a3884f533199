"""Where the certificates come from that mail servers are checked against."""

import ssl
import sys
from pathlib import Path
from types import SimpleNamespace

import certifi
import pytest

from app.jobs.mail import tls

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems are asked themselves")


def with_paths(monkeypatch: pytest.MonkeyPatch, cafile: Path | None, capath: Path | None) -> None:
    """As if OpenSSL had been built with these paths."""
    found = SimpleNamespace(cafile=cafile and str(cafile), capath=capath and str(capath))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: found)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    tls.client_context.cache_clear()


def test_the_file_of_the_system_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "all.pem").write_text("anything", encoding="ascii")
    with_paths(monkeypatch, tmp_path / "all.pem", tmp_path)
    assert tls.system_store() == str(tmp_path / "all.pem")
    assert "of the system" in tls.origin()


def test_a_folder_with_certificates_is_the_systems_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "1234.0").write_text("anything", encoding="ascii")
    with_paths(monkeypatch, None, tmp_path)
    assert tls.system_store() == str(tmp_path)


@pytest.mark.parametrize("folder", [True, False])
def test_a_system_without_certificates_gets_those_that_came_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: bool
) -> None:
    with_paths(monkeypatch, None, tmp_path if folder else None)  # a bare system has the folder, and nothing in it
    assert tls.system_store() is None
    asked: list[str | None] = []
    real = ssl.SSLContext.load_verify_locations

    class Watched(ssl.SSLContext):
        def load_verify_locations(self, cafile=None, capath=None, cadata=None):  # type: ignore[no-untyped-def]
            asked.append(cafile)
            return real(self, cafile, capath, cadata)

    monkeypatch.setattr(ssl, "create_default_context", lambda: Watched(ssl.PROTOCOL_TLS_CLIENT))
    context = tls.client_context()
    assert asked == [certifi.where()]
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert f"{len(context.get_ca_certs())} certificates" in tls.origin()
