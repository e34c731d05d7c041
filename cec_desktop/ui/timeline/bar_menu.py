"""What can be done with what is selected, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cec_desktop.casefile.edits import SPLITTABLE
from cec_desktop.ui.timeline.bars import Bar, Lane

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas


def bar_menu(canvas: TimelineCanvas, bar: Bar, day: date | None) -> QMenu:
    """The menu of a bar and what is selected with it; `day` is the day pointed at, None from the keyboard."""
    menu = QMenu(canvas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offer = _Offer(menu)
    _ = canvas.board.words
    if len(canvas.operations.chosen) < 2:
        offer(_("Open"), lambda: canvas.open(bar))
    if bar.movable:
        if bar.lane is Lane.WORK:
            offer(_("Week by week"), lambda: canvas.show_weeks(bar), "W")
        menu.addSeparator()
        _offer_changes(canvas, offer, day)
    return menu


def _offer_changes(canvas: TimelineCanvas, offer: _Offer, day: date | None) -> None:
    _, acts = canvas.board.words, canvas.operations
    count = len(acts.chosen)
    if day is not None and acts.to_split(day):
        offer(_("Split on {day}", day=day), lambda: acts.split(day))
    if any(bar.key.list_name in SPLITTABLE for bar in acts.chosen):
        offer(_("Split on…"), lambda: canvas.ask_day(splits=True), "K")
    if day is not None and acts.to_end(day):
        offer(_("End here, on {day}", day=day), lambda: acts.end(day))
    if any(bar.lane is not Lane.TESTS for bar in acts.chosen):
        offer(_("End on…"), lambda: canvas.ask_day(splits=False), "E")
    if acts.joinable:
        offer(_("Join"), acts.join, "M")
    offer(_("Duplicate") if count < 2 else _("Duplicate {n} entries", n=count), acts.duplicate, "D")
    delete = _.pgettext("key", "Delete")
    offer(_("Delete") if count < 2 else _("Delete {n} entries", n=count), acts.remove, delete)


class _Offer:
    """Adds lines to a menu, each with the key that does the same."""

    def __init__(self, menu: QMenu) -> None:
        self._menu = menu

    def __call__(self, text: str, act: Callable[[], object], key: str = "") -> None:
        action = self._menu.addAction(f"{text}\t{key}" if key else text)
        action.triggered.connect(lambda: act())
