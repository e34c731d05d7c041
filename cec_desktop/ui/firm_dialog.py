"""Asks who the firm and its consultant are, as the summary names them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui import style
from cec_desktop.ui.asking import Asker
from cec_desktop.ui.dialog import FormDialog
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.firm import Firm

LARGEST_LOGO: Final = 2_000_000
"""Bytes of a picture the casebook takes."""
PAPERS: Final = (("letter", N_("Letter")), ("a4", N_("A4")))
LANGUAGES: Final = (
    ("both", N_("English and French")),
    ("en", N_("English only")),
    ("fr", N_("French only")),
)


class FirmDialog(FormDialog):
    """Use :meth:`ask`."""

    def __init__(
        self, firm: Firm, asker: Asker, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        _ = words
        super().__init__(_("Firm and consultant"), _("Save"), words, theme, parent)
        self._firm, self._asker = firm, asker
        self._logo = firm.details.logo
        self.answer: Firm | None = None
        details = firm.details
        self.firm_name, self.address = QLineEdit(details.firm, self), QLineEdit(details.address, self)
        self.phone, self.consultant = QLineEdit(details.phone, self), QLineEdit(details.consultant, self)
        self.licence = QLineEdit(details.licence, self)
        self.add(_("Firm"), self.firm_name)
        self.add(_("Address"), self.address)
        self.add(_("Telephone"), self.phone)
        self.add(_("Consultant"), self.consultant)
        self.add(_("Licence number of the College"), self.licence)
        self.add(_("Logo (PNG or JPEG)"), self._logo_row())
        self.paper = self._choice(PAPERS, firm.paper)
        self.language = self._choice(LANGUAGES, firm.language)
        self.add(_("Paper of summaries"), self.paper)
        self.add(_("Language of summaries"), self.language)

    @classmethod
    def ask(cls, parent: QWidget, firm: Firm, asker: Asker, words: Words, theme: Theme) -> Firm | None:
        """The details as changed; None when the person changed their mind."""
        dialog = cls(firm, asker, words, theme, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def accept(self) -> None:
        """Close with the details as they stand."""
        details = replace(
            self._firm.details,
            firm=self.firm_name.text().strip(),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            consultant=self.consultant.text().strip(),
            licence=self.licence.text().strip(),
            logo=self._logo,
        )
        self.answer = replace(
            self._firm,
            details=details,
            paper=self.paper.currentData(),
            language=self.language.currentData(),
        )
        super().accept()

    def _choice(self, choices: tuple[tuple[str, str], ...], value: str) -> QComboBox:
        combo = QComboBox(self)
        for each, text in choices:
            combo.addItem(self.words(text), each)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        return combo

    def _logo_row(self) -> QWidget:
        row = QWidget(self)
        self.logo, choose, self.remove = QLabel(row), QPushButton(row), QPushButton(row)
        self.logo.setMinimumHeight(style.dp(40))
        _ = self.words
        choose.setText(_("Choose…"))
        self.remove.setText(_("Remove"))
        choose.clicked.connect(self._choose_logo)
        self.remove.clicked.connect(lambda: self._take_logo(None))
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.logo, 1)
        box.addWidget(choose)
        box.addWidget(self.remove)
        row.setFocusProxy(choose)
        self._take_logo(self._logo)
        return row

    def _choose_logo(self) -> None:
        _ = self.words
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg)"
        chosen = self._asker.files_to_open(self, _("Logo of the firm"), Path.home(), kinds)
        if not chosen:
            return
        try:
            content = chosen[0].read_bytes()
        except OSError:
            self.wrong.say(_("The picture cannot be read."))
            return
        if len(content) > LARGEST_LOGO or not QPixmap().loadFromData(content):
            self.wrong.say(_("This is no PNG or JPEG picture of at most two megabytes."))
            return
        self.wrong.say("")
        self._take_logo(content)

    def _take_logo(self, content: bytes | None) -> None:
        self._logo = content
        _ = self.words
        picture = QPixmap()
        if content is not None:
            picture.loadFromData(content)
        if picture.isNull():
            self.logo.setText(_("None: the initial of the firm stands in its place"))
            style.set_role(self.logo, "second", "muted")
        else:
            height = style.dp(40)
            self.logo.setPixmap(picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation))
        self.remove.setVisible(content is not None)
