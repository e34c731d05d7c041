"""The setup script says in one line what is missing, and never asks nor guesses.

The machine is played by small stand-ins for its commands, found before the real ones.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / "packaging" / "setup.sh"
NOT_ROOT = "echo 1000"
GOOD_PYTHON = "exit 0"
OLD_PYTHON = """
case "$1" in
    -V) echo Python 3.9.2 ;;
    -c) exit 1 ;;
esac
"""
# A Debian Python without its venv package: new enough, but ensurepip is not there.
BARE_PYTHON = """
case "$2" in
    *ensurepip*) exit 1 ;;
    *print*) echo python3.11-venv ;;
esac
"""
# A virtual environment in which Qt is at hand but finds two libraries missing.
VENV_PYTHON = """
case "$2" in
    *PySide6*) echo /somewhere/PySide6 ;;
esac
"""
LDD = """
echo "\tlibQt6Core.so.6 => /somewhere/libQt6Core.so.6 (0x1)"
echo "\tlibEGL.so.1 => not found"
echo "\tlibxcb-cursor.so.0 => not found"
"""

Setup = Callable[..., subprocess.CompletedProcess[str]]


def script(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    def run(**commands: str) -> subprocess.CompletedProcess[str]:
        for name, body in commands.items():
            script(tmp_path / "bin" / name.replace("_", "-"), body)
        return subprocess.run(
            ["/bin/sh", str(SCRIPT), "venv", "lock.txt"],
            cwd=tmp_path,
            env={"PATH": f"{tmp_path}/bin:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_an_old_python_is_named(setup: Setup) -> None:
    outcome = setup(python3=OLD_PYTHON)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith("setup: Python 3.11 or newer is needed; python3 is Python 3.9.2.")
    assert outcome.stderr.count("\n") == 1


def test_a_python_without_venv_is_named_with_its_package(setup: Setup) -> None:
    outcome = setup(python3=BARE_PYTHON, id=NOT_ROOT)
    assert outcome.returncode == 1
    expected = "setup: missing system packages; install them with: sudo apt-get install python3.11-venv\n"
    assert outcome.stderr == expected


def test_missing_libraries_are_named_by_their_packages(setup: Setup, tmp_path: Path) -> None:
    script(tmp_path / "venv" / "bin" / "python", VENV_PYTHON)
    outcome = setup(python3=GOOD_PYTHON, id=NOT_ROOT, ldd=LDD)
    assert outcome.returncode == 1
    assert outcome.stderr == (
        "setup: missing system packages; install them with: sudo apt-get install libegl1 libxcb-cursor0\n"
    )


def test_root_gets_the_missing_libraries_installed(setup: Setup, tmp_path: Path) -> None:
    script(tmp_path / "venv" / "bin" / "python", VENV_PYTHON)
    outcome = setup(python3=GOOD_PYTHON, id="echo 0", ldd=LDD, apt_get=f'echo "$@" >>{tmp_path}/asked')
    assert (outcome.returncode, outcome.stderr) == (0, "")
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert asked == ["-qq update", "-qq install --yes --no-install-recommends libegl1 libxcb-cursor0"]


def test_a_machine_with_everything_is_left_alone(setup: Setup, tmp_path: Path) -> None:
    script(tmp_path / "venv" / "bin" / "python", VENV_PYTHON)
    outcome = setup(python3=GOOD_PYTHON, ldd="exit 0", apt_get="exit 1")
    assert (outcome.returncode, outcome.stderr) == (0, "")
