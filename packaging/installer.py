"""The file that people download for Windows (`…-setup.exe`) or macOS (`.dmg`), made of what `build.py` left in dist/.

Owns: which tools of the system make it, and how it is signed. Must not know what is in it. Signing happens only where
the environment says with what, and secrets stay where these tools keep them:

    DROPMILL_SIGN_COMMAND    Windows: a command with `$f` for the file, e.g. `signtool sign /fd sha256 /a $f`
    DROPMILL_SIGN_IDENTITY   macOS: a certificate's name in the keychain; `dropmill.spec` reads it, too
    DROPMILL_NOTARY_PROFILE  macOS: a profile that `xcrun notarytool store-credentials` saved

Not tried yet; see README.md.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import release

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"


def windows() -> Path:
    """Inno Setup's installer. Raises OSError, CalledProcessError."""
    command = os.environ.get("DROPMILL_SIGN_COMMAND", "")
    if command:
        for name in ("dropmill.exe", "dropmill-cli.exe"):
            subprocess.run(command.replace("$f", f'"{DIST / "dropmill" / name}"'), shell=True, check=True)
    signing = ["/DSigned", f"/Sdropmill={command}"] if command else []
    script = str(ROOT / "packaging" / "windows.iss")
    subprocess.run(["iscc", f"/DVersion={release.version()}", *signing, script], check=True)
    return DIST / f"dropmill-{release.version()}-setup.exe"


def macos() -> Path:
    """A disk image with the program and a link to the folder it goes into. Raises OSError, CalledProcessError."""
    bundle = DIST / "Dropmill.app"
    identity = os.environ.get("DROPMILL_SIGN_IDENTITY", "")
    if identity:
        entitlements = str(ROOT / "packaging" / "macos" / "entitlements.plist")
        sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
        subprocess.run([*sign, "--deep", "--entitlements", entitlements, str(bundle)], check=True)
        subprocess.run(["codesign", "--verify", "--strict", "--deep", str(bundle)], check=True)
    stage = ROOT / "build" / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(bundle, stage / bundle.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    image = DIST / f"Dropmill-{release.version()}.dmg"
    make = ["hdiutil", "create", "-volname", "Dropmill", "-srcfolder", str(stage), "-ov", "-format", "UDZO", str(image)]
    subprocess.run(make, check=True)
    if identity:
        subprocess.run(["codesign", "--timestamp", "--sign", identity, str(image)], check=True)
    profile = os.environ.get("DROPMILL_NOTARY_PROFILE", "")
    if profile:
        submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
        subprocess.run(submit, check=True)
        subprocess.run(["xcrun", "stapler", "staple", str(image)], check=True)
    return image


def main() -> int:
    make = {"win32": windows, "darwin": macos}.get(sys.platform)
    if make is None:
        print("build.py makes the packages for Linux; this is for Windows and macOS.", file=sys.stderr)
        return 2
    try:
        print(make())
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"No installer was made: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
