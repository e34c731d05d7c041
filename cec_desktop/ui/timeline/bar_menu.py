"""What can be done with an entry, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cec_desktop.casefile.edits import SPLITTABLE, duplicate_item, split_item
from cec_desktop.ui.timeline.bars import Bar, Lane

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.keyboard import Keyboard


def bar_menu(canvas: TimelineCanvas, keyboard: Keyboard, bar: Bar, day: date | None) -> QMenu:
    """The menu of a bar; `day` is the day pointed at, on which it can be cut."""
    _ = canvas.board.words
    menu = QMenu(canvas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(text: str, act: Callable[[], object]) -> None:
        menu.addAction(text).triggered.connect(lambda: act())

    offer(_("Open"), lambda: canvas.open(bar))
    if not bar.movable:
        return menu
    if bar.lane is Lane.WORK:
        offer(_("Week by week"), lambda: canvas.show_weeks(bar))
    menu.addSeparator()
    if day is not None and bar.key.list_name in SPLITTABLE:
        offer(_("Split on {day}", day=day), lambda: canvas.ask(split_item(*bar.key, day)))
    offer(_("Duplicate"), lambda: canvas.ask(duplicate_item(*bar.key)))
    offer(_("Delete"), keyboard.remove)
    return menu
