"""What the tests of the whole window share: a program of its own for each, dressed and undressed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.shell import Shell


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["cec-desktop-tests", "-style", "Fusion"]


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """The program on empty folders; nothing of it is left afterwards."""
    palette, font = qapp.palette(), qapp.font()
    shell = Shell(qtbot, qapp, tmp_path)
    yield shell
    shell.end()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
