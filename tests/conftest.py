"""What every test stands on: no screen, no settings of the person who runs it, both languages at hand.

The environment is set when this file is read, before any test module can import Qt.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).resolve().parent.parent
_HOME = tempfile.TemporaryDirectory(prefix="cec-desktop-tests-")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = _HOME.name
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME.name, _name.lower()))
# Neither the language nor the keychain of the machine may decide how a test ends.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# A generated client file is small enough to read; shrinking it could take minutes.
NOT_SHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("everywhere", deadline=None, phases=NOT_SHRUNK)
settings.register_profile("ci", deadline=None, phases=NOT_SHRUNK, derandomize=True, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "everywhere")


def pytest_configure() -> None:
    """Compile the catalogues that are older than their source."""
    sys.path.insert(0, str(ROOT / "packaging"))
    import catalogues

    catalogues.compile_all(catalogues.Checkout(ROOT))


@pytest.fixture(scope="session", autouse=True)
def own_home() -> Iterator[Path]:
    """The empty home folder of this run, removed at its end."""
    yield Path(_HOME.name)
    _HOME.cleanup()
