"""What the operating system must bring along on Linux: finds what is missing by trying, and installs it with apt.

Owns: the list of libraries and programs that Qt and the tests need, and their Debian package names. Must not know the
program itself. Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

# Shared object -> the Debian and Ubuntu package that holds it, for everything that Qt's widgets and its X11 platform
# load and a bare system may lack.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
# Of PySide6, what the window and its tests load: `ldd` follows the rest from there. Wayland's platform is not among
# them: a desktop that offers Wayland has its libraries, and without them Qt takes X11.
QT_BINARIES = (
    "QtWidgets.abi3.so",
    "QtNetwork.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
)
# Program -> package. The tests start these themselves, with configurations of their own.
SERVERS = {"sendmail": "postfix", "dovecot": "dovecot-imapd"}
SERVER_PATH = "/usr/sbin:/usr/bin"
# Debian asks this program whether a package may start its service; 101 is no.
POLICY = Path("/usr/sbin/policy-rc.d")
NO_SERVICES = "#!/bin/sh\nexit 101\n"
# What a screen reader needs of a system, by a file of each package.
ACCESSIBILITY = {
    "/usr/bin/dbus-run-session": "dbus",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


class CannotInstall(Exception):
    """Packages are missing and cannot be installed without a question. The text says what to type."""


def missing_libraries(site_packages: Path) -> set[str]:
    """Shared objects that the loader does not find for Qt's widgets, SVG and X11 platform in `site_packages`."""
    binaries = [str(site_packages / "PySide6" / name) for name in QT_BINARIES]
    ldd = subprocess.run(["ldd", *binaries], capture_output=True, text=True, check=False)
    return set(NOT_FOUND.findall(ldd.stdout))


def has_fonts() -> bool:
    """Whether there is any font to draw text with; without one every word is a row of boxes."""
    folders = (Path(name).expanduser() for name in FONT_FOLDERS)
    return any(next(folder.rglob("*.[to]tf"), None) for folder in folders)


def missing_packages(site_packages: Path, display: bool) -> list[str]:
    """Debian packages to install. `display`: what the tests need, too, an X server for machines without a screen."""
    libraries = missing_libraries(site_packages)
    unknown = sorted(libraries - LIBRARIES.keys())
    if unknown:
        raise CannotInstall(f"Qt needs {', '.join(unknown)}. Install the packages of your system that hold them.")
    packages = {LIBRARIES[name] for name in libraries}
    if not has_fonts():
        packages.add("fonts-dejavu-core")
    if display and not shutil.which("Xvfb"):
        packages.add("xvfb")
    # The tests compare metadata with what another program reads; without it these are skipped, so nobody is asked.
    if display and not shutil.which("exiftool") and apt_command() is not None:
        packages.add("libimage-exiftool-perl")
    # One test hears the window as a screen reader does.
    if display and apt_command() is not None:
        packages |= {package for path, package in ACCESSIBILITY.items() if not Path(path).exists()}
    # They send to real mail servers, too. No Postfix where mail is set up already: it would take its place.
    if display and apt_command() is not None:
        packages |= {package for program, package in SERVERS.items() if not shutil.which(program, path=SERVER_PATH)}
    return sorted(packages)


def apt_command() -> list[str] | None:
    """How to call apt-get here without being asked anything, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def install(packages: list[str]) -> None:
    """Install Debian packages. Raises CannotInstall with the command to type where that needs a person."""
    by_hand = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    apt = apt_command()
    if apt is None:
        raise CannotInstall(f"The system lacks packages that Qt needs. On Debian and Ubuntu, type\n\n    {by_hand}\n")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call = [*apt, "install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", *packages]
    with no_services(apt[:-1], packages):
        if subprocess.run(call, env=environment, check=False).returncode == 0:
            return
        # A new or old machine has no list of packages, or a stale one.
        subprocess.run([*apt, "update", "-q"], env=environment, check=False)
        if subprocess.run(call, env=environment, check=False).returncode != 0:
            raise CannotInstall(f"apt-get could not install them; its words are above. By hand:\n\n    {by_hand}\n")


@contextlib.contextmanager
def no_services(as_root: list[str], packages: list[str]) -> Iterator[None]:
    """No package that is installed inside starts a service. `as_root`: what to put before a command, as a prefix."""
    if not set(packages) & set(SERVERS.values()) or POLICY.exists():
        yield
        return
    subprocess.run([*as_root, "tee", str(POLICY)], input=NO_SERVICES, text=True, stdout=subprocess.DEVNULL, check=True)
    try:
        subprocess.run([*as_root, "chmod", "755", str(POLICY)], check=True)
        yield
    finally:
        subprocess.run([*as_root, "rm", "-f", str(POLICY)], check=True)
