"""The installed PySide6 does not lose references to None (6.12.0 does, and aborts on Python 3.11)."""

import sys

from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot


def test_calls_that_return_none_leave_its_reference_count_alone(qtbot: QtBot) -> None:
    picture = QPixmap(4, 4)  # the painter does not keep what it paints on
    painter = QPainter(picture)
    before = sys.getrefcount(None)
    for _ in range(300):
        painter.save()
    lost = before - sys.getrefcount(None)
    for _ in range(300):
        painter.restore()
    painter.end()
    assert lost < 100
