"""The buttons at the right end of the tabs: what can be done with the list in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from cec_desktop.i18n.words import Words
from cec_desktop.ui.icons import icon
from cec_desktop.ui.tables.record_kinds import JOBS
from cec_desktop.ui.tables.tab_strip import TabStrip
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.ui.tables.record_page import RecordPage


class Corner:
    """Add, duplicate, delete, weeks of a job, and the rest behind one more button."""

    def __init__(self, strip: TabStrip, theme: Theme) -> None:
        self._strip, self._theme = strip, theme
        self.add = self._button("add")
        self.copy = self._button("copy")
        self.remove = self._button("trash")
        self.weeks = self._button("calendar")
        self.more = self._button("more")
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def connect(self, acts: Callable[[str], None], page: Callable[[], RecordPage | None]) -> None:
        """Pass the name of a button pressed to ``acts``; the last opens the menu of the page in sight."""
        for name in ("add", "copy", "remove", "weeks"):
            button: QToolButton = getattr(self, name)
            button.clicked.connect(lambda _checked=False, name=name: acts(name))

        def open_menu() -> None:
            shown = page()
            if shown is not None:
                menu = shown.acts.menu()
                corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height()))
                menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

        self.more.clicked.connect(open_menu)

    def say(self, page: RecordPage | None, ready: bool, words: Words) -> None:
        """Show, name and switch the buttons for a page; a form has none."""
        _ = words
        for button in self._all():
            button.setVisible(page is not None)
        self.weeks.setVisible(page is not None and page.kind is JOBS)
        if page is None:
            return
        count = len(page.items)
        self.add.setText(_(page.kind.add))
        self.add.setEnabled(ready)
        self.copy.setEnabled(count > 0)
        self.remove.setEnabled(count > 0 or page.draft is not None)
        self.weeks.setEnabled(count == 1)
        self.more.setEnabled(count > 0)
        for button, text in (
            (self.add, _("{act} (Insert)", act=_(page.kind.add))),
            (self.copy, _("Duplicate")),
            (self.remove, _("Delete (Delete)")),
            (self.weeks, _("Hours week by week")),
            (self.more, _("Split, end, join and more")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons for another theme."""
        self._theme = theme
        for button in self._all():
            button.setIcon(icon(button.property("drawing"), theme))

    def _all(self) -> tuple[QToolButton, ...]:
        return self.add, self.copy, self.remove, self.weeks, self.more

    def _button(self, drawing: str) -> QToolButton:
        button = QToolButton(self._strip.corner)
        button.setProperty("drawing", drawing)
        button.setIcon(icon(drawing, self._theme))
        self._strip.corner_row.addWidget(button)
        return button
