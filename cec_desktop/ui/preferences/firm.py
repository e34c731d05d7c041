"""What the casebook knows of the firm: who it is, and how it likes its summaries."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from cec_desktop.i18n.words import Words
from cec_desktop.ui.preferences.logo import LogoRow
from cec_desktop.ui.preferences.page import Choices, Page, Said
from cec_desktop.ui.summary_choices import LANGUAGES, PAPERS
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.firm import Firm
    from cec_desktop.ui.asking import Asker


class CasebookPage(Page):
    """A page about the firm, which only an open casebook knows."""

    changed = Signal()
    """Something on the page is another; :meth:`taken_over` says what."""

    def __init__(self, title: Said, there: bool, words: Words, theme: Theme) -> None:
        super().__init__(title, words, theme)
        self.there = there
        if not there:
            self.add_hint(lambda _: _("The casebook keeps this. Unlock one to see and change it."))

    def taken_over(self, firm: Firm) -> Firm:
        """The firm with what stands on this page."""
        return firm

    def flush(self) -> bool:
        """Take what is being typed."""
        if self.there:
            self.changed.emit()
        return True


class SummariesPage(CasebookPage):
    """Language and paper of summaries, unless the preview says otherwise."""

    def __init__(self, firm: Firm | None, words: Words, theme: Theme) -> None:
        super().__init__(lambda _: _("Summaries"), firm is not None, words, theme)
        self.language = Choices(_said(LANGUAGES), firm.language if firm else "", self.phrases)
        self.paper = Choices(_said(PAPERS), firm.paper if firm else "", self.phrases)
        if firm is None:
            return
        self.add(lambda _: _("Language of summaries"), self.language)
        self.add(lambda _: _("Paper of summaries"), self.paper)
        self.add_hint(lambda _: _("The preview of a summary starts with these, and can be told otherwise."))
        for choices in (self.language, self.paper):
            choices.chosen.connect(lambda _value: self.changed.emit())

    def taken_over(self, firm: Firm) -> Firm:
        """The firm with the choices of this page."""
        from cec_desktop.practice.firm import language_named, paper_named

        return replace(
            firm, language=language_named(self.language.value()), paper=paper_named(self.paper.value())
        )


class FirmPage(CasebookPage):
    """Who hands a summary out: the letterhead and the foot of its pages."""

    def __init__(self, firm: Firm | None, asker: Asker, words: Words, theme: Theme) -> None:
        super().__init__(lambda _: _("Firm and consultant"), firm is not None, words, theme)
        self.firm_name, self.address, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.consultant, self.licence = QLineEdit(), QLineEdit()
        self.logo = LogoRow(asker, self.phrases)
        if firm is None:
            return
        details = firm.details
        for line, text in (
            (self.firm_name, details.firm),
            (self.address, details.address),
            (self.phone, details.phone),
            (self.consultant, details.consultant),
            (self.licence, details.licence),
        ):
            line.setText(text)
            line.editingFinished.connect(self.changed)
        self.logo.show_logo(details.logo)
        self.logo.chosen.connect(self.changed)
        self.logo.refused.connect(lambda said: self.wrong.say(said(self.words) if said else ""))
        self.add(lambda _: _("Firm"), self.firm_name)
        self.add(lambda _: _("Address"), self.address)
        self.add(lambda _: _("Telephone"), self.phone)
        self.add(lambda _: _("Consultant"), self.consultant)
        self.add(lambda _: _("Licence number of the College"), self.licence)
        self.add(lambda _: _("Logo (PNG or JPEG)"), self.logo)

    def taken_over(self, firm: Firm) -> Firm:
        """The firm with the details of this page."""
        details = replace(
            firm.details,
            firm=self.firm_name.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            consultant=self.consultant.text().strip(),
            licence=self.licence.text().strip(),
            logo=self.logo.content,
        )
        return replace(firm, details=details)


def _said(options: tuple[tuple[str, str], ...]) -> list[tuple[str, Said]]:
    return [(value, partial(_in_words, text)) for value, text in options]


def _in_words(text: str, words: Words) -> str:
    return words(text)
