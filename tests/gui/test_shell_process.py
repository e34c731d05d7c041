"""The program as a process: it stands without a screen, ends in order when asked to, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.conftest import ROOT

WAIT = 60
READY = """
import signal, sys, threading, time
def watch():
    while signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        time.sleep(0.02)
    print("ready", flush=True)
threading.Thread(target=watch, daemon=True).start()
from cec_desktop import app
"""
"""Says when the program listens to the system, which it does once its window stands."""
DEMO = READY + "sys.exit(app.open_demo('fr'))"
LOCKED = READY + "sys.exit(app.open_window())"
PICTURES = (
    "import sys; from pathlib import Path; from cec_desktop import app; app.demo_pictures(Path(sys.argv[1]))"
)


def environment(folder: Path) -> dict[str, str]:
    own = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    (folder / "TMPDIR").mkdir(exist_ok=True)
    return {**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the system asks in another way there")
@pytest.mark.parametrize("script", [DEMO, LOCKED], ids=["demonstration", "locked"])
def test_the_program_ends_in_order_when_the_system_asks(tmp_path: Path, script: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        _out, errors = process.communicate(timeout=WAIT)
    finally:
        process.kill()
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert list((tmp_path / "TMPDIR").glob("cec-desktop-*")) == []
    assert not list(tmp_path.rglob("crash.txt"))


@pytest.mark.slow
def test_pictures_are_drawn_without_a_screen(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-c", PICTURES, str(folder)], env=environment(tmp_path), check=True, timeout=WAIT
    )
    light, dark = QImage(str(folder / "window-en-light.png")), QImage(str(folder / "window-fr-dark.png"))
    assert (light.width(), light.height()) == (1440, 900)
    assert light.pixelColor(1435, 3).lightness() > 200
    assert dark.pixelColor(1435, 3).lightness() < 60
    colours = {light.pixelColor(x, y).rgb() for x in range(0, 1440, 9) for y in range(0, 900, 9)}
    assert len(colours) > 50
