"""The tabs of the records: what does not fit stands behind "more"; buttons at the right end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.style import dp, set_ground
from cec_desktop.ui.theme import Theme


class TabStrip(QWidget):
    """Tabs that never scroll: what does not fit stands in a menu."""

    chosen = Signal(int)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.bar = QTabBar(self)
        self.bar.setProperty("kind", "record")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.currentChanged.connect(self.chosen)
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self.corner = QWidget(self)
        self.corner_row = QHBoxLayout(self.corner)
        self.corner_row.setContentsMargins(0, 0, dp(6), 0)
        self.corner_row.setSpacing(dp(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.corner)
        self.set_words(words)

    def set_titles(self, titles: Sequence[str]) -> None:
        """The words of the tabs."""
        for at, title in enumerate(titles):
            if at < self.bar.count():
                self.bar.setTabText(at, title)
            else:
                self.bar.addTab(title)
        self.fit()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self.more.setText(_("More") + " ▾")
        self.more.setAccessibleName(_("More tabs"))
        self.bar.setAccessibleName(_("Parts of the file"))

    def choose(self, at: int) -> None:
        """Show a tab, wherever it stands."""
        self.bar.setTabVisible(at, True)
        self.bar.setCurrentIndex(at)
        self.fit()

    def fit(self) -> None:
        """Show as many tabs as there is room for; the chosen one always."""
        count = self.bar.count()
        if not count or not self.isVisible():
            return
        for at in range(count):
            self.bar.setTabVisible(at, True)
        widths = [self.bar.tabSizeHint(at).width() for at in range(count)]
        room = self.width() - self.corner.sizeHint().width() - dp(8)
        hidden: list[int] = []
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + dp(4)
            order = [at for at in range(count - 1, -1, -1) if at != self.bar.currentIndex()]
            while order and sum(width for at, width in enumerate(widths) if at not in hidden) > room:
                hidden.append(order.pop(0))
        for at in hidden:
            self.bar.setTabVisible(at, False)
        self._fill_menu(sorted(hidden))
        self.bar.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """One tab and the buttons at least."""
        return QSize(dp(200), dp(33))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the tabs once there is a width to fit them to."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs to the new width."""
        super().resizeEvent(event)
        self.fit()

    def _fill_menu(self, hidden: list[int]) -> None:
        self._menu.clear()
        for at in hidden:
            action = self._menu.addAction(self.bar.tabText(at))
            action.triggered.connect(lambda _checked=False, at=at: self.choose(at))
        self.more.setVisible(bool(hidden))
