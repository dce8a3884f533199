"""The parts of a data folder with a keyring in memory: no test asks the system's."""

from pathlib import Path

from app.compose import Parts
from app.system.folders import Folders
from app.system.secrets import Secrets
from tests.system.test_secrets import Vault


def parts_of(folder: Path) -> Parts:
    """Parts over `folder`."""
    parts = Parts(Folders(folder))
    parts.secrets = Secrets(Vault())
    return parts
