"""The button at the head of the panel, with what else can be done with an assessment."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.icons import icon
from cec_desktop.ui.theme import Theme


class MoreButton(QToolButton):
    """Copies the assessment as text, and shows or hides what stands under every condition."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = QMenu(self)
        self.copy = self.choices.addAction("")
        self.choices.addSeparator()
        self.show_all = self.choices.addAction("")
        self.hide_all = self.choices.addAction("")
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.set_theme(theme)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self.setToolTip(_("More"))
        self.setAccessibleName(_("More about eligibility"))
        self.copy.setText(_("Copy as text"))
        self.show_all.setText(_("Show the facts and the law of every condition"))
        self.hide_all.setText(_("Hide the facts and the law"))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.setIcon(icon("more", theme, "muted"))
