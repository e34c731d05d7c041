"""The settings: pages at the left, one at a time at the right, and whatever is changed holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.failure import sentence
from cec_desktop.ui.icons import icon
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.preferences.firm import FirmPage, SummariesPage
from cec_desktop.ui.preferences.general import GeneralPage, Preferences
from cec_desktop.ui.preferences.page import Page
from cec_desktop.ui.preferences.places import Place, PlacesPage
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.firm import Firm
    from cec_desktop.ui.asking import Asker

PageName = Literal["general", "summaries", "firm", "places"]
_ICONS: dict[PageName, str] = {"general": "settings", "summaries": "pdf", "firm": "person", "places": "files"}


class SettingsWindow(QDialog):
    """Stands beside the main window; it tells what is changed and keeps nothing itself."""

    firm_given = Signal(object)
    """A :class:`~cec_desktop.practice.firm.Firm` to keep."""

    def __init__(
        self,
        now: Preferences,
        firm: Firm | None,
        places: Sequence[Place],
        asker: Asker,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """`firm` is None while no casebook is open."""
        super().__init__(parent)
        self._phrases, self._firm = Phrases(words), firm
        self._phrases.say(self.setWindowTitle, lambda _: _("Settings"))
        self.general = GeneralPage(now, words, theme)
        self.summaries = SummariesPage(firm, words, theme)
        self.firm = FirmPage(firm, asker, words, theme)
        self.places = PlacesPage(places, words, theme)
        pages: tuple[Page, ...] = (self.general, self.summaries, self.firm, self.places)
        self._pages: dict[PageName, Page] = dict(zip(get_args(PageName), pages, strict=True))
        self.summaries.changed.connect(self._tell)
        self.firm.changed.connect(self._tell)
        self.list, self._stack = QListWidget(self), QStackedWidget(self)
        self._lay_out()
        self.set_words(words)
        self.set_theme(theme)
        self.show_page("general")

    def _lay_out(self) -> None:
        style.set_ground(self.list, "window")
        self.list.setFixedWidth(style.dp(190))
        style.set_kind(self.list, "pages")
        self.list.setIconSize(QSize(style.dp(16), style.dp(16)))
        for page in self._pages.values():
            self.list.addItem(QListWidgetItem())
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidget(page)
            self._stack.addWidget(area)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        rule = QFrame(self)
        rule.setProperty("rule", "down")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for part in (self.list, rule):
            middle.addWidget(part)
        middle.addWidget(self._stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(middle, 1)
        line = QFrame(self)
        line.setProperty("rule", "across")
        box.addWidget(line)
        box.addLayout(self._foot())
        self.resize(style.dp(720), style.dp(480))

    def _foot(self) -> QHBoxLayout:
        hint, self.close_button = QLabel(self), QPushButton(self)
        style.set_role(hint, "second", "muted")
        self._phrases.say(hint.setText, lambda _: _("Every change holds at once."))
        self._phrases.say(self.close_button.setText, lambda _: _("Close"))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(style.dp(20), style.dp(10), style.dp(20), style.dp(10))
        foot.addWidget(hint)
        foot.addStretch()
        foot.addWidget(self.close_button)
        return foot

    def show_page(self, name: PageName) -> None:
        """Turn to a page."""
        self.list.setCurrentRow(list(self._pages).index(name))

    def page_name(self) -> PageName:
        """The page shown."""
        names: list[PageName] = list(self._pages)
        return names[self.list.currentRow()]

    def complain(self, error: Exception) -> None:
        """Say on the page that what was changed could not be kept."""
        for page in (self.summaries, self.firm):
            page.wrong.say(sentence(error, self._phrases.words))

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self._phrases.speak(words)
        self.list.setAccessibleName(_("Pages of the settings"))
        for at, page in enumerate(self._pages.values()):
            page.set_words(words)
            self.list.item(at).setText(page.named(words))
        self.general.language.choose(words.language)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for at, (name, page) in enumerate(self._pages.items()):
            page.set_theme(theme)
            self.list.item(at).setIcon(icon(_ICONS[name], theme))

    def done(self, result: int) -> None:
        """Close, with what is being typed; a name that is missing holds the window open once."""
        missing = [name for name, page in self._pages.items() if not page.flush()]
        if missing and result == QDialog.DialogCode.Accepted:
            self.show_page(missing[0])
            return
        super().done(result)

    def _tell(self) -> None:
        if self._firm is None:
            return
        firm = self.firm.taken_over(self.summaries.taken_over(self._firm))
        if firm != self._firm:
            self._firm = firm
            for page in (self.summaries, self.firm):
                page.wrong.say("")
            self.firm_given.emit(firm)
