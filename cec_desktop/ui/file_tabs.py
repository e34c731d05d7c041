"""The open files as tabs: outcome, name, and a page each; a quiet page where none is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.file_list_model import client_name
from cec_desktop.ui.file_page import FilePage
from cec_desktop.ui.icons import icon, outcome_icon
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.theme import Theme

WIDEST_NAME = 220
"""Width of a name on a tab at most, at the usual size of type."""


class FileTabs(QWidget):
    """Tabs over pages."""

    current_changed = Signal()
    close_requested = Signal(str)
    """The id of a file whose tab should close."""
    new_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._theme = Phrases(words), theme
        style.set_ground(self, "window")
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setIconSize(QSize(style.dp(15), style.dp(15)))
        self._phrases.say(self.bar.setAccessibleName, lambda _: _("Open files"))
        self._stack = QStackedWidget(self)
        self._nothing = self._empty_page()
        self._stack.addWidget(self._nothing)
        rule = QFrame(self)
        rule.setProperty("rule", "across")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(rule)
        box.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._show_current)
        self.bar.hide()

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        style.set_ground(page, "surface")
        title, hint, self.new_file = QLabel(page), QLabel(page), QPushButton(page)
        style.set_role(title, "name")
        style.set_role(hint, "body", "muted")
        self._phrases.say(title.setText, lambda _: _("No file is open"))
        self._phrases.say(hint.setText, lambda _: _("Choose a client at the left, or begin a new file."))
        self._phrases.say(self.new_file.setText, lambda _: _("New file"))
        self.new_file.clicked.connect(self.new_requested)
        box = QVBoxLayout(page)
        box.setSpacing(style.dp(6))
        box.addStretch(2)
        for part in (title, hint):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(style.dp(8))
        box.addWidget(self.new_file, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return page

    def pages(self) -> list[FilePage]:
        """The open pages, in the order of their tabs."""
        return [page for at in range(self.bar.count()) if (page := self._page_at(at)) is not None]

    def page_of(self, case_id: str) -> FilePage | None:
        """The page of a file, if it is open."""
        return next((page for page in self.pages() if page.case_id == case_id), None)

    def current(self) -> FilePage | None:
        """The page shown."""
        return self._page_at(self.bar.currentIndex())

    def add(self, page: FilePage) -> None:
        """Open a tab for a page and show it."""
        self._stack.addWidget(page)
        at = self.bar.addTab("")
        self.bar.setTabData(at, page)
        close = QToolButton(self.bar)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setIconSize(QSize(style.dp(12), style.dp(12)))
        close.clicked.connect(lambda: self.close_requested.emit(page.case_id))
        self.bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, close)
        self.bar.show()
        self.say(page)
        self.bar.setCurrentIndex(at)
        self._show_current(at)

    def show_page(self, case_id: str) -> None:
        """Show an open file."""
        page = self.page_of(case_id)
        if page is not None:
            self.bar.setCurrentIndex(self.pages().index(page))

    def show_next(self) -> None:
        """Show the next open file."""
        if self.bar.count():
            self.bar.setCurrentIndex((self.bar.currentIndex() + 1) % self.bar.count())

    def remove(self, page: FilePage) -> None:
        """Close a tab and its page."""
        at = self.pages().index(page)
        self._stack.removeWidget(page)
        self.bar.removeTab(at)
        self.bar.setVisible(self.bar.count() > 0)
        page.hide()
        page.deleteLater()
        self._show_current(self.bar.currentIndex())

    def say(self, page: FilePage) -> None:
        """Write name and outcome of a page on its tab."""
        at = self.pages().index(page)
        _, view = self._phrases.words, page.session.view
        client = view.case.client
        name = client_name(client.family_name, client.given_names)
        # The bar cuts a tab only once all of them are too wide together.
        shown = self.bar.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, style.dp(WIDEST_NAME))
        self.bar.setTabText(at, shown.replace("&", "&&"))
        about = f"{name}  {view.case.file_number}"
        if page.what_if.trial is None:
            self.bar.setTabToolTip(at, about)
            self.bar.setTabIcon(at, outcome_icon(view.assessment.membership.outcome.value, self._theme))
        else:
            self.bar.setTabToolTip(at, _("What if: {about}", about=about))
            self.bar.setTabIcon(at, icon("whatif", self._theme, "accent"))
        close = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
        if isinstance(close, QToolButton):
            close.setIcon(icon("close", self._theme, "muted"))
            close.setAccessibleName(_("Close {name}", name=name))
            close.setToolTip(_("Close file (Ctrl+W)"))

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        for page in self.pages():
            page.set_words(words)
            self.say(page)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for page in self.pages():
            page.set_theme(theme)
            self.say(page)

    def _page_at(self, at: int) -> FilePage | None:
        data = self.bar.tabData(at) if at >= 0 else None
        return data if isinstance(data, FilePage) else None

    def _show_current(self, at: int) -> None:
        page = self._page_at(at)
        self._stack.setCurrentWidget(page if page is not None else self._nothing)
        self.current_changed.emit()
